import type { Card, CardField, Said } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, type Part, type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { sentencesOf, trimmed, within } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';
import { addressesIn, numbersIn } from '../words/reachable.ts';
import { spansIn } from '../words/spans.ts';
import { cardsOfTable } from './card-table.ts';
import { type LabelField, labelledIn, labelledRow } from './labels.ts';
import { isMoving } from './move-words.ts';
import { isDesk, isDoing, isJob, isPersonName } from './people-words.ts';

const CARD_FIELDS: ReadonlySet<LabelField> = new Set<LabelField>([
  'name',
  'title',
  'office',
  'mobile',
  'email',
  'responsibility',
]);
const NUMBERING = /^\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s+|^[-•*–·▪]\s+/;
/** "2nd  Ann Example, Manager, 555…": a row of a list whose heading says that it is of levels. */
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)\s+(?=\p{Lu})(?!(?:Level|Tier|Contact)\b)/u;
const MARKED_MAX = 260;

/** Everybody whom the document gives as somebody to reach: from cards, tables and sentences, in its order. */
export function cardsIn(parts: readonly Part[], ledger: Ledger): readonly Card[] {
  const cards: Card[] = [];
  const others = new Map<Card, Card>();
  let open: Card | undefined;
  const begin = (at: Passage, level: number | undefined, beside?: Card): Card => {
    open = { level: level ?? beside?.level, at, fields: {} };
    if (beside?.level !== undefined) others.set(open, beside);
    cards.push(open);
    return open;
  };
  for (const part of parts) {
    if (part.kind === 'table') {
      const rows = part.rows.map(labelledRow);
      const found = cardsOfTable(part.rows, ledger);
      cards.push(...found);
      if (found.length > 0) open = undefined;
      else for (const row of rows) if (row) open = labelled(row, open, begin, ledger);
      continue;
    }
    if (part.kind === 'furniture' || ledger.isTaken(wholeOf(part))) continue;
    const marker = markerOf(part);
    if (marker) {
      const card = begin(wholeOf(part), marker.level);
      ledger.take({ block: part, from: 0, to: marker.to });
      restOf(card, { block: part, from: marker.to, to: part.text.length }, ledger);
    } else if (part.kind === 'heading') {
      open = undefined;
    }
    const labels = labelledIn(part);
    for (const label of labels) open = labelled(label, open, begin, ledger);
    if (!marker && labels.length === 0) {
      if (open && isNameOf(open, part)) put(open, 'name', wholeOf(part), ledger);
      else if (open && isEntryOf(open, part)) restOf(open, wholeOf(part), ledger);
      else for (const sentence of sentencesOf(part)) told(sentence, begin, ledger);
    }
  }
  return withoutSecondNames(cards, others).filter((card) => Object.keys(card.fields).length > 0);
}

/** Begins a card; one beside another stands at its level. */
type Begin = (at: Passage, level: number | undefined, beside?: Card) => Card;

/** Two people at a level each have a title, a number or an address; a name alone is another name of whoever stands there. */
function withoutSecondNames(cards: readonly Card[], others: ReadonlyMap<Card, Card>): readonly Card[] {
  const renamed = new Map<Card, Card>();
  for (const [card, beside] of others) {
    const first = renamed.get(beside) ?? beside;
    if (!isNameAlone(card) && !isNameAlone(first)) continue;
    renamed.set(card, first);
    const name = [...(first.fields.name ?? []), ...(card.fields.name ?? [])];
    Object.assign(first.fields, card.fields, { name });
  }
  return cards.filter((card) => !renamed.has(card));
}

const isNameAlone = ({ fields }: Card): boolean => Object.keys(fields).join() === 'name';
type Labelled = NonNullable<ReturnType<typeof labelledRow>>;

function labelled(label: Labelled, open: Card | undefined, begin: Begin, ledger: Ledger): Card | undefined {
  const { field, value, whole } = label;
  if (field === 'level') {
    const level = levelsIn(`level ${quoteOf(value)}`)[0]?.numbers[0];
    ledger.take(whole);
    return begin(whole, level);
  }
  if (field !== 'both' && !CARD_FIELDS.has(field)) return open;
  const isAnother = field === 'name' && open?.fields.name !== undefined;
  const card = open && !isAnother ? open : begin(whole, undefined, open);
  ledger.take(whole);
  if (field === 'both') {
    put(card, 'office', value, ledger, whole);
    put(card, 'mobile', value, ledger, whole);
  } else {
    put(card, field as CardField, value, ledger, whole);
  }
  return card;
}

/** Puts a value into a card: a number or an address is looked for in the words, any other field is the words. */
export function put(card: Card, field: CardField, value: Passage, ledger: Ledger, quoted = value): void {
  const text = quoteOf(value);
  const endpoint =
    field === 'email'
      ? addressesIn(text)[0]
      : field === 'office' || field === 'mobile'
        ? numbersIn(text)[0]
        : undefined;
  const isEndpoint = field === 'email' || field === 'office' || field === 'mobile';
  if (isEndpoint && !endpoint) return;
  ledger.take(value);
  const said: Said = { value: endpoint?.value ?? text.trim(), at: quoted };
  const all = card.fields[field] ?? [];
  if (!all.some((one) => one.value === said.value)) card.fields[field] = [...all, said];
}

