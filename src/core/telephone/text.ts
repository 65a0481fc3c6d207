import type { Language } from '../message/catalogue.ts';
import { onwards } from './call-opening.ts';
import { begun, type Conversation, type Facts, type Turn } from './conversation.ts';
import { type Meaning, type PinnedAct, readText, saysSomething } from './read-text.ts';
import type { NoticeAct, Said } from './said.ts';
import { askedAgain, isYesOrNo, turnAt } from './text-question.ts';

/** A notice sent to a number that nobody has answered: what its codes stand for. */
export interface WaitingNotice {
  readonly contract: string;
  readonly deliveryId: string;
  readonly caseId: string;
  readonly keys: readonly WaitingKey[];
}

interface WaitingKey {
  readonly key: string;
  readonly act: NoticeAct;
  /** Of a move. */
  readonly level?: number | undefined;
}

export interface TextFacts extends Facts {
  /** Of each case the latest, the latest first. */
  readonly waiting: readonly WaitingNotice[];
  /** Those whose case has gone on since: whoever names it is told so, and no other case gets the answer. */
  readonly passed?: readonly WaitingNotice[];
  /** The number that the text names after its code, where a case has it. */
  readonly namedCase?: string | undefined;
  /** Whether the number has stopped our texts: of no other is it news that they come again. */
  readonly isStopped?: boolean;
}

/** What is remembered of the number between two texts. */
export type TextMemory =
  /** A case is being opened: what was settled of it, and what it is about. */
  | { readonly kind: 'opening'; readonly conversation: Conversation; readonly text: string }
  /** A code that could be of several notices. */
  | {
      readonly kind: 'which';
      readonly key: string;
      readonly text: string;
      /** Texts in a row that named none of the cases. */
      readonly misses?: number;
    };

/** What a text leads to. */
export type TextStep =
  | { readonly step: 'stop' | 'start' | 'help' }
  | { readonly step: 'notice'; readonly notice: WaitingNotice; readonly key: string; readonly text: string }
  | {
      readonly step: 'which';
      readonly caseIds: readonly string[];
      readonly key: string;
      readonly memory: TextMemory;
      /** Whether it was asked before, and not answered. */
      readonly isAgain?: boolean;
    }
  /** Words after a code that takes none: nothing is done, and what it would do is said. */
  | {
      readonly step: 'alone';
      readonly caseId: string;
      readonly key: string;
      readonly act: NoticeAct;
      readonly level: number | undefined;
      /** The code that takes words, where the notice has one. */
      readonly wordsKey: string | undefined;
      /** Whether it is the customer's: with the PIN they ask again in words. */
      readonly isCustomer: boolean;
    }
  /** What was asked got no answer that fits, as often as it is asked. */
  | { readonly step: 'letGo' }
  /** A code that no notice has. */
  | { readonly step: 'noSuchKey'; readonly keys: readonly string[]; readonly caseId: string }
  | { readonly step: 'nothingWaits' }
  | {
      readonly step: 'pinned';
      readonly caseId: string;
      readonly pin: string;
      readonly act: PinnedAct;
      readonly text: string;
    }
  /** Something is asked about a case that is to be opened. */
  | {
      readonly step: 'asked';
      readonly said: readonly Said[];
      readonly memory: TextMemory | undefined;
      /** Whether it was asked before, and not answered. */
      readonly isAgain?: boolean;
    }
  | {
      readonly step: 'customer';
      readonly contract: string;
      readonly code: string;
      readonly memory: TextMemory;
    }
  | {
      readonly step: 'open';
      readonly contract: string;
      readonly track: string;
      readonly customer: string | undefined;
      readonly person: string | undefined;
      readonly text: string;
    };

interface Asked {
  readonly language: Language;
  readonly memory: TextMemory | undefined;
  readonly facts: TextFacts;
}

/** Texts in a row that do not fit after which a question is let go, as in calls. */
const MISSES_MAX = 3;

