import { catalogue, LANGUAGES } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type KeptPlan, keptPaper, whomToCall } from '../../render/publication/kept-plan.ts';
import { type Frame, page } from '../frame.tsx';
import { notice } from '../parts/notices.tsx';
import { blocksHtml, contentsHtml, NO_PLACES, sectionHtml, stampHtml } from './paper-html.tsx';

interface AwayView extends Frame {
  readonly kept: readonly KeptPlan[];
  /** Something was sent, and may or may not have arrived. */
  readonly wasSent: boolean;
}

/** So many plans are shown with their numbers; of more only the names, or nobody finds theirs. */
const WITH_NUMBERS_MAX = 3;

/** While the database cannot be reached: that it is so, and whom to call meanwhile. */
export function awayPage(view: AwayView): string {
  const { language, wasSent } = view;
  const words = catalogue(language).away;
  return page({
    ...view,
    title: words.title,
    children: (
      <>
        <p>{words.about}</p>
        {wasSent && notice({ kind: 'warning', language, children: <p>{words.sent}</p> })}
        {languageLinks(view)}
        {callParts(view)}
      </>
    ),
  });
}

/** Whom to call by the plans that are known. */
export function callParts(view: Pick<AwayView, 'kept'> & Frame): Html {
  const { language, kept } = view;
  const words = catalogue(language).away;
  return (
    <>
      <h2>{words.callTitle}</h2>
      <p>{kept.length === 0 ? words.none : words.call}</p>
      {kept.length <= WITH_NUMBERS_MAX ? kept.map((one) => callPart(view, one)) : planList(view)}
    </>
  );
}

const planPath = ({ contract }: KeptPlan, { language }: Frame): string =>
  `/plans/${encodeURIComponent(contract)}?language=${language}`;

const planList = (view: Pick<AwayView, 'kept'> & Frame): Html => (
  <ul>
    {view.kept.map((one) => (
      <li>
        <a href={planPath(one, view)}>{one.title}</a>
      </li>
    ))}
  </ul>
);

/** Those of one plan whom anybody may call. */
function callPart(view: Frame, kept: KeptPlan): Html {
  const { language, readerZone } = view;
  const words = catalogue(language).away;
  const paper = keptPaper(kept, language, readerZone);
  const people = whomToCall(paper);
  return (
    <section>
      <h3>{kept.title}</h3>
      {blocksHtml(paper.opening, { language, places: NO_PLACES })}
      {people.length === 0 ? (
        <p>{words.noNumbers}</p>
      ) : (
        blocksHtml([{ is: 'people', people }], { language, places: NO_PLACES })
      )}
      <p>
        <a href={planPath(kept, view)}>{words.whole({ title: paper.title })}</a>
      </p>
    </section>
  );
}

interface KeptView extends Frame {
  readonly kept: KeptPlan;
}

/** A plan from its copy, marked as one: everything that its page says to anybody. */
export function keptPlanPage(view: KeptView): string {
  const { language, kept, readerZone } = view;
  const words = catalogue(language).away;
  const paper = keptPaper(kept, language, readerZone);
  const path = `/plans/${encodeURIComponent(kept.contract)}`;
  const places = {
    ...NO_PLACES,
    ladder: (track: string) => `${path}/ladders/${encodeURIComponent(track)}.svg?language=${language}`,
  };
  const shown = { language, places };
  return page({
    ...view,
    title: paper.title,
    caption: paper.caption,
    isWide: true,
    children: (
      <>
        {notice({
          kind: 'warning',
          language,
          title: words.copyTitle,
          children: (
            <>
              <p>{words.copy({ at: kept.keptAt, timeZone: clocksOf(kept.timeZone, readerZone) })}</p>
              <p>{words.copyNumbers}</p>
            </>
          ),
        })}
        {languageLinks(view)}
        {stampHtml(paper)}
        {blocksHtml(paper.opening, shown)}
        <p class="no-print">
          <a href={`${path}.pdf?language=${language}`}>{words.pdf}</a>
        </p>
        {contentsHtml(paper.sections, language)}
        {paper.sections.map((section) => sectionHtml(section, shown))}
      </>
    ),
  });
}

/** The same page in the other languages: a choice cannot be kept just now, so the address says it. */
const languageLinks = ({ language }: Frame): Html => (
  <p class="no-print">
    {LANGUAGES.filter((one) => one !== language).map((one) => (
      <a href={`?language=${one}`} lang={one} hreflang={one}>
        {catalogue(one).parts.frame.languageName}
      </a>
    ))}
  </p>
);
