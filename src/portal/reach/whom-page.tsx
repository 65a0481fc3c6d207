import type { SetRules, WhomAnswer, WhomAsked } from '../../app/views/reach/whom-view.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { selectField } from '../parts/field.tsx';
import { errorSummary } from '../parts/form.tsx';
import { table } from '../parts/lists.tsx';
import { momentField } from '../parts/moment-field.tsx';
import { notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import { ruleSentence } from './rule-sentence.tsx';

interface WhomPage {
  readonly frame: Frame;
  readonly path: string;
  readonly readinessPath: string;
  readonly contractTitle: string;
  readonly timeZone: string;
  readonly levels: readonly { readonly number: number; readonly title: string }[];
  readonly customers: readonly { readonly customerId: string; readonly name: string }[];
  readonly moment: { readonly date: string; readonly time: string };
  readonly typed: Readonly<Record<'level' | 'urgency' | 'customer', string>>;
  readonly problems: readonly { readonly name: string; readonly refusal: RefusalWords }[];
  readonly asked: WhomAsked | undefined;
  readonly found: WhomAnswer | undefined;
  readonly set: readonly SetRules[];
  readonly jsonPath: string | undefined;
}

/** Whom Ladder would try of a level that is reached at an instant, and who has rules of their own. */
export function whomPage(view: WhomPage): string {
  const { frame, contractTitle, problems, set, readinessPath, jsonPath } = view;
  const { language } = frame;
  const { reach, readiness } = catalogue(language);
  const words = reach.whom;
  return page({
    ...frame,
    title: words.title,
    caption: contractTitle,
    hasErrors: problems.length > 0,
    crumbs: [{ title: readiness.title, path: readinessPath }],
    children: (
      <>
        {errorSummary(
          problems.map(({ name, refusal }) => ({ name, error: `${refusal.message} ${refusal.advice}` })),
          language,
        )}
        <p>{words.about}</p>
        {formPart(view)}
        {answerPart(view)}
        <section>
          <h2>{words.set.title}</h2>
          {set.length === 0 ? <p>{words.set.none}</p> : set.map((one) => setPart(view, one))}
        </section>
        {jsonPath !== undefined && (
          <p class="no-print">
            <a href={jsonPath}>{words.json}</a>
          </p>
        )}
      </>
    ),
  });
}

function formPart({ frame, path, timeZone, levels, customers, moment, typed, problems }: WhomPage): Html {
  const { language } = frame;
  const { reach } = catalogue(language);
  const words = reach.whom;
  const of = (name: string) => {
    const refusal = problems.find((one) => one.name === name)?.refusal;
    return { language, name, error: refusal && `${refusal.message} ${refusal.advice}` };
  };
  return (
    <form method="get" action={path} accept-charset="utf-8">
      {selectField({
        ...of('level'),
        label: words.level,
        options: levels.map(({ number, title }) => ({ value: String(number), label: `${number}: ${title}` })),
        chosen: typed.level || '1',
      })}
      {selectField({
        ...of('urgency'),
        label: words.track,
        options: (['high', 'normal'] as const).map((value) => ({ value, label: reach.urgencies[value] })),
        chosen: typed.urgency || 'high',
      })}
      {customers.length > 0 &&
        selectField({
          ...of('customer'),
          label: words.customer,
          options: customers.map(({ customerId, name }) => ({ value: customerId, label: name })),
          chosen: typed.customer,
          none: words.anyCustomer,
          isOptional: true,
        })}
      {momentField({
        ...of('at'),
        label: words.at,
        hint: words.atHint,
        timeZone,
        ...moment,
        isOptional: true,
      })}
      <div class="buttons">
        <button type="submit">{words.button}</button>
      </div>
    </form>
  );
}

function answerPart({ frame, timeZone, asked, found }: WhomPage): Child {
  if (!asked || !found) return null;
  const { language, readerZone } = frame;
  const { reach } = catalogue(language);
  const words = reach.whom;
  const shown = { timeZone, readerZone, language };
  const clocks = clocksOf(timeZone, readerZone);
  return (
    <section>
      <h2>{words.answer({ level: asked.level, at: asked.at, timeZone: clocks })}</h2>
      {found.tries.length === 0
        ? notice({ kind: 'error', language, title: words.nobody })
        : table({
            caption: reach.next.about,
            columns: [words.columns.at, words.columns.name, words.columns.means].map((title) => ({ title })),
            rows: found.tries.map(({ at, name, means }) => [
              whenPart({ at, ...shown }),
              name,
              means.map((one) => reach.means[one]).join(', '),
            ]),
          })}
      {found.people.length > 0 && (
        <>
          <h3>{words.why}</h3>
          <ol>
            {found.people.map(({ name, number, rule, round }) => (
              <li>
                <strong>{name}</strong> ({number === undefined ? words.usual : words.own({ number })}).{' '}
                {ruleSentence({ rule, round }, language)}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function setPart({ frame, timeZone }: WhomPage, { name, rules, changedAt }: SetRules): Html {
  const { language, readerZone } = frame;
  const { reach } = catalogue(language);
  return (
    <>
      <h3>{name}</h3>
      {changedAt !== undefined && (
        <p class="quiet">
          {reach.whom.set.since({ at: changedAt, timeZone: clocksOf(timeZone, readerZone) })}
        </p>
      )}
      <ol>
        {rules.map((rule) => (
          <li>{reach.rule({ rule })}</li>
        ))}
      </ol>
    </>
  );
}
