import { afterEach, beforeEach, expect, test } from 'vitest';
import { planDrill } from '../../src/app/drills/handle-drills.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { mailServer } from '../../src/channels/email/inbound/server.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { deliver, message, resolver, signed } from '../mail-channel/reception.ts';

const ADDRESS = 'ana@district.example';

let here: AnswersWorld;
let server: Awaited<ReturnType<typeof mailServer>>;
let asking: OutgoingMail;

beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  await ask(`update person set email = '${ADDRESS}' where person_id = 'ana'`);
  server = await mailServer({
    ...{ host: '127.0.0.1', port: 0, domain: 'ladder.example', taker: here.taker, resolver },
    now: () => on('Tue 09:30'),
    log: { info() {}, warn() {}, error() {} },
  });
  const [{ level = 0 } = {}] =
    await ask(`select number as level from (select (l ->> 'number')::int as number, l -> 'reach' as reach
    from revision, json_array_elements(rules::json -> 'levels') l) levels where reach::jsonb ? 'ana' limit 1`);
  const held = await planDrill(here.store, 'sample', {
    ...{ by: 'petra', actor: 'contractor', level: Number(level), startAt: undefined },
    ...{ answerWithinMs: 3_600_000, every: undefined },
  });
  expect(held.accepted).toBe(true);
  const found = (await here.settle()).find(({ to }) => to.address === ADDRESS);
  if (!found) throw new Error(`no mail to ${ADDRESS}`);
  asking = found;
}, 60_000);
afterEach(async () => {
  await server.close();
  await here.close();
});

const ask = async (text: string): Promise<readonly Record<string, unknown>[]> =>
  (await here.connection.pool.query(text)).rows;

async function answer(fields: Readonly<Record<string, string>> = {}, isSigned = true): Promise<void> {
  const to = asking.replyTo ?? 'nobody@ladder.example';
  const written = message(`Sitting at my desk\n\nOn Tuesday Ladder wrote:\n> ${asking.subject}`, {
    ...{ From: `Ana <${ADDRESS}>`, To: to, Subject: `Re: ${asking.subject}` },
    ...{ 'Message-ID': '<a-1@district.example>', ...fields },
  });
  const whole = isSigned ? await signed(written) : written;
  expect(await deliver(server.port, whole, { from: ADDRESS, to: [to] })).toMatch(/^250/);
}
const answered = async (): Promise<unknown> =>
  (
    await ask(
      `select count(*)::int as count from event where type = 'DrillAnswered' and body ->> 'by' = 'ana'`,
    )
  )[0]?.count;
const outcome = async (): Promise<unknown> => (await ask('select outcome from inbound_mail'))[0]?.outcome;

test('any reply counts, whatever it says, and the mail says so', async () => {
  expect(asking.text.replaceAll(/\s+/g, ' ')).toContain('or by any reply to this mail');
  await answer();
  expect([await answered(), await outcome()]).toEqual([1, 'word/here']);
});

test('a reply that is not proved to be theirs counts for nothing', async () => {
  await answer({}, false);
  expect([await answered(), await outcome()]).toEqual([0, 'held/unproved']);
});

test('an automatic reply counts for nothing', async () => {
  await answer({ 'Auto-Submitted': 'auto-replied' });
  expect(await answered()).toBe(0);
});

test('a reply after the end is kept, and counts for nothing', async () => {
  await here.setClock(on('Tue 10:00'));
  await answer();
  expect([await answered(), await outcome()]).toEqual([0, 'refused/drill-over']);
});
