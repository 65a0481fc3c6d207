import type { DeadlineReason } from '../../case/deadline-reason.ts';
import type { CaseContext, CaseWords } from '../case.ts';
import {
  commandWords,
  from,
  LevelWords,
  levelWords,
  ofParty,
  PartyWords,
  toParty,
  trackWords,
  when,
} from './case-parts.ts';
import { counted, formatSpan, isSingle, listed } from './dates.ts';
import { explain } from './explain.ts';

const said = (message: string, advice: string) => ({ message, advice });

const LACKING_OF_CALL = {
  contact: 'de quién es el número',
  telephone: 'a qué número se llamó',
  failure: 'por qué no dio con nadie',
} as const;

const SEE_STATE = 'Consulte el caso: dice qué espera y quién puede hacer qué.';

const quoted = (words: readonly string[]): string => listed(words.map((each) => `“${each}”`));

const CONTESTED = { pause: 'la pausa', ask: 'la solicitud' } as const;

export const caseRefusals: CaseWords['refusals'] = {
  'case-already-open': ({ caseId }) => said(`El caso ${caseId} ya está abierto.`, 'Use el caso que existe.'),
  'case-unknown': ({ command }) =>
    said(`Todavía no hay caso en el que se pueda ${commandWords(command)}.`, 'Primero abra el caso.'),
  'case-closed': ({ command, closedAt }, context) =>
    said(
      `El caso se cerró el ${when(closedAt, context)}, así que ${commandWords(command)} no es posible.`,
      'Reabra el caso, si el plan lo permite, o abra uno nuevo.',
    ),
  'case-not-closed': ({ command }) =>
    said(`El caso está abierto, así que ${commandWords(command)} no es posible.`, SEE_STATE),
  'case-instant-before-last': ({ at, lastAt }, context) =>
    said(
      `El ${when(at, context)} es anterior a lo último que registró el caso, el ${when(lastAt, context)}.`,
      'Envíe las acciones en el orden en que se tramitan; indique en `occurredAt` cuándo ocurrió.',
    ),
  'case-instant-before-opening': ({ occurredAt, openedAt }, context) =>
    said(
      `El ${when(occurredAt, context)} es anterior a la apertura del caso, el ${when(openedAt, context)}.`,
      'Indique un `occurredAt` igual o posterior a la apertura.',
    ),
  'case-instant-ahead': ({ occurredAt, at }, context) =>
    said(
      `No puede haber ocurrido el ${when(occurredAt, context)} y haberse tramitado antes, el ${when(at, context)}.`,
      'Indique un `occurredAt` igual o anterior a `at`.',
    ),
  'case-stated-ahead': ({ statedAt, occurredAt }, context) =>
    said(
      `Usted declara el ${when(statedAt, context)}, que es posterior a este momento, el ${when(occurredAt, context)}.`,
      'Declare cuándo ocurrió, no cuándo ocurrirá.',
    ),
  'case-stated-too-old': ({ statedAt, occurredAt, hours }, context) =>
    said(
      `Usted declara el ${when(statedAt, context)}, más de ${counted(hours, 'hora')} antes del ${when(occurredAt, context)}.`,
      `Declare un momento de las últimas ${counted(hours, 'hora')}, o ninguno, y escriba lo demás en una nota.`,
    ),
  'case-stated-before-opening': ({ statedAt, openedAt }, context) =>
    said(
      `Usted declara el ${when(statedAt, context)}, antes de que se abriera el caso el ${when(openedAt, context)}.`,
      'Declare un momento posterior a la apertura.',
    ),
  'case-stated-early': ({ level }, context) =>
    said(
      `Un paso al ${levelWords(level, context)} antes de tiempo cuenta desde ahora, y desde ningún otro momento.`,
      'No declare ningún momento con él.',
    ),
  'case-stated-before-due': ({ statedAt, level, dueAt }, context) =>
    said(
      `Usted declara el ${when(statedAt, context)}, pero solo se podía contactar al ${levelWords(level, context)} a partir del ${from(dueAt, context)}.`,
      'Declare un momento posterior a ese, o ninguno.',
    ),
  'case-actor-not-allowed': ({ command, actor, allowed }) =>
    said(
      `${commandWords(command)} no le corresponde ${toParty(actor)}.`,
      `Le corresponde ${listed(allowed.map(toParty))}.`,
    ),
  'case-on-behalf-not-allowed': ({ command }) =>
    said(
      `Nadie puede decir ${commandWords(command)} en nombre del cliente.`,
      'Lo dice el cliente mismo, en el portal, por correo o por teléfono.',
    ),
  'case-track-unknown': ({ track, tracks }) =>
    said(`El plan no tiene la ruta “${track}”.`, `Tiene estas: ${listed(tracks)}.`),
  'case-track-unchanged': ({ track }, context) =>
    said(`El caso ya está en la ruta “${trackWords(track, context)}”.`, 'No hace falta hacer nada.'),
  'case-level-unknown': ({ level, levels }) =>
    said(
      `La ruta del caso no tiene un paso al nivel ${level}.`,
      `Tiene pasos a estos niveles: ${listed(levels.map(String))}.`,
    ),
  'case-level-contacted': ({ level, highest }, context) =>
    said(
      `No se puede contactar de nuevo al ${levelWords(level, context)}: el caso está en el nivel ${highest}, y los niveles solo suben.`,
      'Pida respuesta de nuevo: así se le pide a todos los niveles contactados hasta ahora.',
    ),
  'case-step-requires-level': ({ level, missing }, context) =>
    said(
      `${LevelWords(level, context)} viene solo después ${listed(missing.map((each) => `del ${levelWords(each, context)}`))}.`,
      `Primero contacte ${listed(missing.map((each) => `al nivel ${each}`))}.`,
    ),
  'case-step-not-yours': ({ level, actor }, context) =>
    said(
      `El paso al ${levelWords(level, context)} es ${ofParty(actor)}.`,
      `${PartyWords(actor)} puede darlo o no darlo.`,
    ),
  'case-step-too-early': ({ level, dueAt, reason }, context) => {
    const open = `Se puede contactar al ${levelWords(level, context)} a partir del ${from(dueAt, context)}`;
    if (reason === undefined) {
      return said(`${open}, y esto se recibió antes.`, 'El paso ya está pendiente: envíelo de nuevo.');
    }
    return said(
      `${open}. ${whyThen(reason, context)}`,
      'Mientras tanto, pida respuesta de nuevo a los niveles contactados; el caso le avisará cuando llegue el momento.',
    );
  },
  'case-step-clock-still': ({ level, paused }, context) =>
    said(
      `No corre ningún plazo hacia el ${levelWords(level, context)}${paused ? ': el caso está en pausa' : ''}.`,
      paused
        ? 'Primero termine la pausa.'
        : 'Si espera una respuesta, pídala de nuevo: con eso empieza a correr el plazo.',
    ),
  'case-step-not-due': ({ level }, context) =>
    said(
      `El paso al ${levelWords(level, context)} no está pendiente.`,
      'Solo se puede decidir no dar un paso que está pendiente.',
    ),
  'case-early-reason-unknown': ({ level, reason, reasons }, context) =>
    said(
      `“${reason}” no es un motivo para contactar al ${levelWords(level, context)} antes de tiempo.`,
      `Los motivos del plan son: ${quoted(reasons)}.`,
    ),
  'case-reason-missing': ({ command }) =>
    said(`Falta el motivo para ${commandWords(command)}.`, 'Diga por qué en pocas palabras.'),
  'case-answer-unknown': ({ response }) =>
    said(
      `El caso no tiene una respuesta ${response} cuya hora esté por confirmar.`,
      'Solo se puede confirmar una respuesta para la que el contratista declara una hora anterior.',
    ),
  'case-ask-unknown': ({ ask }) => said(`El caso no tiene la solicitud ${ask}.`, SEE_STATE),
  'case-ask-not-stated': ({ ask }) =>
    said(
      `La solicitud ${ask} cuenta desde que se recibió; nadie declaró otra hora.`,
      'Solo se puede impugnar una hora declarada.',
    ),
  'case-contest-settled': ({ what, number }) =>
    said(
      `Ya se impugnó ${CONTESTED[what]} ${number}.`,
      'La supervisión la tiene en sus manos o ya la decidió.',
    ),
  'case-contest-missing': ({ what, number }) =>
    said(`Nadie impugna ${CONTESTED[what]} ${number}.`, 'No hay nada que decidir.'),
  'case-pause-not-offered': () =>
    said(
      'El plan no prevé pausas.',
      'Los plazos siguen corriendo; si no debe ser así, acuerden pausas en el plan.',
    ),
  'case-pause-reason-unknown': ({ reason, reasons }) =>
    said(`“${reason}” no es un motivo de pausa.`, `Los motivos del plan son: ${quoted(reasons)}.`),
  'case-pause-running': ({ since }, context) =>
    said(`El caso está en pausa desde el ${when(since, context)}.`, 'Primero termine esa pausa.'),
  'case-pause-not-requested': () =>
    said('El contratista no ha pedido una pausa.', 'Una pausa empieza con su solicitud.'),
  'case-pause-unknown': ({ pause }) => said(`El caso no tiene la pausa ${pause}.`, SEE_STATE),
  'case-not-paused': () => said('El caso no está en pausa.', 'Sus plazos ya están corriendo.'),
  'case-contact-unknown': ({ contact }) =>
    said(
      `El plan no tiene el contacto “${contact}”.`,
      'Indique un puesto del plan o alguien a quien ya se contactó.',
    ),
  'case-call-incomplete': ({ lacking }) =>
    said(
      `De la llamada no consta ${LACKING_OF_CALL[lacking]}.`,
      'De una llamada que no dio con nadie consta de quién es el número (`contact`), cuál es (`telephone`: office, mobile u other) y por qué no dio con nadie (`failure`: noAnswer, wrongPerson o notInService).',
    ),
  'case-call-failure-unfit': ({ failure }) =>
    said(
      `Una llamada en la que contestó la persona no ha fallado, como dice “${failure}”.`,
      'Quite `failure`, o indique que no se dio con nadie.',
    ),
  'case-person-reporter': ({ person }) =>
    said(
      `“${person}” reportó el caso: ya lo ve, recibe todos los avisos y puede actuar.`,
      'Nombre a otra persona del cliente.',
    ),
  'case-watchers-too-many': ({ watchersMax }) =>
    said(
      `Ya siguen el caso ${watchersMax} personas, y no pueden ser más.`,
      'Quite a alguien que ya no necesite seguirlo.',
    ),
  'case-watcher-unknown': ({ person }) =>
    said(`“${person}” no sigue el caso.`, 'Consulte el caso: dice quiénes lo siguen.'),
  'case-stand-in-over': ({ endsAt }, context) =>
    said(
      `Una suplencia hasta el ${when(endsAt, context)} ya habría terminado.`,
      'Indique un momento que todavía no llegue, o ninguno.',
    ),
  'case-stand-in-missing': () =>
    said('Nadie es suplente de quien reportó el caso.', 'No hace falta hacer nada.'),
  'case-files-too-many': ({ filesMax }) =>
    said(
      `El caso ya tiene ${counted(filesMax, 'archivo')}, y no se guardan más.`,
      'Ponga los demás donde todos puedan verlos, y escriba una nota que diga dónde.',
    ),
  'case-close-reason-unknown': ({ reason, reasons }) =>
    said(
      `“${reason}” no es un motivo por el que la supervisión cierra un caso.`,
      `Sus motivos son: ${quoted(reasons)}.`,
    ),
  'case-close-silence-not-offered': () =>
    said('El plan no permite cerrar un caso por silencio.', 'Pregunte al cliente si está satisfecho.'),
  'case-close-nothing-proposed': () =>
    said(
      'Ninguna propuesta espera al cliente, así que su silencio no dice nada.',
      'Primero proponga una solución; los recordatorios siguen solos.',
    ),
  'case-close-silence-running': ({ dueAt, reminders }, context) =>
    said(
      `Se le ha recordado al cliente ${counted(reminders, 'vez', 'veces')}; su silencio ${dueAt === undefined ? 'no cuenta ahora' : `basta a partir del ${when(dueAt, context)}`}.`,
      'Cierre el caso por silencio después de eso y de tres recordatorios.',
    ),
  'case-undo-not-satisfied': ({ reason }) =>
    said(`El caso no se cerró por la palabra del cliente (${reason}).`, 'En su lugar, reábralo.'),
  'case-undo-too-late': ({ until }, context) =>
    said(`Se podía retirar “satisfecho” hasta el ${when(until, context)}.`, 'En su lugar, reabra el caso.'),
  'case-reopening-not-offered': () =>
    said('El plan no permite reabrir casos.', 'Abra un caso nuevo y mencione este en él.'),
  'case-reopening-too-late': ({ until }, context) =>
    said(
      `El caso se podía reabrir hasta el ${when(until, context)}.`,
      'Abra un caso nuevo y mencione este en él.',
    ),
  'case-revision-other-contract': ({ contract, expected }) =>
    said(
      `La revisión es del contrato “${contract}” y el caso es del contrato “${expected}”.`,
      'Elija una revisión del mismo contrato.',
    ),
  'case-revision-unchanged': ({ number }) =>
    said(`El caso ya se rige por la revisión ${number}.`, 'No hace falta hacer nada.'),
  'case-revision-too-few-levels': ({ levels, contacted }) =>
    said(
      `La revisión tiene ${counted(levels, 'nivel', 'niveles')} y ya se contactó al nivel ${contacted}.`,
      'Deje que el caso termine con su propia revisión.',
    ),
  'case-revision-without-track': ({ track }) =>
    said(
      `La revisión no tiene la ruta “${track}”.`,
      'Primero cambie la ruta del caso, o deje que termine con su propia revisión.',
    ),
};

/** Why a step falls due when it does: what it waits for, from when, and which days and hours count. */
function whyThen({ condition, from: start, explanation }: DeadlineReason, context: CaseContext): string {
  const { span, kind } = condition;
  const count = isSingle(span) ? 'cuenta' : 'cuentan';
  const without = kind === 'unsatisfied' ? 'sin que el asunto quede resuelto' : 'sin respuesta';
  const first = `${formatSpan(span)} ${without} ${count} desde el ${when(start, context)}.`;
  const [, ...rest] = explanation.reasons;
  const sentences = rest.map(({ code, values }) => (explain[code] as (given: unknown) => string)(values));
  return [first, ...sentences].join(' ');
}
