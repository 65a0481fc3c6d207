import type { Path } from '../../finding.ts';
import type { RotaEntry } from '../../message/findings-rotas.ts';
import type { Plan } from '../format/schema.ts';
import type { WrittenOverride, WrittenRota, WrittenSwap, WrittenTime } from '../format/schema-rotas.ts';

/** A dated entry of a rota: which of its list it is, counted from 1, and where it stands. */
interface EntryAt<T> {
  readonly rota: string;
  readonly entry: RotaEntry;
  readonly number: number;
  readonly path: Path;
  readonly written: T;
}

const listed = <T>(
  plan: Plan,
  entry: RotaEntry,
  key: 'timeOff' | 'swaps' | 'overrides',
  listOf: (rota: WrittenRota) => readonly T[] | undefined,
): readonly EntryAt<T>[] =>
  Object.entries(plan.rotas ?? {}).flatMap(([rota, one]) =>
    (listOf(one) ?? []).map((written, index) => {
      return { rota, entry, number: index + 1, path: ['rotas', rota, key, index], written };
    }),
  );

export const rotaOverrides = (plan: Plan): readonly EntryAt<WrittenOverride>[] =>
  listed(plan, 'override', 'overrides', ({ overrides }) => overrides);

export const rotaSwaps = (plan: Plan): readonly EntryAt<WrittenSwap>[] =>
  listed(plan, 'swap', 'swaps', ({ swaps }) => swaps);

/** Every half-open time of every rota: time off, overrides, and both times of a swap. */
export function rotaTimes(plan: Plan): readonly EntryAt<WrittenTime>[] {
  const swapTimes = rotaSwaps(plan).flatMap((swap) =>
    (['first', 'second'] as const).map((side) => {
      return { ...swap, path: [...swap.path, side], written: swap.written[side] ?? {} };
    }),
  );
  return [
    ...listed(plan, 'timeOff', 'timeOff', ({ timeOff }) => timeOff),
    ...swapTimes,
    ...rotaOverrides(plan),
  ];
}
