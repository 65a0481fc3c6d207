import type { EventType } from '../../case/event.ts';
import type { Means } from '../../plan/revision/revision.ts';
import type { MailReader, MailWords } from '../mail.ts';
import { LevelWords, levelWords, trackWords } from './case-parts.ts';
import { doer, moment, nextWords, typed, Whom } from './mail-parts.ts';

type News = MailWords['news'];

/** How long a pause lasts at most, where the plan says so. */
const longest = (reader: MailReader): string =>
  reader.pauseUntil === undefined
    ? 'Cualquiera de las dos partes puede terminar la pausa.'
    : `Cualquiera de las dos partes puede terminar la pausa; por sí sola termina el ${moment(reader.pauseUntil, reader)}.`;

/** Which ask; the first is the opening. */
const askWords = (ask: number): string => (ask === 0 ? 'la apertura' : `la solicitud ${ask}`);

const upheldWords = (upheld: boolean): string =>
  upheld ? 'La supervisión le dio la razón' : 'La supervisión no le dio la razón';

const COUNTED_ANEW = 'Los vencimientos se calculan de nuevo desde los mismos inicios.';

const PROMISES: Readonly<Record<string, (level: string) => string>> = {
  acknowledgeWithin: (level) => `${level} no acusó recibo a tiempo.`,
  respondWithin: (level) => `${level} no respondió a tiempo.`,
  updateEvery: (level) => `${level} no dio novedades a tiempo.`,
  longestAtLevel: (level) => `${level} no resolvió el caso ni lo pasó al siguiente nivel a tiempo.`,
};

function missed(promise: string, level: number, reader: MailReader): string {
  const kind = promise.split('/').at(-1) ?? '';
  const who = LevelWords(level, reader.context);
  return PROMISES[kind]?.(who) ?? `${who} no cumplió una promesa.`;
}

/** Pauses, disputes, tracks, revisions, promises: the frame in which a case runs. */
export const frameNews: Omit<
  News,
  | ('CaseOpened' | 'LevelContacted' | 'StepWarned' | 'StepFellDue' | 'StepWithdrawn' | 'StepDeclined')
  | ('StepPassed' | 'Escalated' | 'CustomerAsked' | 'NotSatisfied' | 'CaseReopened' | 'CustomerReminded')
  | ('Acknowledged' | 'Responded' | 'ResolutionProposed' | 'Updated' | 'ResponseConfirmed' | 'Satisfied')
  | ('SatisfactionUndone' | 'NoteAdded' | 'FileAttached' | 'CallRecorded' | 'HandedOver' | 'CaseClosed')
  | ('WatcherAdded' | 'WatcherRemoved' | 'StandInNamed' | 'StandInEnded')
