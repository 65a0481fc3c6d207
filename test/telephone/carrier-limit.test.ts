import { afterEach, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

let here: AnswersWorld | undefined;
afterEach(() => here?.close());

test('what a carrier says of texts and calls uses up nothing of what others at its address may ask', async () => {
  const world = await answersWorld(on('Tue 09:00'), {
    ratePerMinute: 5,
    settings: {
      LADDER_URL: 'https://ladder.example',
      ...{ LADDER_TWILIO_ACCOUNT: 'AC0000000000', LADDER_TWILIO_TOKEN: 'a-token-of-tests' },
      ...{ LADDER_TELEPHONE_NUMBER: '+12025550100', LADDER_TWILIO_URL: 'http://127.0.0.1:9' },
      ...{
        LADDER_TEXT_GATEWAY_URL: 'http://127.0.0.1:9',
        LADDER_TEXT_GATEWAY_TOKEN: 'a-token-of-the-gateway',
      },
    },
  });
  here = world;
  const paths = ['/telephone/status/sample/none', '/telephone/gateway/texts', '/telephone/text'];
  for (const url of paths) {
    for (let times = 0; times < 20; times++) {
      const payload = url.endsWith('texts') ? '{}' : 'CallSid=none';
      const type = url.endsWith('texts') ? 'application/json' : 'application/x-www-form-urlencoded';
      const { statusCode } = await world.server.inject({
        ...{ method: 'POST', url, payload, headers: { 'content-type': type } },
      });
      expect([url, statusCode]).toEqual([url, 403]);
    }
  }
  const looked = async () => (await world.server.inject({ method: 'GET', url: '/plans' })).statusCode;
  expect(await looked()).toBe(200);
  const statuses: number[] = [];
  for (let times = 0; times < 10; times++) statuses.push(await looked());
  expect(statuses.at(-1)).toBe(429);
});
