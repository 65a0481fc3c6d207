import { entryOf } from '../../entry-of.ts';
import type { Instant } from '../../instant.ts';
import type { PersonTime, RotaRules } from '../rota.ts';
import { isCuttable, stretches } from '../shifts.ts';
import { evolveLive } from './evolve-live.ts';
import type {
  LiveAsk,
  LiveAskType,
  LiveContext,
  LiveRefusal,
  LiveRefusalCode,
  LiveRefusals,
} from './live-command.ts';
import type { LiveEvent } from './live-event.ts';
import { type LiveEntry, type LiveRotas, type LiveSwap, timeOf } from './live-rotas.ts';
import { withLive } from './with-live.ts';

type Decision =
  | { readonly accepted: true; readonly events: readonly LiveEvent[]; readonly state: LiveRotas }
  | { readonly accepted: false; readonly refusal: LiveRefusal };

const DAY_MS = 86_400_000;
/** Whatever is to hold later than this belongs into the plan. */
const AHEAD_DAYS_MAX = 400;
const LONG_DAYS_MAX = 100;
/** Changes that hold now or later, of one contract: each is looked at wherever somebody asks who is on duty. */
const ENTRIES_MAX = 200;

type Outcome = readonly LiveEvent[] | LiveRefusal;

/**
 * What an ask makes of the live changes: events, none where it was so already, or a no.
 *
 * An override is for whoever answers for the rota. A swap is asked for by one of the two and holds once the other has
 * accepted it, for times that have not begun; withdrawn, it ends then, and what was stays as it was.
 */
export function decideLive(state: LiveRotas, ask: LiveAsk, context: LiveContext): Decision {
  const outcome = decided(state, ask, context);
  if ('code' in outcome) return { accepted: false, refusal: outcome };
  return { accepted: true, events: outcome, state: outcome.reduce(evolveLive, state) };
}

const no = <C extends LiveRefusalCode>(code: C, values: LiveRefusals[C]): LiveRefusal =>
  ({ code, values }) as LiveRefusal;

function decided(state: LiveRotas, ask: LiveAsk, context: LiveContext): Outcome {
  switch (ask.type) {
    case 'setOverride':
      return setOverride(state, ask, context);
    case 'askSwap':
      return askSwap(state, ask, context);
    case 'acceptSwap':
      return acceptSwap(state, ask.entry, context);
    case 'declineSwap':
      return declineSwap(state, ask.entry, context);
    case 'withdraw':
      return withdraw(state, ask.entry, context);
  }
}

type Ask<T extends LiveAskType> = Extract<LiveAsk, { type: T }>;

const doneBy = ({ at, by }: LiveContext) => ({ at, by });

function setOverride(state: LiveRotas, ask: Ask<'setOverride'>, context: LiveContext): Outcome {
  const { rota, kind, who, people, until } = ask;
  if (!context.manages) return no('rota-not-allowed', {});
  if (!entryOf(context.rotas, rota)) return no('rota-not-found', { rota });
  if (people.length === 0 || (kind === 'replace' && who === undefined)) return no('rota-people-missing', {});
  const stranger = [...(kind === 'replace' ? [who ?? ''] : []), ...people].find(
    (one) => !context.people.has(one),
  );
  if (stranger !== undefined) return no('rota-person-unknown', { person: stranger });
  const from = ask.from < context.at && ask.from < until ? context.at : ask.from;
  const problem = timeProblem({ from, until }, context.at) ?? fullProblem(state, context.at);
  if (problem) return problem;
  const replaced = kind === 'replace' ? { who } : {};
  const distinct = [...new Set(people)];
  const times = { fromAt: from, untilAt: until };
  return [{ type: 'OverrideSet', ...doneBy(context), rota, kind, ...replaced, people: distinct, ...times }];
}

function timeProblem(
  { from, until }: { from: Instant; until: Instant },
  at: Instant,
): LiveRefusal | undefined {
  if (until <= at) return no('rota-times-past', {});
  if (until <= from) return no('rota-times-turned', {});
  if (until - from > LONG_DAYS_MAX * DAY_MS) return no('rota-times-long', { daysMax: LONG_DAYS_MAX });
  return until - at > AHEAD_DAYS_MAX * DAY_MS ? no('rota-times-far', { daysMax: AHEAD_DAYS_MAX }) : undefined;
}

/** Whether an entry counts, now or later, or waits for a word. */
export const isAhead = (one: LiveEntry, at: Instant): boolean =>
  (one.status === 'holds' || one.status === 'asked') && timeOf(one).until > at;

