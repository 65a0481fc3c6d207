import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import { type PeriodRefusal, periodRefusalWords } from '../../core/message/portal/overview.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { errorSummary } from '../parts/form.tsx';
import { table, tabs } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { answerPictures } from './answer-pictures.tsx';
import { openNow } from './open-now.tsx';
import { type OverviewPage, pathWith } from './shown.ts';

/** How the contract's escalation process is doing: what is open now, and how long answers took. */
export function overviewPage(shown: OverviewPage): string {
  const { language, view, refusals } = shown;
  const { overview: words, pages } = catalogue(language);
  return page({
    ...shown,
    title: words.title,
    isWide: true,
    children: (
      <>
        {errorSummary(
          refusals.map((refusal) => errorOf(refusal, shown)),
          language,
        )}
        <p>
          {words.about}{' '}
          <span class="quiet">
            {words.countedAt(pages.instant(view.countedAt, clocksOf(view.timeZone, shown.readerZone)))}
          </span>
        </p>
        {view.isOwnOnly && <p>{words.ownOnly}</p>}
        {openNow({ ...shown, casesPath: shown.base.replace(/overview$/, 'cases') })}
        {answers(shown)}
        {exportLinks(shown)}
      </>
    ),
  });
}

function errorOf(refusal: PeriodRefusal, { language }: OverviewPage) {
  const { message, advice } = periodRefusalWords(catalogue(language).overview, refusal);
  return { name: fieldOf(refusal), error: `${message} ${advice}` };
}

/** The field that a no is about. */
function fieldOf({ code, values }: PeriodRefusal): string {
  if (code === 'period-date-not-understood') return values.field;
  return code === 'period-choice-unknown' ? values.field : 'from';
}

function answers(shown: OverviewPage): Html {
  const { language, view, choice } = shown;
  const { overview: words, pages } = catalogue(language);
  const { cases } = view.answers;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{words.answers.title}</h2>
      <p>{words.answers.about}</p>
      {periodForm(shown)}
      <p>
        {words.answers.opened({ ...choice, cases })}{' '}
        <span class="quiet">
          {words.countedAt(pages.instant(view.timedAt, clocksOf(view.timeZone, shown.readerZone)))}
        </span>
      </p>
      {tabs(
        words.answers.chooseClock,
        (['open', 'plain'] as const).map((clock) => ({
          label: words.answers.clocks[clock],
          path: pathWith(shown, { clock }),
          isHere: clock === choice.clock,
        })),
      )}
      <p class="quiet">{words.answers.clocksAbout[choice.clock]}</p>
      {cases === 0 ? (
        emptyState({ title: words.answers.none })
      ) : (
        <>
          {summaryTable(shown)}
          {answerPictures(shown)}
        </>
      )}
    </section>
  );
}

function periodForm(shown: OverviewPage): Html {
  const { language, base, choice, refusals } = shown;
  const { labels } = catalogue(language).overview;
  const errors = refusals.map((refusal) => errorOf(refusal, shown));
  return (
    <search class="filters" aria-label={catalogue(language).overview.answers.period}>
      <form method="get" action={base} accept-charset="utf-8">
        <input type="hidden" name="answer" value={choice.kind} />
        <input type="hidden" name="clock" value={choice.clock} />
        <div class="fields">
          {(['from', 'until'] as const).map((name) =>
            textField({
              language,
              name,
              label: labels[name],
              type: 'date',
              value: choice[name],
              isOptional: 'unsaid',
              error: errors.find((one) => one.name === name)?.error,
            }),
          )}
        </div>
        <div class="buttons">
          <button type="submit" class="plain">
            {labels.show}
          </button>
        </div>
      </form>
    </search>
  );
}

function summaryTable({ language, view }: OverviewPage): Html {
  const { overview: words } = catalogue(language);
  const { labels } = words;
  const ms = (value: number | undefined): string =>
    value === undefined ? labels.nothing : words.duration(value);
  return table({
    caption: words.answers.summary,
    columns: [
      { title: labels.answer },
      ...(['median', 'ninetieth', 'came', 'outstanding', 'never'] as const).map((name) => ({
        title: labels[name],
        isNumber: true,
      })),
    ],
    rows: view.answers.summaries.map((one) => [
      words.answers.kinds[one.kind],
      ms(one.medianMs),
      ms(one.ninetiethMs),
      ...[one.came, one.outstanding, one.never].map(words.number),
    ]),
  });
}

function exportLinks({ language, base, choice, view }: OverviewPage): Html {
  const { exports: words } = catalogue(language).overview;
  const days = new URLSearchParams({ from: choice.from, until: choice.until });
  const files = [
    [words.casesCsv, 'cases.csv'],
    [words.casesJson, 'cases.json'],
    [words.eventsCsv, 'events.csv'],
    [words.eventsJson, 'events.json'],
  ] as const;
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{words.title}</h2>
      <p>{words.about(view.timeZone)}</p>
      <p>{words.takes}</p>
      <ul>
        {files.map(([label, name]) => (
          <li>
            <a href={`${base}/${name}?${days}`} download="">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
