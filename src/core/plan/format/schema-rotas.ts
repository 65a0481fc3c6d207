import { z } from 'zod';
import { date, id, localTime, map, text, timeOfDay, timeZone, turnLength, week } from './schema-values.ts';

/** One person's time, half-open. */
const personTimeSchema = map({ who: id, from: localTime, until: localTime });
export type WrittenTime = z.infer<typeof personTimeSchema>;

const layerSchema = map({
  title: text,
  turns: z.array(z.union([id, z.array(id)], { error: 'turn' })),
  every: turnLength,
  from: date,
  handOver: timeOfDay,
  timeZone,
  week,
  calendar: id,
});
export type WrittenLayer = z.infer<typeof layerSchema>;

const swapSchema = map({ first: personTimeSchema, second: personTimeSchema, accepted: z.array(id) });
export type WrittenSwap = z.infer<typeof swapSchema>;

/** One of `replace`, `only`, `add`, `remove` makes the override; a rule says so where there are none or two. */
const overrideSchema = map({
  from: localTime,
  until: localTime,
  replace: id,
  with: z.array(id),
  only: z.array(id),
  add: z.array(id),
  remove: z.array(id),
  because: text,
});
export type WrittenOverride = z.infer<typeof overrideSchema>;

export const rotaSchema = map({
  title: text,
  timeZone,
  layers: z.array(layerSchema),
  timeOff: z.array(personTimeSchema),
  swaps: z.array(swapSchema),
  overrides: z.array(overrideSchema),
});
/** A rota as written. */
export type WrittenRota = z.infer<typeof rotaSchema>;
