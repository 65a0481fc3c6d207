import { formatInstant, type Instant, parseLocal } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { daysAfter } from '../core/plan/asked/due-days.ts';
import { contactOf } from '../core/plan/asked/lookup.ts';
import { contactName } from '../core/plan/asked/people.ts';
import {
  type CoverStretch,
  coverage as coverOf,
  type LevelCoverage,
} from '../core/plan/coverage/coverage.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import { isCuttable, PERIOD_DAYS_MAX } from '../core/rota/shifts.ts';
import { factsIn } from './check.ts';
import { CliRefusal } from './cli-refusal.ts';
import { DutyRefusal } from './duty-refusal.ts';
import { instantOption } from './instant-option.ts';
import type { Io } from './io.ts';
import { REFUSED, refusedBy } from './refused.ts';
import { runnablePlan } from './runnable-plan.ts';
import { painter } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

/** What was typed after `ladder coverage`. */
export interface CoverageOptions {
  readonly from?: string;
  readonly to?: string;
  readonly facts?: string;
  readonly json?: boolean;
}

const WITHIN = 'ladder coverage';
/** Gaps of one level that a terminal shows; JSON has them all. */
const GAPS_SHOWN_MAX = 20;

/** `ladder coverage`: whether somebody is on duty at every level and every instant of a period; 1 where not. */
export const coverage = (files: readonly string[], options: CoverageOptions, io: Io): Promise<number> =>
  refusedBy(io, async () => {
    const [file = ''] = files;
    const { from, to } = options;
    if (from === undefined) throw new CliRefusal('cli-option-missing', { option: '--from', within: WITHIN });
    if (to === undefined) throw new CliRefusal('cli-option-missing', { option: '--to', within: WITHIN });
    const facts = options.facts === undefined ? {} : await factsIn(options.facts, catalogue('en'), io);
    const { plan, revision } = await runnablePlan(file, io);
    const { timeZone } = revision;
    const period = {
      from: dayOption('--from', from, timeZone, 0, io),
      until: dayOption('--to', to, timeZone, 1, io),
    };
    if (period.until <= period.from) throw new DutyRefusal('duty-period-reversed', { from, to });
    if (!Object.values(revision.rotas ?? {}).every((rota) => isCuttable(rota, period.from, period.until)))
      throw new DutyRefusal('duty-period-too-long', { daysMax: PERIOD_DAYS_MAX });
    const levels = coverOf(plan, period, facts);
    const isConfirmed = facts.attestations !== undefined;
    if (options.json) io.stdout.write(`${JSON.stringify(coverageJson(levels, period, isConfirmed))}\n`);
    else io.stdout.write(coverageText(levels, period, { plan, timeZone, isConfirmed }, io));
    return levels.every(({ gaps }) => gaps.length === 0) ? 0 : REFUSED;
  });

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The beginning of a date, or of the one `later` days after it; otherwise the instant that is named. */
function dayOption(option: string, written: string, timeZone: string, later: 0 | 1, io: Io): Instant {
  if (!DATE.test(written)) return instantOption(option, written, timeZone, io);
  const first = parseLocal(`${written}T00:00`, timeZone);
  if (first === undefined) throw new CliRefusal('cli-date-not-understood', { option, value: written });
  if (later === 0) return first;
  return parseLocal(`${daysAfter(written, later)}T00:00`, timeZone) ?? first;
}

interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

function coverageJson(
  levels: readonly LevelCoverage[],
  { from, until }: Period,
  isConfirmed: boolean,
): object {
  return {
    from: formatInstant(from),
    until: formatInstant(until),
    confirmed: isConfirmed,
    covered: levels.every(({ gaps }) => gaps.length === 0),
    levels: levels.map(({ level, title, gaps }) => ({
      ...{ level, title, covered: gaps.length === 0 },
      gaps: gaps.map((gap) => ({
        ...{
          from: formatInstant(gap.from),
          until: formatInstant(gap.until),
          cover: gap.cover,
          people: gap.people,
        },
      })),
    })),
  };
}

interface Setting {
  readonly plan: Plan;
  readonly timeZone: string;
  readonly isConfirmed: boolean;
}

function coverageText(
  levels: readonly LevelCoverage[],
  { from, until }: Period,
  { plan, timeZone, isConfirmed }: Setting,
  io: Io,
): string {
  const words = catalogue('en').duty.coverage;
  const paint = painter(io.env, io.isTerminal);
  const named = ({ people }: CoverStretch): readonly string[] =>
    people.map((id) => contactName(id, contactOf(plan, id)));
  const lines = levels.flatMap(({ level, title, gaps }) => {
    const totalMs = gaps.reduce((sum, gap) => sum + gap.until - gap.from, 0);
    const head = printable(words.level({ level, title, gaps: gaps.length, totalMs }));
    const shown = gaps.slice(0, GAPS_SHOWN_MAX).map((gap) => {
      return `  ${printable(words.gap({ ...gap, people: named(gap), timeZone, isConfirmed }))}`;
    });
    const more = gaps.length - shown.length;
    return [
      paint(gaps.length === 0 ? 'green' : 'red', head),
      ...shown,
      ...(more > 0 ? [`  ${words.more(more)}`] : []),
    ];
  });
  const notes = isConfirmed ? [] : ['', paint('dim', words.unconfirmed)];
  return `${[words.heading({ from, until, timeZone }), '', ...lines, ...notes].join('\n')}\n`;
}
