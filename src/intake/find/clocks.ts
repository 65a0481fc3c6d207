import { type Clocks, saidToo } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, type Passage, quoteOf } from '../paper/paper.ts';
import { sentencesOf, within } from '../paper/sentences.ts';
import { hoursIn, windowsIn } from '../words/hours.ts';
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
      if (read(clocks, sentence, text, ledger)) ledger.take(sentence);
  }
  return clocks;
}

function around(clocks: Clocks, at: Passage, text: string): boolean {
  if (!AROUND.test(text) || !COUNTED.test(text)) return false;
  clocks.aroundTheClock = saidToo(clocks.aroundTheClock, { value: 'always', at });
  return true;
}

function hours(clocks: Clocks, at: Passage, text: string, ledger: Ledger): boolean {
  if (!/\b(?:business|working|office|normal|support) (?:hours|days?)\b/i.test(text)) return false;
  const value = hoursIn(text);
  if (!value) return false;
  clocks.hours = saidToo(clocks.hours, { value, at });
  // Hours of another day, or after a break, have no place beside the first ones, and are not lost.
  if (windowsIn(text) > 1) ledger.leave(at);
  return true;
}

function holidays(clocks: Clocks, at: Passage, text: string): boolean {
  const found = HOLIDAYS.exec(text);
  if (!found || !/holiday/i.test(text)) return false;
  const piece = text.split(/(?<=;\s)/).find((one) => /holiday/i.test(one)) ?? text;
  const quoted = within(at, text.indexOf(piece), piece.replace(/[.;]\s*$/, '').length);
  const kinds = [found[1], found[2]].map((kind) => kind?.toLowerCase());
  const value = kinds.includes('state') ? 'state' : kinds.includes('federal') ? 'us-federal' : undefined;
  if (value === undefined) return false;
  clocks.holidays = saidToo(clocks.holidays, { value, at: quoted });
  return true;
}

function businessDay(clocks: Clocks, at: Passage, text: string): boolean {
  if (!/\bday|deadline\b/i.test(text)) return false;
  const value = SAME.test(text) ? 'same-time' : CLOSE.test(text) ? 'close' : undefined;
  if (value === undefined) return false;
  clocks.businessDay = saidToo(clocks.businessDay, { value, at });
  return true;
}
