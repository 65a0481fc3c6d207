const under =
  (place: string) =>
  (contract: string): string =>
    `/contracts/${encodeURIComponent(contract)}/${place}`;

/** Seats of the plan with who fills them, for whoever names them. */
export const seatsPath = under('contacts/seats');

/** Who was put into seats, newest first. */
export const fillingsPath = under('contacts/filled');
