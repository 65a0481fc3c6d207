import type { Instant } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { MailReader, MailWords } from '../mail.ts';
import { levelWords, partyWords, toParty, trackWords } from './case-parts.ts';
import { listed } from './dates.ts';
import { doer, fromWords, moment, nextWords, statedWords, typed, Whom, whom } from './mail-parts.ts';

type News = MailWords['news'];

const STAND_STILL = 'Acusar recibo calla estos avisos por un tiempo; no detiene ningún plazo del contrato.';

/** What a contact at a contacted level is asked for. */
const asked = (reader: MailReader): readonly string[] => [
  `Acuse recibo del caso, y responda cuando tenga una respuesta. ${STAND_STILL}`,
  ...nextWords(reader),
];

const CaseOpened: News['CaseOpened'] = (event, reader) => {
  const stated = statedWords(event, 'empezó', reader);
  if (reader.audience === 'customer') {
    const byDesk = event.onBehalfOf === undefined ? '' : ` ${doer(event, reader)} lo abrió.`;
    const lead = `Su caso está abierto, y se contacta al ${levelWords(1, reader.context)}.${byDesk}`;
    return { subject: 'Caso abierto', lead: [lead, ...nextWords(reader), ...stated] };
  }
  const track = trackWords(event.track, reader.context);
  const lead = `${doer(event, reader)} abrió un caso para ${reader.customerName}: ${track}. Se contacta al ${levelWords(1, reader.context)}.`;
  return { subject: 'Caso abierto', lead: [lead, ...nextWords(reader), ...stated] };
};

const LevelContacted: News['LevelContacted'] = ({ level, contacts }, reader) => {
  const words = levelWords(level, reader.context);
  if (reader.audience === 'contractor' && reader.level === level) {
    const lead = `Se le contacta a usted en el ${words}: ${reader.customerName} espera su respuesta.`;
    return { subject: `Se le contacta a usted en el nivel ${level}`, lead: [lead, ...asked(reader)] };
  }
  const names = contacts.flatMap((one) => reader.name(one) ?? []);
  const who = names.length === 0 ? '' : `: ${listed(names)}`;
  return {
    subject: `Se contactó al nivel ${level}`,
    lead: [`Se contacta al ${words}${who}.`, ...nextWords(reader)],
  };
};

const StepWarned: News['StepWarned'] = ({ level, actor, stepDueAt, step, condition }, reader) => {
  const what = `podrá contactar al ${levelWords(level, reader.context)} a partir del ${fromWords(stepDueAt, reader)}`;
  const steps = reader.context.tracks[step.split('/')[0] ?? '']?.steps ?? [];
  const waitedOn = steps.find((one) => one.level === level)?.when[condition];
  const unless =
    waitedOn?.kind === 'unsatisfied'
      ? 'Eso no sucede si antes el cliente dice que está satisfecho.'
      : 'Una respuesta antes de esa hora evita que este paso quede pendiente.';
  return {
    subject: `Pronto se podrá contactar al nivel ${level}`,
    lead: [`${Whom(actor, reader)} ${what}.`, unless],
  };
};

/** Since when, where that is not now. */
const since = (
  event: { readonly dueAt: Instant; readonly latenessMs: number },
  reader: MailReader,
): string => (event.latenessMs < 60_000 ? '' : ` Es así desde el ${moment(event.dueAt, reader)}.`);

const mayNow = (actor: Party, level: number, reader: MailReader): string =>
  `${Whom(actor, reader)} ya puede contactar al ${levelWords(level, reader.context)}.`;

/** Whether a step can still be taken: an automatic move may have been made in the very same decision. */
const isDue = (level: number, { waiting }: MailReader): boolean =>
  waiting.due.some((step) => step.level === level);

const StepFellDue: News['StepFellDue'] = (event, reader) => {
  const { level, actor } = event;
  const why =
    event.conditionKind === 'unsatisfied'
      ? 'El asunto no quedó resuelto a tiempo.'
      : 'No hubo respuesta a tiempo.';
  if (!isDue(level, reader)) {
    return {
      subject: `El paso al nivel ${level} quedó pendiente`,
      lead: [`El paso al ${levelWords(level, reader.context)} quedó pendiente. ${why}`, ...nextWords(reader)],
    };
  }
  const lead = `${mayNow(actor, level, reader)} ${why}${since(event, reader)}`;
  const ends = `${whom(actor, reader)} lo dé o decida no darlo`;
  const keeps = `El paso sigue pendiente, aunque después haya una respuesta, hasta que ${ends}, se contacte a un nivel más alto o se cierre el caso.`;
  return { subject: `Ya se puede contactar al nivel ${level}`, lead: [lead, keeps] };
};

