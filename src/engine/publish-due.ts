import type { EngineParts } from './parts.ts';

/** A publication may be set at any moment, and a demonstration's clock moved: so often a node looks. */
const LOOK_EVERY_MS = 1_000;
/** One that cannot be made is tried again, and said each time. */
const AGAIN_MS = 60_000;

/** One turn: every plan whose instant has come is published. */
export async function publishDue({ publications, log }: EngineParts): Promise<number> {
  const held = await publications.takeEffect();
  for (const { contract, code } of held) log.warn('plan-not-published', { contract, reason: code });
  if (held.length > 0) return AGAIN_MS;
  const next = await publications.untilNext();
  return Math.min(next ?? LOOK_EVERY_MS, LOOK_EVERY_MS);
}
