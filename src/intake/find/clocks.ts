import type { Clocks } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, type Passage, quoteOf } from '../paper/paper.ts';
import { sentencesOf, within } from '../paper/sentences.ts';
import { hoursIn } from '../words/hours.ts';
import { levelsIn } from '../words/level-words.ts';
import { isMoving } from './move-words.ts';

const AROUND =
  /\b(?:around the clock|round the clock|24 hours a day|24\s*[x/]\s*7|elapsed (?:hours|time)|clock hours)\b/i;
const COUNTED = /\b(?:hours?|times?|clocks?|minutes)\b[^.]*\b(?:runs?|are|is|means?|count\w*|measured)\b/i;
const HOLIDAYS = /\b(federal|state|public|bank|observed)?\s*(?:and (federal|state) )?holidays?\b/i;
const CLOSE =
  /\b(?:close|end) of (?:that|the|each|business)(?: business)?(?: day)?\b|\bends? (?:at|with) the close\b/i;
const SAME = /\bsame (?:local )?time\b/i;

/** What the document says of all its clocks: which hours count, what a business day is, which holidays it keeps. */
export function clocksIn(blocks: readonly Block[], ledger: Ledger): Clocks {
  const clocks: Clocks = {};
  for (const sentence of blocks.flatMap(sentencesOf)) {
    const text = quoteOf(sentence);
    if (levelsIn(text).length > 0 || isMoving(text) || !/hour|time|day|clock|holiday|minute/i.test(text))
      continue;
    for (const read of [around, hours, holidays, businessDay])
      if (read(clocks, sentence, text)) ledger.take(sentence);
  }
  return clocks;
}

function around(clocks: Clocks, at: Passage, text: string): boolean {
  if (!AROUND.test(text) || !COUNTED.test(text)) return false;
  clocks.aroundTheClock ??= { value: 'always', at };
  return true;
}

function hours(clocks: Clocks, at: Passage, text: string): boolean {
  if (!/\b(?:business|working|office|normal|support) (?:hours|days?)\b/i.test(text)) return false;
  const value = hoursIn(text);
  if (!value) return false;
  clocks.hours ??= { value, at };
  return true;
}

function holidays(clocks: Clocks, at: Passage, text: string): boolean {
  const found = HOLIDAYS.exec(text);
  if (!found || !/holiday/i.test(text)) return false;
  const piece = text.split(/(?<=;\s)/).find((one) => /holiday/i.test(one)) ?? text;
  const quoted = within(at, text.indexOf(piece), piece.replace(/[.;]\s*$/, '').length);
  const kinds = [found[1], found[2]].map((kind) => kind?.toLowerCase());
  if (kinds.includes('state')) clocks.holidays ??= { value: 'state', at: quoted };
  else if (kinds.includes('federal')) clocks.holidays ??= { value: 'us-federal', at: quoted };
  else return false;
  return true;
}

function businessDay(clocks: Clocks, at: Passage, text: string): boolean {
  if (!/\bday|deadline\b/i.test(text)) return false;
  if (SAME.test(text)) clocks.businessDay ??= { value: 'same-time', at };
  else if (CLOSE.test(text)) clocks.businessDay ??= { value: 'close', at };
  else return false;
  return true;
}
