import { forecast } from '../../core/case/play/forecast.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { PromiseRule, Step, Track } from '../../core/plan/revision/revision.ts';
import { forecastView } from '../forecast-view.ts';
import type { Block, Cell, Line, PaperSection } from '../paper/paper.ts';
import { livePlan } from './live-plan.ts';
import { clocksOfPlan, contextOf, limitWords } from './plan-words.ts';
import type { PlanParts, PublishedPlan } from './published-plan.ts';

/** Every track as a ladder: a picture, and below it the same in words. */
export function tracksSection({ plan }: PlanParts, language: Language): PaperSection {
  const words = catalogue(language).planPage.tracks;
  const tracks = Object.values(plan.rules.tracks).flatMap((track) => trackBlocks(plan, track, language));
  return { id: 'tracks', title: words.title, blocks: [{ is: 'text', words: words.about }, ...tracks] };
}

function trackBlocks(plan: PublishedPlan, track: Track, language: Language): readonly Block[] {
  const { rules, written, now, directory } = plan;
  const words = catalogue(language).planPage.tracks;
  const { covers, examples = [] } = written?.tracks?.[track.id] ?? {};
  const timeZone = clocksOfPlan(plan);
  const supposed = forecast(rules, { track: track.id, openedAt: now, answered: [], directory });
  const view = supposed.forecast && forecastView(livePlan(plan), rules, supposed.forecast, language);
  return [
    {
      is: 'heading',
      rank: 3,
      text: track.title,
      mark: words.urgency[track.urgency],
      id: `track-${track.id}`,
    },
    ...(covers === undefined ? [] : [{ is: 'text' as const, words: words.covers({ covers }) }]),
    ...(examples.length === 0
      ? []
      : [
          { is: 'text' as const, words: words.examples },
          { is: 'list' as const, items: examples },
        ]),
    {
      is: 'ladder',
      track: track.id,
      alt: words.picture({ track: track.title, at: now, timeZone }),
      view,
    },
    ...track.steps.flatMap((step, index) => stepBlocks(plan, track, { step, index }, language)),
  ];
}

function stepBlocks(
  { rules }: PublishedPlan,
  track: Track,
  { step, index }: { readonly step: Step; readonly index: number },
  language: Language,
): readonly Block[] {
  const { people, tracks: words } = catalogue(language).planPage;
  const title = rules.levels[step.level - 1]?.title ?? '';
  const { actor, means } = step;
  const conditions: Cell = { lines: index > 0 ? whenLines(rules, track, step, language) : [] };
  return [
    { is: 'heading', rank: 4, text: people.level({ level: step.level, title }) },
    {
      is: 'facts',
      facts: [
        {
          name: words.columns.who,
          value: index === 0 ? words.opens({ means }) : words.moves({ actor, means }),
        },
        ...(index > 0 ? [{ name: words.columns.when, value: conditions }] : []),
        { name: words.columns.promises, value: promiseCell(rules, track, step.level, language) },
      ],
    },
  ];
}

/** What a step waits for, and what else the plan says of it. */
function whenLines(
  rules: PublishedPlan['rules'],
  track: Track,
  step: Step,
  language: Language,
): readonly Line[] {
  const { planPage, forecast: sentences } = catalogue(language);
  const words = planPage.tracks;
  const { requires, mode, warnMs, earlyReasons, ifNotTaken } = step;
  const below = track.steps.findLast((one) => one.level < step.level)?.level;
  const conditions = step.when.map((one) => sentences.condition(one, below, contextOf(rules)));
  const more = [
    requires.length > 0 ? words.requires({ levels: requires }) : undefined,
    mode === 'automatic' ? words.automatic : undefined,
    warnMs.length > 0 ? words.warned({ spans: warnMs.map((ms) => ({ unit: 'time', ms })) }) : undefined,
    earlyReasons.length > 0 ? words.early({ reasons: earlyReasons }) : undefined,
    ifNotTaken && words.ifNotTaken({ within: limitWords(rules, ifNotTaken, language), to: ifNotTaken.to }),
  ].filter((line) => line !== undefined);
  return [
    ...conditions.map((condition, index) => ({
      words: index === 0 ? condition : `${words.or} ${condition}`,
    })),
    ...more.map((line) => ({ words: line, isQuiet: true as const })),
  ];
}

function promiseCell(
  rules: PublishedPlan['rules'],
  { promises }: Track,
  level: number,
  language: Language,
): Cell {
  const words = catalogue(language).planPage.tracks;
  const made = promises.filter((promise) => promise.level === level);
  if (made.length === 0) return words.noPromises;
  const say = (promise: PromiseRule): string =>
    words.promises[promise.kind]({ within: limitWords(rules, promise, language) });
  return { list: made.map(say) };
}
