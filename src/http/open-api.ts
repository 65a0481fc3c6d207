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
    transformObject: jsonSchemaTransformObject,
  });
}
