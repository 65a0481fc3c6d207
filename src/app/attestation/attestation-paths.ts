const under =
  (place: string) =>
  (contract: string): string =>
    `/contracts/${encodeURIComponent(contract)}/${place}`;

/** How current a plan is: its contacts with what last showed that they can be reached. */
export const currencyPath = under('currency');

/** Where somebody confirms their own details. */
export const confirmPath = under('contacts/confirm');

/** Whether Ladder could reach everybody of the plan now. */
export const readinessPath = under('readiness');
