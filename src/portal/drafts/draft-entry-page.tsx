import type { EntryShown } from '../../app/views/drafts/entry-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { OfStep, PartField } from '../../core/plan/edit/part-field.ts';
import type { PartForm } from '../../core/plan/edit/part-form.ts';
import type { WorkedClock } from '../../core/plan/edit/worked-examples.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { buttonRow, postForm } from '../parts/form.tsx';
import { summaryList } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { type DraftFrame, draftFrame } from './draft-frame.tsx';
import { controlOf, entryField } from './entry-fields.tsx';
import { examplesId, examplesPart, shownPart } from './entry-shown.tsx';
import { entryTitle } from './entry-title.ts';

interface DraftEntry extends DraftFrame {
  readonly form: PartForm;
  readonly isOpen: boolean;
  /** What stands in each field, by the names of the inputs. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
  /** Why it was not kept, where that is the fault of no field. */
  readonly refused: string | undefined;
  readonly shown: EntryShown | undefined;
  readonly act: 'keep' | 'remove';
  /** Something was typed after it was shown. */
  readonly isAgain: boolean;
  readonly examples: readonly WorkedClock[];
}

/** One entry of the plan in its form, what it changes, and what its clocks come to. */
export function draftEntryPage(frame: DraftEntry): string {
  const { language, view, base, form, isOpen, errors, refused } = frame;
  const { edit } = catalogue(language).drafts;
  const wrong = form.fields.flatMap((field) => {
    const error = errors.get(field.input);
    return error === undefined ? [] : [{ name: controlOf(field), error }];
  });
  return draftFrame({
    frame,
    part: 'forms',
    errors: refused === undefined ? wrong : [{ name: 'entry', error: refused }, ...wrong],
    children: (
      <section aria-labelledby="entry">
        <h2 id="entry">{entryTitle(view.judged.plan, form, language)}</h2>
        {isOpen ? (
          <>
            {entryForm(frame)}
            {!form.isNew && removal(frame)}
          </>
        ) : (
          <>
            {notice({ kind: 'info', language, title: edit.locked })}
            {asItStands(frame)}
          </>
        )}
        <p>
          <a href={`${base}/forms`}>{catalogue(language).drafts.planForms.title}</a>
        </p>
      </section>
    ),
  });
}

const pathOf = ({ base, form: { part, key } }: DraftEntry): string =>
  `${base}/forms/${part}/${encodeURIComponent(key)}`;

function entryForm(frame: DraftEntry): Html {
  const { language, view, shown, act, isAgain } = frame;
  const { planForms: words } = catalogue(language).drafts;
  return (
    <div data-live-form={`${pathOf(frame)}/shown`}>
      {postForm({
        action: pathOf(frame),
        hidden: { base: view.kept.state.textNumber },
        children: (
          <>
            {fieldsPart(frame)}
            {buttonRow([{ label: words.show, kind: 'plain', name: 'do', value: 'show' }])}
            <div id="shown" data-live="">
              {act === 'keep' && shown && shownPart({ language, shown, act, isAgain })}
            </div>
          </>
        ),
      })}
      <p class="only-read-out" aria-live="polite" id="shown-said" />
    </div>
  );
}

/** The fields, those of a step under its heading, each condition with what it comes to. */
function fieldsPart(frame: DraftEntry): Html {
  const { form } = frame;
  const plain = form.fields.filter(({ step }) => !step);
  return (
    <>
      {plain.map((field) => fieldOf(frame, field))}
      {form.part === 'calendars' && examplesOf(frame, undefined)}
      {stepsOf(form.fields).map((step) => stepPart(frame, step))}
    </>
  );
}

const fieldOf = ({ language, view, typed, errors }: DraftEntry, field: PartField): Html =>
  entryField({ language, plan: view.judged.plan, typed, errors }, field);

/** Each step and each condition once, in their order. */
function stepsOf(fields: readonly PartField[]): readonly OfStep[] {
  const found = new Map<string, OfStep>();
  for (const { step } of fields) if (step) found.set(`${step.level} ${step.condition}`, step);
  return [...found.values()];
}

function stepPart(frame: DraftEntry, step: OfStep): Html | undefined {
  const { language, form } = frame;
  const { planForms: words } = catalogue(language).drafts;
  const { level, condition } = step;
  if (step.isNew && !form.isNew) return addedPart(frame, step);
  return (
    <>
      {condition === undefined ? (
        <h3>{words.step({ level })}</h3>
      ) : (
        <h4>{words.condition({ level, place: condition })}</h4>
      )}
      {stepFields(frame, step)}
    </>
  );
}

