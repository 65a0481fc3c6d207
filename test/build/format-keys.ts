import { z } from 'zod';
import { planSchema } from '../../src/core/plan/format/schema.ts';
import { alternatives } from '../../src/core/plan/format/schema-walk.ts';

/** One key of the format, by its path: `*` stands for a name the author chooses, `#` for a place in a list. */
export interface FormatKey {
  readonly path: string;
  /** How the value may be written. */
  readonly schemas: readonly z.core.$ZodType[];
}

/** Every key of the format in the order of the schema, as `contacts.*.office` and `levels.#.reach`. */
export const formatKeys = (): readonly FormatKey[] => keysIn([planSchema], '');

function keysIn(schemas: readonly z.core.$ZodType[], path: string): readonly FormatKey[] {
  return schemas.flatMap((schema) => {
    if (schema instanceof z.ZodArray) return keysIn(alternatives(schema.element), `${path}.#`);
    if (schema instanceof z.ZodRecord) return keysIn(alternatives(schema.valueType), `${path}.*`);
    if (!(schema instanceof z.ZodObject)) return [];
    return Object.entries(schema.shape).flatMap(([key, entry]) => {
      const below = path === '' ? key : `${path}.${key}`;
      const ways = alternatives(entry as z.core.$ZodType);
      return [{ path: below, schemas: ways }, ...keysIn(ways, below)];
    });
  });
}