function fullProblem({ entries }: LiveRotas, at: Instant): LiveRefusal | undefined {
  const ahead = entries.filter((one) => isAhead(one, at)).length;
  return ahead >= ENTRIES_MAX ? no('rota-full', { entriesMax: ENTRIES_MAX }) : undefined;
}

function askSwap(state: LiveRotas, { rota, first, second }: Ask<'askSwap'>, context: LiveContext): Outcome {
  const { at, rotas, seats } = context;
  const rules = entryOf(rotas, rota);
  if (!rules) return no('rota-not-found', { rota });
  if (!seats.includes(first.who)) return no('rota-swap-others', {});
  if (first.who === second.who) return no('rota-swap-alone', {});
  const problem =
    [first, second].map((time) => swapProblem(state, rota, rules, time, at)).find((one) => one) ??
    fullProblem(state, at);
  if (problem) return problem;
  return [
    {
      ...{ type: 'SwapAsked', ...doneBy(context), rota },
      ...{ first: first.who, firstFromAt: first.from, firstUntilAt: first.until },
      ...{ second: second.who, secondFromAt: second.from, secondUntilAt: second.until },
    },
  ];
}

/** Only duty that is still to come, and that somebody has, can be exchanged. */
function swapProblem(
  state: LiveRotas,
  rota: string,
  rules: RotaRules,
  time: PersonTime,
  at: Instant,
): LiveRefusal | undefined {
  const { who, from, until } = time;
  const problem = timeProblem(time, at);
  if (problem) return problem;
  if (from < at) return no('rota-times-past', {});
  const ours = state.entries.filter((one) => one.rota === rota);
  // Whoever is away by their calendar still gives that duty away: it is what a swap is for.
  const lived = withLive(rules, { entries: ours, timeOff: [] }, () => true);
  if (!isCuttable(lived, from, until)) return no('rota-times-long', { daysMax: LONG_DAYS_MAX });
  const isOnDuty = stretches(lived, from, until).some(({ people }) => people.includes(who));
  return isOnDuty ? undefined : no('rota-swap-idle', { person: who });
}

function acceptSwap(state: LiveRotas, entry: number, context: LiveContext): Outcome {
  const found = swapOf(state, entry, context);
  if ('code' in found) return found;
  if (found.status === 'holds') return [];
  const rules = entryOf(context.rotas, found.rota);
  if (!rules) return no('rota-not-found', { rota: found.rota });
  const [first, second] = found.between;
  const problem = [first, second]
    .map((time) => swapProblem(state, found.rota, rules, time, context.at))
    .find((one) => one);
  return problem ?? [{ type: 'SwapAccepted', ...doneBy(context), entry }];
}

function declineSwap(state: LiveRotas, entry: number, context: LiveContext): Outcome {
  const found = swapOf(state, entry, context);
  if ('code' in found) return found;
  if (found.status === 'holds') return no('rota-entry-over', { entry });
  return [{ type: 'SwapDeclined', ...doneBy(context), entry }];
}

/** A swap whose second side is whoever asks, and that still may be answered. */
function swapOf(state: LiveRotas, entry: number, { seats, at }: LiveContext): LiveSwap | LiveRefusal {
  const found = state.entries.find((one) => one.entry === entry);
  if (found?.kind !== 'swap') return no('rota-entry-unknown', { entry });
  if (!seats.includes(found.between[1].who)) return no('rota-swap-others', {});
  return isAhead(found, at) ? found : no('rota-entry-over', { entry });
}

/** Whether whoever asks may take an entry back: what still waits is its asker's, what holds is for who answers for it. */
export const mayWithdraw = (
  one: LiveEntry,
  { manages, seats }: Pick<LiveContext, 'manages' | 'seats'>,
): boolean =>
  manages || (one.kind === 'swap' && one.status === 'asked' && seats.includes(one.between[0].who));

function withdraw(state: LiveRotas, entry: number, context: LiveContext): Outcome {
  const found = state.entries.find((one) => one.entry === entry);
  if (!found) return no('rota-entry-unknown', { entry });
  if (!mayWithdraw(found, context)) return no('rota-not-allowed', {});
  if (found.status === 'withdrawn') return no('rota-entry-withdrawn', { entry });
  if (!isAhead(found, context.at)) return no('rota-entry-over', { entry });
  return [{ type: 'EntryWithdrawn', ...doneBy(context), entry }];
}
