import { HISTORY_MAX } from '../../app/views/plan/history-view.ts';
import type { PlanView } from '../../app/views/plan/plan-view.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { linkButton } from '../parts/form.tsx';
import { summaryList } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import { calendarsSection } from './plan-calendars.tsx';
import { emergencyPart } from './plan-emergency.tsx';
import { type ForecastOfPlan, forecastSection } from './plan-forecast.tsx';
import { historySection, questionsSection } from './plan-history.tsx';
import { peopleSection } from './plan-people.tsx';
import { obligationsSection, rolesSection, rulesSection } from './plan-rules.tsx';
import { tracksSection } from './plan-tracks.tsx';

export interface PlanPageView extends Frame {
  readonly plan: PlanView;
  readonly forecast: Omit<ForecastOfPlan, 'language' | 'contract' | 'rules'>;
  readonly month: string;
  readonly monthProblem: RefusalWords | undefined;
  /** Where the reader may open a case, or sign in to do so. */
  readonly start: { readonly is: 'open' | 'signIn'; readonly path: string } | undefined;
}

/** The plan of a contract as it is in force today, for whoever may read it. */
export function planPage(view: PlanPageView): string {
  const { plan, language } = view;
  const { planPage: words } = catalogue(language);
  const { written } = plan;
  return page({
    ...view,
    title: written?.document?.title ?? words.title,
    caption: plan.contract.title,
    isWide: true,
    children: (
      <>
        {emergencyPart({ language, written })}
        {view.start && startPart(view, view.start)}
        {!written && notice({ kind: 'warning', language, children: <p>{words.about.erased}</p> })}
        {contents(view)}
        {sections(view)}
        {aboutSection(view)}
      </>
    ),
  });
}

function startPart({ language }: PlanPageView, { is, path }: NonNullable<PlanPageView['start']>): Html {
  const { open } = catalogue(language).planPage;
  return (
    <>
      <p>{open.about}</p>
      <p class="no-print">{linkButton({ label: is === 'open' ? open.button : open.signIn, path })}</p>
    </>
  );
}

/** The parts of the page, in their order. */
function contents({ language, plan: { written } }: PlanPageView): Html {
  const words = catalogue(language).planPage;
  const parts = [
    ['people', words.people.title],
    ['tracks', words.tracks.title],
    ['forecast', words.forecast.title],
    ['calendars', words.calendars.title],
    ['rules', words.rules.title],
    ['roles', words.roles.title],
    ['obligations', words.obligations.title],
    ['questions', words.questions.title],
    ['history', words.history.title],
    ['about', words.about.title],
  ].filter(([id]) => written !== undefined || !OF_TEXT.has(id ?? ''));
  return (
    <nav class="no-print" aria-labelledby="contents">
      <h2 id="contents">{words.contents}</h2>
      <ul>
        {parts.map(([id, title]) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Parts that only the text of the plan has, and not its rules. */
const OF_TEXT: ReadonlySet<string> = new Set(['rules', 'roles', 'obligations', 'questions']);

function sections(view: PlanPageView): Html {
  const { language, plan, month } = view;
  const { contract, rules, written, seats, now, revisions, history } = plan;
  const { timeZone } = rules;
  const shared = { language, contract: contract.contract, rules };
  const nameOf = (id: string): string => seats.get(id)?.person?.name ?? seats.get(id)?.title ?? id;
  const levels = rules.levels.map((level) => ({
    ...level,
    responsibility: written?.levels?.[level.number - 1]?.responsibility,
  }));
  return (
    <>
      {peopleSection({ language, contract: contract.contract, timeZone, levels, seats })}
      {tracksSection({ ...shared, written, now })}
      {forecastSection({ ...shared, ...view.forecast })}
      {calendarsSection({ ...shared, month, problem: view.monthProblem })}
      {written && (
        <>
          {rulesSection({ ...shared, written })}
          {rolesSection({ ...shared, written })}
          {obligationsSection({ ...shared, written })}
          {questionsSection({ language, questions: plan.questions, nameOf })}
        </>
      )}
      {historySection({
        language,
        timeZone,
        revisions,
        older: Math.max(0, history.length - HISTORY_MAX),
        written,
        nameOf,
      })}
    </>
  );
}

function aboutSection({ language, plan }: PlanPageView): Html {
  const { planPage } = catalogue(language);
  const words = planPage.about;
  const { contract, published, rules, written } = plan;
  const { document, contract: facts } = written ?? {};
  const { timeZone } = rules;
  const { term, parties, clause } = facts ?? {};
  const { publishedAt, digest, number } = published;
  const path = `/plans/${encodeURIComponent(contract.contract)}.json`;
  return (
    <section>
      <h2 id="about">{words.title}</h2>
      {summaryList([
        { name: words.contract, value: contract.title },
        { name: words.clause, value: clause },
        { name: words.document, value: document?.title },
        { name: words.version, value: document?.version },
        {
          name: words.parties,
          value: [parties?.contractor?.name, parties?.oversight?.name]
            .filter((name) => name !== undefined)
            .join(', '),
        },
        {
          name: words.term,
          value:
            term?.from !== undefined &&
            term.until !== undefined &&
            words.termSays({ from: term.from, until: term.until }),
        },
        { name: words.revision, value: String(number) },
        {
          name: words.effective,
          value:
            publishedAt !== undefined &&
            whenPart({ at: publishedAt, timeZone, language, readerZone: undefined }),
        },
        { name: words.zone, value: timeZone },
        { name: words.digest, value: <code>{digest}</code> },
      ])}
      <p class="small quiet">{words.digestSays}</p>
      <p class="no-print">
        <a href={path}>{words.json}</a>
      </p>
    </section>
  );
}
