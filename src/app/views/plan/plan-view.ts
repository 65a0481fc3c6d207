import { type Forecast, forecast } from '../../../core/case/play/forecast.ts';
import type { Instant } from '../../../core/instant.ts';
import type { Caller } from '../../authorise.ts';
import type { ListedCustomer, Reading } from '../../ports/reading.ts';
import { type AgreedPlan, agreedPlan } from './agreed-plan.ts';
import { historyView, type QuestionView, questionViews, type RevisionView } from './history-view.ts';
import { type PlanReader, planReader } from './plan-reader.ts';
import { type SeatView, seatViews } from './seats-view.ts';

/** The published plan with the people of today, for one reader. */
export interface PlanView extends AgreedPlan {
  readonly now: Instant;
  readonly reader: PlanReader;
  readonly seats: ReadonlyMap<string, SeatView>;
  readonly revisions: readonly RevisionView[];
  readonly questions: readonly QuestionView[];
  /** The directory of the reader's own customer, where it has just one: who level 1 is for it. */
  readonly directory: Readonly<Record<string, string>>;
}

/** The plan of a contract as somebody may read it; undefined where nothing of it is published. */
export async function planView(
  reading: Reading,
  contract: string,
  caller: Caller | undefined,
): Promise<PlanView | undefined> {
  const agreed = await agreedPlan(reading, contract);
  if (!agreed) return undefined;
  const { rules, written } = agreed;
  const reader = planReader(caller);
  const customers = await customersOf(reading, caller);
  const [now, seats, revisions] = await Promise.all([
    reading.now(),
    seatViews(reading, { rules, written, reader, customers }),
    historyView(reading, agreed, reader),
  ]);
  const [only, ...others] = customers;
  return {
    ...agreed,
    now,
    reader,
    seats,
    revisions,
    questions: written ? questionViews(written, reader) : [],
    directory: only && others.length === 0 ? only.accounts : {},
  };
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
