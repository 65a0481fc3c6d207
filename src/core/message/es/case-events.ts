import type { DeliveryWhy } from '../../case/command.ts';
import type { CaseEvent, EventOf } from '../../case/event.ts';
import type { Means } from '../../plan/revision/revision.ts';
import type { CaseContext, CaseWords } from '../case.ts';
import {
  capital,
  from,
  LevelWords,
  levelWords,
  meansName,
  outcomeWords,
  PartyWords,
  partyWords,
  rungWords,
  trackWords,
  when,
} from './case-parts.ts';
import { formatDuration, listed } from './dates.ts';

type Stated = { readonly statedAt?: CaseEvent['at'] };

const stated = ({ statedAt }: Stated, context: CaseContext): string =>
  statedAt === undefined ? '' : ` Hora declarada: el ${when(statedAt, context)}.`;

const late = ({ latenessMs }: { readonly latenessMs?: number }): string =>
  latenessMs === undefined || latenessMs === 0 ? '' : ` (se actuó ${formatDuration(latenessMs)} después)`;

const seats = (contacts: readonly string[], { seats: known, nameOf }: CaseContext): string =>
  contacts.length === 0 ? 'nadie' : listed(contacts.map((id) => known[id]?.title ?? nameOf?.(id) ?? id));

const desk = ({ onBehalfOf }: Pick<CaseEvent, 'onBehalfOf'>): string =>
  onBehalfOf === undefined ? '' : ' (registrado por la mesa de ayuda)';

