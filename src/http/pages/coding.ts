type Coding = 'br' | 'gzip';

/** The best packing a browser takes; one that is refused with `q=0` is not taken. `ours`: the best first. */
export function codingFor<C extends Coding = Coding>(
  accepted: string | string[] | undefined,
  ours: readonly C[],
): C | undefined {
  const names = String(accepted ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(?:\.0*)?\s*$/.test(one))
    .map((one) => one.split(';')[0]?.trim());
  return ours.find((coding) => names.includes(coding));
}
