import { z } from 'zod';
import type { PlanFormatWords } from '../../src/core/message/plan-format.ts';
import { planSchema } from '../../src/core/plan/format/schema.ts';

interface Node {
  [keyword: string]: unknown;
  readonly properties?: Record<string, Node>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

/**
 * The format as JSON Schema, draft 2020-12, so that an editor completes keys and marks mistakes while a plan is written.
 * It says of each key what the reference says, and it allows `null` wherever something may be missing.
 */
export function planJsonSchema(words: PlanFormatWords): object {
  const made = z.toJSONSchema(planSchema, { target: 'draft-2020-12' });
  // A copy, for one definition that stands in several places is one object there.
  const { $schema, ...root } = JSON.parse(JSON.stringify(made)) as Node;
  return { $schema, title: 'Ladder: plan, format 1', ...described(root, '', words) };
}

/** The path under which the words of a key are kept: a counted date, and a condition in a list, are described once. */
export const wordsPath = (path: string): string =>
  path
    .replace(
      /^(obligations\.#\.due|requirements\.posting\.within|requirements\.reissue\.#)\.(?=[a-z]+$)/,
      'due.',
    )
    .replace(/^calendars\.\*\.holidays\.(?:add|remove)\.#\./, 'holiday.')
    .replace(/\.when\.#\./, '.when.');

function described(node: Node, path: string, words: PlanFormatWords): Node {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const { properties, additionalProperties, items, anyOf } = node;
  return {
    ...node,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [key, entry(child, below(key), words)]),
      ),
    }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: described(additionalProperties, below('*'), words),
    }),
    ...(items && { items: described(items, below('#'), words) }),
    ...(anyOf && { anyOf: anyOf.map((one) => described(one, path, words)) }),
  };
}

function entry(child: Node, path: string, words: PlanFormatWords): Node {
  const { means, missing } = words[wordsPath(path)] ?? {};
  const description = missing === undefined ? means : `${means} (${missing})`;
  return { title: path, description, ...orNull(described(child, path, words)) };
}

function orNull(node: Node): Node {
  if (node.anyOf) return { ...node, anyOf: [...node.anyOf, { type: 'null' }] };
  const { enum: words, const: only, type, ...rest } = node;
  if (Array.isArray(words)) return { ...rest, enum: [...words, null] };
  if (only !== undefined) return { ...rest, enum: [only, null] };
  return { ...rest, type: [type, 'null'] };
}
