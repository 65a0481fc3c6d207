import type { Level, Revision } from './revision.ts';

/** Every seat at which a level is reached sooner or later, deputies too. */
export function seatsAt(
  { reach, otherwise }: Pick<Level, 'reach' | 'otherwise'>,
  { seats }: Pick<Revision, 'seats'>,
): readonly string[] {
  const reached = [...reach, ...otherwise];
  return [...new Set([...reached, ...reached.flatMap((seat) => seats[seat]?.deputy ?? [])])];
}
