import { allSaid, type Front, saidToo } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, blocksOf, type Part, type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { sentencesOf, trimmed, within } from '../paper/sentences.ts';
import { datesIn } from '../words/dates.ts';
import { levelsIn } from '../words/level-words.ts';
import { zonesIn, zonesOfPlacesIn } from '../words/zones.ts';
import { clauseToo } from './clause.ts';
import { contractIn } from './contract-name.ts';
import { labelledIn, labelledRow } from './labels.ts';

const PARTIES = ['customer', 'contractor', 'oversight', 'contract', 'portal', 'clause'] as const;
const VERSION = /\b(?:version|issue|revision|rev\.?)\s*:?\s*(\d{1,3}(?:\.\d{1,3}){0,3})\b(?![/-]\d)/i;
/** A version that is the document's, and not that of something it speaks of. */
const OWN = /^\W*(?:version|issue|revision|rev)\b|\b(?:this|plan|document)\b/i;
const REVISED = /\b(?:last\s+)?(?:revised|revision|updated?)(?:\s+on)?:?\s*$/i;
const EXECUTED = /\bexecut(?:ed|ion)\b[^.]{0,20}$/i;
/** What stands before a date that is the document's. */
const DATED = /^\W*(?:(?:dated?|effective|issued|prepared|as of)\b[^.]{0,12})?$/i;
const UNTIL =
  /\b(?:agreement|contract|term)\b[^.]{0,80}\b(?:runs? (?:until|through|to)|ends?(?: on)?|expires?(?: on)?)\s*$/i;
const TITLE = /\bescalat/i;
const PAPER = /\b(?:plan|process|procedure|guide|matrix|handbook|manual|sheet|policy|protocol)\b/i;
const TITLE_MAX = 110;

/** What the document says of itself, of its contract and of the parties, with what was read of that before. */
export function frontOf(parts: readonly Part[], early: Front, ledger: Ledger): Front {
  const front: Front = { ...early };
  const blocks = blocksOf(parts);
  readLabels(front, parts, ledger);
  readTitle(front, blocks, ledger);
  for (const block of blocks) {
    if (block.kind === 'cell') continue;
    // Zones may stand in a sentence whose date was just taken.
    const open = sentencesOf(block).filter((sentence) => !ledger.isTaken(sentence));
    for (const sentence of open) readDates(front, sentence, ledger);
    if (levelsIn(block.text).length <= 2) for (const sentence of open) readZone(front, sentence, ledger);
  }
  Object.assign(front, { ...contractIn(parts, front, ledger), ...front });
  if (front.zone === undefined) {
    const zoneOfPlace = allSaid(
      blocks.flatMap((block) =>
        zonesOfPlacesIn(block.text).map(({ zone }) => ({ value: zone, at: trimmed(wholeOf(block)) })),
      ),
    );
    if (zoneOfPlace) front.zoneOfPlace = zoneOfPlace;
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
    if (party === 'clause') {
      clauseToo(front, { value: text, at: whole });
      ledger.take(whole);
    } else if (party) put(party, text);
    else if (field === 'version' && /^\D{0,3}\d/.test(text)) readVersion(front, whole, text, ledger);
    else if ((field === 'dated' || field === 'executed') && date) put(field, date.date);
    else if (field === 'zone') for (const { zone } of zonesIn(text)) put('zone', zone);
    else if (field === 'term' && date && until) {
      put('from', date.date);
      put('until', until.date);
    }
  }
}

function readVersion(front: Front, whole: Passage, text: string, ledger: Ledger): void {
  const version = /\d{1,3}(?:\.\d{1,3}){0,3}/.exec(text)?.[0];
  if (version === undefined) return;
  front.version = saidToo(front.version, { value: version, at: whole });
  for (const { date } of datesIn(text)) front.dated = saidToo(front.dated, { value: date, at: whole });
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

function readDates(front: Front, sentence: Passage, ledger: Ledger): void {
  const text = quoteOf(sentence);
  const isDated = readOwnVersion(front, sentence, ledger);
  for (const { date, at, length } of datesIn(text)) {
    const said = { value: date, at: within(sentence, at, length) };
    const before = text.slice(0, at);
    const isAlone = text.length - length < 24;
    if (EXECUTED.test(before)) front.executed = saidToo(front.executed, said);
    else if (UNTIL.test(before)) front.until = saidToo(front.until, said);
    else if (REVISED.test(before) && !/^revision\s*\d/i.test(before))
      front.revised = saidToo(front.revised, said);
    else if (isDated || (isAlone && DATED.test(before))) front.dated = saidToo(front.dated, said);
    else continue;
    ledger.take(said.at);
  }
}

/** The version that a sentence says of the document; answers whether it says one. */
function readOwnVersion(front: Front, sentence: Passage, ledger: Ledger): boolean {
  const text = quoteOf(sentence);
  const found = VERSION.exec(text);
  if (found?.[1] === undefined || /\bsee\b/i.test(text)) return false;
  const known = front.version?.value;
  if (known !== undefined && known !== found[1] && !OWN.test(text)) return false;
  const at = within(sentence, found.index, found[0].length);
  front.version = saidToo(front.version, { value: found[1], at });
  ledger.take(at);
  return true;
}

function readZone(front: Front, sentence: Passage, ledger: Ledger): void {
  for (const { zone, at, length } of zonesIn(quoteOf(sentence))) {
    const said = { value: zone, at: within(sentence, at, length) };
    front.zone = saidToo(front.zone, said);
    ledger.take(said.at);
  }
}
