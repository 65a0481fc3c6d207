import fastify from 'fastify';
import { expect, test } from 'vitest';
import { askForHttps } from '../../src/http/protection.ts';

test.each([
  ['https://ladder.agency.example', 'max-age=31536000'],
  ['http://localhost:8080', undefined],
])('from %s browsers are told: %s', async (baseUrl, told) => {
  const server = fastify();
  let at = '';
  askForHttps(server, () => at);
  server.get('/', async () => 'Here');
  at = baseUrl;
  for (const url of ['/', '/nowhere']) {
    const { headers } = await server.inject({ method: 'GET', url });
    expect([url, headers['strict-transport-security']]).toEqual([url, told]);
  }
});