export const caseEvents: CaseWords['events'] = {
  CaseOpened: (event, context) =>
    `El cliente abre el caso en la ruta ${trackWords(event.track, context)}${desk(event)}.${stated(event, context)}`,
  LevelContacted: ({ level, contacts }, context) =>
    `Se contacta al ${levelWords(level, context)}: ${seats(contacts, context)}.`,
  StepWarned: ({ level, stepDueAt }, context) =>
    `Se podrá contactar al ${levelWords(level, context)} a partir del ${from(stepDueAt, context)}.`,
  StepFellDue: (event, context) =>
    `${PartyWords(event.actor)} ya puede contactar al ${levelWords(event.level, context)}: ${
      event.conditionKind === 'unsatisfied'
        ? 'el asunto no quedó resuelto a tiempo'
        : 'no hubo respuesta a tiempo'
    }${late(event)}.`,
  StepWithdrawn: ({ level }, context) =>
    `Se retira el paso al ${levelWords(level, context)}: la respuesta había llegado a tiempo.`,
  StepDeclined: ({ level, actor, reason }, context) =>
    `${PartyWords(actor)} no contacta al ${levelWords(level, context)}: ${reason}.`,
  StepPassed: (event, context) =>
    `Nadie contactó al ${levelWords(event.level, context)}; ahora puede hacerlo ${partyWords(event.to)}${late(event)}.`,
  Escalated: (event, context) => {
    const who = event.automatic ? 'Ladder, en nombre del cliente,' : PartyWords(event.actor);
    const early = event.early === undefined ? '' : `, antes de tiempo: ${event.early}`;
    return `${who} pasa el caso al ${levelWords(event.level, context)}${early}${desk(event)}.${stated(event, context)}`;
  },
  CustomerAsked: (event, context) =>
    `El cliente espera una respuesta y la pide de nuevo${desk(event)}.${stated(event, context)}`,
  NotSatisfied: (event, context) =>
    `El cliente no está satisfecho y pide respuesta de nuevo${desk(event)}.${stated(event, context)}`,
  Acknowledged: ({ level }, context) => `${LevelWords(level, context)} acusa recibo del caso.`,
  Responded: (event, context) => `${LevelWords(event.level, context)} responde.${stated(event, context)}`,
  ResolutionProposed: (event, context) =>
    `${LevelWords(event.level, context)} propone una solución.${stated(event, context)}`,
  Updated: ({ level }, context) =>
    `${LevelWords(level, context)} da novedades, que todavía no son una respuesta.`,
  ResponseConfirmed: ({ response }) =>
    `El cliente confirma cuándo llegó la respuesta ${response}; cuenta desde entonces.`,
  Satisfied: () => 'El cliente está satisfecho.',
  SatisfactionUndone: () =>
    'El cliente retira que está satisfecho; el caso sigue como si nunca se hubiera dicho.',
  PauseRequested: ({ reason }) => `El contratista pide una pausa: ${reason}.`,
  PauseRefused: () => 'El cliente no acepta la pausa.',
  Paused: ({ reason }) => `El cliente acepta la pausa y todos los plazos se detienen: ${reason}.`,
  Resumed: (event) =>
    event.dueAt === undefined
      ? `${PartyWords(event.actor)} termina la pausa; los plazos siguen corriendo.`
      : `Terminó la pausa más larga permitida; los plazos siguen corriendo${late(event)}.`,
  PauseContested: ({ pause }) => `El cliente impugna la pausa ${pause}.`,
  PauseDisputeDecided: ({ pause, upheld }) =>
    upheld
      ? `La supervisión decide: la pausa ${pause} cuenta como si nunca hubiera existido.`
      : `La supervisión decide: la pausa ${pause} cuenta.`,
  StatedInstantContested: ({ ask }) => `El contratista impugna la hora declarada con la solicitud ${ask}.`,
  StatedInstantDecided: ({ ask, upheld }) =>
    upheld
      ? `La supervisión decide: la solicitud ${ask} cuenta desde que se recibió.`
      : `La supervisión decide: la solicitud ${ask} cuenta desde la hora declarada.`,
  HandedOver: ({ to }, context) => `El caso se traspasa a ${seats([to], context)}.`,
  TrackChanged: ({ actor, track }, context) =>
    `${PartyWords(actor)} cambia la ruta a ${trackWords(track, context)}.`,
  TrackProposed: ({ track }, context) => `El contratista propone la ruta ${trackWords(track, context)}.`,
  AutomaticChosen: ({ automatic }) =>
    automatic
      ? 'El cliente permite que Ladder pase el caso de nivel en su nombre en cuanto un paso esté pendiente.'
      : 'De ahora en adelante, el cliente pasa el caso de nivel por su cuenta.',
  NoteAdded: ({ actor, by, text }) =>
    `${by === 'ladder' ? 'Ladder' : PartyWords(actor)} anota: ${text ?? ''}`,
  FileAttached: ({ actor, file, text }) => `${PartyWords(actor)} adjunta ${text ?? file}.`,
  WatcherAdded: ({ person }, context) =>
    `${capital(seats([person], context))}, del cliente, sigue el caso desde ahora.`,
  WatcherRemoved: ({ person }, context) =>
    `${capital(seats([person], context))}, del cliente, ya no sigue el caso.`,
  StandInNamed: ({ person, endsAt }, context) =>
    `${capital(seats([person], context))} actúa por el cliente como suplente de quien reportó el caso${
      endsAt === undefined ? '' : `, hasta el ${when(endsAt, context)}`
    }.`,
  StandInEnded: ({ person }, context) =>
    `${capital(seats([person], context))} ya no actúa como suplente de quien reportó el caso.`,
  CallRecorded: (event, context) =>
    `${event.by === 'ladder' ? 'Ladder pasa' : `${PartyWords(event.actor)} registra`} una llamada al ${levelWords(event.level, context)}${rungWords(
      event,
      event.contact === undefined ? undefined : seats([event.contact], context),
    )}: ${outcomeWords(event)}${
      event.connectedAt === undefined ? '' : `, desde ${when(event.connectedAt, context)}`
    }.${rangWords(event, context)}${stated(event, context)}`,
  MeansLost: ({ contact, means }, context) =>
    `${capital(seats([contact], context))} ya no recibe de Ladder ${MANY[means] ?? meansName(means)}, y se le avisa por otros medios.`,
  MeansRegained: ({ contact, means }, context) =>
    `${capital(seats([contact], context))} vuelve a recibir de Ladder ${MANY[means] ?? meansName(means)}.`,
  ReachingEnded: ({ level }, context) =>
    `Durante ocho horas se avisó al ${levelWords(level, context)}, y nadie ahí se hizo cargo del caso ni respondió en ese tiempo. Ladder no avisa más ahí hasta que se vuelva a pedir respuesta al nivel.`,
  PromiseKept: ({ promise }) => `Promesa cumplida: ${promiseWords(promise)}.`,
  PromiseMissed: (event) => `Promesa incumplida: ${promiseWords(event.promise)}${late(event)}.`,
  PromiseVoid: ({ promise }) => `Promesa sin objeto: ${promiseWords(promise)}.`,
  CustomerReminded: (event) =>
    `Se le recuerda al cliente, aviso ${event.reminder} de 3, que una propuesta espera su palabra${late(event)}.`,
  CaseClosed: ({ reason }) => `El caso se cierra: ${CLOSED[reason]}.`,
  CaseReopened: (event) =>
    `El caso se reabre y se pide respuesta de nuevo a todos los niveles contactados${desk(event)}.`,
  RevisionProposed: ({ revision }) => `Se propone que el caso pase a la revisión ${revision.number}.`,
  MovedToRevision: ({ revision }) => `El caso pasa a la revisión ${revision.number}.`,
  DeliveryRecorded: ({ contact, means, result, level, why }, context) =>
    nobodyTold({ contact, level }, context) ??
    `${MESSAGES[means] ?? 'Un mensaje para'} ${seats([contact], context)} (${meansName(means)}): ${why === undefined ? RESULTS[result] : WHYS[why]}.`,
};

