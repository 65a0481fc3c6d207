import type { Language } from '../message/catalogue.ts';
import { atPerson, chosenOf, code, onwards } from './call-opening.ts';
import { begun, type Conversation, type Facts, type Turn } from './conversation.ts';
import { type Meaning, type PinnedAct, readText } from './read-text.ts';
import type { NoticeAct, Said } from './said.ts';

/** A notice sent to a number that nobody has answered: what its codes stand for. */
export interface WaitingNotice {
  readonly contract: string;
  readonly deliveryId: string;
  readonly caseId: string;
  readonly keys: readonly { readonly key: string; readonly act: NoticeAct }[];
}

export interface TextFacts extends Facts {
  /** Of each case the latest, the latest first. */
  readonly waiting: readonly WaitingNotice[];
  /** Those whose case has gone on since: whoever names it is told so, and no other case gets the answer. */
  readonly passed?: readonly WaitingNotice[];
  /** The number that the text names after its code, where a case has it. */
  readonly namedCase?: string | undefined;
}

/** What is remembered of the number between two texts. */
export type TextMemory =
  /** A case is being opened: what was settled of it, and what it is about. */
  | { readonly kind: 'opening'; readonly conversation: Conversation; readonly text: string }
  /** A code that could be of several notices. */
  | { readonly kind: 'which'; readonly key: string; readonly text: string };

/** What a text leads to. */
export type TextStep =
  | { readonly step: 'stop' | 'start' | 'help' }
  | { readonly step: 'notice'; readonly notice: WaitingNotice; readonly key: string; readonly text: string }
  | {
      readonly step: 'which';
      readonly caseIds: readonly string[];
      readonly key: string;
      readonly memory: TextMemory;
    }
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
  | { readonly step: 'asked'; readonly said: readonly Said[]; readonly memory: TextMemory | undefined }
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

/**
 * What a text leads to, by what it says, what its number was asked last, and which notices wait for an answer from it.
 * What was asked last comes first: a bare number answers that.
 */
export function textStep(body: string, asked: Asked): TextStep {
  const meaning = readText(body);
  const { memory } = asked;
  const digits = digitsOf(meaning);
  if (memory && digits !== undefined) {
    const step = memory.kind === 'which' ? whichOf(memory, digits, asked) : openingOf(memory, digits, asked);
    if (step) return step;
  }
  switch (meaning.means) {
    case 'stop':
    case 'start':
    case 'help':
      return { step: meaning.means };
    case 'pinned':
      return { step: 'pinned', ...meaning };
    case 'open':
      return opens(asked, meaning.text);
    case 'number':
      return /^\d$/.test(meaning.digits) ? keyed(asked, meaning.digits, '') : { step: 'help' };
    case 'key':
      return keyed(asked, meaning.key, meaning.rest);
    case 'words':
      return asked.facts.waiting.length > 0 ? { step: 'nothingWaits' } : { step: 'help' };
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
  const fitting = waiting.filter(({ keys }) => keys.some((one) => one.key === key));
  const [first = latest, ...others] = fitting;
  if (others.length === 0) return answered(first, key, rest);
  const caseIds = fitting.map(({ caseId }) => caseId);
  return { step: 'which', caseIds, key, memory: { kind: 'which', key, text: rest } };
}

function answered(notice: WaitingNotice, key: string, text: string): TextStep {
  const { keys, caseId } = notice;
  if (!keys.some((one) => one.key === key)) {
    return { step: 'noSuchKey', keys: keys.map((one) => one.key), caseId };
  }
  return { step: 'notice', notice, key, text: text.trim() };
}

const noticeOf = ({ waiting, passed = [] }: TextFacts, named: string): WaitingNotice | undefined =>
  [...waiting, ...passed].find(({ caseId }) => caseId === named);

/** The case that was asked for. */
function whichOf(
  { key, text }: Extract<TextMemory, { kind: 'which' }>,
  digits: string,
  { facts }: Asked,
): TextStep | undefined {
  const notice = noticeOf(facts, digits);
  return notice && answered(notice, key, text);
}

function opens({ language, facts }: Asked, text: string): TextStep {
  return stepOf(onwards(begun(language), facts), text);
}

function openingOf(
  { conversation, text }: Extract<TextMemory, { kind: 'opening' }>,
  digits: string,
  { facts }: Asked,
): TextStep | undefined {
  const turn = turnAt(conversation, digits, facts);
  return turn && stepOf(turn, text);
}

function turnAt(now: Conversation, digits: string, facts: Facts): Turn | undefined {
  switch (now.place) {
    case 'contract':
    case 'track':
      return chosenOf(now, digits, facts);
    case 'person':
      return atPerson(now, digits, facts);
    case 'code':
      return code(now, digits);
    default:
      return undefined;
  }
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
