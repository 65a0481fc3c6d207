import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../build/until.ts';
import { place, start } from '../store/cluster-world.ts';
import { ladder, started } from './ladder-process.ts';

const CONTRACT = 'calnet-3-category-9-1';
const PLAN = `/plans/${CONTRACT}`;
const COPY = 'This is a copy';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

async function asked(url: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const reply = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
  return { status: reply.status, text: await reply.text(), headers: reply.headers };
}

/** A PostgreSQL of the operator's own that a test ends and starts again. */
async function ownServer() {
  const folder = place();
  let cluster = await start(folder);
  return {
    env: { DATABASE_URL: cluster.url },
    end: () => cluster.stop(),
    again: async () => {
      cluster = await start(folder);
    },
  };
}

const kept = (data: string): string => join(data, 'published', `${CONTRACT}.json`);

test('while the database is away its readers have the published plan and whom to call, and it comes back by itself', async () => {
  const database = await ownServer();
  const data = place();
  const first = await started({ data, env: database.env });
  const { url } = first;
  await until(() => expect(existsSync(kept(data))).toBe(true));
  expect((await asked(url, PLAN)).text).not.toContain(COPY);
  await database.end();

  await until(async () => expect((await asked(url, PLAN)).text).toContain(COPY));
  const plan = await asked(url, PLAN);
  expect(plan.status).toBe(200);
  expect(plan.headers.get('cache-control')).toBe('no-store');
  expect(plan.headers.get('content-security-policy')).toContain("default-src 'none'");
  // The desk's number is anybody's, a manager's is not, and nothing of it is on the disk.
  expect(plan.text).toContain('href="tel:+18005550100"');
  for (const text of [plan.text, readFileSync(kept(data), 'utf8')])
    expect(text).not.toContain('916-555-0142');
  const spanish = await asked(url, `${PLAN}?language=es`);
  expect(spanish.text).toContain('Esto es una copia');

  const picture = /src="([^"]*\/ladders\/[^"]*)"/.exec(plan.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(await asked(url, picture)).toMatchObject({ status: 200, text: expect.stringContaining('<svg') });
  const paper = await asked(url, `${PLAN}.pdf`);
  expect(paper.headers.get('content-type')).toBe('application/pdf');
  expect(paper.text.startsWith('%PDF-')).toBe(true);

  const others = await asked(url, '/plans');
  expect(others.status).toBe(503);
  expect(others.headers.get('retry-after')).toBe('5');
  expect(others.text).toContain('Whom to call meanwhile');
  expect(others.text).toContain(`href="${PLAN}?language=en"`);
  expect(others.text).not.toContain('It is not certain');
  const form = { method: 'POST', body: new URLSearchParams({ person: 'dana-quill' }) };
  expect((await asked(url, '/step-in', form)).text).toContain('It is not certain');
  expect((await asked(url, '/plans/nobody-knows')).status).toBe(503);
  const ready = await asked(url, '/readyz');
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.text)).toMatchObject({ ready: false, database: false, plansKept: 1 });
  expect((await asked(url, '/healthz')).status).toBe(200);

  await database.again();
  await until(async () => expect((await asked(url, PLAN)).text).not.toContain(COPY));
  await until(async () => expect((await asked(url, '/readyz')).status).toBe(200));
  first.child.kill('SIGINT');
  expect(await first.ended).toMatchObject({ exit: 0 });

  // At a start without a database the copy is all there is.
  await database.end();
  const second = ladder(['start', '--json'], { data, env: database.env });
  await until(() => expect(second.err()).toContain('are shown at http'));
  const at = /are shown at (http:[^;]+);/.exec(second.err())?.[1] ?? '';
  expect((await asked(at, PLAN)).text).toContain(COPY);
  expect((await asked(at, '/')).status).toBe(503);
  expect((await asked(at, '/api/v1/contracts')).status).toBe(503);
  expect(JSON.parse((await asked(at, '/readyz')).text)).toMatchObject({ database: false, plansKept: 1 });
  await database.again();
  const { url: back } = await second.ready;
  expect((await asked(back, PLAN)).text).not.toContain(COPY);
  second.child.kill('SIGINT');
  expect(await second.ended).toMatchObject({ exit: 0 });

  // Whoever waits for a database can be stopped, and a copy that is damaged is none.
  await database.end();
  const third = ladder(['start'], { data, env: database.env });
  await until(() => expect(third.err()).toContain('are shown at http'));
  // A terminal's Ctrl-C comes more than once.
  third.child.kill('SIGINT');
  third.child.kill('SIGINT');
  expect(await third.ended).toMatchObject({ exit: 0 });
  for (const name of readdirSync(join(data, 'published'))) {
    writeFileSync(join(data, 'published', name), '{"version":"');
  }
  const fourth = await ladder(['start'], { data, env: database.env }).ended;
  expect(fourth.exit).toBe(3);
  expect(fourth.err).toContain('No database answers at');
}, 120_000);
