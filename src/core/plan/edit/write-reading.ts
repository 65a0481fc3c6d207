import type { Document } from 'yaml';
import { z } from 'zod';
import type { Path } from '../../finding.ts';
import { carries, isOfCondition, isOfLevel, weekIn } from '../asked/question-reading.ts';
import { type Plan, planSchema } from '../format/schema.ts';
import { schemasAt } from '../format/schema-walk.ts';
import { type HeldReading, movePlace } from './held-reading.ts';
import { put } from './put-value.ts';
import { writeConditionReading } from './write-condition-reading.ts';
import { writeLevelReading } from './write-level-reading.ts';

/**
 * Writes the reading that holds to where its question points, and says whether it could. The comments of the rest stay;
 * one that says where another reading was read comes to say where this one was.
 */
export function writeReading(document: Document.Parsed, plan: Plan, held: HeldReading): boolean {
  const { path, holds } = held;
  const written = carries(plan, path, holds.value) === true ? [] : write(document, plan, held);
  if (!written) return false;
  for (const one of [path, ...written]) movePlace(document, one, held);
  return true;
}

/** The paths that were written to beside its own; undefined where the reading is nothing that can stand there. */
function write(document: Document.Parsed, plan: Plan, held: HeldReading): readonly Path[] | undefined {
  const { path, holds } = held;
  if (isOfLevel(path)) return writeLevelReading(document, plan, held);
  if (isOfCondition(path)) return writeConditionReading(document, plan, held);
  const value = fitting(path, holds.value);
  return value !== undefined && put(document, path, value) ? [] : undefined;
}

/** The reading as the format has it at the path: numbers of a document may be texts, and hours of a week stand by their days. */
function fitting(path: Path, reading: HeldReading['holds']['value']): unknown {
  const schemas = schemasAt(planSchema, path);
  const forms = [reading, ...otherForms(reading)];
  return forms.find((form) => schemas.some((schema) => z.safeParse(schema, form).success));
}

function otherForms(reading: HeldReading['holds']['value']): readonly unknown[] {
  if (Array.isArray(reading)) return [reading.map(Number)];
  return typeof reading === 'string' ? [Number(reading), weekIn(reading)] : [String(reading)];
}
