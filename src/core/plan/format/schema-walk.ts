import { z } from 'zod';
import type { Path } from '../../finding.ts';

/** A schema without its wrapping of "may be missing". */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

/** The ways a value may be written where a schema allows several, otherwise the schema alone. */
export function alternatives(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodUnion ? inner.options.flatMap(alternatives) : [inner];
}

/** The schemas a value at the path may have, none where the format has no such path. */
export function schemasAt(schema: z.core.$ZodType, path: Path): readonly z.core.$ZodType[] {
  let level = alternatives(schema);
  for (const part of path) level = level.flatMap((one) => entrySchemas(one, part));
  return level;
}

/** The keys the format knows for a map at the path; none where keys are the author's to choose. */
export function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  return schemasAt(schema, path).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
}

function entrySchemas(schema: z.core.$ZodType, part: string | number): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return typeof part === 'number' ? alternatives(schema.element) : [];
  if (typeof part !== 'string') return [];
  if (schema instanceof z.ZodRecord) return alternatives(schema.valueType);
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, part)) return [];
  return alternatives(schema.shape[part] as z.core.$ZodType);
}
