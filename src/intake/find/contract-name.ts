import { type Front, type Said, saidToo } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, blocksOf, type Part, type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { sentencesOf, within } from '../paper/sentences.ts';

const NAMED =
  /\b((?:\p{Lu}[\p{L}\d&'’-]*\s){1,6}(?:Contract|Agreement)\b(?:,?\s[A-Z]{1,5}-?\d{1,5})?)(?!\s(?:Term|Office|Manag|Contact|Program|Unit|Desk|Board))/u;
/** What a party is called in brackets behind its name: "Ann County (the “Customer”)". */
const CALLED_SO = String.raw`(?:\s*\((?:the\s|hereinafter\s)*[“"'‘]?([A-Za-z]{3,20})[”"'’]?\))?`;
const PARTY = String.raw`(?:the\s+)?((?:\p{Lu}[\p{L}\d&'’.-]*\s?(?:of\s)?){1,6}(?:,\s(?:Inc|LLC|Ltd|Corp|Co|LP)\.?)?)${CALLED_SO}`;
/** "Contract 7700012", "Agreement No. AB-12" */
const NUMBERED = /\b((?:Contract|Agreement)\s(?:(?:No\.|Number|#)\s?)?[A-Z]{0,5}-?\d[\w-]{2,20}(?:\.\d+)*)\b/;
const BETWEEN = new RegExp(String.raw`\bbetween\s+${PARTY}\s*,?\s*and\s+(?:${PARTY})?`, 'u');
const CONTRACTOR = /^(?:contractor|vendor|provider|supplier|seller|company)$/i;
const CUSTOMER = /^(?:customer|agency|client|buyer|user|subscriber)$/i;
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
  const between = partiesIn(blocks, ledger);
  if (front.contractor === undefined && between.contractor) found.contractor ??= between.contractor;
  if (front.customer === undefined && between.customer) found.customer = between.customer;
  const cmo = firstIn(blocks, CALLED);
  if (front.oversight === undefined && cmo) {
    found.oversight = { value: cmo.words, at: cmo.at };
    const of = top.find((block) => isBody(block) && !ledger.isTaken(wholeOf(block)));
    if (of) {
      found.oversightOf = { value: of.text, at: wholeOf(of) };
      ledger.take(wholeOf(of));
    }
  }
  const customer = firstIn(blocks, /\b[A-Z][A-Za-z]*\sCustomers?\b(?!\s(?:Escalation|Support|Service|Care))/);
  if (
    front.customer === undefined &&
    found.customer === undefined &&
    customer &&
    !/^(?:The|If|Any|Each|Every|A|For|And|All|When|Where|By)\s/.test(customer.words)
  ) {
    found.customer = { value: customer.words, at: customer.at };
  }
  return found;
}

/** A line that names a public body and says nothing else. */
const isBody = ({ text }: Block): boolean =>
  BODY.test(text) && text.length <= 90 && !/escalat|[:@\d]/i.test(text);

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
  const found = firstIn(blocks, NAMED) ?? firstIn(blocks, NUMBERED);
  if (!found) return undefined;
  ledger.take(found.at);
  return { contract: { value: found.words.replace(/^The\s/, ''), at: found.at } };
}

/**
 * The parties of "a contract between A and B": by what each is called in brackets. Of two names alone either may be the
 * contractor, a public body last; a name beside words for others is.
 */
function partiesIn(blocks: readonly Block[], ledger: Ledger): Pick<Front, 'contractor' | 'customer'> {
  for (const sentence of blocks.flatMap(sentencesOf)) {
    const found = BETWEEN.exec(quoteOf(sentence));
    if (!found) continue;
    const [whole, ...words] = found;
    const said = (named = '', after = 0): Said => {
      const value = named.trim().replace(/(?<!\b(?:Inc|Ltd|Corp|Co))[.,]$/, '');
      return { value, at: within(sentence, found.index + whole.indexOf(named, after), value.length) };
    };
    const one = said(words[0]);
    if (words[2] === undefined) return { contractor: one };
    const other = said(words[2], whole.indexOf(words[0] ?? '') + (words[0] ?? '').length);
    const called = [
      { party: one, as: words[1] ?? '' },
      { party: other, as: words[3] ?? '' },
    ];
    const contractor = called.find(({ as }) => CONTRACTOR.test(as))?.party;
    const customer = called.find(({ as }) => CUSTOMER.test(as))?.party;
    if (contractor ?? customer) {
      if (contractor && customer) ledger.take(within(sentence, found.index, whole.length));
      return { ...(contractor && { contractor }), ...(customer && { customer }) };
    }
    const [first, second] = BODY.test(one.value) ? [other, one] : [one, other];
    return { contractor: saidToo(first, second) };
  }
  return {};
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
