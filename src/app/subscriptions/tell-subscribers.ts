import type { Instant } from '../../core/instant.ts';
import type { PlanNews, SubscriptionsTransaction } from '../ports/subscriptions.ts';

/**
 * Has everybody who asked for it told what has changed about a plan. It is kept with what has happened, in the same
 * transaction, which holds the lock of the contract; the letters are written by the engine.
 */
export const tellSubscribers = (
  tx: Pick<SubscriptionsTransaction, 'addPlanNews'>,
  contract: string,
  news: PlanNews,
  at: Instant,
): Promise<void> => tx.addPlanNews(contract, news, at);
