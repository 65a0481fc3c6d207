import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { catalogue } from '../core/message/catalogue.ts';

/** The description of the API, made of the schemas that validate it. */
export async function describe(server: FastifyInstance): Promise<void> {
  const { title, about } = catalogue('en').service.api;
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, description: about, version: '1' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
  });
}

type Transformed = ReturnType<typeof jsonSchemaTransformObject>;

/** The library describes each named schema twice, as it comes in and as it goes out; ours only go out. */
function withoutUnused(document: Transformed): Transformed {
  if (!('components' in document) || !document.components?.schemas) return document;
  const text = JSON.stringify(document);
  const schemas = Object.entries(document.components.schemas).filter(([name]) =>
    text.includes(`"#/components/schemas/${name}"`),
  );
  return {
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(schemas) },
  } as Transformed;
}
