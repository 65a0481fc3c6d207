import type { Call, CallFailure, Telephone } from '../../case/call.ts';
import type { CommandType } from '../../case/command.ts';
import { asInstant, type Instant, roundedUp } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { CaseContext } from '../case.ts';
import { formatDuration, longLocal } from './dates.ts';

const PARTIES: Readonly<Record<Party, string>> = {
  customer: 'el cliente',
  contractor: 'el contratista',
  oversight: 'la supervisión',
};

/** A party as a sentence has it. */
export const partyWords = (party: Party): string => PARTIES[party];

/** A party beside a name: `cliente`. */
export const partyName = (party: Party): string => PARTIES[party].replace(/^(?:el|la) /, '');

/** A party at the head of a sentence. */
export const PartyWords = (party: Party): string => capital(PARTIES[party]);

/** `del cliente`, `de la supervisión` */
export const ofParty = (party: Party): string => `de ${PARTIES[party]}`.replace('de el ', 'del ');

/** `al cliente`, `a la supervisión` */
export const toParty = (party: Party): string => `a ${PARTIES[party]}`.replace('a el ', 'al ');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `, Ana, al celular`; de una llamada de la que eso no consta, nada. */
export const rungWords = ({ telephone }: Call, name: string | undefined): string =>
  telephone === undefined ? '' : `${name === undefined ? '' : `, ${name}`}, ${BY_NUMBER[telephone]}`;

const BY_NUMBER: Readonly<Record<Telephone, string>> = {
  office: 'al número de la oficina',
  mobile: 'al celular',
  other: 'a otro número',
};

export const outcomeWords = ({ reached, failure, lastedSeconds }: Call): string =>
  reached
    ? `contestaron${lastedSeconds === undefined ? '' : `, en comunicación durante ${formatDuration(lastedSeconds * 1000)}`}`
    : FAILED[failure ?? 'noAnswer'];

const FAILED: Readonly<Record<CallFailure, string>> = {
  noAnswer: 'no contestaron',
  wrongPerson: 'contestó otra persona',
  notInService: 'el número no está en servicio',
  busy: 'estaba ocupado',
  notTaken: 'contestó alguien o una máquina que no tomó la llamada',
  notConnected: 'su operador no pudo llamar al número',
};

/** `nivel 2 (Solutions Architect)`: the sentence says the article, `al`, `del`. */
export function levelWords(level: number, { levels }: CaseContext): string {
  const title = levels[level - 1]?.title ?? '';
  return title === '' ? `nivel ${level}` : `nivel ${level} (${title})`;
}

/** `El nivel 2 (Solutions Architect)` */
export const LevelWords = (level: number, context: CaseContext): string => `El ${levelWords(level, context)}`;

/** A track by its title. */
export const trackWords = (track: string, { tracks }: CaseContext): string => tracks[track]?.title ?? track;

/** An instant that has happened, on the contract's clocks, to the minute it fell in; the sentence says `el`, `del`. */
export const when = (at: Instant, { timeZone }: CaseContext): string =>
  longLocal(asInstant(at - (((at % 60_000) + 60_000) % 60_000)), timeZone, { year: true, zone: true });

/** An instant from which something is allowed: never shown before it is. */
export const from = (at: Instant, context: CaseContext): string => when(roundedUp(at), context);

const COMMANDS: Readonly<Record<CommandType, string>> = {
  open: 'abrir el caso',
  escalate: 'escalar',
  ask: 'pedir respuesta de nuevo',
  notSatisfied: 'no satisfecho',
  acknowledge: 'acusar recibo',
  respond: 'responder',
  proposeResolution: 'proponer una solución',
  update: 'dar novedades',
  confirmResponse: 'confirmar una respuesta',
  satisfied: 'satisfecho',
  undoSatisfied: 'deshacer “satisfecho”',
  requestPause: 'pedir una pausa',
  consentToPause: 'aceptar la pausa',
  refusePause: 'rechazar la pausa',
  resume: 'terminar la pausa',
  contestPause: 'impugnar una pausa',
  decidePauseDispute: 'decidir sobre una pausa impugnada',
  contestStatedInstant: 'impugnar una hora declarada',
  decideStatedInstant: 'decidir sobre una hora impugnada',
  decline: 'no dar un paso',
  handOver: 'traspasar el caso',
  changeTrack: 'cambiar la ruta',
  proposeTrack: 'proponer otra ruta',
  chooseAutomatic: 'elegir pasos automáticos',
  addNote: 'agregar una nota',
  attach: 'adjuntar un archivo',
  addWatcher: 'agregar a quien sigue el caso',
  removeWatcher: 'quitar a quien sigue el caso',
  nameStandIn: 'nombrar suplente',
  endStandIn: 'terminar la suplencia',
  recordCall: 'registrar una llamada',
  withdraw: 'retirar el caso',
  close: 'cerrar el caso',
  reopen: 'reabrir el caso',
  proposeRevision: 'proponer otra revisión',
  moveToRevision: 'pasar a otra revisión',
  deadlineDue: 'vencimiento de un plazo',
  deliveryResult: 'resultado de un envío',
  noteMeans: 'cambio de los medios por los que se avisa',
  endReaching: 'fin de los avisos a un nivel',
};

/** What is asked of a case, as its button says it. */
export const commandWords = (command: CommandType): string => `“${COMMANDS[command]}”`;

const MEANS: Readonly<Record<string, string>> = {
  call: 'llamada',
  email: 'correo electrónico',
  text: 'mensaje de texto',
  portal: 'portal',
};

/** A means as people call it; one that a plan names otherwise keeps its name. */
export const meansName = (means: string): string => MEANS[means] ?? means;
