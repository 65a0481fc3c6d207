import type { RotaView } from '../../app/views/rota/rota-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { dateOf } from '../../core/message/on-clocks.ts';
import type { Cover, CoverStretch, LevelCoverage } from '../../core/plan/coverage/coverage.ts';
import { type StretchLook, stretchChart } from '../../render/charts/stretch-chart.tsx';
import type { Html } from '../../render/jsx-runtime.ts';
import { table, tabs } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { around, instantPart, type RotaFrame } from './rota-frame.tsx';

/** How many days ahead coverage is looked at. */
export const COVERAGE_DAYS = [14, 30, 90, 365] as const;
/** Dates under the picture: as many as have room beside each other. */
const TICKS = 4;
/** Gaps that one table shows. */
const GAPS_MAX = 200;

interface CoveragePage {
  readonly frame: RotaFrame;
  readonly view: RotaView;
  readonly days: number;
  readonly until: RotaView['now'];
  /** Undefined where the plan's text was erased. */
  readonly levels: readonly LevelCoverage[] | undefined;
}

const LOOKS: Readonly<Record<Cover, StretchLook>> = {
  covered: 'full',
  unconfirmed: 'half',
  thin: 'half',
  otherwise: 'frame',
  nobody: 'cross',
};

/** The proof of coverage for a time ahead: a picture, and every gap in a table. */
export function coveragePage(shown: CoveragePage): string {
  const { frame, days, levels } = shown;
  const { language, base } = frame;
  const { coverage: words } = catalogue(language).rota;
  const all = (levels ?? []).flatMap((level) => level.gaps.map((gap) => ({ level, gap })));
  // What is merely not confirmed comes last: gaps of duty are not to be looked for among it.
  const isUnconfirmed = ({ gap }: LevelGap): boolean => gap.cover === 'unconfirmed';
  const gaps = [...all.filter((one) => !isUnconfirmed(one)), ...all.filter(isUnconfirmed)];
  return around({
    frame,
    title: words.title,
    children: (
      <>
        <p>{words.about}</p>
        {tabs(
          words.periods,
          COVERAGE_DAYS.map((count) => ({
            label: words.period({ count }),
            path: `${base}/coverage?days=${count}`,
            isHere: count === days,
          })),
        )}
        {levels === undefined && notice({ kind: 'warning', language, title: words.erased })}
        {levels &&
          gaps.length === 0 &&
          notice({ kind: 'success', language, title: words.whole({ count: days }) })}
        {levels && levels.length > 0 && picture(shown, levels)}
        {gaps.length > 0 && gapTable(shown, gaps)}
      </>
    ),
  });
}

function levelName({ frame }: CoveragePage, { level, title }: LevelCoverage): string {
  return catalogue(frame.language).rota.coverage.level({ level, title });
}

function picture(shown: CoveragePage, levels: readonly LevelCoverage[]): Html {
  const { frame, view, days, until } = shown;
  const { coverage: words, plan } = catalogue(frame.language).rota;
  // Rounded down, so that the last date has room at the end.
  const step = Math.max(1, Math.floor(days / TICKS)) * 86_400_000;
  return (
    <figure class="chart-figure">
      {stretchChart({
        id: 'coverage',
        title: words.picture,
        description: words.key,
        from: view.now,
        until,
        ticks: Array.from({ length: TICKS }, (_, index) => {
          const at = (view.now + index * step) as RotaView['now'];
          return { at, label: plan.date(dateOf(at, view.timeZone)) };
        }),
        rows: levels.map((level) => ({
          label: levelName(shown, level),
          bars: wholeOf(level.gaps, view.now, until).map(({ from, until: end, cover }) => ({
            ...{ from, until: end, look: LOOKS[cover] },
          })),
        })),
      })}
      <figcaption class="quiet">{words.key}</figcaption>
    </figure>
  );
}

/** The gaps of a level, and between them what is covered. */
function wholeOf(
  gaps: readonly CoverStretch[],
  from: RotaView['now'],
  until: RotaView['now'],
): readonly Pick<CoverStretch, 'from' | 'until' | 'cover'>[] {
  const found: Pick<CoverStretch, 'from' | 'until' | 'cover'>[] = [];
  let at = from;
  for (const gap of gaps) {
    if (gap.from > at) found.push({ from: at, until: gap.from, cover: 'covered' });
    found.push(gap);
    at = gap.until;
  }
  if (at < until) found.push({ from: at, until, cover: 'covered' });
  return found;
}

interface LevelGap {
  readonly level: LevelCoverage;
  readonly gap: CoverStretch;
}

function gapTable(shown: CoveragePage, gaps: readonly LevelGap[]): Html {
  const { frame, view } = shown;
  const { coverage: words } = catalogue(frame.language).rota;
  const { columns } = words;
  return (
    <section>
      <h2>{words.gapTitle}</h2>
      {table({
        caption: words.gapTitle,
        isCaptionHidden: true,
        columns: (['level', 'from', 'until', 'cover', 'people'] as const).map((name) => ({
          title: columns[name],
        })),
        rows: gaps
          .slice(0, GAPS_MAX)
          .map(({ level, gap: { from, until, cover, people } }) => [
            levelName(shown, level),
            instantPart(frame, view, from),
            instantPart(frame, view, until),
            words.covers[cover],
            people.map(view.nameOf).join(', ') || '–',
          ]),
      })}
      {gaps.length > GAPS_MAX && <p>{words.more({ count: gaps.length - GAPS_MAX })}</p>}
    </section>
  );
}
