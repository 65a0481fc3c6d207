import type { Rung } from '../../app/views/case/rungs.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type CaseView, casePath } from './case-view.ts';
import { alwaysOpen } from './ladder-view.ts';

/** The ladder of this case: what has happened, what is due, what comes; as a picture, and in the same words. */
export function caseLadder(view: CaseView): Html {
  const { sheet, language } = view;
  const words = catalogue(language).casePage.ladder;
  const isOpen = sheet.state.status === 'open';
  return (
    <section aria-labelledby="case-ladder-title">
      <h2 id="case-ladder-title">{words.heading}</h2>
      <img
        class="ladder-picture"
        src={`${casePath(sheet)}/ladder.svg?version=${sheet.version}&language=${language}`}
        alt={words.alt}
        loading="lazy"
      />
      <details open>
        <summary>{words.inWords}</summary>
        <p class="hint">{isOpen ? words.ifSilent : words.closed}</p>
        <ol class="rungs">{sheet.rungs.map((rung) => rungItem(view, rung))}</ol>
      </details>
    </section>
  );
}

function rungItem(view: CaseView, rung: Rung): Html {
  const { sheet, language } = view;
  const { picture, forecast, casePage } = catalogue(language);
  const { revision } = sheet.open;
  const { level, standing, at, step, below, automatic } = rung;
  const title = revision.levels[level - 1]?.title ?? '';
  const always = alwaysOpen(revision);
  const conditions = step.when.map((one) => forecast.condition(one, below, { ...revision, always }));
  const climb = picture.climb({ actor: step.actor, means: step.means, automatic });
  return (
    <li class={standing}>
      <strong>{picture.level({ level, title })}</strong>
      <p>
        {picture.standings[standing]}
        {': '}
        {whenText(view, rung)}
        {standing === 'due' && at !== undefined && (
          <>
            {' '}
            <a href={`${casePath(sheet)}/why/step/${level}`}>{casePage.why.link}</a>
          </>
        )}
      </p>
      {standing !== 'reached' && step.when.length > 0 && (
        <p class="quiet small">
          {climb}: {conditions.join(`, ${picture.or} `)}
        </p>
      )}
    </li>
  );
}

function whenText({ sheet, language, readerZone }: CaseView, { standing, at }: Rung): string {
  const words = catalogue(language).picture;
  const timeZone = clocksOf(sheet.open.revision.timeZone, readerZone);
  if (at === undefined) return words.undated(standing);
  return standing === 'reached' ? words.reached({ at, timeZone }) : words.due({ at, timeZone, standing });
}