const fieldsOf = ({ fields }: PartForm, { level, condition }: OfStep): readonly PartField[] =>
  fields.filter(({ step }) => step?.level === level && step.condition === condition);

const stepFields = (frame: DraftEntry, step: OfStep): Html => (
  <>
    {fieldsOf(frame.form, step).map((field) => fieldOf(frame, field))}
    {step.condition !== undefined && examplesOf(frame, step)}
  </>
);

/** What may be added to a track, closed until something is said of it: a condition, or a step with its own. */
function addedPart(frame: DraftEntry, step: OfStep): Html | undefined {
  const { language, form, typed, errors } = frame;
  const { planForms: words } = catalogue(language).drafts;
  const { level, condition } = step;
  const isOfStep = fieldsOf(form, step).some(({ also }) => also);
  // The condition of a step that is added stands with the step.
  if (isOfStep && condition !== undefined) return undefined;
  const first = { level, condition: 1, isNew: true };
  const all = [step, ...(isOfStep && fieldsOf(form, first).length > 0 ? [first] : [])];
  const isOpen = all
    .flatMap((one) => fieldsOf(form, one))
    .some(({ input }) => (typed[input] ?? '') !== '' || errors.has(input));
  return (
    <details open={isOpen}>
      <summary>{isOfStep ? words.addStep({ level }) : words.addCondition({ level })}</summary>
      {all.map((one) => stepFields(frame, one))}
    </details>
  );
}

function examplesOf(frame: DraftEntry, step: OfStep | undefined): Html {
  const { language, view, examples, shown } = frame;
  return (
    <div id={examplesId(step)} data-live="">
      {examplesFor(
        { language, plan: view.judged.plan, timeZone: view.timeZone, readerZone: frame.readerZone },
        shown?.examples ?? examples,
        step,
      )}
    </div>
  );
}

const examplesFor = (
  given: {
    readonly language: DraftEntry['language'];
    readonly plan: Plan;
    readonly timeZone: string;
    readonly readerZone: string | undefined;
  },
  examples: readonly WorkedClock[],
  step: OfStep | undefined,
): Html =>
  examplesPart({
    ...given,
    clocks: examples.filter((one) => examplesId(one.step) === examplesId(step)),
  });

function removal(frame: DraftEntry): Html {
  const { language, view, shown, act, isAgain } = frame;
  const { planForms: words } = catalogue(language).drafts;
  const isShown = act === 'remove' && shown;
  return (
    <section aria-labelledby="removal">
      <h2 id="removal">{words.removal.title}</h2>
      {postForm({
        action: pathOf(frame),
        hidden: { base: view.kept.state.textNumber },
        children: isShown ? (
          shownPart({ language, shown, act, isAgain })
        ) : (
          <>
            <p>{words.removal.about}</p>
            {buttonRow([{ label: words.removal.button, kind: 'plain', name: 'do', value: 'remove' }])}
          </>
        ),
      })}
    </section>
  );
}

/** An entry of a draft that stands: its values, and what its clocks come to. */
function asItStands(frame: DraftEntry): Html {
  const { language, form, typed, examples, view } = frame;
  const { planForms: words } = catalogue(language).drafts;
  const line = ({ input, name }: PartField) => ({ name: words.fields[name], value: typed[input] as Child });
  const given = { language, plan: view.judged.plan, timeZone: view.timeZone, readerZone: frame.readerZone };
  return (
    <>
      {summaryList(form.fields.filter(({ step }) => !step).map(line))}
      {form.part === 'calendars' && examplesFor(given, examples, undefined)}
      {stepsOf(form.fields.filter((field) => !field.step?.isNew)).map((step) => (
        <>
          <h3>{words.step(step)}</h3>
          {summaryList(fieldsOf(form, step).map(line))}
          {examplesFor(given, examples, step)}
        </>
      ))}
    </>
  );
}

/** What is replaced while somebody types: the changes with their button, and the examples. */
export function entryFragment(frame: DraftEntry): string {
  const { language, form, shown, isAgain } = frame;
  const steps = stepsOf(form.fields).filter(({ condition }) => condition !== undefined);
  const whole = (
    <>
      <div id="shown" data-live="">
        {shown && shownPart({ language, shown, act: 'keep', isAgain })}
      </div>
      {form.part === 'calendars' && examplesOf(frame, undefined)}
      {steps.map((step) => examplesOf(frame, step))}
    </>
  );
  return `<!doctype html>\n${whole}`;
}