/** A block that begins with a level and goes on with whoever stands there; what moves a case is none. */
function markerOf(block: Block): { readonly level: number; readonly to: number } | undefined {
  const { text } = block;
  if (text.length > MARKED_MAX || isMoving(text) || /\bif\b|\bshall\b/i.test(text)) return undefined;
  const ordinal = ORDINAL.exec(text);
  if (ordinal && hasEndpoint(text)) return { level: Number(ordinal[1]), to: ordinal[0].length };
  const lead = NUMBERING.exec(text)?.[0].length ?? 0;
  const [found] = levelsIn(text.slice(lead));
  if (found?.numbers.length !== 1) return undefined;
  const before = text.slice(lead, lead + found.at).trim();
  const isLed = before === '' || (block.kind === 'heading' && before.split(/\s+/).length <= 3);
  const after = text.slice(lead + found.at + found.length);
  if (!isLed || /^\s*(?:is|are|will|has)\b/.test(after)) return undefined;
  // "Level 3: after 8 hours" says when, and "Level 1 answers within 8 hours" what is done: neither says who.
  const said = after.replace(/^[\s:.)–—-]*/, '');
  if (spansIn(said)[0]?.at === 0 || isDoing(said)) return undefined;
  return { level: found.numbers[0] as number, to: lead + found.at + found.length };
}

const ENDPOINT_LABEL =
  /[,;(\s]*(?:\b(?:office|phone|telephone|tel|cell|mobile|e-?mail)\b[.:]?\s*(?:number|phone|address)?[:\s]*)?$/i;

/** Reads "- Title, office 555…, name@…" after a level: numbers by the word before them, then names and titles. */
function restOf(card: Card, rest: Passage, ledger: Ledger): void {
  const text = quoteOf(rest);
  if (labelledIn(rest.block).length > 0 && !/^\s*[-–—:]\s*[^:]+$/.test(text)) return;
  const first = endpointsIn(card, rest, ledger);
  const words = text.slice(0, first).replace(ENDPOINT_LABEL, '');
  const lead = /^[\s:.)–—-]*/.exec(words)?.[0].length ?? 0;
  namesIn(card, trimmed(within(rest, lead, Math.max(0, words.length - lead))), ledger);
}

/** Takes the numbers and addresses of a text into a card; answers where the first begins. */
function endpointsIn(card: Card, passage: Passage, ledger: Ledger): number {
  const text = quoteOf(passage);
  let first = text.length;
  for (const { at, length } of numbersIn(text)) {
    const before = text.slice(Math.max(0, at - 24), at);
    const after = text.slice(at + length, at + length + 12);
    const isMobile = /\b(?:cell|mobile)\b[^\d]*$/i.test(before) || /^\s*\(?(?:cell|mobile)/i.test(after);
    put(card, isMobile ? 'mobile' : 'office', within(passage, at, length), ledger);
    first = Math.min(first, at);
  }
  for (const { at, length } of addressesIn(text)) {
    put(card, 'email', within(passage, at, length), ledger);
    first = Math.min(first, at);
  }
  return first;
}

/** When somebody is reached, and nobody's title. */
const ALWAYS = /^(?:available\s+)?(?:24\s*[x×/]\s*7|24 hours|always|(?:a|r)ound the clock)/i;

/** Names and titles parted by commas or strokes. */
function namesIn(card: Card, passage: Passage, ledger: Ledger): void {
  const text = quoteOf(passage);
  let at = 0;
  for (const piece of text.split(/(,\s+|\s+[-–—]\s+|\s*[()]\s*|;\s+)/)) {
    const part = trimmed(within(passage, at, piece.length));
    at += piece.length;
    const words = quoteOf(part).replace(/[,.]$/, '');
    if (!/\p{L}/u.test(words) || words.length > 80 || ALWAYS.test(words)) continue;
    if (isDoing(words) || spansIn(words).length > 0) continue;
    const value = { ...part, to: part.from + words.length };
    if (isJob(words)) put(card, 'title', value, ledger);
    else if (card.fields.name === undefined) put(card, 'name', value, ledger);
    else if (card.fields.title === undefined) put(card, 'title', value, ledger);
  }
}

const hasEndpoint = (text: string): boolean => numbersIn(text).length + addressesIn(text).length > 0;

/** A line under a level that has nobody yet: "Ann Example, Manager, 555…, name@…" */
const isEntryOf = (card: Card, { text }: Block): boolean =>
  Object.keys(card.fields).length === 0 &&
  text.length <= MARKED_MAX &&
  hasEndpoint(text) &&
  !isMoving(text) &&
  levelsIn(text).length === 0;

/** A line that stands alone under a level and reads as somebody's name. */
const isNameOf = (card: Card, block: Block): boolean =>
  card.fields.name === undefined &&
  block.text.length < 60 &&
  !hasEndpoint(block.text) &&
  (isPersonName(block.text) || isDesk(block.text)) &&
  !/[.:]$/.test(block.text);

/** "The second level is Ann Example, Manager, who can be reached at …" */
function told(sentence: Passage, begin: Begin, ledger: Ledger): void {
  const text = quoteOf(sentence);
  if (!hasEndpoint(text) || isMoving(text)) return;
  const [level] = levelsIn(text);
  const is = level
    ? /^[^.]{0,20}?\b(?:is|will be)\s+(?:the\s+)?/.exec(text.slice(level.at + level.length))
    : null;
  if (!level || !is) return;
  const from = level.at + level.length + is[0].length;
  const card = begin(sentence, level.numbers[0]);
  const rest = within(sentence, from, text.length - from);
  endpointsIn(card, rest, ledger);
  const words = /^.*?(?=,?\s+(?:who|which|that|at|on|by|and can|reached)\b|$)/.exec(quoteOf(rest))?.[0] ?? '';
  namesIn(card, trimmed(within(rest, 0, words.length)), ledger);
  ledger.take(sentence);
}
