import type { Reading } from '../../ports/reading.ts';

/** A contract whose plan is in force. */
export interface ListedPlan {
  readonly contract: string;
  readonly title: string;
  /** Of the revision in force. */
  readonly number: number;
}

/** The contracts that have a plan in force; what is being prepared is nobody's to find here. */
export async function listedPlans(reading: Reading): Promise<readonly ListedPlan[]> {
  const contracts = await reading.contracts(undefined);
  return contracts.flatMap(({ contract, title, published: number }) =>
    number === undefined ? [] : [{ contract, title, number }],
  );
}
