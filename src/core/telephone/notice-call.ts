import type { Language } from '../message/catalogue.ts';
import type { Heard, Next } from './conversation.ts';
import { type NoticeAct, plainly, type Said, say } from './said.ts';

/** Everything that is remembered of a call that Ladder placed. */
export interface NoticeCall {
  readonly place: 'reading' | 'speaking' | 'sure' | 'over';
  readonly language: Language;
  readonly misses: number;
  /** What is to be done once they are sure, or have spoken. */
  readonly key?: string | undefined;
}

/** What the one who was called may do by a key. */
interface NoticeKey {
  readonly key: string;
  readonly act: NoticeAct;
  readonly level: number | undefined;
}

/** What is read to them. */
export interface NoticeFacts {
  readonly name: string;
  readonly caseId: string;
  readonly lines: readonly string[];
  readonly keys: readonly NoticeKey[];
  /** A machine has picked up. */
  readonly isMachine: boolean;
  /** The case has gone on since: what was told is no more so. */
  readonly isPassed: boolean;
}

/** What is asked of the world: that what stands at a key be done. */
export interface NoticeQuestion {
  readonly ask: 'answer';
  readonly key: string;
  readonly recording: string | undefined;
}

/** What the world says to it. */
export type NoticeTold =
  | { readonly is: 'done'; readonly act: NoticeAct; readonly level: number | undefined }
  | { readonly is: 'refused'; readonly text: string }
  | { readonly is: 'passed' };

type NoticeHeard = Exclude<Heard, { kind: 'told' }> | { readonly kind: 'told'; readonly told: NoticeTold };

export interface NoticeTurn {
  readonly conversation: NoticeCall;
  readonly said: readonly Said[];
  readonly next: Exclude<Next, { ask: string }> | NoticeQuestion;
}

/** Readings in a row that nobody answers after which the call ends. */
const MISSES_MAX = 3;
const SPEECH = { wait: 'speech', secondsMax: 120 } as const;
const HANG_UP = { wait: 'hangUp' } as const;
const OTHER: Readonly<Record<Language, Language>> = { en: 'es', es: 'en' };
/** What cannot be meant by a slip of a finger is asked once more. */
const ASKED_AGAIN: ReadonlySet<NoticeAct> = new Set(['satisfied', 'escalate']);

export const noticeBegun = (language: Language): NoticeCall => ({ place: 'reading', language, misses: 0 });

/**
 * The next turn of a call that Ladder placed: the case is read slowly and twice, and a key answers it. A machine gets a
 * few words and has answered nothing.
 */
export function noticeTurn(before: NoticeCall, heard: NoticeHeard, facts: NoticeFacts): NoticeTurn {
  // What nobody could answer is not left with a machine: a code, say.
  if (facts.isMachine && facts.keys.length === 0) return over(before, []);
  if (facts.isMachine) return over(before, [say('voicemail', { caseId: facts.caseId })]);
  if (before.place === 'over') return over(before, []);
  if (heard.kind === 'told') return afterTold(before, heard.told, facts);
  if (heard.kind === 'began') return facts.isPassed ? passed(before) : reading(before, facts);
  const turn = heardAt(before, heard, facts);
  if (turn) return turn;
  const misses = before.misses + 1;
  return misses >= MISSES_MAX ? over(before, plainly('goodbye')) : again({ ...before, misses }, facts);
}

function heardAt(now: NoticeCall, heard: NoticeHeard, facts: NoticeFacts): NoticeTurn | undefined {
  const rested = { ...now, misses: 0 };
  if (now.place === 'speaking' && now.key !== undefined && heard.kind === 'speech') {
    const { recording } = heard;
    if (recording === undefined)
      return reading({ ...rested, place: 'reading' }, facts, plainly('nothingSaid'));
    return { conversation: rested, said: [], next: { ask: 'answer', key: now.key, recording } };
  }
  if (heard.kind !== 'keys') return undefined;
  if (now.place === 'sure' && now.key !== undefined) return atSure(rested, heard.keys, facts);
  if (now.place !== 'reading') return undefined;
  if (heard.keys === '9') return reading(rested, facts);
  if (heard.keys === '0') return reading({ ...rested, language: OTHER[now.language] }, facts);
  return atKey(
    rested,
    facts.keys.find(({ key }) => key === heard.keys),
  );
}

function atKey(now: NoticeCall, chosen: NoticeKey | undefined): NoticeTurn | undefined {
  if (!chosen) return undefined;
  const { key, act } = chosen;
  if (act === 'respond') {
    return { conversation: { ...now, place: 'speaking', key }, said: plainly('respondNow'), next: SPEECH };
  }
  if (!ASKED_AGAIN.has(act)) {
    return { conversation: now, said: [], next: { ask: 'answer', key, recording: undefined } };
  }
  const asking = { ...now, place: 'sure', key } as const;
  return { conversation: asking, said: [say('noticeSure', chosen)], next: { wait: 'keys', max: 1 } };
}

function atSure(now: NoticeCall, keys: string, facts: NoticeFacts): NoticeTurn | undefined {
  const { key = '' } = now;
  const back = { ...now, place: 'reading', key: undefined } as const;
  if (keys === '2') return reading(back, facts);
  if (keys !== '1') return undefined;
  return { conversation: back, said: [], next: { ask: 'answer', key, recording: undefined } };
}

/** What was asked last, once more. */
function again(now: NoticeCall, facts: NoticeFacts): NoticeTurn {
  if (now.place === 'speaking') return { conversation: now, said: plainly('respondNow'), next: SPEECH };
  const chosen = facts.keys.find(({ key }) => key === now.key);
  return now.place === 'sure' && chosen
    ? { conversation: now, said: [say('noticeSure', chosen)], next: { wait: 'keys', max: 1 } }
    : reading({ ...now, place: 'reading' }, facts);
}

/** The whole, twice, and what may be done. */
function reading(now: NoticeCall, facts: NoticeFacts, first: readonly Said[] = []): NoticeTurn {
  const lines = facts.lines.map((text) => say('line', { text }));
  return {
    conversation: now,
    said: [...first, say('noticeFor', { name: facts.name }), ...lines, ...lines, ...keysOf(facts)],
    next: { wait: 'keys', max: 1 },
  };
}

const keysOf = ({ keys }: NoticeFacts): readonly Said[] => [
  ...keys.map((one) => say('noticeKey', one)),
  ...plainly('noticeAgain'),
];

/** After what was done something else may be: who has acknowledged may respond. */
function afterTold(now: NoticeCall, told: NoticeTold, facts: NoticeFacts): NoticeTurn {
  if (told.is === 'passed') return passed(now);
  if (told.is === 'refused') return over(now, [say('refused', { text: told.text }), ...plainly('goodbye')]);
  const { act, level } = told;
  const done = say('done', { act, caseId: facts.caseId, level });
  const left = facts.keys.filter(({ act: other }) => act === 'acknowledge' && other === 'respond');
  if (left.length === 0) return over(now, [done, ...plainly('goodbye')]);
  return {
    conversation: { ...now, place: 'reading', key: undefined },
    said: [done, ...keysOf({ ...facts, keys: left })],
    next: { wait: 'keys', max: 1 },
  };
}

const passed = (now: NoticeCall): NoticeTurn => over(now, plainly('noticePassed', 'goodbye'));

const over = (now: NoticeCall, said: readonly Said[]): NoticeTurn => ({
  conversation: { ...now, place: 'over' },
  said,
  next: HANG_UP,
});
