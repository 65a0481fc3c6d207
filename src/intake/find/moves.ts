import type { Card, FoundCondition, MeansName, Move, PartyName, Said } from '../found.ts';
import { type Passage, quoteOf } from '../paper/paper.ts';
import { trimmed, within } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';
import { spansIn } from '../words/spans.ts';
import { mentionIn } from './mentions.ts';
import { isForbidding, isMoving, SILENT, UNSATISFIED } from './move-words.ts';
import { isPersonName } from './people-words.ts';
import { timesOf } from './times.ts';

/** Who the document calls what, for finding who acts. */
export interface Cast {
  readonly cards: readonly Card[];
  readonly aliases: readonly { readonly party: PartyName; readonly pattern: RegExp }[];
}

const LEADING =
  /^(?:\W|\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s|[a-z][.)]\s|otherwise,?\s|then,?\s|and\s)*(?:if|where|when|whenever|should|after|once|in case|unless|in the event|upon)\b/i;
const TRAILING = /[\s,](?:if|where|when|after|once|unless|in case|provided)\s/i;
const DIRECTORY =
  /\b(?:their|your|its|the customer['’]s|the assigned|assigned)\s+((?:[\p{L}-]+\s){0,2}?(?:manager|representative|executive|account team|contact))\b/iu;
const TOLD =
  /^(?:\W|\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s|then\s|please\s|you\s+(?:should|may|can)?\s*)*(?:call|phone|telephone|e-?mail|contact|notify|escalate|go|text|try|turn|reach|ask|write|you)\b/i;

/** The moves that a sentence tells of, and what of it tells of a doing that is none. */
interface Moves {
  readonly moves: readonly Move[];
  readonly unread: readonly Passage[];
}

/** "Escalate to level 2 after 4 hours, to level 3 after 8 hours" tells of two moves. */
export function movesIn(sentence: Passage, cast: Cast): Moves {
  const moves: Move[] = [];
  const unread: Passage[] = [];
  for (const { passage, isGoingOn } of piecesOf(sentence)) {
    const before = moves.at(-1);
    const move = moveIn(passage, cast, isGoingOn && before !== undefined);
    if (!move) {
      unread.push(passage);
      continue;
    }
    const { actor, isTold, means } = before ?? move;
    moves.push(isGoingOn ? { ...move, actor: move.actor ?? actor, isTold, means } : move);
  }
  return { moves, unread };
}

interface Piece {
  readonly passage: Passage;
  /** Whether the words that tell somebody to do it stand in the piece before. */
  readonly isGoingOn: boolean;
}

/** A sentence cut before each further level that it goes to after a time of its own, and where a semicolon parts two doings. */
function piecesOf(sentence: Passage): readonly Piece[] {
  const text = quoteOf(sentence);
  const further = levelsIn(text)
    .slice(1)
    .flatMap(({ at, length }) => {
      const before = /[,;]\s+(?:(?:and|then)\s+)*(?:on\s+)?to\s+(?:the\s+)?$/i.exec(text.slice(0, at));
      return before && /^\s+(?:after|within|in|if|when)\b/i.test(text.slice(at + length))
        ? [before.index]
        : [];
    });
  const parted = [...text.matchAll(/;\s/g)]
    .map(({ index }) => index)
    .filter((at) => isMoving(text.slice(0, at)) && isMoving(text.slice(at)) && !further.includes(at));
  const cuts = [0, ...further, ...parted].toSorted((one, other) => one - other);
  return cuts.map((from, index) => {
    const lead = /^[,;]\s+/.exec(text.slice(from))?.[0].length ?? 0;
    const to = cuts[index + 1] ?? text.length;
    return {
      passage: trimmed(within(sentence, from + lead, to - from - lead)),
      isGoingOn: further.includes(from),
    };
  });
}

/** The move that words tell of; undefined where they tell of none. Of a sentence that goes on, the doing was said before. */
export function moveIn(sentence: Passage, cast: Cast, isGoingOn = false): Move | undefined {
  const text = quoteOf(sentence);
  if (!isGoingOn && !isMoving(text)) return undefined;
  const { condition, main } = partsOf(stopless(sentence));
  const said = quoteOf(main);
  if ((!isGoingOn && !isMoving(said)) || isForbidding(said)) return undefined;
  const target = targetIn(main, cast);
  if (!target) return undefined;
  return {
    level: target.level,
    at: sentence,
    main,
    actor: actorIn(main, cast),
    isTold: TOLD.test(said),
    means: meansIn(main),
    condition: condition ? conditionIn(condition, target.level, cast) : undefined,
    name: nameIn(main, cast),
    directory: target.directory,
  };
}

const stopless = (sentence: Passage): Passage =>
  /[.;]$/.test(quoteOf(sentence)) ? { ...sentence, to: sentence.to - 1 } : sentence;

/** A sentence as what is waited for and what is done then. */
function partsOf(sentence: Passage): { readonly condition: Passage | undefined; readonly main: Passage } {
  const text = quoteOf(sentence);
  if (LEADING.test(text)) {
    const commas = [...text.matchAll(/,|;|\bthen\b/g)].map(({ index }) => index);
    const isSaid = (end: number): boolean =>
      SILENT.test(text.slice(0, end)) || UNSATISFIED.test(text.slice(0, end));
    const end =
      commas.find((at) => isSaid(at) && spansIn(text.slice(0, at)).length > 0) ??
      commas.find(isSaid) ??
      commas.find((at) => spansIn(text.slice(0, at)).length > 0) ??
      commas[0];
    if (end === undefined) return withoutComma(sentence) ?? { condition: undefined, main: sentence };
    return {
      condition: trimmed(within(sentence, 0, end)),
      main: trimmed(within(sentence, end + 1, text.length - end - 1)),
    };
  }
  const trailing = TRAILING.exec(text);
  if (!trailing || trailing.index < 8) return { condition: undefined, main: sentence };
  const at = trailing.index + 1;
  return {
    condition: trimmed(within(sentence, at, text.length - at)),
    main: trimmed(within(sentence, 0, at - 1)),
  };
}

/** "When it is unresolved after 4 hours escalate to level 2": what is waited for ends with its time, or with its reason. */
function withoutComma(sentence: Passage): ReturnType<typeof partsOf> | undefined {
  const text = quoteOf(sentence);
  const reasons = [SILENT, UNSATISFIED].flatMap((pattern) => {
    const found = pattern.exec(text);
    return found ? [found.index + found[0].length] : [];
  });
  const ends = [...spansIn(text).map(({ at, length }) => at + length), ...reasons];
  const end = ends
    .toSorted((one, other) => one - other)
    .find((at) => TOLD.test(text.slice(at)) && isMoving(text.slice(at)));
  if (end === undefined) return undefined;
  return {
    condition: within(sentence, 0, end),
    main: trimmed(within(sentence, end, text.length - end)),
  };
}

function targetIn(
  main: Passage,
  cast: Cast,
): { readonly level: number; readonly directory: Said | undefined } | undefined {
  const text = quoteOf(main);
  const level = levelsIn(text).at(-1);
  if (level) return { level: level.numbers.at(-1) as number, directory: undefined };
  const directory = DIRECTORY.exec(text);
  if (directory?.[1] !== undefined) {
    const at = within(main, directory.index + directory[0].length - directory[1].length, directory[1].length);
    const own = mentionIn(quoteOf(at), cast.cards);
    if (!own) return { level: 1, directory: { value: directory[1], at } };
  }
  const mention = mentionIn(text, cast.cards);
  return mention?.card.level === undefined ? undefined : { level: mention.card.level, directory: undefined };
}

function actorIn(main: Passage, cast: Cast): Said<PartyName> | undefined {
  const text = quoteOf(main);
  let first: { at: number; length: number; party: PartyName } | undefined;
  for (const { party, pattern } of cast.aliases) {
    const found = pattern.exec(text);
    if (!found) continue;
    const isEarlier =
      first === undefined ||
      found.index < first.at ||
      (found.index === first.at && found[0].length > first.length);
    if (isEarlier) first = { at: found.index, length: found[0].length, party };
  }
  return first && { value: first.party, at: within(main, first.at, first.length) };
}

const MEANS: readonly (readonly [MeansName, RegExp])[] = [
  ['call', /\b(?:call(?:s|ed|ing)?|phones?|telephones?|dial(?:s|led)?)\b/i],
  ['email', /\be-?mail(?:s|ed)?\b/i],
  ['text', /\b(?:texts?|sms|text message)\b/i],
  ['portal', /\bportal\b/i],
];

function meansIn(main: Passage): readonly Said<MeansName>[] {
  const text = quoteOf(main).replaceAll(/[\w.+-]{1,64}@[\w.-]{1,255}/g, (all) => ' '.repeat(all.length));
  return MEANS.flatMap(([value, pattern]) => {
    const found = pattern.exec(text);
    return found ? [{ value, at: within(main, found.index, found[0].length) }] : [];
  });
}

function conditionIn(condition: Passage, level: number, cast: Cast): FoundCondition | undefined {
  const text = quoteOf(condition);
  const [span, ...further] = spansIn(text);
  if (!span) return undefined;
  const silent = SILENT.exec(text);
  const unsatisfied = UNSATISFIED.exec(text);
  const kind = silent ? 'silent' : unsatisfied ? 'unsatisfied' : undefined;
  const mentioned = levelsIn(text);
  // "neither the Service Desk nor level 2 answers" names a level by who stands there.
  const named = cast.cards.flatMap((card) => (mentionIn(text, [card]) ? (card.level ?? []) : []));
  const levels = [...new Set([...mentioned.flatMap(({ numbers }) => numbers), ...named])]
    .filter((one) => one < level)
    .sort((one, other) => one - other);
  const isEither = levels.length > 1 && /\bor\b/i.test(text) && !/\bneither\b|\bnor\b|\bboth\b/i.test(text);
  const [time, ...others] = timesOf(condition, span);
  if (!time) return undefined;
  return {
    kind,
    levels,
    isEither,
    time,
    others: [...others, ...further.flatMap((one) => timesOf(condition, one))],
    since: sinceIn(condition, span),
    words: wordsOf(condition, kind, mentioned),
  };
}

/** The words that tell the kind of a condition, up to the level they name. */
function wordsOf(
  condition: Passage,
  kind: FoundCondition['kind'],
  levels: ReturnType<typeof levelsIn>,
): Passage {
  const text = quoteOf(condition);
  const found = kind === undefined ? null : (kind === 'silent' ? SILENT : UNSATISFIED).exec(text);
  if (!found) return condition;
  const last = levels.filter(({ at }) => at > found.index).at(-1);
  const to = Math.max(found.index + found[0].length, last ? last.at + last.length : 0);
  return within(condition, found.index, to - found.index);
}

function sinceIn(condition: Passage, span: { at: number; length: number }): FoundCondition['since'] {
  const text = quoteOf(condition);
  const end = span.at + span.length;
  const said = text.slice(span.at, end);
  const after = text.slice(end);
  if (/further|another|additional|more\b/i.test(said))
    return { value: 'levelBelow', at: within(condition, span.at, span.length) };
  const found = (value: 'opened' | 'levelBelow', words: RegExp): FoundCondition['since'] => {
    const length = words.exec(after)?.[0].length;
    return length === undefined ? undefined : { value, at: trimmed(within(condition, end, length)) };
  };
  return found('levelBelow', FROM_LEVEL) ?? found('opened', FROM_OPENING);
}

const FROM_LEVEL =
  /^\s*(?:of|from|after|since|at)\s+(?:the\s+|being\s+)?(?:reach\w*|escalat\w*|contact\w*|call\w*|notif\w*|level|\d+\w*\s+level|tier)/i;
const FROM_OPENING =
  /^\s*(?:of|from|after|since)\s+(?:the\s+|first\s+|initial\s+|it\s+was\s+|being\s+)*(?:open\w*|report\w*|call\w*|submi\w*|ticket|case|request\w*|contact\w*|start\w*|outset|beginning)/i;

/** What a sentence begins with that tells somebody to do something, and a name follows. */
const DOING_FIRST =
  /^(?:call|phone|telephone|contact|notify|e-?mail|text|reach|escalate|then|please|otherwise)\s/i;
const NAME_NEAR = /\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,2}/gu;

/** A person's name beside a level. */
function nameIn(main: Passage, cast: Cast): Said | undefined {
  const text = quoteOf(main);
  const level = levelsIn(text).at(-1);
  if (!level) return undefined;
  for (const found of text.matchAll(NAME_NEAR)) {
    const lead = DOING_FIRST.exec(found[0])?.[0].length ?? 0;
    const name = found[0].slice(lead).replace(/\.$/, '');
    const at = found.index + lead;
    const isBeside =
      Math.abs(at - (level.at + level.length)) <= 8 || Math.abs(level.at - (at + name.length)) <= 12;
    if (!isBeside || !isPersonName(name) || cast.aliases.some(({ pattern }) => pattern.test(name))) continue;
    const from = Math.min(at, level.at);
    const to = Math.max(at + name.length, level.at + level.length);
    return { value: name, at: within(main, from, to - from) };
  }
  return undefined;
}
