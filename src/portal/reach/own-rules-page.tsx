import type { TriedView } from '../../app/views/reach/tried-view.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { ReachProblemCode, ReachWords } from '../../core/message/portal/reach.ts';
import {
  NOTICE_MEANS,
  type NoticeMeans,
  RULE_LIMITS,
  RULE_URGENCIES,
} from '../../core/reach/notice-rules.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { checkbox } from '../parts/choices.tsx';
import { selectField, textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { notice } from '../parts/notices.tsx';
import { triedPart } from './tried-part.tsx';

/** A rule as it stands in the form. */
interface TypedRule extends Readonly<Record<NoticeMeans, string>> {
  readonly urgency: string;
  readonly from: string;
  readonly until: string;
  readonly again: string;
}

interface Problem {
  readonly code: ReachProblemCode;
  readonly rule: number | undefined;
  readonly value: string;
}

interface OwnRulesView {
  readonly frame: Frame;
  readonly path: string;
  /** The page of one's numbers and address. */
  readonly ownPath: string;
  readonly timeZone: string;
  /** By which clock the hours of the rules go. */
  readonly ownZone: string;
  readonly setAt: Instant | undefined;
  readonly counts: TriedView;
  readonly preview: TriedView | undefined;
  /** The last one is empty. */
  readonly typed: readonly TypedRule[];
  readonly problems: readonly Problem[];
  readonly done: string | undefined;
}

/** By what, when and how often one is tried, and the form that changes it. */
export function ownRulesPage(view: OwnRulesView): string {
  const { frame, ownPath, timeZone, setAt, counts, preview, problems, done } = view;
  const { language } = frame;
  const { reach: words, contacts } = catalogue(language);
  const clocks = { timeZone, readerZone: frame.readerZone, language };
  return page({
    ...frame,
    title: words.title,
    hasErrors: problems.length > 0,
    crumbs: [{ title: contacts.own.title, path: ownPath }],
    children: (
      <>
        {done !== undefined && notice({ kind: 'success', language, title: done })}
        {errorSummary(
          problems.map((problem) => ({ name: fieldOf(problem), error: sentence(words, problem) })),
          language,
        )}
        <p>{words.about(RULE_LIMITS)}</p>
        {preview && (
          <section>
            <h2>{words.preview.title}</h2>
            {notice({ kind: 'info', language, title: words.preview.about })}
            {triedPart(preview, clocks)}
          </section>
        )}
        {!preview && (
          <section>
            <h2>{words.now}</h2>
            <p class="quiet">
              {setAt === undefined
                ? words.usual
                : words.since({ at: setAt, timeZone: clocksOf(timeZone, frame.readerZone) })}
            </p>
            {triedPart(counts, clocks)}
          </section>
        )}
        {formPart(view)}
      </>
    ),
  });
}

const sentence = (words: ReachWords, { code, rule, value }: Problem): string =>
  words.problem({
    number: rule === undefined ? undefined : rule + 1,
    refusal: words.problems[code]({ value }),
  });

/** The first field that may have to be changed. */
const fieldOf = ({ code, rule }: Problem): string => {
  const number = (rule ?? 0) + 1;
  if (code === 'againOutside') return `again${number}`;
  if (code === 'unknown') return `urgency${number}`;
  return code === 'hoursIncomplete' || code === 'hoursInvalid' ? `from${number}` : `email${number}`;
};

function formPart({ frame, path, ownZone, typed, problems, setAt }: OwnRulesView): Html {
  const { language } = frame;
  const { reach: words } = catalogue(language);
  return (
    <section>
      <h2>{words.form.title}</h2>
      <p>{words.form.about({ timeZone: ownZone })}</p>
      {postForm({
        action: path,
        children: (
          <>
            {typed.map((rule, index) =>
              ruleFields(frame, rule, {
                number: index + 1,
                isNew: index === typed.length - 1,
                problems: problems.filter((one) => (one.rule ?? 0) === index),
              }),
            )}
            {buttonRow([
              { label: words.form.use, name: 'do', value: 'use' },
              { label: words.form.look, kind: 'plain', name: 'do', value: 'look' },
              ...(setAt === undefined
                ? []
                : [{ label: words.form.reset, kind: 'plain' as const, name: 'do', value: 'reset' }]),
            ])}
          </>
        ),
      })}
    </section>
  );
}

interface Place {
  readonly number: number;
  readonly isNew: boolean;
  readonly problems: readonly Problem[];
}

function ruleFields({ language }: Frame, rule: TypedRule, { number, isNew, problems }: Place): Html {
  const { reach: words } = catalogue(language);
  const { form } = words;
  const of = (name: string) => {
    const found = problems.find((problem) => fieldOf(problem) === `${name}${number}`);
    return {
      ...{ language, name: `${name}${number}` },
      error:
        found && `${words.problems[found.code](found).message} ${words.problems[found.code](found).advice}`,
    };
  };
  return (
    <fieldset>
      <legend>{isNew ? form.another : form.rule({ number })}</legend>
      {selectField({
        ...of('urgency'),
        label: form.urgency,
        options: RULE_URGENCIES.map((value) => ({ value, label: words.urgencies[value] })),
        chosen: rule.urgency,
      })}
      {textField({ ...of('from'), label: form.from, hint: form.hoursHint, value: rule.from, width: 'short' })}
      {textField({ ...of('until'), label: form.until, value: rule.until, width: 'short' })}
      {NOTICE_MEANS.map((means) =>
        textField({
          ...of(means),
          label: form.minutes[means],
          value: rule[means],
          width: 'medium',
          ...(means === 'email' && { hint: form.minutesHint }),
        }),
      )}
      {textField({
        ...of('again'),
        label: form.again,
        value: rule.again,
        width: 'short',
        inputmode: 'numeric',
      })}
      {!isNew && checkbox({ name: `out${number}`, value: 'yes', label: form.leaveOut, isChosen: false })}
    </fieldset>
  );
}
