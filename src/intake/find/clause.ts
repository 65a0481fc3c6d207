import {
  type DemandedField,
  type DemandedSection,
  type Demands,
  type Front,
  type Said,
  saidToo,
} from '../found.ts';
import type { Ledger, Section } from '../paper/ledger.ts';
import { type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { sentencesOf, within } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';
import { NUMBER_WORDS, numberOf } from '../words/number-words.ts';
import { type SaidSpan, spansIn } from '../words/spans.ts';
import { spanSaid, timesOf } from './times.ts';

const NUMBER =
  /\b(?:(?:section|clause|paragraph|article)\s+)?([A-Z]\.\d+(?:\.\d+)*|(?<=(?:section|clause|paragraph|article)\s)\d+(?:\.\d+)*)\b/i;
const DEMANDING = /\b(?:shall|has to|have to|must|is required to)\b/i;

/** What a clause demands that the document quotes, and its number. Its words are taken, for they are no steps. */
export function demandsIn(sections: readonly Section[], front: Front, ledger: Ledger): Demands {
  const demands: Demands = {};
  for (const { heading, parts } of sections) {
    const number = heading ? NUMBER.exec(heading.text) : null;
    const blocks = parts.flatMap((part) =>
      part.kind === 'table' || part.kind === 'furniture' ? [] : [part],
    );
    if (!heading || !number || !blocks.some(({ text }) => DEMANDING.test(text))) continue;
    clauseToo(front, {
      value: number[1] ?? '',
      at: within(wholeOf(heading), number.index, number[0].length),
    });
    const title = heading.text
      .slice(number.index + number[0].length)
      .replace(/\(.*?\)/g, '')
      .replace(/^[\s:.–-]+/, '')
      .trim();
    if (title !== '') demands.heading ??= { value: title, at: wholeOf(heading) };
    ledger.take(wholeOf(heading));
    for (const block of blocks) {
      for (const sentence of sentencesOf(block)) {
        if (isDemanded(demands, sentence)) ledger.take(sentence);
        else ledger.leave(sentence);
      }
    }
  }
  return demands;
}

/** A clause as it is said in another place; a part of one is no other clause. */
export function clauseToo(front: Front, { value, at }: Said): void {
  const said = NUMBER.exec(value)?.[1] ?? /^\d+(?:\.\d+)+/.exec(value)?.[0] ?? value;
  const known = front.clause?.value;
  if (known !== undefined && (`${said}.`.startsWith(`${known}.`) || `${known}.`.startsWith(`${said}.`)))
    return;
  front.clause = saidToo(front.clause, { value: said, at });
}

/** What reads a demand answers the lengths of time that it understood, undefined where it read nothing. */
type Read = readonly SaidSpan[] | undefined;

/** Whether a sentence of the clause was understood, in all its lengths of time; what only leads to others says nothing. */
function isDemanded(demands: Demands, sentence: Passage): boolean {
  const text = quoteOf(sentence);
  const read = [levels, posting, fields, availability, contents, upkeep].map((one) =>
    one(demands, sentence, text),
  );
  const spans = read.flatMap((one) => one ?? []);
  if (!spansIn(text).every(({ at }) => spans.some((one) => one.at === at))) return false;
  return read.some((one) => one !== undefined) || /:$|\bhierarchy\b/i.test(text);
}

const AT_LEAST = new RegExp(
  String.raw`\b(?:at least|minimum of|no fewer than)\s+(?:a\s+)?(\d{1,2}|${NUMBER_WORDS})\b(?:\s*\((\d+)\))?\s+(?:escalation\s+)?levels?`,
  'i',
);

function levels(demands: Demands, sentence: Passage, text: string): Read {
  const found = AT_LEAST.exec(text);
  const number = numberOf(found?.[1] ?? '');
  if (!found || number === undefined) return undefined;
  const said = { value: number, at: within(sentence, found.index, found[0].length) };
  demands.levels = saidToo(demands.levels, said);
  if (found[2] !== undefined) {
    const at = found.index + found[0].indexOf('(');
    const bracketed = within(sentence, at, found.index + found[0].length - at);
    demands.levels = saidToo(demands.levels, { value: Number(found[2]), at: bracketed });
  }
  return [];
}

const PLACE =
  /\b(?:on|to|at|in)\s+(?:the\s+)?((?:contractor['’]s\s+)?(?:[\p{L}-]+\s){0,3}?(?:portal|website|web site|page))\b/iu;

function posting(demands: Demands, sentence: Passage, text: string): Read {
  if (!/\bpost(?:ed|ing)?\b|\bpublish/i.test(text)) return undefined;
  const place = PLACE.exec(text);
  if (place?.[1] !== undefined) {
    const said = { value: place[1], at: within(sentence, place.index, place[0].length) };
    demands.postingPlace = saidToo(demands.postingPlace, said);
  }
  const days = spansIn(text).find(({ span }) => /^\d+ days?$/.test(span));
  if (!days || !/execut/i.test(text)) return place ? [] : undefined;
  for (const { span, passage } of timesOf(sentence, days)) {
    const said = { value: Number.parseInt(span, 10), at: passage };
    demands.postingDays = saidToo(demands.postingDays, said);
  }
  return [days];
}

const FIELDS: readonly (readonly [DemandedField, RegExp])[] = [
  ['name', /\bnames?\b/i],
  ['title', /\btitles?\b(?!\s*\/)/i],
  ['responsibility', /\btitles?\s*\/\s*responsibilit\w+|(?<!roles and )(?<!increasing )\bresponsibilit\w+/i],
  ['office', /\boffice (?:numbers?|phones?|telephones?)\b|\btelephone numbers?\b/i],
  ['mobile', /\b(?:cell|mobile)(?: phone)? numbers?\b|\bcell phones?\b/i],
  ['email', /\be-?mail(?: address(?:es)?)?\b/i],
];

function fields(demands: Demands, sentence: Passage, text: string): Read {
  if (!/\b(?:number|e-?mail)/i.test(text)) return undefined;
  const named = listed(FIELDS, sentence, text);
  if (named.length < 2) return undefined;
  demands.contactFields = together(demands.contactFields, named);
  return [];
}

/** What of a list a sentence names, with the words that name it. */
function listed<T>(
  list: readonly (readonly [T, RegExp])[],
  sentence: Passage,
  text: string,
): readonly Said<T>[] {
  return list.flatMap(([value, pattern]) => {
    const found = pattern.exec(text);
    return found ? [{ value, at: within(sentence, found.index, found[0].length) }] : [];
  });
}

/** Demands add up: a list in another place asks for more, and takes nothing back. */
const together = <T>(known: readonly Said<T>[] = [], more: readonly Said<T>[]): readonly Said<T>[] => [
  ...known,
  ...more.filter(({ value }) => !known.some((one) => one.value === value)),
];

function availability(demands: Demands, sentence: Passage, text: string): Read {
  const always = /\b24\s*[x/×]\s*7(?:\s*[x/×]\s*365)?\b|\baround the clock\b|\b24 hours a day\b/i.exec(text);
  const office = /\b(?:available|reach\w+)\b[^.]{0,40}\bduring (?:normal )?business hours\b/i.exec(text);
  const found = always ?? office;
  if (!found) return undefined;
  const at = within(sentence, found.index, found[0].length);
  const value = always ? '24x7x365' : 'business-hours';
  demands.availability = saidToo(demands.availability, { value, at });
  // "24 hours a day" is a length of time for whoever only counts.
  return spansIn(text).filter((span) => span.at >= found.index && span.at < found.index + found[0].length);
}

const SECTIONS: readonly (readonly [DemandedSection, RegExp])[] = [
  ['milestones', /\bmilestones?\b/i],
  ['roles', /\broles and responsibilities\b|\broles\b/i],
  ['deliverables', /\bdeliverables?\b/i],
  ['commitmentDates', /\bcommitment dates?\b/i],
];

function contents(demands: Demands, sentence: Passage, text: string): Read {
  const named = listed(SECTIONS, sentence, text);
  if (named.length === 0) return undefined;
  demands.sections = together(demands.sections, named);
  return [];
}

const LONGEST = /\bmaximum\b[^.]*\b(?:at|with|per) (?:each|every|any)\b|\blongest\b/i;
const UPDATE = /\b(?:feedback|updates?|status)\b[^.]*\bevery\b/i;
const YEARLY = /\bre-?issued?\b[^.]*\b(?:every|each) (?:contract )?year\b|\bannual(?:ly)?\b[^.]*\bre-?issue/i;
const CURRENT = /\b((?:be kept|remain|stay|be) current\b[^.;]*)/i;

function upkeep(demands: Demands, sentence: Passage, text: string): Read {
  const spans = spansIn(text);
  const read: SaidSpan[] = [];
  const put = (
    key: 'longestAtLevel' | 'updateEvery' | 'reissueAfterChange',
    span: SaidSpan | undefined,
  ): void => {
    const said = span && spanSaid(timesOf(sentence, span));
    if (!span || !said) return;
    demands[key] = saidToo(demands[key], said);
    read.push(span);
  };
  if (LONGEST.test(text) && levelsIn(text).length === 0) put('longestAtLevel', spans[0]);
  const update = UPDATE.exec(text);
  if (update)
    put(
      'updateEvery',
      spans.find(({ at }) => at > update.index),
    );
  const change = spans.find(
    ({ at, length, span }) =>
      /^\d+ (?:business )?days?$/.test(span) &&
      /^\s*(?:of|after) (?:any|a|every|each) change/i.test(text.slice(at + length)),
  );
  put('reissueAfterChange', change);
  const others = [expedited, yearly, current].filter((one) => one(demands, sentence, text));
  return read.length + others.length > 0 ? read : undefined;
}

function expedited(demands: Demands, sentence: Passage, text: string): boolean {
  const found = /\bexpedited\b[^.]*?\bfor\s+([^.]+)/i.exec(text);
  if (found?.[1] === undefined) return false;
  const triggers = found[1]
    .split(/,|\band\b|\bor\b/)
    .map((one) => one.replace(/^\s*for\s+/i, '').trim())
    .filter((one) => one !== '')
    .map((value) => ({ value, at: within(sentence, text.indexOf(value, found.index), value.length) }));
  demands.expedited = together(demands.expedited, triggers);
  return true;
}

function yearly(demands: Demands, sentence: Passage, text: string): boolean {
  const found = YEARLY.exec(text);
  if (!found) return false;
  demands.reissueYearly ??= { value: '365 days', at: within(sentence, found.index, found[0].length) };
  return true;
}

function current(demands: Demands, sentence: Passage, text: string): boolean {
  const found = CURRENT.exec(text);
  if (found?.[1] === undefined) return false;
  const words = found[1].replace(/[,\s]*(?:and)?[,\s]*$/, '');
  const value = `${words[0]?.toUpperCase()}${words.slice(1)}`;
  demands.current = saidToo(demands.current, { value, at: within(sentence, found.index, words.length) });
  return true;
}
