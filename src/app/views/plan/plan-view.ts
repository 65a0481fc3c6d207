import { type Forecast, forecast } from '../../../core/case/play/forecast.ts';
import type { Instant } from '../../../core/instant.ts';
import type { Caller } from '../../authorise.ts';
import type { DraftReading } from '../../ports/drafts.ts';
import type { ListedCustomer, Reading } from '../../ports/reading.ts';
import { type AgreedPlan, agreedPlan } from './agreed-plan.ts';
import { historyView, type QuestionView, questionViews, type RevisionView } from './history-view.ts';
import { type OverrideView, overrideViews } from './overrides-view.ts';
import { type PlanReader, planReader } from './plan-reader.ts';
import { type SeatView, seatViews } from './seats-view.ts';

/** The published plan with the people of today, for one reader. */
export interface PlanView extends AgreedPlan {
  readonly now: Instant;
  readonly reader: PlanReader;
  readonly seats: ReadonlyMap<string, SeatView>;
  readonly revisions: readonly RevisionView[];
  readonly questions: readonly QuestionView[];
  readonly overrides: readonly OverrideView[];
  /** Names of those who agreed or let a finding stand, by their ids, whatever they fill by now. */
  readonly names: ReadonlyMap<string, string>;
  /** The directory of the reader's own customer, where it has just one: who level 1 is for it. */
  readonly directory: Readonly<Record<string, string>>;
  readonly ofFile?: OfFile | undefined;
}

/** Of a plan that was made from a file, which no installation published. */
interface OfFile {
  /** By whoever made it. */
  readonly holdsFrom: Instant;
  /** Whether an installation is named that publishes the plan, at the address that its papers have. */
  readonly isPublishedElsewhere: boolean;
}

interface PlanSources {
  readonly reading: Reading;
  readonly drafts: DraftReading;
}

/** The plan of a contract as somebody may read it; undefined where nothing of it is published. */
export async function planView(
  { reading, drafts }: PlanSources,
  contract: string,
  caller: Caller | undefined,
): Promise<PlanView | undefined> {
  const agreed = await agreedPlan(reading, contract);
  if (!agreed) return undefined;
  const { rules, written } = agreed;
  const reader = planReader(caller);
  const customers = await customersOf(reading, caller);
  const [now, seats, revisions, overrides] = await Promise.all([
    reading.now(),
    seatViews(reading, { rules, written, reader, customers }),
    historyView(reading, agreed, reader),
    overrideViews(drafts, agreed, reader),
  ]);
  const names = await speakers(reading, contract, { revisions, overrides });
  const [only, ...others] = customers;
  return {
    ...agreed,
    now,
    reader,
    seats,
    revisions,
    overrides,
    names,
    questions: written ? questionViews(written, reader) : [],
    directory: only && others.length === 0 ? only.accounts : {},
  };
}

/** The names of those who agreed or let a finding stand, and fill no seat, by their ids. */
export async function speakers(
  reading: Reading,
  contract: string,
  { revisions, overrides }: Pick<PlanView, 'revisions' | 'overrides'>,
): Promise<ReadonlyMap<string, string>> {
  const spoke = [
    ...revisions.flatMap(({ agreedBy }) => agreedBy),
    ...overrides.flatMap(({ reasons }) => reasons.map(({ by }) => by)),
  ];
  return reading.namesOf(contract, spoke);
}

/** The customers whose own person somebody is. */
async function customersOf(reading: Reading, caller: Caller | undefined): Promise<readonly ListedCustomer[]> {
  const ids = [...new Set((caller?.grants ?? []).flatMap(({ customerId }) => customerId ?? []))];
  const found = await Promise.all(ids.map((id) => reading.customer(caller?.contract ?? '', id)));
  return found.filter((one) => one !== undefined);
}

/** What would happen if the reader opened a case on a track at an instant and nobody answered. */
export const openingForecast = (
  { rules, directory }: Pick<PlanView, 'rules' | 'directory'>,
  { track, at }: { readonly track: string; readonly at: Instant },
): ReturnType<typeof forecast> => forecast(rules, { track, openedAt: at, answered: [], directory });

export type OpeningForecast = Forecast;