/**
 * What a text leads to, by what it says, what its number was asked last, and which notices wait for an answer from it.
 * What was asked last comes first: whatever is no wish of its own answers that, and nothing else. What does not fit has
 * it asked once more.
 */
export function textStep(body: string, asked: Asked): TextStep {
  const meaning = readText(body);
  const { memory, facts } = asked;
  if (memory && !isWish(meaning, body, asked)) {
    const step = memory.kind === 'which' ? whichOf(memory, meaning, asked) : openingOf(memory, body, asked);
    return step ?? repeated(memory, asked);
  }
  switch (meaning.means) {
    case 'stop':
    case 'help':
      return { step: meaning.means };
    case 'start':
      return facts.isStopped ? { step: 'start' } : wordsOnly(asked);
    case 'pinned':
      return { step: 'pinned', ...meaning };
    case 'open':
      return opens(asked, meaning.text);
    case 'number':
      return /^\d$/.test(meaning.digits) ? keyed(asked, meaning.digits, '') : { step: 'help' };
    case 'key':
      return keyed(asked, meaning.key, meaning.rest);
    case 'words':
      return wordsOnly(asked);
  }
}

const wordsOnly = ({ facts }: Asked): TextStep =>
  facts.waiting.length > 0 ? { step: 'nothingWaits' } : { step: 'help' };

/** Whether a text wants something whatever was asked before. */
function isWish(meaning: Meaning, body: string, { memory, facts }: Asked): boolean {
  switch (meaning.means) {
    case 'stop':
    case 'help':
    case 'open':
    case 'pinned':
      return true;
    case 'start': {
      const isAnswer = memory?.kind === 'opening' && isYesOrNo(memory.conversation, body);
      return facts.isStopped === true && !isAnswer;
    }
    case 'key': {
      const named = numberNamedIn(body);
      return named !== undefined && (named === facts.namedCase || noticeOf(facts, named) !== undefined);
    }
    case 'number':
    case 'words':
      return false;
  }
}

/** What was asked, once more; at the third time that nothing fits it is let go. */
function repeated(memory: TextMemory, { facts }: Asked): TextStep {
  if (memory.kind === 'which') {
    const { key, misses: before = 0 } = memory;
    const caseIds = withKey(facts, key).map(({ caseId }) => caseId);
    const misses = before + 1;
    if (misses >= MISSES_MAX || caseIds.length === 0) return { step: 'letGo' };
    return { step: 'which', caseIds, key, memory: { ...memory, misses }, isAgain: true };
  }
  const misses = memory.conversation.misses + 1;
  if (misses >= MISSES_MAX) return { step: 'letGo' };
  const step = stepOf(askedAgain({ ...memory.conversation, misses }, facts), memory.text);
  return step.step === 'asked' ? { ...step, isAgain: true } : step;
}

/** What is remembered of a number after a text: what is said in between takes no opening away. */
export function memoryAfter(step: TextStep, before: TextMemory | undefined): TextMemory | undefined {
  switch (step.step) {
    case 'asked':
    case 'which':
    case 'customer':
      return step.memory;
    case 'stop':
    case 'open':
    case 'letGo':
      return undefined;
    case 'start':
    case 'help':
    case 'pinned':
      return before;
    default:
      return before?.kind === 'opening' ? before : undefined;
  }
}

function digitsOf(meaning: Meaning): string | undefined {
  if (meaning.means === 'number') return meaning.digits;
  return meaning.means === 'key' && meaning.rest === '' ? meaning.key : undefined;
}

/** What a code may name after it: `1 100001`, `2 100001 A crew is on its way`. */
const NAMED = /^(\d{6,18})(?!\d)[\s,;:.-]*([\s\S]*)$/;

/** The number that stands after a reply code and may be that of a case. */
export function numberNamedIn(body: string): string | undefined {
  const meaning = readText(body);
  return meaning.means === 'key' ? NAMED.exec(meaning.rest)?.[1] : undefined;
}

