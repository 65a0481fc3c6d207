import { formatInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { PromiseRule, Revision, Step, Track } from '../../core/plan/revision/revision.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { summaryList, tag } from '../parts/lists.tsx';
import { contextOf, limitWords } from './plan-words.ts';

interface TracksOfPlan {
  readonly language: Language;
  readonly contract: string;
  readonly rules: Revision;
  readonly written: Plan | undefined;
  /** When a case is supposed to be opened in the pictures. */
  readonly now: Instant;
}

/** Every track as a ladder: a picture, and beside it the same in words. */
export function tracksSection(view: TracksOfPlan): Html {
  const words = catalogue(view.language).planPage.tracks;
  return (
    <section>
      <h2 id="tracks">{words.title}</h2>
      <p>{words.about}</p>
      {Object.values(view.rules.tracks).map((track) => trackPart(view, track))}
    </section>
  );
}

function trackPart(view: TracksOfPlan, track: Track): Html {
  const { language, rules, contract, now } = view;
  const words = catalogue(language).planPage.tracks;
  const { covers, examples = [] } = view.written?.tracks?.[track.id] ?? {};
  const { timeZone } = rules;
  const at = formatInstant(now);
  const path = `/plans/${encodeURIComponent(contract)}/ladders/${encodeURIComponent(track.id)}.svg`;
  return (
    <>
      <h3 id={`track-${track.id}`}>{track.title}</h3>
      <p>{tag(words.urgency[track.urgency], track.urgency === 'high' ? 'warning' : undefined)}</p>
      {covers !== undefined && <p>{words.covers({ covers })}</p>}
      {examples.length > 0 && (
        <>
          <p>{words.examples}</p>
          <ul>
            {examples.map((example) => (
              <li>{example}</li>
            ))}
          </ul>
        </>
      )}
      <figure class="picture">
        <img
          src={`${path}?${new URLSearchParams({ at, language })}`}
          alt={words.picture({ track: track.title, at: now, timeZone })}
          loading="lazy"
          decoding="async"
        />
      </figure>
      {track.steps.map((step, index) => stepPart(view, track, step, index))}
    </>
  );
}

function stepPart(view: TracksOfPlan, track: Track, step: Step, index: number): Html {
  const { language, rules } = view;
  const { people, tracks: words } = catalogue(language).planPage;
  const title = rules.levels[step.level - 1]?.title ?? '';
  const { actor, means } = step;
  return (
    <>
      <h4>{people.level({ level: step.level, title })}</h4>
      {summaryList([
        {
          name: words.columns.who,
          value: index === 0 ? words.opens({ means }) : words.moves({ actor, means }),
        },
        { name: words.columns.when, value: index > 0 && whenCell(view, track, step) },
        { name: words.columns.promises, value: promiseCell(view, track, step.level) },
      ])}
    </>
  );
}

/** What a step waits for, and what else the plan says of it. */
function whenCell({ language, rules }: TracksOfPlan, track: Track, step: Step): Html {
  const { planPage, forecast } = catalogue(language);
  const words = planPage.tracks;
  const { requires, mode, warnMs, earlyReasons, ifNotTaken } = step;
  const below = track.steps.findLast((one) => one.level < step.level)?.level;
  const conditions = step.when.map((one) => forecast.condition(one, below, contextOf(rules)));
  const more = [
    requires.length > 0 ? words.requires({ levels: requires }) : undefined,
    mode === 'automatic' ? words.automatic : undefined,
    warnMs.length > 0 ? words.warned({ spans: warnMs.map((ms) => ({ unit: 'time', ms })) }) : undefined,
    earlyReasons.length > 0 ? words.early({ reasons: earlyReasons }) : undefined,
    ifNotTaken && words.ifNotTaken({ within: limitWords(rules, ifNotTaken, language), to: ifNotTaken.to }),
  ].filter((line) => line !== undefined);
  return (
    <>
      {conditions.map((condition, index) => (
        <p>{index === 0 ? condition : `${words.or} ${condition}`}</p>
      ))}
      {more.map((line) => (
        <p class="quiet">{line}</p>
      ))}
    </>
  );
}

function promiseCell({ language, rules }: TracksOfPlan, { promises }: Track, level: number): Html | string {
  const words = catalogue(language).planPage.tracks;
  const made = promises.filter((promise) => promise.level === level);
  if (made.length === 0) return words.noPromises;
  const say = (promise: PromiseRule): string =>
    words.promises[promise.kind]({ within: limitWords(rules, promise, language) });
  return (
    <ul>
      {made.map((promise) => (
        <li>{say(promise)}</li>
      ))}
    </ul>
  );
}