const StepWithdrawn: News['StepWithdrawn'] = ({ level }, reader) => ({
  subject: `El paso al nivel ${level} ya no está pendiente`,
  lead: [
    `Se retira el paso al ${levelWords(level, reader.context)}: se había recibido una respuesta antes de que venciera el plazo, y se tramitó después.`,
    ...nextWords(reader),
  ],
});

const StepDeclined: News['StepDeclined'] = (event, reader) => ({
  subject: `Por ahora no se contacta al nivel ${event.level}`,
  lead: [
    `${doer(event, reader)} decidió no contactar al ${levelWords(event.level, reader.context)}: ${typed(event.reason)}.`,
    `${Whom(event.actor, reader)} todavía puede contactarlo más tarde.`,
    ...nextWords(reader),
  ],
});

const StepPassed: News['StepPassed'] = (event, reader) => {
  const { level } = event;
  const why = `${Whom(event.actor, reader)} no dio el paso a tiempo.`;
  if (!isDue(level, reader)) {
    const to = event.to === reader.audience ? 'a usted' : toParty(event.to);
    const lead = `El paso al ${levelWords(level, reader.context)} le corresponde ahora ${to}. ${why}`;
    return { subject: `El paso al nivel ${level} cambió de manos`, lead: [lead, ...nextWords(reader)] };
  }
  return {
    subject: `Ya se puede contactar al nivel ${level}`,
    lead: [`${mayNow(event.to, level, reader)} ${why}${since(event, reader)}`],
  };
};

const Escalated: News['Escalated'] = (event, reader) => {
  const words = levelWords(event.level, reader.context);
  const early = event.early === undefined ? '' : ` Fue antes de tiempo: ${typed(event.early)}.`;
  const asks =
    reader.audience === 'contractor'
      ? `${reader.customerName} espera una respuesta.`
      : 'Quien atiende en ese nivel debe una respuesta.';
  return {
    subject: `El caso pasó al nivel ${event.level}`,
    lead: [
      `${doer(event, reader)} pasó el caso al ${words}.${early} ${asks}`,
      ...nextWords(reader),
      ...statedWords(event, 'ocurrió', reader),
    ],
  };
};

/** Who is to answer an ask that went to every level contacted. */
const owes = ({ audience, level, context }: MailReader): string =>
  audience === 'contractor' && level !== undefined
    ? `Usted debe una respuesta en el ${levelWords(level, context)}, igual que todos los niveles contactados hasta ahora.`
    : 'Todos los niveles contactados hasta ahora deben una respuesta.';

/** The customer wants an answer, again. */
const again =
  (subject: string, says: string): News['CustomerAsked'] & News['NotSatisfied'] =>
  (event, reader) => {
    const rest = reader.audience === 'contractor' ? asked(reader) : nextWords(reader);
    const stated = statedWords(event, 'se pidió', reader);
    return { subject, lead: [`${doer(event, reader)} ${says} ${owes(reader)}`, ...rest, ...stated] };
  };

/** Opening, steps, moves and asks. */
export const stepNews: Pick<
  News,
  | ('CaseOpened' | 'LevelContacted' | 'StepWarned' | 'StepFellDue' | 'StepWithdrawn' | 'StepDeclined')
  | ('StepPassed' | 'Escalated' | 'CustomerAsked' | 'NotSatisfied' | 'CaseReopened' | 'CustomerReminded')
> = {
  CaseOpened,
  LevelContacted,
  StepWarned,
  StepFellDue,
  StepWithdrawn,
  StepDeclined,
  StepPassed,
  Escalated,
  CustomerAsked: again('Se pide respuesta de nuevo', 'pidió respuesta de nuevo.'),
  NotSatisfied: again('No satisfecho', 'dijo que el asunto no está resuelto.'),
  CaseReopened: (event, reader) => ({
    subject: 'Caso reabierto',
    lead: [
      `${doer(event, reader)} reabrió el caso. Sus plazos siguen desde donde estaban, y se pide respuesta de nuevo a todos los niveles contactados.`,
      ...(reader.audience === 'contractor' ? asked(reader) : nextWords(reader)),
    ],
  }),
  CustomerReminded: ({ reminder }, reader) => ({
    subject: `Una propuesta espera la palabra ${reader.audience === 'customer' ? 'de usted' : 'del cliente'}`,
    lead: [
      `El contratista propuso una solución. Solo ${whom('customer', reader)} puede decir si resuelve el asunto.`,
      `Este es el recordatorio ${reminder} de 3. Si no hay contestación, ${partyWords('oversight')} puede cerrar el caso.`,
    ],
  }),
};
