import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { until } from '../build/until.ts';
import { ROOT } from '../cli/play.ts';
import { scriptedSmtp } from '../mail-channel/scripted-smtp.ts';
import { forgetInstallation, ladder, realInstallation, started } from './ladder-process.ts';

afterAll(forgetInstallation);

const CONTRACT = 'calnet-3-category-9-1';
const MANAGER = 'perpetua@pacific-lantern.example';
const CUSTOMER = 'dana@harbor.example';
const DESK = 'lanternnet.escalations@pacific-lantern.example';

/** What somebody types at the terminal; it has to go well. */
async function typed(data: string, line: string): Promise<string> {
  const { exit, out, err } = await ladder(line.split(' '), { data }).ended;
  expect(exit, out + err).toBe(0);
  return out;
}

/** Everything a case needs, taken in as the page on installing says; answers the token of the customer's person. */
async function takeIn(data: string): Promise<string> {
  const plan = join(ROOT, 'plans/calnet-3-category-9.1.plan.yaml');
  await typed(data, `plan load ${plan} --agreed solutions-architect,contract-office`);
  await typed(data, `person add perpetua --name Perpetua --email ${MANAGER} --role accountManager`);
  await typed(data, 'customer add harbor --name Harbor --account-manager perpetua');
  await typed(data, `person add dana --name Dana --email ${CUSTOMER} --role customer --customer harbor`);
  const made = await typed(data, `token create --name Dana --person ${CONTRACT}/dana --json`);
  return (JSON.parse(made) as { readonly token: string }).token;
}

/** A mail server that knows no such account manager, and puts the customer off the first time. */
async function particularServer() {
  const asked = (address: string): number =>
    server.told.filter((line) => line.startsWith(`RCPT TO:<${address}>`)).length;
  const server = await scriptedSmtp({
    RCPT: (socket) => {
      const line = server.told.at(-1) ?? '';
      if (line.includes(`<${MANAGER}>`)) socket.write('550 5.1.1 no such user\r\n');
      else if (line.includes(`<${CUSTOMER}>`) && asked(CUSTOMER) === 1)
        socket.write('451 4.7.1 come back later\r\n');
      else socket.write('250 2.1.5 ok\r\n');
    },
  });
  onTestFinished(() => server.close());
  return { ...server, asked };
}

interface Delivery {
  readonly deliveryId: string;
  readonly person: string;
  readonly state: string;
  readonly [key: string]: unknown;
}

/** Opens a case for the customer's person and answers how to read what became of it. */
async function openCase(url: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const cases = `${url}/api/v1/contracts/${CONTRACT}/cases`;
  const body = JSON.stringify({ track: 'service-impacting', text: 'No dial tone', references: ['INC-1'] });
  const reply = await fetch(cases, { method: 'POST', headers, body });
  const opened = (await reply.json()) as { readonly caseId: string };
  expect(reply.status, JSON.stringify(opened)).toBe(201);
  const list = async (what: string): Promise<unknown> => {
    const read = await fetch(`${cases}/${opened.caseId}/${what}`, { headers });
    const said = (await read.json()) as { readonly items: unknown };
    expect(read.status, JSON.stringify(said)).toBe(200);
    return said.items;
  };
  return {
    deliveries: async () => (await list('deliveries')) as readonly Delivery[],
    recorded: async () =>
      ((await list('events')) as readonly Delivery[]).filter(({ type }) => type === 'DeliveryRecorded'),
  };
}

test('a mail refused for good and one put off each stand in the record for what became of them', async () => {
  const data = await realInstallation();
  const server = await particularServer();
  const env = { SMTP_URL: server.url, LADDER_MAIL_FROM: 'Ladder <ladder@mail.example>' };
  // Before the service runs: it asks each contact to confirm their details at once, and what that comes to is another tale.
  const token = await takeIn(data);
  const { url, child, ended } = await started({ data, env });
  const { deliveries, recorded } = await openCase(url, token);
  const to = async (person: string) => (await deliveries()).filter((one) => one.person === person);
  const eventsOf = async (contact: string) => (await recorded()).filter((one) => one.contact === contact);

  await until(async () => {
    expect((await to('customer-support')).map(({ state }) => state)).toEqual(['handedOver']);
    expect((await to('dana')).map(({ state }) => state)).toEqual(['handedOver']);
  });
  // 550: tried once, an event of the case, and the next of the level is told in their place.
  const refused = await to('perpetua');
  expect(refused).toMatchObject([{ state: 'failed', attempts: 1, reason: 'smtp-550', level: 1 }]);
  expect(await eventsOf('perpetua')).toMatchObject([
    { delivery: refused[0]!.deliveryId, means: 'email', level: 1, result: 'failed' },
  ]);
  expect(await eventsOf('customer-support')).toMatchObject([{ level: 1, result: 'handedOver' }]);
  expect([server.asked(MANAGER), server.asked(DESK)]).toEqual([1, 1]);
  // 451: no event until it is taken, at the second attempt, and then that one.
  const late = await to('dana');
  expect(late).toMatchObject([{ state: 'handedOver', attempts: 2, reason: null }]);
  expect(await eventsOf('dana')).toMatchObject([
    { delivery: late[0]!.deliveryId, means: 'email', result: 'handedOver' },
  ]);
  expect(server.asked(CUSTOMER)).toBe(2);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ exit: 0 });
}, 300_000);

test('while all is well the watcher outside hears a beat, at a private address only where that is allowed', async () => {
  const beats: { readonly path: string | undefined; readonly id: unknown }[] = [];
  const watcher = createServer((request, reply) => {
    beats.push({ path: request.url, id: request.headers['ladder-beat'] });
    reply.writeHead(204).end();
  });
  watcher.listen(0, '127.0.0.1');
  await once(watcher, 'listening');
  onTestFinished(() => {
    watcher.close();
    watcher.closeAllConnections();
  });
  const { port } = watcher.address() as AddressInfo;
  const data = await realInstallation();
  const env = { HEARTBEAT_URL: `http://127.0.0.1:${port}/ladder` };

  const refused = await started({ data, env });
  await until(() => expect(refused.err()).toContain('heartbeat-failed'));
  refused.child.kill('SIGINT');
  expect(await refused.ended).toMatchObject({ exit: 0 });
  expect(beats).toEqual([]);

  const heard = await started({ data, env: { ...env, LADDER_OUTGOING_PRIVATE: '127.0.0.0/8' } });
  await until(() => expect(beats).not.toEqual([]));
  expect(beats[0]).toEqual({ path: '/ladder', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  heard.child.kill('SIGINT');
  const { exit, err } = await heard.ended;
  expect({ exit, isRefused: err.includes('heartbeat-failed') }).toEqual({ exit: 0, isRefused: false });
}, 180_000);
