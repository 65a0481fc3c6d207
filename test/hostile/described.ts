import type { FastifyInstance } from 'fastify';

type Json = Readonly<Record<string, unknown>>;

/** A way into the API as its description gives it. */
export interface Described {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters in braces. */
  readonly path: string;
  /** A body that works, where one is taken. */
  readonly example: Json | undefined;
  readonly query: readonly string[];
  readonly isStream: boolean;
  /** Its body is a file, and no JSON. */
  readonly takesBytes: boolean;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: Json; readonly example?: Json }>>;
  };
  readonly responses?: Readonly<Record<string, { readonly content?: Json }>>;
}

/** Every operation that the API's own description names. */
export async function describedOperations(server: FastifyInstance): Promise<readonly Described[]> {
  const reply = await server.inject({ url: '/api/openapi.json' });
  const { paths } = reply.json() as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Described['method'],
      path,
      example: exampleOf(operation),
      query: (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
      takesBytes: 'application/octet-stream' in (operation.requestBody?.content ?? {}),
      isStream: Object.values(operation.responses ?? {}).some(
        ({ content = {} }) => 'text/event-stream' in content,
      ),
    })),
  );
}

function exampleOf({ requestBody }: Operation): Json | undefined {
  const { schema, example } = requestBody?.content?.['application/json'] ?? {};
  if (!schema) return undefined;
  const { examples, properties = {} } = schema as {
    examples?: readonly Json[];
    properties?: Readonly<Record<string, Json>>;
  };
  // Where no whole body is shown, each field's own name stands for what it may hold.
  return example ?? examples?.[0] ?? Object.fromEntries(Object.keys(properties).map((name) => [name, name]));
}
