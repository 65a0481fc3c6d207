import type { Language } from '../message/catalogue.ts';
import type { CaseAct } from './said.ts';

/** What somebody with the PIN of a case wants by text: something done, to hear where it stands, or words put onto it. */
export type PinnedAct = CaseAct | 'standing' | 'message';

/** What a text says, as far as it can be told without knowing who sent it. */
export type Meaning =
  | { readonly means: 'stop' | 'start' | 'help' }
  /** A reply code, with the words after it; blanks and punctuation alone are none. */
  | { readonly means: 'key'; readonly key: string; readonly rest: string }
  /** Digits alone: an answer to what was asked last. */
  | { readonly means: 'number'; readonly digits: string }
  | { readonly means: 'open'; readonly text: string }
  | {
      readonly means: 'pinned';
      readonly caseId: string;
      readonly pin: string;
      readonly act: PinnedAct;
      readonly text: string;
    }
  | { readonly means: 'words' };

/** What carriers themselves take for an end and a beginning; without accents, in capitals. */
const STOP = /^(?:STOP|STOPALL|STOP ALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|ALTO|PARAR|CANCELAR)$/;
const START = /^(?:START|UNSTOP|YES|COMENZAR|EMPEZAR|INICIAR)$/;
const HELP = /^(?:HELP|INFO|AYUDA|\?)$/;
const OPEN = /^\s*(?:OPEN|ABRIR)\b[\s:,.-]*/i;
const PINNED =
  /^[\s\p{P}]*(?:(?:case|caso)\s+)?(\d{6,18})[\s,;:#.-]+(?:PIN\b[\s:#.-]*)?(\d{6})(?!\d)[\s,;:.-]*/iu;
/** A digit that stands for itself: not that of `3rd`, `2.5` or `5:30`. */
const KEY = /^[\s\p{P}]*(\d)(?![\p{L}\d]|[.,:/-]\d{1,5}(?!\d))[\s,;:.)-]*/u;
const DIGITS = /^\s*(\d{1,18})\s*#?\s*$/;

/** Words for what may be done, the longer before those they begin with. */
const ACTS: readonly (readonly [RegExp, PinnedAct])[] = [
  [/^(?:not\s+satisfied|no\s+satisfech[oa])\b/i, 'notSatisfied'],
  [/^(?:satisfied|satisfech[oa])\b/i, 'satisfied'],
  [/^(?:undo|deshacer)\b/i, 'undoSatisfied'],
  [/^(?:ask\s+again|ask|preguntar|pedir)\b/i, 'ask'],
  [/^(?:move|next\s+level|next|subir|avanzar|siguiente\s+nivel|siguiente)\b/i, 'escalate'],
  [/^(?:status|where|estado)\b/i, 'standing'],
];

/** Whether anything is said. Blanks and punctuation are nothing; whoever asks says something. */
export const saysSomething = (text: string): boolean => /[^\s\p{P}]|\?/u.test(text);

/** As carriers compare their words: without accents and points, in capitals. */
export const bare = (body: string): string =>
  body
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[.!"'¡]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toUpperCase();

/** Spanish for what a text may want; what carriers take in any language tells nothing. */
const SPANISH =
  /^(?:abrir|ayuda|comenzar|empezar|iniciar|caso|(?:no\s+)?satisfech[oa]|deshacer|preguntar|pedir|subir|avanzar|siguiente|estado)\b/i;

/** Words as they were meant: whoever repeats a word of ours may bring its quotation marks with it. */
const unquoted = (text: string): string => text.replace(/^[\s"'“”‘’«»]+/, '');

/** The language that a text is written in, where its word is Spanish; undefined of every other. */
export function languageIn(body: string): Language | undefined {
  const after = body.slice(PINNED.exec(body)?.[0].length ?? 0);
  return [body, after].some((said) => SPANISH.test(unquoted(said))) ? 'es' : undefined;
}

/** What a text means; of one that says nothing known, that it is words. */
export function readText(body: string): Meaning {
  const word = bare(body);
  if (STOP.test(word)) return { means: 'stop' };
  if (START.test(word)) return { means: 'start' };
  if (HELP.test(word)) return { means: 'help' };
  const pinned = PINNED.exec(body);
  if (pinned) {
    const [whole, caseId = '', pin = ''] = pinned;
    return { means: 'pinned', caseId, pin, ...actIn(body.slice(whole.length)) };
  }
  const number = DIGITS.exec(body);
  if (number) return { means: 'number', digits: number[1] ?? '' };
  const key = KEY.exec(body);
  if (key) {
    const rest = body.slice(key[0].length).trim();
    return { means: 'key', key: key[1] ?? '', rest: saysSomething(rest) ? rest : '' };
  }
  const open = OPEN.exec(body);
  return open ? { means: 'open', text: body.slice(open[0].length).trim() } : { means: 'words' };
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Acts that words may follow: whoever asks, or is not satisfied, says more, and takes nothing back by it. */
const TAKES_WORDS: ReadonlySet<PinnedAct> = new Set(['ask', 'notSatisfied']);

/**
 * The word for what is to be done, where it stands alone: `satisfied with nothing` is no word for it, nor is `next week`.
 * Whatever says more than a word is a message; where nothing is said, it is asked where the case stands.
 */
function actIn(rest: string): { readonly act: PinnedAct; readonly text: string } {
  if (!hasWords(rest)) return { act: 'standing', text: '' };
  const said = unquoted(rest);
  for (const [pattern, act] of ACTS) {
    const found = pattern.exec(said);
    if (!found) continue;
    const after = said.slice(found[0].length);
    const text = saysSomething(after) ? after.replace(/^[\s,;:.-]+/, '').trim() : '';
    if (text === '' || TAKES_WORDS.has(act)) return { act, text };
    // To ask where it stands may have the mark of a question.
    if (act === 'standing' && !hasWords(after)) return { act, text: '' };
    break;
  }
  return { act: 'message', text: rest.trim() };
}
