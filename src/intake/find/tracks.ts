import type { Card, Found, FoundPromise, FoundTrack, Front, Move, Said, SaidTime } from '../found.ts';
import type { Ledger, Section } from '../paper/ledger.ts';
import { type Block, type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { sentencesOf, within } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';
import { spansIn } from '../words/spans.ts';
import { designatedIn } from './designations.ts';
import { elapsedMoves } from './elapsed-table.ts';
import { mentionIn } from './mentions.ts';
import { isForbidding, isMoving } from './move-words.ts';
import { type Cast, movesIn } from './moves.ts';
import { severityTracks } from './severity-table.ts';
import { timesOf } from './times.ts';

const GENERIC =
  /^(?:\W|\d[\d.]*\s)*(?:(?:the|our|customer|contact|detailed|general)\s+)*(?:escalation\s*)?(?:escalation|procedures?|process|steps?|how to escalate|escalating|when|how|milestones|timing|rules)?(?:\s+(?:steps?|procedures?|process|path|plan))?\W*$/i;
const REMARKS = /^\W*(?:notes?|remarks?|summary|in short|appendix|annex)\b/i;
const BARE = /^(?:\W|\d[\d.]*\s)*(?:procedures?|process|steps?|when|how|timing|rules|milestones)\W*$/i;
const KNOWS =
  /\b(?:do|does|did|should|can|could)\s*(not|n['’]t)?\s+(not\s+)?know\b|\b(?:don['’]t|doesn['’]t|cannot) know\b|\b(?:is|are) (?:un|not )known\b|\b(?:has|have|with|there is) no account\b/i;

interface Tracks {
  readonly tracks: readonly FoundTrack[];
  /** Rules about a level that stand outside the tracks, in notes. */
  readonly notes: readonly Move[];
  /** Promises that stand outside the tracks. */
  readonly promises: readonly FoundPromise[];
}

/** The ways up that the document describes, in sentences and in tables. */
export function tracksIn(sections: readonly Section[], front: Front, cast: Cast, ledger: Ledger): Tracks {
  const tracks: FoundTrack[] = [];
  const notes: Move[] = [];
  const promises: FoundPromise[] = [];
  let last: FoundTrack | undefined;
  for (const { heading, parts } of sections) {
    const groups = designatedIn(parts);
    const found = groups.map(({ title, sentences }) => ({
      track: trackOf(sentences, title ?? titleOf(heading, front), cast, ledger),
      isDesignated: title !== undefined,
    }));
    const tables = parts.flatMap((part) =>
      part.kind === 'table' ? severityTracks(part.rows, cast, ledger) : [],
    );
    tracks.push(...tables);
    const rows = parts.flatMap((part) =>
      part.kind === 'table' ? elapsedMoves(part.rows, cast, ledger) : [],
    );
    found[0]?.track.moves.push(...rows);
    for (const { track, isDesignated } of found) {
      const isTrack = track.moves.some(({ condition, level }) => condition || level === 1);
      const same = isDesignated ? tracks.find((one) => isOneTitle(one, track)) : undefined;
      if (!isTrack && !same) {
        notes.push(...track.moves);
        promises.push(...track.promises);
        for (const { at } of track.otherwise) ledger.leave(at);
      } else if (same) joinTracks(same, track);
      else if (last && isRest(last, track, tracks.length === 1)) joinTracks(last, track);
      else {
        tracks.push(track);
        last = track;
      }
      if (isTrack && heading) ledger.take(wholeOf(heading));
      if (isDesignated && isTrack) ledger.take(track.title.at);
    }
  }
  const known = new Set(tracks.map(({ title }) => title.value));
  return { tracks: known.size === tracks.length ? tracks : numbered(tracks), notes, promises };
}

function trackOf(
  sentences: readonly Passage[],
  title: Said | undefined,
  cast: Cast,
  ledger: Ledger,
): FoundTrack {
  const track: FoundTrack = {
    title: title ?? { value: 'Escalation', at: wholeOf(NOWHERE) },
    covers: undefined,
    moves: [],
    promises: [],
    otherwise: [],
  };
  for (const sentence of sentences) readSentence(track, sentence, cast, ledger);
  return track;
}

const isOneTitle = (one: FoundTrack, other: FoundTrack): boolean =>
  one.title.value.toLowerCase() === other.title.value.toLowerCase();

const NOWHERE: Block = { kind: 'paragraph', text: '', marks: [] };

function readSentence(track: FoundTrack, sentence: Passage, cast: Cast, ledger: Ledger): void {
  if (ledger.isTaken(sentence)) return;
  const text = quoteOf(sentence);
  const knows = KNOWS.exec(text);
  if (knows && /^\W*(?:if|where|when|in case|should)\b/i.test(text)) {
    const isNegated = /\bnot\b|n['’]t\b|\bcannot\b|\bunknown\b|\bno account\b/i.test(knows[0]);
    const mention = mentionIn(text.slice(knows.index + knows[0].length), cast.cards);
    track.otherwise.push({ at: sentence, card: mention?.card, isNegated });
    if (!mention) ledger.leave(sentence);
    else ledger.take({ ...sentence, to: sentence.from + knows.index + knows[0].length });
    return;
  }
  if (readLongest(track, sentence, text, ledger)) return;
  if (readPromise(track, sentence, text, ledger)) return;
  const { moves, unread } = movesIn(sentence, cast);
  // What must not be done is no step, and a number in it is nobody's.
  if (moves.length === 0 && isMoving(text) && isForbidding(text)) ledger.leave(sentence);
  track.moves.push(...moves);
  for (const move of moves) takeMove(move, move.at, ledger);
  if (moves.length > 0) for (const piece of unread) ledger.leave(piece);
}

const UNREAD = /\b(?:except(?:ing)?|excluding|other than|apart from|unless)\b/i;

/** What is said beside who moves, where to, and after what, is left to be listed: another time, and an exception. */
function takeMove({ condition, main }: Move, sentence: Passage, ledger: Ledger): void {
  const text = quoteOf(main);
  const exception = UNREAD.exec(text)?.index ?? text.length;
  const left = Math.min(exception, ...spansIn(text).map(({ at }) => at));
  if (left === text.length) ledger.take(sentence);
  else {
    if (condition) ledger.take(condition.time.passage);
    for (const { passage } of condition?.others ?? []) ledger.take(passage);
    ledger.take(within(main, 0, left));
  }
}

/** "A maximum of 30 minutes at each level" */
function readLongest(track: FoundTrack, sentence: Passage, text: string, ledger: Ledger): boolean {
  if (
    !/\bmaximum\b|\bat most\b|\bno (?:longer|more) than\b/i.test(text) ||
    !/\b(?:at|with|per) (?:each|every|any) (?:level|tier|step)/i.test(text)
  ) {
    return false;
  }
  const [span, ...others] = spansIn(text);
  if (!span || levelsIn(text).length > 0) return false;
  promise(track, { key: 'longestAtLevel', level: undefined }, timesOf(sentence, span));
  if (others.length > 0) ledger.leave(sentence);
  else ledger.take(sentence);
  return true;
}

const PROMISED: readonly (readonly [FoundPromise['key'], RegExp])[] = [
  ['acknowledgeWithin', /^(?:will |shall |must )?acknowledges?\b/i],
  ['respondWithin', /^(?:will |shall |must )?(?:responds?|answers?|repl(?:y|ies))\b/i],
  ['updateEvery', /^(?:will |shall |must )?(?:gives? )?(?:status )?(?:updates?|feedback)\b/i],
];

/** "Level 1 acknowledges within 15 minutes", "Updates are given every 2 hours" */
function readPromise(track: FoundTrack, sentence: Passage, text: string, ledger: Ledger): boolean {
  const [level, ...further] = levelsIn(text);
  const [span, ...others] = spansIn(text);
  if (!span || further.length > 0 || isForbidding(text)) return false;
  const isOfLevel = level?.numbers.length === 1 && /^(?:the\s+)?$/i.test(text.slice(0, level.at));
  const doing = isOfLevel ? text.slice(level.at + level.length).replace(/^[\s:.)–—-]+/, '') : text;
  const key = PROMISED.find(([, pattern]) => pattern.test(doing))?.[0];
  if (key === undefined || (!isOfLevel && (level || key !== 'updateEvery'))) return false;
  if (!(key === 'updateEvery' ? /^every\b/i : /^within\b/i).test(text.slice(span.at))) return false;
  promise(track, { key, level: level?.numbers[0] }, timesOf(sentence, span));
  if (others.length > 0 || UNREAD.test(text)) ledger.leave(sentence);
  else ledger.take(sentence);
  return true;
}

function promise(
  { promises }: FoundTrack,
  of: Pick<FoundPromise, 'key' | 'level'>,
  times: readonly SaidTime[],
): void {
  promises.push(...times.map((time) => ({ ...of, time })));
}

/** A heading as the title of a track: one that only says "Procedure" gives way to the document's own. */
function titleOf(heading: Block | undefined, front: Front): Said | undefined {
  if (!heading || (BARE.test(heading.text) && front.title)) return front.title;
  const value = heading.text
    .replace(/^\W*\d[\d.]*\s+/, '')
    .replace(/\s*:$/, '')
    .trim();
  return { value, at: wholeOf(heading) };
}

/** Whether a section goes on with the track before it: it has no first step and no title of its own. Remarks go on with the only one. */
function isRest(last: FoundTrack, { title, moves }: FoundTrack, isOnly: boolean): boolean {
  const isNamed = !GENERIC.test(title.value) && !(isOnly && REMARKS.test(title.value));
  return !isNamed && !moves.some(({ level }) => level === 1) && last.moves.length > 0;
}

function joinTracks(last: FoundTrack, track: FoundTrack): void {
  last.moves.push(...track.moves);
  last.promises.push(...track.promises);
  last.otherwise.push(...track.otherwise);
}

/** Two tracks of one title get a number each. */
function numbered(tracks: readonly FoundTrack[]): readonly FoundTrack[] {
  const seen = new Map<string, number>();
  return tracks.map((track) => {
    const count = (seen.get(track.title.value) ?? 0) + 1;
    seen.set(track.title.value, count);
    return count === 1
      ? track
      : { ...track, title: { ...track.title, value: `${track.title.value} ${count}` } };
  });
}

/** Whether a title only says that something is escalated, and not what. */
export const isGenericTitle = (title: string, front: Front): boolean =>
  GENERIC.test(title) || title === front.title?.value;

/** Contacts that a text calls by a level get it: "Radio Repair Desk (level 1)", "the second level, Ann Example". */
export function placeByMentions(cards: readonly Card[], blocks: readonly Block[]): void {
  const placeless = cards.filter(({ level }) => level === undefined);
  if (placeless.length === 0) return;
  for (const block of blocks) {
    for (const { numbers, at, length } of levelsIn(block.text)) {
      if (numbers.length !== 1) continue;
      const before = block.text
        .slice(Math.max(0, at - 60), at)
        .replace(/[\s(,-]+(?:the\s+|at\s+|is\s+|as\s+)*$/i, '');
      const card = placeless.find((one) => endsWithName(before, one));
      if (card) card.level ??= numbers[0];
      else {
        const after = block.text
          .slice(at + length, at + length + 60)
          .replace(/^[\s):,-]+(?:the\s+|is\s+)*/i, '');
        const next = placeless.find((one) =>
          namesOf(one).some((name) => after.toLowerCase().startsWith(name)),
        );
        if (next) next.level ??= numbers[0];
      }
    }
  }
}

const namesOf = ({ fields }: Card): readonly string[] =>
  [...(fields.name ?? []), ...(fields.title ?? [])].map(({ value }) => value.toLowerCase());

const endsWithName = (text: string, card: Card): boolean =>
  namesOf(card).some((name) => text.toLowerCase().endsWith(name));

/** 911 and the like, with what they are for. */
export function emergencyIn(blocks: readonly Block[], ledger: Ledger): Found['emergency'] {
  for (const sentence of blocks.flatMap(sentencesOf)) {
    const text = quoteOf(sentence);
    const found = /\b(?:call|dial)\s+(911|112|999)\b/i.exec(text);
    if (found?.[1] === undefined) continue;
    const says = /^\W*((?:in|if|where|for|when)\b[^,]{3,120})/i.exec(text)?.[1];
    if (says === undefined) continue;
    ledger.take(sentence);
    const number = { value: found[1], at: within(sentence, found.index, found[0].length) };
    return { number, says: { value: says.trim(), at: within(sentence, text.indexOf(says), says.length) } };
  }
  return undefined;
}