/** Of a call that rang before its case was open. */
const rangWords = ({ rangAt, occurredAt }: EventOf<'CallRecorded'>, context: CaseContext): string =>
  rangAt === undefined || rangAt >= occurredAt ? '' : ` Se llamó desde ${when(rangAt, context)}.`;

/** Of a level or a party without anybody to write to; undefined where the message was somebody's. */
function nobodyTold(
  { contact, level }: { readonly contact: string; readonly level?: number | undefined },
  context: CaseContext,
): string | undefined {
  const party = (['customer', 'contractor', 'oversight'] as const).find((one) => one === contact);
  if (context.seats[contact] || (party === undefined && contact !== `level-${level}`)) return undefined;
  const place = party ? `${PARTY_NAMES[party]}` : `el ${levelWords(level ?? 0, context)}`;
  return `No se pudo avisar a nadie en ${place}: ningún medio de los que hay aquí llega a nadie de allí.`;
}

const PARTY_NAMES = {
  customer: 'la parte del cliente',
  contractor: 'la parte del contratista',
  oversight: 'la supervisión',
} as const;

const CLOSED = {
  satisfied: 'el cliente está satisfecho',
  withdrawn: 'el cliente lo retiró',
  openedInError: 'se abrió por error',
  duplicate: 'es un duplicado',
  silent: 'el cliente guardó silencio después de una propuesta',
} as const;

const MANY: Readonly<Partial<Record<Means, string>>> = {
  call: 'llamadas',
  text: 'mensajes de texto',
  email: 'correo',
};

const MESSAGES: Readonly<Partial<Record<Means, string>>> = {
  call: 'Una llamada a',
  text: 'Un mensaje de texto para',
};

const WHYS: Readonly<Record<DeliveryWhy, string>> = {
  busy: 'el teléfono estaba ocupado',
  noAnswer: 'nadie contestó',
  voicemail: 'contestó un buzón de voz, lo que no es una respuesta',
  notCarried: 'su operador no lo llevó a tiempo',
};

const RESULTS = {
  handedOver: 'en manos de su operador',
  delivered: 'entregado',
  failed: 'no entregado',
} as const;

const PROMISES: Readonly<Record<string, string>> = {
  acknowledgeWithin: 'acuse recibo a tiempo',
  respondWithin: 'responda a tiempo',
  updateEvery: 'dé novedades a tiempo',
  longestAtLevel: 'lo resuelva en su nivel o lo pase al siguiente a tiempo',
};

/** A promise by its id, `track/level/kind`. */
function promiseWords(id: string): string {
  const [, level, kind = ''] = id.split('/');
  return `que el nivel ${level} ${PROMISES[kind] ?? kind}`;
}
