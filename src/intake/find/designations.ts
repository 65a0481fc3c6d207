import type { Said } from '../found.ts';
import { type Block, type Part, type Passage, quoteOf } from '../paper/paper.ts';
import { sentencesOf, trimmed, within } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';
import { spansIn } from '../words/spans.ts';
import { labelOf } from './labels.ts';
import { isMoving } from './move-words.ts';

/** Sentences of a section that speak of one kind of cases; without a title those that name none. */
interface Designated {
  readonly title: Said | undefined;
  readonly sentences: readonly Passage[];
}

interface SentenceOf {
  readonly title: Said | undefined;
  readonly sentence: Passage;
}

const GRADE =
  /\b(?:priority|severity|sev|urgency|class|impact|p(?=\d)|sev(?=\d))[\s-]*#?\s*\d(?:\s*(?:,|\/|&|and|or)\s*(?:(?:priority|severity|sev|class|p)[\s-]*)?\d)*\b/i;
const LABEL = /^(\p{Lu}[\p{L}\d ,/&()’'-]{2,50}?):\s+(?=\S)/u;
/** "Invoice disputes go to level 1" */
const GOING = /^(\p{Lu}[\p{L} ]{3,40}?)\s+(?:go|are (?:sent|reported|directed|escalated))\s+to\s/u;
/** What stands before a colon and names no kind of cases. */
const NO_KIND =
  /^(?:step|phase|stage|note|notes|remark|important|attention|example|procedure|process|escalation|when|how|who|where|why|after[ -]hours|business hours|office hours|hours|timing|rule|rules|first|second|third|then|finally|summary|purpose|scope|cases|tickets|calls|requests|issues|problems|escalations|customers?|contractor|vendor|provider)\b/i;

/**
 * The sentences of a section by the kinds of cases that they speak of: by a grade in a sentence ("a Priority 1 incident"),
 * or by a label before a paragraph that says who is reached ("Billing: email level 1"). Where only one kind is named, all
 * of it is of one.
 */
export function designatedIn(parts: readonly Part[]): readonly Designated[] {
  const all = parts.flatMap((part) =>
    part.kind === 'table' || part.kind === 'furniture' ? [] : sentencesBelow(part),
  );
  const kinds = new Set(all.flatMap(({ title }) => (title ? [keyOf(title)] : [])));
  const isOfSeveral = kinds.size > 1 || (kinds.size === 1 && isBesideOthers(all));
  if (!isOfSeveral) return [{ title: undefined, sentences: all.map(({ sentence }) => sentence) }];
  return [...Map.groupBy(all, ({ title }) => title && keyOf(title)).values()]
    .map((group) => ({ title: group[0]?.title, sentences: group.map(({ sentence }) => sentence) }))
    .sort((one, other) => Number(one.title !== undefined) - Number(other.title !== undefined));
}

/** Whether beside a labelled kind of cases there are steps of which no kind is named; a grade by itself parts nothing. */
const isBesideOthers = (all: readonly SentenceOf[]): boolean =>
  all.some(({ title }) => title && !GRADE.test(title.value)) &&
  all.some(({ title, sentence }) => {
    const text = quoteOf(sentence);
    return !title && isMoving(text) && spansIn(text).length > 0;
  });

const keyOf = ({ value }: Said): string => value.toLowerCase().replaceAll(/[\s-]+/g, ' ');

/** A label or a grade holds until the next one, or the end of its paragraph. */
function sentencesBelow(block: Block): readonly SentenceOf[] {
  let last: Said | undefined;
  return sentencesOf(block).map((whole) => {
    const label = labelIn(whole);
    if (label) last = label.title;
    const from = label?.length ?? 0;
    const sentence = trimmed(within(whole, from, whole.to - whole.from - from));
    last = gradeIn(sentence) ?? (last && gradeIn(last.at)) ?? last;
    return { title: last, sentence };
  });
}

function gradeIn(sentence: Passage): Said | undefined {
  const text = quoteOf(sentence);
  const found = isMoving(text) || text.length < 60 ? GRADE.exec(text) : null;
  if (!found) return undefined;
  const value = `${found[0].charAt(0).toUpperCase()}${found[0].slice(1)}`;
  return { value, at: within(sentence, found.index, found[0].length) };
}

/** The label before words that tell whom to reach, and how long it is with its colon. */
function labelIn(first: Passage): { readonly title: Said; readonly length: number } | undefined {
  const text = quoteOf(first);
  const [, subject] = GOING.exec(text) ?? [];
  if (subject !== undefined && !NO_KIND.test(subject))
    return { title: { value: subject, at: within(first, 0, subject.length) }, length: 0 };
  const [whole, value = ''] = LABEL.exec(text) ?? [];
  if (whole === undefined || NO_KIND.test(value) || levelsIn(value).length > 0 || labelOf(value))
    return undefined;
  const rest = text.slice(whole.length);
  if (!isMoving(rest) || levelsIn(rest).length === 0) return undefined;
  return { title: { value, at: within(first, 0, value.length) }, length: whole.length };
}
