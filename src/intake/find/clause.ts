import type { DemandedField, DemandedSection, Demands, Front, SaidTime } from '../found.ts';
import type { Ledger, Section } from '../paper/ledger.ts';
import { type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { sentencesOf, within } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';
import { NUMBER_WORDS, numberOf } from '../words/number-words.ts';
import { spansIn } from '../words/spans.ts';

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
    front.clause ??= { value: number[1] ?? '', at: within(wholeOf(heading), number.index, number[0].length) };
    const title = heading.text
      .slice(number.index + number[0].length)
      .replace(/\(.*?\)/g, '')
      .replace(/^[\s:.–-]+/, '')
      .trim();
    if (title !== '') demands.heading ??= { value: title, at: wholeOf(heading) };
    ledger.take(wholeOf(heading));
    for (const block of blocks) {
      for (const sentence of sentencesOf(block)) {
        demanded(demands, sentence);
        ledger.take(sentence);
      }
    }
  }
  return demands;
}

const AT_LEAST = new RegExp(
  String.raw`\b(?:at least|minimum of|no fewer than)\s+(?:a\s+)?(\d{1,2}|${NUMBER_WORDS})\b(?:\s*\(\d+\))?\s+(?:escalation\s+)?levels?`,
  'i',
);
const PLACE =
  /\b(?:on|to|at|in)\s+(?:the\s+)?((?:contractor['’]s\s+)?(?:[\p{L}-]+\s){0,3}?(?:portal|website|web site|page))\b/iu;

function demanded(demands: Demands, sentence: Passage): void {
  const text = quoteOf(sentence);
  const levels = AT_LEAST.exec(text);
  if (levels?.[1] !== undefined) {
    const number = numberOf(levels[1]);
    if (number !== undefined)
      demands.levels ??= { value: number, at: within(sentence, levels.index, levels[0].length) };
  }
  posting(demands, sentence, text);
  fields(demands, sentence, text);
  availability(demands, sentence, text);
  contents(demands, sentence, text);
  upkeep(demands, sentence, text);
}

function posting(demands: Demands, sentence: Passage, text: string): void {
  if (!/\bpost(?:ed|ing)?\b|\bpublish/i.test(text)) return;
  const place = PLACE.exec(text);
  if (place?.[1] !== undefined) {
    demands.postingPlace ??= { value: place[1], at: within(sentence, place.index, place[0].length) };
  }
  const days = spansIn(text).find(({ span }) => /^\d+ days?$/.test(span));
  if (days && /execut/i.test(text)) {
    demands.postingDays ??= {
      value: Number.parseInt(days.span, 10),
      at: within(sentence, days.at, days.length),
    };
  }
}

const FIELDS: readonly (readonly [DemandedField, RegExp])[] = [
  ['name', /\bnames?\b/i],
  ['title', /\btitles?\b(?!\s*\/)/i],
  ['responsibility', /\btitles?\s*\/\s*responsibilit\w+|(?<!roles and )(?<!increasing )\bresponsibilit\w+/i],
  ['office', /\boffice (?:numbers?|phones?|telephones?)\b|\btelephone numbers?\b/i],
  ['mobile', /\b(?:cell|mobile)(?: phone)? numbers?\b|\bcell phones?\b/i],
  ['email', /\be-?mail(?: address(?:es)?)?\b/i],
];

function fields(demands: Demands, sentence: Passage, text: string): void {
  if (!/\b(?:number|e-?mail)/i.test(text)) return;
  const named = FIELDS.filter(([, pattern]) => pattern.test(text)).map(([field]) => field);
  if (named.length > 1) demands.contactFields ??= { value: named, at: sentence };
}

function availability(demands: Demands, sentence: Passage, text: string): void {
  const always = /\b24\s*[x/×]\s*7(?:\s*[x/×]\s*365)?\b|\baround the clock\b|\b24 hours a day\b/i.exec(text);
  const office = /\b(?:available|reach\w+)\b[^.]{0,40}\bduring (?:normal )?business hours\b/i.exec(text);
  if (always)
    demands.availability ??= { value: '24x7x365', at: within(sentence, always.index, always[0].length) };
  else if (office)
    demands.availability ??= {
      value: 'business-hours',
      at: within(sentence, office.index, office[0].length),
    };
}

const SECTIONS: readonly (readonly [DemandedSection, RegExp])[] = [
  ['milestones', /\bmilestones?\b/i],
  ['roles', /\broles and responsibilities\b|\broles\b/i],
  ['deliverables', /\bdeliverables?\b/i],
  ['commitmentDates', /\bcommitment dates?\b/i],
];

function contents(demands: Demands, sentence: Passage, text: string): void {
  const named = SECTIONS.filter(([, pattern]) => pattern.test(text)).map(([section]) => section);
  if (named.length > 0) demands.sections ??= { value: named, at: sentence };
}

function upkeep(demands: Demands, sentence: Passage, text: string): void {
  const time = (pattern: RegExp): SaidTime | undefined => {
    if (!pattern.test(text)) return undefined;
    const span = spansIn(text).at(0);
    return span && { ...span, passage: within(sentence, span.at, span.length) };
  };
  const longest = /\bmaximum\b[^.]*\b(?:at|with|per) (?:each|every|any)\b|\blongest\b/i;
  const put = <K extends keyof Demands>(key: K, value: Demands[K] | undefined): void => {
    if (value !== undefined) demands[key] ??= value;
  };
  put('longestAtLevel', levelsIn(text).length === 0 ? time(longest) : undefined);
  put('updateEvery', time(/\b(?:feedback|updates?|status)\b[^.]*\bevery\b/i));
  const expedited = /\bexpedited\b[^.]*?\bfor\s+([^.]+)/i.exec(text);
  if (expedited?.[1] !== undefined) {
    const triggers = expedited[1]
      .split(/,|\band\b|\bor\b/)
      .map((one) => one.replace(/^\s*for\s+/i, '').trim());
    demands.expedited ??= { value: triggers.filter((one) => one !== ''), at: sentence };
  }
  const yearly =
    /\bre-?issued?\b[^.]*\b(?:every|each) (?:contract )?year\b|\bannual(?:ly)?\b[^.]*\bre-?issue/i.exec(text);
  if (yearly)
    demands.reissueYearly ??= { value: '365 days', at: within(sentence, yearly.index, yearly[0].length) };
  const change = spansIn(text).find(({ at, length }) =>
    /^\s*(?:of|after) (?:any|a|every|each) change/i.test(text.slice(at + length)),
  );
  if (change)
    demands.reissueAfterChange ??= { ...change, passage: within(sentence, change.at, change.length) };
  const current = /\b((?:be kept|remain|stay|be) current\b[^.;]*)/i.exec(text);
  if (current?.[1] !== undefined) {
    const words = current[1].replace(/[,\s]*(?:and)?[,\s]*$/, '');
    const value = `${words[0]?.toUpperCase()}${words.slice(1)}`;
    demands.current ??= { value, at: within(sentence, current.index, words.length) };
  }
}
