import type { CardField, Front } from '../found.ts';
import { type Block, type Passage, wholeOf } from '../paper/paper.ts';
import { trimmed } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';

export type LabelField = CardField | 'both' | 'level' | keyof Front | 'term';

/** What labels say of their values, in the words that documents use. */
const LABELS: Readonly<Record<string, LabelField>> = {
  name: 'name',
  'contact name': 'name',
  contact: 'name',
  person: 'name',
  title: 'title',
  position: 'title',
  role: 'title',
  'job title': 'title',
  office: 'office',
  'office number': 'office',
  'office phone': 'office',
  phone: 'office',
  'phone number': 'office',
  telephone: 'office',
  'telephone number': 'office',
  tel: 'office',
  work: 'office',
  'desk phone': 'office',
  landline: 'office',
  'toll-free': 'office',
  cell: 'mobile',
  'cell number': 'mobile',
  'cell phone': 'mobile',
  cellphone: 'mobile',
  mobile: 'mobile',
  'mobile number': 'mobile',
  'mobile phone': 'mobile',
  'office/cell': 'both',
  'office/mobile': 'both',
  'phone/cell': 'both',
  'phone/mobile': 'both',
  'office and cell': 'both',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  'email address': 'email',
  'e-mail address': 'email',
  responsibility: 'responsibility',
  responsibilities: 'responsibility',
  responsible: 'responsibility',
  authority: 'responsibility',
  level: 'level',
  tier: 'level',
  'escalation level': 'level',
  contract: 'contract',
  agreement: 'contract',
  'contract title': 'contract',
  'contract name': 'contract',
  'contract number': 'contract',
  'contract no.': 'contract',
  'contract no': 'contract',
  'agreement number': 'contract',
  contractor: 'contractor',
  vendor: 'contractor',
  provider: 'contractor',
  supplier: 'contractor',
  'service provider': 'contractor',
  customer: 'customer',
  customers: 'customer',
  client: 'customer',
  oversight: 'oversight',
  'contract administrator': 'oversight',
  'contract office': 'oversight',
  'contract management': 'oversight',
  'contract management office': 'oversight',
  version: 'version',
  issue: 'version',
  revision: 'version',
  date: 'dated',
  dated: 'dated',
  effective: 'dated',
  'effective date': 'dated',
  executed: 'executed',
  'execution date': 'executed',
  'date of execution': 'executed',
  term: 'term',
  'contract term': 'term',
  portal: 'portal',
  'user portal': 'portal',
  'posted at': 'portal',
  'time zone': 'zone',
  timezone: 'zone',
  zone: 'zone',
  clause: 'clause',
};

const WORDS = Object.keys(LABELS)
  .sort((one, other) => other.length - one.length)
  .map((word) => word.replaceAll(/[/-]/g, String.raw`\s*$&\s*`))
  .join('|');
const LABEL = new RegExp(String.raw`(?<![\p{L}\d/-]\s?)(${WORDS})\s*:(?=\s|$)`, 'giu');
const LATER = new RegExp(String.raw`(?<=[\d.;,)\w]\s{1,3})(${WORDS})\s*:(?=\s)`, 'giu');

interface Labelled {
  readonly field: LabelField;
  readonly value: Passage;
  /** Label and value together. */
  readonly whole: Passage;
}

/** What a label's words mean; undefined where they are none. */
export function labelOf(text: string): LabelField | undefined {
  const word = text
    .trim()
    .replace(/:$/, '')
    .toLowerCase()
    .replaceAll(/\s*([/-])\s*/g, '$1')
    .replace(/[*†\d]+$/, '')
    .trim();
  return Object.hasOwn(LABELS, word) ? LABELS[word] : undefined;
}

/** The values with labels in a block, each up to the next label. */
export function labelledIn(block: Block): readonly Labelled[] {
  const first = [...block.text.matchAll(LABEL)];
  const isLabelled = first.length > 0 || levelsIn(block.text).length > 0;
  // After other words only a label with a capital counts, and only where labels are what the block is made of.
  const later = isLabelled ? [...block.text.matchAll(LATER)].filter((one) => /^\p{Lu}/u.test(one[0])) : [];
  const starts = [...first, ...later]
    .filter((one, index, all) => all.findIndex((other) => other.index === one.index) === index)
    .sort((one, other) => one.index - other.index);
  return starts.flatMap((found, index) => {
    const field = labelOf(found[1] ?? '');
    const to = starts[index + 1]?.index ?? block.text.length;
    const value = trimmed({ block, from: found.index + found[0].length, to });
    if (field === undefined || value.to <= value.from) return [];
    return [{ field, value: withoutStop(value), whole: trimmed({ block, from: found.index, to }) }];
  });
}

/** As `labelledIn`, for a row of two cells of which the first is a label. */
export function labelledRow(row: readonly Block[]): Labelled | undefined {
  const [label, value] = row;
  const field = row.length === 2 && label ? labelOf(label.text) : undefined;
  if (field === undefined || !value || value.text === '') return undefined;
  return { field, value: wholeOf(value), whole: wholeOf(value) };
}

const withoutStop = ({ block, from, to }: Passage): Passage =>
  /[^.]\.$/.test(block.text.slice(from, to)) ? { block, from, to: to - 1 } : { block, from, to };