/**
 * A reply code. It may name its case; where it does not and several wait, it is asked which. What names a case is never
 * taken for another.
 */
function keyed(asked: Asked, key: string, rest: string): TextStep {
  const { waiting, namedCase } = asked.facts;
  const [, named, words = ''] = NAMED.exec(rest) ?? [];
  const ofCase = named === undefined ? undefined : noticeOf(asked.facts, named);
  if (ofCase) return answered(ofCase, key, words);
  if (named !== undefined && named === namedCase) return { step: 'nothingWaits' };
  const [latest] = waiting;
  if (!latest) return { step: 'nothingWaits' };
  const fitting = withKey(asked.facts, key);
  const [first = latest, ...others] = fitting;
  const step = answered(first, key, rest);
  if (others.length === 0 || step.step === 'alone') return step;
  const caseIds = fitting.map(({ caseId }) => caseId);
  return { step: 'which', caseIds, key, memory: { kind: 'which', key, text: rest } };
}

const withKey = ({ waiting }: TextFacts, key: string): readonly WaitingNotice[] =>
  waiting.filter(({ keys }) => keys.some((one) => one.key === key));

/** A code does what it stands for. One that takes no words does it only where it stands alone: `3 lines are dead` is no code. */
function answered(notice: WaitingNotice, key: string, text: string): TextStep {
  const { keys, caseId } = notice;
  const found = keys.find((one) => one.key === key);
  if (!found) return { step: 'noSuchKey', keys: keys.map((one) => one.key), caseId };
  const { act, level } = found;
  const words = saysSomething(text) ? text.trim() : '';
  if (words === '' || act === 'respond') return { step: 'notice', notice, key, text: words };
  const wordsKey = keys.find((one) => one.act === 'respond')?.key;
  const isCustomer = keys.some((one) => one.act === 'satisfied' || one.act === 'notSatisfied');
  return { step: 'alone', caseId, key, act, level, wordsKey, isCustomer };
}

const noticeOf = ({ waiting, passed = [] }: TextFacts, named: string): WaitingNotice | undefined =>
  [...waiting, ...passed].find(({ caseId }) => caseId === named);

/** The case that was asked for. */
function whichOf(
  { key, text }: Extract<TextMemory, { kind: 'which' }>,
  meaning: Meaning,
  { facts }: Asked,
): TextStep | undefined {
  const digits = digitsOf(meaning);
  const notice = digits === undefined ? undefined : noticeOf(facts, digits);
  return notice && answered(notice, key, text);
}

function opens({ language, facts }: Asked, text: string): TextStep {
  return stepOf(onwards(begun(language), facts), text);
}

function openingOf(
  { conversation, text }: Extract<TextMemory, { kind: 'opening' }>,
  body: string,
  { facts }: Asked,
): TextStep | undefined {
  const turn = turnAt({ ...conversation, misses: 0 }, body, facts);
  return turn && stepOf(turn, text);
}

/** A turn of the opening, as a text goes on from it: what was to be spoken has been written. */
function stepOf({ conversation, said, next }: Turn, text: string): TextStep {
  const { place, contract = '', track = '', customer, person } = conversation;
  if (place === 'description') return { step: 'open', contract, track, customer, person, text };
  const memory: TextMemory = { kind: 'opening', conversation, text };
  if ('ask' in next && next.ask === 'customer') {
    return { step: 'customer', contract: next.contract, code: next.code, memory };
  }
  return { step: 'asked', said, memory: place === 'over' ? undefined : memory };
}

/** The opening goes on once it is known whose code it is. */
export function withCustomer(
  { conversation, text }: Extract<TextMemory, { kind: 'opening' }>,
  { customer, person }: { readonly customer: string; readonly person: string | undefined },
  facts: Facts,
): TextStep {
  const chosen = { ...conversation, customer, person, isChosen: true };
  return stepOf(onwards(chosen, facts), text);
}
