import type { WaitingFor } from '../../case/waiting-for.ts';
import type { CaseContext, CaseWords } from '../case.ts';
import { from, levelWords, PartyWords, when } from './case-parts.ts';

const since = (waiting: WaitingFor, context: CaseContext): string =>
  waiting.since === undefined ? '' : ` desde el ${when(waiting.since, context)}`;

/** Since when a move may be made: never shown before it is. */
const sinceDue = (waiting: WaitingFor, context: CaseContext): string =>
  waiting.since === undefined ? '' : ` desde el ${from(waiting.since, context)}`;

/** The level that is meant, or the contractor, after an article: `l` makes `al`, `el` at the head `El`. */
const level = (article: 'a' | 'E', waiting: WaitingFor, context: CaseContext): string =>
  `${article}l ${waiting.level === undefined ? 'contratista' : levelWords(waiting.level, context)}`;

/** What comes after: the next level and from when, or that there is none above. */
function next({ next: step, atTop, pauseAsked }: WaitingFor, context: CaseContext): string {
  const asked = pauseAsked ? ' El contratista pide una pausa.' : '';
  if (atTop) return ` Este es el nivel más alto; la supervisión ve el caso.${asked}`;
  if (!step) return asked;
  const what = `podrá contactar al ${levelWords(step.level, context)}`;
  return ` ${PartyWords(step.actor)} ${what} a partir del ${from(step.dueAt, context)}.${asked}`;
}

export const caseWaiting: CaseWords['waiting'] = {
  opening: () => 'Todavía no hay caso: lo abre el cliente.',
  move: (waiting, context) =>
    `${PartyWords(waiting.party ?? 'customer')} ya puede contactar ${level('a', waiting, context)}: ese paso está pendiente${sinceDue(waiting, context)}.${next(waiting, context)}`,
  answer: (waiting, context) =>
    `${level('E', waiting, context)} le debe una respuesta al cliente${since(waiting, context)}.${next(waiting, context)}`,
  verdict: (waiting, context) =>
    `El cliente tiene una propuesta${since(waiting, context)} y le toca decir si resuelve el asunto.${next(waiting, context)}`,
  settlement: (waiting, context) =>
    `${level('E', waiting, context)} respondió${waiting.since === undefined ? '' : ` el ${when(waiting.since, context)}`}; el asunto todavía no está resuelto.${next(waiting, context)}`,
  resumption: (waiting, context) =>
    `Todos los plazos están detenidos${since(waiting, context)}; cualquiera de las dos partes puede terminar la pausa.`,
  nothing: (waiting, context) => `Cerrado${since(waiting, context)}.`,
};
