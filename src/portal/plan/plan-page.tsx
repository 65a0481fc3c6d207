import type { PlanView } from '../../app/views/plan/plan-view.ts';
import { formatInstant } from '../../core/instant.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import type { Paper } from '../../render/paper/paper.ts';
import { type Frame, page } from '../frame.tsx';
import { byMailPart } from '../held-mails/by-mail-part.tsx';
import { linkButton } from '../parts/form.tsx';
import { zoneLine } from '../zone-page.tsx';
import { blocksHtml, contentsHtml, type PaperPlaces, sectionHtml, stampHtml } from './paper-html.tsx';
import { calendarMonths } from './plan-calendars.tsx';
import { type ForecastOfPlan, forecastSection } from './plan-forecast.tsx';
import { type SubscriptionOffer, subscriptionPart } from './subscription-pages.tsx';

export interface PlanPageView extends Frame {
  readonly plan: PlanView;
  /** What the plan says: the same that its PDF and its copies say. */
  readonly paper: Paper;
  readonly forecast: Omit<ForecastOfPlan, 'language' | 'path' | 'rules'>;
  readonly month: string;
  readonly monthProblem: RefusalWords | undefined;
  /** Whether the reader is told when the plan changes, and how they come to be. */
  readonly told: SubscriptionOffer;
  /** Track by track the address that opens a case as well, for whoever may. */
  readonly byMail: readonly { readonly title: string; readonly address: string }[];
  /** Where the reader may open a case, or sign in to do so. */
  readonly start: { readonly is: 'open' | 'signIn'; readonly path: string } | undefined;
}

/** The plan of a contract as it is in force today, for whoever may read it. */
export function planPage(view: PlanPageView): string {
  const { paper, language } = view;
  const shown = { language, places: placesOf(view) };
  return page({
    ...view,
    title: paper.title,
    caption: paper.caption,
    isWide: true,
    feed: {
      path: `${pathOf(view)}.atom?language=${language}`,
      title: catalogue(language).papers.offer.atom,
    },
    children: (
      <>
        {stampHtml(paper)}
        {zoneLine(view, view.plan.rules.timeZone)}
        {blocksHtml(paper.opening, shown)}
        {view.start && startPart(view, view.start)}
        {contentsHtml(headingsOf(view), language)}
        {papersPart(view)}
        {subscriptionPart(view.told, `${pathOf(view)}/subscribe`, language)}
        {paper.sections.map((section) => (
          <>
            {sectionHtml(section, shown, section.id === 'calendars' && monthsOf(view))}
            {section.id === 'tracks' && forecastOf(view)}
          </>
        ))}
      </>
    ),
  });
}

/** The parts of the page, in their order: what would happen stands after the ladders that say why. */
function headingsOf({ paper, language }: PlanPageView): readonly { id: string; title: string }[] {
  const { title } = catalogue(language).planPage.forecast;
  return paper.sections.flatMap((section) =>
    section.id === 'tracks' ? [section, { id: 'forecast', title }] : [section],
  );
}

const pathOf = ({ plan }: PlanPageView): string => `/plans/${encodeURIComponent(plan.contract.contract)}`;

function placesOf(view: PlanPageView): PaperPlaces {
  const path = pathOf(view);
  const query = new URLSearchParams({ at: formatInstant(view.plan.now), language: view.language });
  return {
    ladder: (track) => `${path}/ladders/${encodeURIComponent(track)}.svg?${query}`,
    card: (seat, customer) =>
      `${path}/contacts/${encodeURIComponent(seat)}.vcf${
        customer === undefined ? '' : `?${new URLSearchParams({ customer })}`
      }`,
  };
}

function startPart(
  { language, byMail }: PlanPageView,
  { is, path }: NonNullable<PlanPageView['start']>,
): Html {
  const { open } = catalogue(language).planPage;
  return (
    <div data-page-only="">
      <p>{open.about}</p>
      <p class="no-print">{linkButton({ label: is === 'open' ? open.button : open.signIn, path })}</p>
      {byMailPart(byMail, language)}
    </div>
  );
}

/** The plan in other forms, in the language that it is read in. */
function papersPart(view: PlanPageView): Html {
  const { language } = view;
  const { offer } = catalogue(language).papers;
  const path = pathOf(view);
  const links = [
    [`${path}.pdf?language=${language}`, offer.pdf],
    [`${path}/wall-a4.pdf?language=${language}`, offer.wallA4],
    [`${path}/wall-letter.pdf?language=${language}`, offer.wallLetter],
    [`${path}.ics?language=${language}`, offer.calendar],
    [`${path}.json`, offer.json],
    [`${path}.atom?language=${language}`, offer.atom],
  ] as const;
  return (
    <nav class="no-print" aria-labelledby="papers">
      <h2 id="papers">{offer.title}</h2>
      <p>{offer.about}</p>
      <ul>
        {links.map(([href, label]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const monthsOf = ({ language, plan, month, monthProblem }: PlanPageView): Html =>
  calendarMonths({
    ...{ language, month, problem: monthProblem },
    ...{ contract: plan.contract.contract, rules: plan.rules },
  });

const forecastOf = (view: PlanPageView): Html =>
  forecastSection({
    language: view.language,
    path: pathOf(view),
    rules: view.plan.rules,
    ...view.forecast,
  });
