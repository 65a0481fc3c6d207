/** The header fields of one mail, by name in small letters, unfolded and not decoded. */
export interface MailHead {
  first(name: string): string;
  count(name: string): number;
}

/** Reads `Name: value` lines as the parser hands them over. */
export function mailHead(lines: readonly { readonly key: string; readonly line: string }[]): MailHead {
  const values = Map.groupBy(lines, ({ key }) => key.toLowerCase());
  return {
    first: (name) => unfolded(values.get(name)?.[0]?.line ?? ''),
    count: (name) => values.get(name)?.length ?? 0,
  };
}

const unfolded = (line: string): string =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\s+/g, ' ')
    .trim();
