import { dateAt, type Instant } from '../../core/instant.ts';
import type { Caller } from '../authorise.ts';
import type {
  AnswerCourse,
  AnswerFigures,
  CountedCases,
  OpenCounts,
  OverviewReading,
} from '../ports/overview.ts';
import type { Reading } from '../ports/reading.ts';
import { Recent } from '../recent.ts';
import { dayEndAfter, type OverviewChoice, periodInstants } from './overview-choice.ts';
import { sightOf } from './sight.ts';

/** Where cases may stand, in the words of the plan: tracks and levels, those of old plans by their names alone. */
interface PlanPlaces {
  readonly tracks: Readonly<Record<string, { readonly title: string } | undefined>>;
  readonly levels: readonly { readonly number: number; readonly title: string }[];
}

/** The overview's numbers, for whoever looks. */
export interface OverviewView {
  /** When what is open was counted. */
  readonly countedAt: Instant;
  /** When answers were timed: what a day brings changes little in a month's figures, so they are kept for longer. */
  readonly timedAt: Instant;
  readonly timeZone: string;
  readonly isOwnOnly: boolean;
  readonly places: PlanPlaces;
  readonly open: OpenCounts;
  readonly answers: AnswerFigures;
  readonly course: AnswerCourse;
}

/** The numbers of the last views, kept for a moment by what was asked. */
export interface RecentFigures {
  readonly open: Recent<OpenCounts>;
  readonly answers: Recent<Pick<OverviewView, 'answers' | 'course'>>;
}

/** Nobody watches a statistic by the second; a page says when it was counted, and one that is old is counted before it is shown. */
export const recentFigures = (): RecentFigures => ({
  open: new Recent({ forMs: 10_000, whileMs: 120_000, max: 500 }),
  answers: new Recent({ forMs: 60_000, whileMs: 300_000, max: 500 }),
});

const MINUTE_MS = 60_000;
/** Upper limits of the classes of a distribution; one more lies above them. */
export const LIMITS_MS: readonly number[] = [15, 30, 60, 120, 240, 480, 960, 1440, 2400, 4800].map(
  (minutes) => minutes * MINUTE_MS,
);

interface OverviewParts {
  readonly reading: Pick<Reading, 'now' | 'rules' | 'revisions'>;
  readonly overview: OverviewReading;
  readonly recent: RecentFigures;
}

/** Counts what somebody may see: of the customer's side its own cases, of everybody else all. */
export async function overviewView(
  { reading, overview, recent }: OverviewParts,
  caller: Caller,
  choice: OverviewChoice,
  timeZone: string,
): Promise<OverviewView> {
  const counted = countedFor(caller);
  const now = await reading.now();
  const today = dateAt(now, timeZone);
  const open = await recent.open.find(JSON.stringify([counted, today, timeZone]), now, () =>
    overview.open(counted, now, dayEndAfter(now, timeZone)),
  );
  const answers = await recent.answers.find(JSON.stringify([counted, choice, timeZone]), now, async () => {
    const asked = { ...counted, ...periodInstants(choice, timeZone), clock: choice.clock };
    return {
      answers: await overview.answers(asked),
      course: await overview.course({ ...asked, kind: choice.kind, timeZone, limitsMs: LIMITS_MS }),
    };
  });
  const isOwnOnly = counted.customers !== undefined;
  return {
    ...answers.found,
    open: open.found,
    countedAt: open.at,
    timedAt: answers.at,
    timeZone,
    isOwnOnly,
    places: await placesOf(reading, caller.contract),
  };
}

/** Whose cases count for a caller. */
export function countedFor(caller: Caller): CountedCases {
  const { all, customers } = sightOf(caller);
  return { contract: caller.contract, customers: all ? undefined : customers };
}

const NO_PLACES: PlanPlaces = { tracks: {}, levels: [] };

/** Of the plan in force; in a demonstration of the newest draft. */
async function placesOf(
  reading: Pick<Reading, 'rules' | 'revisions'>,
  contract: string,
): Promise<PlanPlaces> {
  const revisions = await reading.revisions(contract);
  const chosen = revisions.find(({ state }) => state === 'published') ?? revisions[0];
  const rules = chosen && (await reading.rules(contract, chosen.number));
  return rules ?? NO_PLACES;
}