> = {
  PauseRequested: (event, reader) => ({
    subject: 'Se pide una pausa',
    lead: [
      `${doer(event, reader)} pidió una pausa: ${typed(event.reason)}.`,
      reader.audience === 'customer'
        ? 'Todos los plazos se detendrían. Empieza solo si usted la acepta en la página del caso; mientras tanto, todo sigue corriendo.'
        : 'Empieza solo si el cliente la acepta; mientras tanto, todos los plazos siguen corriendo.',
    ],
  }),
  PauseRefused: (event, reader) => ({
    subject: 'No hay pausa',
    lead: [
      `${doer(event, reader)} no aceptó la pausa. Todos los plazos siguen corriendo.`,
      ...nextWords(reader),
    ],
  }),
  Paused: (event, reader) => ({
    subject: 'En pausa',
    lead: [
      `${doer(event, reader)} aceptó una pausa: ${typed(event.reason)}. Todos los plazos están detenidos.`,
      longest(reader),
    ],
  }),
  Resumed: (event, reader) => ({
    subject: 'Los plazos siguen corriendo',
    lead: [
      event.dueAt === undefined
        ? `${doer(event, reader)} terminó la pausa, y los plazos siguen corriendo.`
        : 'Terminó la pausa más larga que permite el plan, y los plazos siguen corriendo.',
      ...nextWords(reader),
    ],
  }),
  PauseContested: (event, reader) => ({
    subject: 'Se impugna una pausa',
    lead: [
      `${doer(event, reader)} impugnó una pausa. ${Whom('oversight', reader)} puede decidir que la pausa cuente como si nunca hubiera existido; mientras tanto, cuenta.`,
    ],
  }),
  PauseDisputeDecided: (event, reader) => ({
    subject: 'Se decidió sobre una pausa impugnada',
    lead: [
      `${upheldWords(event.upheld)} al cliente: la pausa cuenta${event.upheld ? ' como si nunca hubiera existido' : ''}.`,
      ...nextWords(reader),
    ],
  }),
  StatedInstantContested: (event, reader) => ({
    subject: 'Se impugna una hora declarada',
    lead: [
      `${doer(event, reader)} impugnó la hora declarada para ${askWords(event.ask)}. ${Whom('oversight', reader)} puede decidir que cuente desde que se recibió; mientras tanto, cuenta como se declaró.`,
    ],
  }),
  StatedInstantDecided: (event, reader) => ({
    subject: 'Se decidió sobre una hora impugnada',
    lead: [
      `${upheldWords(event.upheld)} al contratista: ${askWords(event.ask)} cuenta desde ${event.upheld ? 'que se recibió' : 'la hora declarada'}.`,
      ...nextWords(reader),
    ],
  }),
  TrackChanged: (event, reader) => ({
    subject: 'Otra ruta',
    lead: [
      `${doer(event, reader)} cambió la ruta a ${trackWords(event.track, reader.context)}. ${COUNTED_ANEW}`,
      ...nextWords(reader),
    ],
  }),
  TrackProposed: (event, reader) => ({
    subject: 'Se propone otra ruta',
    lead: [
      `${doer(event, reader)} propuso la ruta ${trackWords(event.track, reader.context)}. Nada cambia si ${
        reader.audience === 'customer' ? 'usted no la cambia' : 'el cliente o la supervisión no la cambian'
      } en la página del caso.`,
    ],
  }),
  AutomaticChosen: (event, reader) => ({
    subject: event.automatic ? 'Ladder pasa el caso de nivel' : 'Sin pasos automáticos',
    lead: [
      event.automatic
        ? `${doer(event, reader)} permitió que Ladder pase el caso de nivel en nombre ${reader.audience === 'customer' ? 'de usted' : 'del cliente'} en cuanto un paso del cliente quede pendiente.`
        : `${doer(event, reader)} eligió que el cliente pase el caso de nivel por su cuenta. De ahora en adelante, Ladder no da ningún paso en su nombre.`,
      ...nextWords(reader),
    ],
  }),
  RevisionProposed: (event, reader) => ({
    subject: 'Se propone otra revisión',
    lead: [
      `${doer(event, reader)} propuso que el caso pase a la revisión ${event.revision.number} del plan. Nada cambia mientras el cliente o la supervisión no lo pasen.`,
    ],
  }),
  MovedToRevision: (event, reader) => ({
    subject: `Revisión ${event.revision.number} del plan`,
    lead: [
      `${doer(event, reader)} pasó el caso a la revisión ${event.revision.number} del plan. ${COUNTED_ANEW}`,
      ...nextWords(reader),
    ],
  }),
  PromiseMissed: (event, reader) => ({
    subject: `Promesa incumplida en el nivel ${event.level}`,
    lead: [
      `${missed(event.promise, event.level, reader)} Tenía hasta el ${moment(event.dueAt, reader)}.`,
      'Una promesa es algo a lo que el contratista se obliga aparte de los pasos. Esto no cambia el vencimiento de ningún paso.',
      ...nextWords(reader),
    ],
  }),
  PromiseKept: (event, reader) => ({
    subject: `Promesa cumplida en el nivel ${event.level}`,
    lead: [`${LevelWords(event.level, reader.context)} cumplió una promesa.`],
  }),
  PromiseVoid: (event, reader) => ({
    subject: `Promesa sin objeto en el nivel ${event.level}`,
    lead: [`Una promesa del ${levelWords(event.level, reader.context)} ya no tiene objeto.`],
  }),
  MeansLost: (event, reader) => ({
    subject: `Un contacto ya no recibe ${MANY[event.means] ?? event.means}`,
    lead: [
      `${reader.name(event.contact) ?? 'Un contacto'} ya no recibe de Ladder ${MANY[event.means] ?? event.means}, y se le avisa por otros medios. Donde no hay otros, Ladder no puede avisarle.`,
    ],
  }),
  MeansRegained: (event, reader) => ({
    subject: `Un contacto vuelve a recibir ${MANY[event.means] ?? event.means}`,
    lead: [
      `${reader.name(event.contact) ?? 'Un contacto'} vuelve a recibir de Ladder ${MANY[event.means] ?? event.means}.`,
    ],
  }),
  ReachingEnded: (event, reader) => ({
    subject: `Ocho horas sin respuesta del nivel ${event.level}`,
    lead: [
      `Durante ocho horas se avisó al ${levelWords(event.level, reader.context)}, y nadie ahí se hizo cargo del caso ni respondió en ese tiempo. Ladder no avisa más ahí hasta que se vuelva a pedir respuesta al nivel.`,
      'Los plazos siguen corriendo de todos modos. Llame, o vaya al nivel siguiente donde ya se pueda.',
    ],
  }),
  DeliveryRecorded: (event, reader) => ({
    subject: 'Un envío',
    lead: [
      `Un mensaje para ${reader.name(event.contact) ?? 'un contacto'} ${DELIVERED[event.result]}. Eso no es una respuesta.`,
    ],
  }),
} satisfies Partial<{ [T in EventType]: News[T] }>;

const MANY: Readonly<Partial<Record<Means, string>>> = {
  call: 'llamadas',
  text: 'mensajes de texto',
  email: 'correo',
};

const DELIVERED = {
  handedOver: 'está en manos de su operador',
  delivered: 'se entregó',
  failed: 'no se entregó',
} as const;
