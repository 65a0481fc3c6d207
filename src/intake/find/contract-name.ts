import type { Front } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, blocksOf, type Part, type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { sentencesOf, within } from '../paper/sentences.ts';

const NAMED =
  /\b((?:\p{Lu}[\p{L}\d&'’-]*\s){1,6}(?:Contract|Agreement)(?:,?\s[A-Z]{1,5}-?\d{1,5})?)(?!\s(?:Term|Office|Manag|Contact|Program|Unit|Desk|Board))/u;
const BETWEEN = /\bbetween\s+((?:\p{Lu}[\p{L}\d&'’.-]*\s?){1,5})\s*and\b/u;
const LINE = /\b(?:AGREEMENT|CONTRACT|Agreement|Contract)\b/;
const PREFIXED =
  /^(.{2,60}?)\s+(?:Detailed\s+|Customer\s+)?Escalation\s+(?:Hierarchy|Contacts?|Matrix|Levels?)\b/i;
const BODY = /\b(?:department|office|agency|ministry|state|county|city|university)\b/i;
const CALLED = /\b(?:[A-Z][A-Za-z]*\s)?CMO\b/;

/** The contract and its parties where no label says them: from the lines at the top, and from what sentences call them. */
export function contractIn(parts: readonly Part[], front: Front, ledger: Ledger): Partial<Front> {
  const found: Partial<Front> = {};
  const blocks = blocksOf(parts).filter(({ kind }) => kind !== 'cell');
  const top = topOf(blocks, front);
  const prefix = blocks
    .flatMap(({ text }) => PREFIXED.exec(text)?.[1] ?? [])
    .find((one) => top.some(({ text }) => text.startsWith(`${one} `)));
  if (front.contract === undefined)
    Object.assign(found, titleIn(top, prefix, ledger) ?? nameIn(blocks, ledger) ?? {});
  if (front.contractor === undefined && prefix !== undefined) {
    const block = top.find(({ text }) => text.startsWith(`${prefix} `));
    if (block) found.contractor = { value: prefix, at: { block, from: 0, to: prefix.length } };
  }
  const between = firstIn(blocks, BETWEEN);
  if (front.contractor === undefined && between)
    found.contractor ??= { value: between.words.trim(), at: between.at };
  const cmo = firstIn(blocks, CALLED);
  if (front.oversight === undefined && cmo) {
    found.oversight = { value: cmo.words, at: cmo.at };
    const of = top.find(({ text }) => BODY.test(text) && !/escalat/i.test(text));
    if (of) {
      found.oversightOf = { value: of.text, at: wholeOf(of) };
      ledger.take(wholeOf(of));
    }
  }
  const customer = firstIn(blocks, /\b[A-Z][A-Za-z]*\sCustomers?\b(?!\s(?:Escalation|Support|Service|Care))/);
  if (
    front.customer === undefined &&
    customer &&
    !/^(?:The|If|Any|Each|Every|A|For|And|All|When|Where|By)\s/.test(customer.words)
  ) {
    found.customer = { value: customer.words, at: customer.at };
  }
  return found;
}

/** Blocks before the clause, the contacts and the first long sentence. */
function topOf(blocks: readonly Block[], front: Front): readonly Block[] {
  const end = blocks.findIndex(
    ({ text, kind }) =>
      text.length > 160 ||
      (kind === 'heading' && /\b(?:contact|hierarchy|levels?)\b|\b[A-Z]\.\d+\.\d/i.test(text)),
  );
  return blocks.slice(0, end < 0 ? 12 : Math.min(end, 12)).filter((block) => block !== front.title?.at.block);
}

function titleIn(
  top: readonly Block[],
  prefix: string | undefined,
  ledger: Ledger,
): Pick<Front, 'contract'> | undefined {
  const line = top.find(({ text }) => LINE.test(text) && text.length < 90 && !/[.:]/.test(text));
  if (line) {
    ledger.take(wholeOf(line));
    return { contract: { value: line.text, at: wholeOf(line) } };
  }
  const named = top.find(({ text }) => prefix !== undefined && text.startsWith(`${prefix} `));
  if (!named || prefix === undefined) return undefined;
  const next = top[top.indexOf(named) + 1];
  const lot = next && /^(?:category|lot|schedule|part)\s+[\w.]+$/i.test(next.text) ? next : undefined;
  ledger.take(wholeOf(named));
  if (lot) ledger.take(wholeOf(lot));
  const value = [named.text.slice(prefix.length).trim(), ...(lot ? [capitalised(lot.text)] : [])].join(', ');
  return { contract: { value, at: wholeOf(named) } };
}

function nameIn(blocks: readonly Block[], ledger: Ledger): Pick<Front, 'contract'> | undefined {
  const found = firstIn(blocks, NAMED);
  if (!found) return undefined;
  ledger.take(found.at);
  return { contract: { value: found.words.replace(/^The\s/, ''), at: found.at } };
}

function firstIn(
  blocks: readonly Block[],
  pattern: RegExp,
): { readonly words: string; readonly at: Passage } | undefined {
  for (const block of blocks) {
    for (const sentence of sentencesOf(block)) {
      const found = pattern.exec(quoteOf(sentence));
      if (!found) continue;
      const words = (found[1] ?? found[0]).trim();
      return { words, at: within(sentence, found.index + found[0].indexOf(words), words.length) };
    }
  }
  return undefined;
}

const capitalised = (text: string): string =>
  text.replace(/^[A-Z]{2,}/, (word) => `${word[0]}${word.slice(1).toLowerCase()}`);
