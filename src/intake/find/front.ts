import { type Front, type Said, saidToo } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, blocksOf, type Part, type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { sentencesOf, trimmed, within } from '../paper/sentences.ts';
import { datesIn } from '../words/dates.ts';
import { levelsIn } from '../words/level-words.ts';
import { zoneIn, zoneOfPlaceIn } from '../words/zones.ts';
import { contractIn } from './contract-name.ts';
import { labelledIn, labelledRow } from './labels.ts';

const PARTIES = ['customer', 'contractor', 'oversight', 'contract', 'portal', 'clause'] as const;
const VERSION = /\b(?:version|issue|revision|rev\.?)\s*:?\s*(\d{1,3}(?:\.\d{1,3}){0,3})\b/i;
const REVISED = /\b(?:last\s+)?(?:revised|revision|updated?)(?:\s+on)?:?\s*$/i;
const EXECUTED = /\bexecut(?:ed|ion)\b[^.]{0,20}$/i;
const TITLE = /\bescalat/i;
const PAPER = /\b(?:plan|process|procedure|guide|matrix|handbook|manual|sheet|policy|protocol)\b/i;
const TITLE_MAX = 110;

/** What the document says of itself, of its contract and of the parties. */
export function frontOf(parts: readonly Part[], ledger: Ledger): Front {
  const front: Front = {};
  const blocks = blocksOf(parts);
  readLabels(front, parts, ledger);
  readTitle(front, blocks, ledger);
  for (const block of blocks) {
    if (block.kind === 'cell' || ledger.isTaken(wholeOf(block))) continue;
    readDates(front, block, ledger);
    readZone(front, block, ledger);
  }
  Object.assign(front, { ...contractIn(parts, front, ledger), ...front });
  if (front.zone === undefined) {
    for (const block of blocks) {
      const found = zoneOfPlaceIn(block.text);
      if (found) front.zoneOfPlace ??= { value: found.zone, at: trimmed(wholeOf(block)) };
    }
  }
  return front;
}

function readLabels(front: Front, parts: readonly Part[], ledger: Ledger): void {
  const labels = parts.flatMap((part) =>
    part.kind === 'table'
      ? part.rows.flatMap((row) => labelledRow(row) ?? [])
      : ledger.isTaken(wholeOf(part))
        ? []
        : labelledIn(part),
  );
  for (const { field, value, whole } of labels) {
    const text = quoteOf(value);
    const [date, until] = datesIn(text);
    const put = (key: keyof Front, said: string): void => {
      front[key] = saidToo(front[key], { value: said, at: whole });
      ledger.take(whole);
    };
    const party = PARTIES.find((one) => one === field);
    if (party) put(party, text);
    else if (field === 'version' && /^\D{0,3}\d/.test(text)) readVersion(front, whole, text, ledger);
    else if ((field === 'dated' || field === 'executed') && date) put(field, date.date);
    else if (field === 'zone') put('zone', zoneIn(text)?.zone ?? '');
    else if (field === 'term' && date && until) {
      put('from', date.date);
      put('until', until.date);
    }
  }
  if (front.zone?.value === '') delete front.zone;
}

function readVersion(front: Front, whole: Passage, text: string, ledger: Ledger): void {
  const version = /\d{1,3}(?:\.\d{1,3}){0,3}/.exec(text)?.[0];
  if (version === undefined) return;
  front.version = saidToo(front.version, { value: version, at: whole });
  const [date] = datesIn(text);
  if (date) front.dated ??= { value: date.date, at: whole };
  ledger.take(whole);
}

function readTitle(front: Front, blocks: readonly Block[], ledger: Ledger): void {
  const top = blocks
    .slice(0, 40)
    .filter(({ kind, text }) => kind !== 'cell' && kind !== 'furniture' && text.length <= TITLE_MAX);
  const named = top.filter(
    ({ text }) =>
      TITLE.test(text) && !/[.:]\s*$/.test(text) && levelsIn(text).length === 0 && !/\d\.\d/.test(text),
  );
  const best =
    named.find(({ text }) => PAPER.test(text) && TITLE.test(text)) ??
    named[0] ??
    top.find(({ kind }) => kind === 'heading');
  if (!best) return;
  front.title = { value: best.text.trim(), at: wholeOf(best) };
  ledger.take(wholeOf(best));
}

function readDates(front: Front, block: Block, ledger: Ledger): void {
  for (const sentence of sentencesOf(block)) {
    const text = quoteOf(sentence);
    const version = VERSION.exec(text);
    if (version?.[1] !== undefined && !/\bsee\b/i.test(text)) {
      const at = within(sentence, version.index, version[0].length);
      if (front.version === undefined) {
        front.version = { value: version[1], at };
        ledger.take(at);
      } else if (front.version.value === version[1]) ledger.take(at);
    }
    for (const { date, at, length } of datesIn(text)) {
      const said: Said = { value: date, at: within(sentence, at, length) };
      const before = text.slice(0, at);
      const isAlone = text.length - length < 24;
      if (EXECUTED.test(before)) front.executed = saidToo(front.executed, said);
      else if (REVISED.test(before) && !/^revision\s*\d/i.test(before)) front.revised ??= said;
      else if ((version || isAlone) && front.dated === undefined) front.dated = said;
      else continue;
      ledger.take(said.at);
    }
  }
}

function readZone(front: Front, block: Block, ledger: Ledger): void {
  if (levelsIn(block.text).length > 2) return;
  for (const sentence of sentencesOf(block)) {
    const found = zoneIn(quoteOf(sentence));
    if (!found) continue;
    const at = within(sentence, found.at, found.length);
    front.zone ??= { value: found.zone, at };
    ledger.take(at);
  }
}
