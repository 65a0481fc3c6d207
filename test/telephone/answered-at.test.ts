import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS } from './conversation-world.ts';

let here: ConversationWorld;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
}, 60_000);
afterEach(() => here.close());

interface Filed {
  readonly events: readonly {
    readonly contact?: string;
    readonly means?: string;
    readonly carried?: { readonly queuedAt: string; readonly answeredAt: string | null };
  }[];
}

/** When which messages to Ana were answered, as the page of a case says it and as its file for programs does. */
async function answered({ contract, caseId }: CaseKey) {
  const headers = { cookie: await here.stepIn('olga') };
  const url = `/contracts/${contract}/cases/${caseId}`;
  const page = await here.server.inject({ url, headers });
  const file = await here.server.inject({ url: `${url}/file.json`, headers });
  const { events } = JSON.parse(file.body) as Filed;
  return {
    page: [...page.body.matchAll(/, answered <time datetime="([^"]+)"/g)].map(([, at]) => at),
    file: events.flatMap(({ contact, means, carried }) =>
      carried && carried.answeredAt !== null ? [`${contact} ${means} ${carried.answeredAt}`] : [],
    ),
  };
}
const isoOf = (time: string): string => new Date(on(time)).toISOString();

test('a mail answered by its link is said on the case with the instant, and nothing else is', async () => {
  const key = await here.open();
  const mails = await here.settle();
  expect(await answered(key)).toEqual({ page: [], file: [] });
  await here.setClock(on('Tue 09:03'));
  const url = linkIn(to(mails, 'ana'), /^Acknowledge/);
  expect((await here.server.inject({ method: 'POST', url })).statusCode).toBe(200);
  await here.setClock(on('Tue 09:04'));
  const at = isoOf('Tue 09:03');
  expect(await answered(key)).toEqual({ page: [at], file: [`ana email ${at}`] });
});

test('a text answered by its code is said so too', async () => {
  const key = await here.open();
  await here.settle();
  await here.setClock(on('Tue 09:04'));
  await here.phone(NUMBERS.ana).text(OURS, '1');
  expect((await here.events(key)).map(({ type }) => type)).toContain('Acknowledged');
  await here.setClock(on('Tue 09:09'));
  const at = isoOf('Tue 09:04');
  const said = await answered(key);
  expect(said.page).toEqual([at]);
  expect(new Set(said.file)).toEqual(new Set([`ana text ${at}`]));
});
