import type { FastifyInstance } from 'fastify';
import { authoriseDraft } from '../../../app/authorise.ts';
import { giveDraft } from '../../../app/publication/give-draft.ts';
import {
  type EntryShown,
  entryExamples,
  entryRemoved,
  entryWritten,
} from '../../../app/views/drafts/entry-view.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { shownIn } from '../../../core/plan/edit/field-value.ts';
import { type PartForm, PLAN_PARTS, partForm } from '../../../core/plan/edit/part-form.ts';
import { valueAt } from '../../../core/plan/reading/path.ts';
import { draftEntryPage, entryFragment } from '../../../portal/drafts/draft-entry-page.tsx';
import { draftFormsPage } from '../../../portal/drafts/draft-forms-page.tsx';
import { draftRoad } from '../../draft-road.ts';
import type { PageParts } from '../page-parts.ts';
import type { Fields, PageAnswer } from '../visit.ts';
import { allowed, type DraftVisit, draftPage, noWords } from './draft-visit.ts';

/** So many are chosen in a row at most. */
const PLACES_MAX = 50;

/** The forms of a draft: each entry of the plan by itself, shown with what it changes before it is kept. */
export function entryRoutes(server: FastifyInstance, parts: PageParts): void {
  const path = '/forms/:part/:entry';
  draftPage(server, parts, { method: 'GET', path: '/forms' }, list);
  draftPage(server, parts, { method: 'GET', path }, (visit) => withForm(visit, asItIs));
  const keep = allowed<DraftVisit>('edit', (visit) => withForm(visit, sent));
  draftPage(server, parts, { method: 'POST', path }, keep);
  draftPage(server, parts, { method: 'POST', path: `${path}/shown` }, (visit) => withForm(visit, live));
}

const isOpen = ({ view, visitor }: DraftVisit): boolean =>
  view.kept.state.status === 'draft' &&
  view.kept.state.text !== undefined &&
  authoriseDraft(visitor.caller, 'edit').allowed;

async function list(visit: DraftVisit): Promise<PageAnswer> {
  const { frame, view, base, query } = visit;
  const html = draftFormsPage({ ...frame, view, base, done: query.text('done'), isOpen: isOpen(visit) });
  return { html };
}

type Answer = (visit: DraftVisit, form: PartForm) => Promise<PageAnswer>;

async function withForm(visit: DraftVisit, answer: Answer): Promise<PageAnswer> {
  const { part: named = '', entry: key = '' } = visit.params;
  const part = PLAN_PARTS.find((one) => one === named);
  const form = part && partForm(visit.view.judged.plan, part, key);
  return form ? answer(visit, form) : 'missing';
}

/** What a page of an entry shows besides the entry itself. */
interface Shown {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: ReadonlyMap<string, string>;
  readonly refused?: string;
  readonly shown?: EntryShown | undefined;
  readonly act?: 'keep' | 'remove';
  readonly isAgain?: boolean;
}

function framed(visit: DraftVisit, form: PartForm, { typed, ...more }: Shown) {
  const { frame, view, base } = visit;
  return {
    ...{ ...frame, view, base, form, typed, done: undefined, isOpen: isOpen(visit) },
    ...{ errors: new Map<string, string>(), refused: undefined, shown: undefined },
    ...{ act: 'keep' as const, isAgain: false, examples: entryExamples(view, form) },
    ...more,
  };
}

const page = (visit: DraftVisit, form: PartForm, shown: Shown, status = 200): PageAnswer => ({
  html: draftEntryPage(framed(visit, form, shown)),
  status,
});

const asItIs: Answer = async (visit, form) => page(visit, form, { typed: written(visit, form) });

/** What the plan has in each field. */
const written = ({ view }: DraftVisit, { path, fields, isNew }: PartForm): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.map((field) => [
      field.input,
      isNew ? '' : shownIn(field, valueAt(view.judged.plan, [...path, ...field.path])),
    ]),
  );

/** What was typed into each field: line ends as the plan has them, and of several choices each on a line. */
const typedIn = (form: Fields, { fields }: PartForm): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.map(({ input, form: kind }) => {
      if (kind === 'some') return [input, form.all(input).join('\n')];
      if (kind !== 'row') return [input, form.text(input).replaceAll('\r\n', '\n').trim()];
      const places = Array.from({ length: PLACES_MAX }, (_, at) => form.text(`${input}-${at + 1}`));
      return [input, places.filter((one) => one !== '').join('\n')];
    }),
  );

const sent: Answer = async (visit, form) => {
  const { language } = visit;
  const words = catalogue(language).drafts.planForms;
  const act = visit.form.text('do');
  if (act === 'remove') {
    const typed = written(visit, form);
    const shown = form.isNew ? undefined : entryRemoved(visit.view, form);
    if (!shown) return page(visit, form, { typed, refused: words.notRemoved }, 422);
    return kept(visit, form, { typed, shown, act });
  }
  const typed = typedIn(visit.form, form);
  const answer = entryWritten(visit.view, form, typed);
  if ('wrong' in answer) return page(visit, form, { typed, errors: errorsOf(visit, answer.wrong) }, 422);
  const { shown } = answer;
  return act === 'keep' ? kept(visit, form, { typed, shown, act }) : page(visit, form, { typed, shown });
};

const errorsOf = (
  { language }: DraftVisit,
  wrong: Extract<ReturnType<typeof entryWritten>, { wrong: unknown }>['wrong'],
): ReadonlyMap<string, string> => {
  const { problems } = catalogue(language).drafts.planForms;
  return new Map(wrong.map(({ input, problem, value }) => [input, problems[problem]({ value })]));
};

/** Keeps what was shown, and nothing else: where anything is different by now, that is shown first. */
async function kept(
  visit: DraftVisit,
  form: PartForm,
  { typed, shown, act }: Shown & { readonly shown: EntryShown; readonly act: 'keep' | 'remove' },
): Promise<PageAnswer> {
  const { view, base, visitor, parts } = visit;
  const seen = visit.form.text('seen');
  if (seen !== shown.seen) return page(visit, form, { typed, shown, act, isAgain: seen !== '' });
  const { contract, draft } = view.kept;
  const asked = { type: 'edit', base: Number(visit.form.text('base')), text: shown.text } as const;
  const road = draftRoad(parts, visitor.caller.personId);
  const answer = await giveDraft(road, visitor.caller, { contract, draft }, asked);
  if (!answer.accepted) return page(visit, form, { typed, shown, act, refused: noWords(answer, visit) }, 422);
  return { seeOther: `${base}/forms?done=${act === 'keep' ? 'entryKept' : 'entryRemoved'}` };
}

/** What a form changes while it is filled in: nothing of it is kept, and what is wrong is said when it is sent. */
const live: Answer = async (visit, form) => {
  const typed = typedIn(visit.form, form);
  const answer = entryWritten(visit.view, form, typed);
  const shown = 'shown' in answer ? answer.shown : undefined;
  return { html: entryFragment(framed(visit, form, { typed, shown })) };
};
