/** What the examples of the API call what stands in tests under a shorter name. */
const NAMES: Readonly<Record<string, string>> = {
  'calnet-3-category-9-1': 'sample',
  'service-impacting': 'service',
  'bill-or-contract-impacting': 'billing',
  'harbor-safety': 'parks',
  'emeric-stone': 'dora',
  'solutions-architect': 'bo',
  'plan-agreed': 'annual-report',
};

/** An example with the names of the tests: it names what is in the demonstration. */
export function inTestNames<T>(example: T): T {
  if (example === undefined) return example;
  const text = JSON.stringify(example);
  return JSON.parse(
    Object.entries(NAMES).reduce((so, [name, here]) => so.replaceAll(`"${name}"`, `"${here}"`), text),
  ) as T;
}
