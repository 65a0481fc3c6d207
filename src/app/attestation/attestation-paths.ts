const under =
  (place: string) =>
  (contract: string): string =>
    `/contracts/${encodeURIComponent(contract)}/${place}`;

/** Who stands at the levels of the plan. */
export const contactsPath = under('contacts');

/** Where somebody confirms their own details. */
export const confirmPath = under('contacts/confirm');
