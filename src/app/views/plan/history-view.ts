import type { Instant } from '../../../core/instant.ts';
import type { Change, Detail } from '../../../core/plan/diff/change.ts';
import { diff } from '../../../core/plan/diff/diff.ts';
import type { Plan } from '../../../core/plan/format/schema.ts';
import type { Question } from '../../../core/plan/format/schema-contract.ts';
import type { ListedRevision, Reading } from '../../ports/reading.ts';
import { type AgreedPlan, writtenPlan } from './agreed-plan.ts';
import { isShownTo, type PlanReader } from './plan-reader.ts';

/** What a revision changed in the one before it. */
interface ChangesView {
  readonly changes: readonly Change[];
  /** Changes that say a number which this reader may not see. */
  readonly kept: number;
}

/** A revision that is or was in force. */
export interface RevisionView {
  readonly number: number;
  readonly digest: string;
  readonly isInForce: boolean;
  readonly publishedAt: Instant | undefined;
  readonly agreedBy: readonly string[];
  readonly isAgreedByWord: boolean;
  /** Undefined of the first one, and where the text of one of the two was erased. */
  readonly changed: ChangesView | undefined;
  readonly isFirst: boolean;
}

/** Older revisions are in the API. */
const HISTORY_MAX = 12;

/** The revisions of a plan, the newest first, each with what it changed. */
export async function historyView(
  reading: Reading,
  { contract: { contract }, history }: AgreedPlan,
  reader: PlanReader,
): Promise<readonly RevisionView[]> {
  const shown = history.slice(0, HISTORY_MAX);
  const plans = await Promise.all(
    history.slice(0, HISTORY_MAX + 1).map(({ number }) => writtenPlan(reading, contract, number)),
  );
  return shown.map((revision, index) => {
    const [after, before] = [plans[index], plans[index + 1]];
    const isFirst = index + 1 === history.length;
    return {
      ...factsOf(revision),
      isFirst,
      changed: before && after ? changesFor(reader, before, after) : undefined,
    };
  });
}

const factsOf = ({ number, digest, state, publishedAt, agreedBy, isAgreedByWord }: ListedRevision) => ({
  number,
  digest,
  isInForce: state === 'published',
  publishedAt,
  agreedBy,
  isAgreedByWord,
});

/** What differs, without the numbers that either plan keeps from this reader. */
function changesFor(reader: PlanReader, before: Plan, after: Plan): ChangesView {
  const all = diff(before, after);
  const isKept = (contact: string): boolean =>
    isContactKept(before, contact, reader) || isContactKept(after, contact, reader);
  const changes = all.flatMap((change) => withoutKept(change, isKept) ?? []);
  return { changes, kept: all.length - changes.length };
}

/** Whether a plan keeps the numbers of a contact from this reader. */
export const isContactKept = ({ contacts = {} }: Plan, contact: string, reader: PlanReader): boolean =>
  contacts[contact] !== undefined && !isShownTo(contacts[contact].shown ?? 'customers', reader);

const NUMBERS: ReadonlySet<string> = new Set(['office', 'mobile', 'email']);

/** A change as it may be read: whole, without its numbers, or not at all. */
function withoutKept(change: Change, isKept: (contact: string) => boolean): Change | undefined {
  const [head, id = '', field = ''] = change.path;
  if (head === 'questions') return isAboutKept(aboutOf(change), isKept) ? undefined : change;
  if (head !== 'contacts' || !isKept(id)) return change;
  if (NUMBERS.has(field)) return undefined;
  if (change.code === 'plan-thing-added' || change.code === 'plan-thing-removed') {
    const details = change.values.details.filter(({ field: { name } }: Detail) => !NUMBERS.has(name));
    return { ...change, values: { ...change.values, details } };
  }
  return change;
}

function aboutOf({ values }: Change): string {
  const place = 'place' in values ? values.place.values : {};
  return 'about' in place ? String(place.about) : '';
}

/** Whether a place of the plan is a number that is kept from the reader: `contacts.ana.office`. */
function isAboutKept(about: string, isKept: (contact: string) => boolean): boolean {
  const [head, id = '', field = ''] = about.split('.');
  return head === 'contacts' && NUMBERS.has(field) && isKept(id);
}

/** Something the plan leaves open or said in two ways, as this reader may see it. */
export interface QuestionView {
  readonly question: Question;
  /** What it is about is a number that the reader may not see. */
  readonly isKept: boolean;
}

/** The questions of the plan: the open ones first. */
export function questionViews(written: Plan, reader: PlanReader): readonly QuestionView[] {
  const views = (written.questions ?? []).map((question) => ({
    question,
    isKept: isAboutKept(question.about ?? '', (contact) => isContactKept(written, contact, reader)),
  }));
  const isOpen = ({ question }: QuestionView): boolean => question.settled === undefined;
  return [...views.filter(isOpen), ...views.filter((view) => !isOpen(view))];
}
