/** The entry of that name, and not what every object inherits: a contact may be called `constructor`. */
export const entryOf = <T>(entries: Readonly<Record<string, T>> | undefined, id: string): T | undefined =>
  entries !== undefined && Object.hasOwn(entries, id) ? entries[id] : undefined;
