import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ListsWorld, listsWorld } from './lists-world.ts';

let here: ListsWorld;
beforeEach(async () => {
  here = await listsWorld();
});
afterEach(() => here.close());

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;

const does = (
  caseId: string,
  command: { readonly type: string; readonly by: string },
  actor: 'customer' | 'contractor' | 'oversight',
) =>
  here.send({
    key: { contract: here.contract, caseId },
    caller: undefined,
    actor,
    command: command as never,
  });

const casesOn = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(/\/cases\/(\d+)"/g)].map(([, id = '']) => id)),
];

describe('who may read what', () => {
  test.each([
    ['cases', ['dana', 'mia', 'otto', 'desk', 'ada', 'ana', 'petra', 'olga', 'alan', 'adam'], []],
    ['queue', ['desk', 'ada', 'ana', 'petra'], ['dana', 'mia', 'olga', 'alan', 'adam']],
    ['work', ['olga', 'alan'], ['dana', 'mia', 'desk', 'ada', 'ana', 'petra', 'adam']],
    ['promises', ['desk', 'ada', 'ana', 'petra', 'olga', 'alan', 'adam'], ['dana', 'mia']],
    ['contacts', ['desk', 'ada', 'ana', 'petra', 'olga', 'alan', 'adam'], ['dana', 'mia']],
    ['customers', ['desk', 'ada', 'ana', 'petra', 'olga', 'alan', 'adam'], ['dana', 'mia']],
  ])('%s', async (path, readers, others) => {
    for (const who of readers) expect([who, (await here.get(who, path)).status]).toEqual([who, 200]);
    for (const who of others) expect([who, (await here.get(who, path)).status]).toEqual([who, 404]);
    const { status, location } = await here.get(undefined, path);
    expect([status, location]).toEqual([303, `/sign-in?then=%2Fcontracts%2Fsample%2F${path}`]);
    expect((await here.get('olga', `/contracts/elsewhere/${path}`)).status).toBe(404);
  });
});

describe('the list of cases', () => {
  test('has only what its reader may see', async () => {
    const mine = (await here.open()).caseId;
    const other = (await here.open({ customer: 'other', by: 'otto' })).caseId;
    const kept = (await here.open({ by: 'dora', directory: { account: 'ada' } })).caseId;
    const seen = async (who: string) => casesOn((await here.get(who, 'cases')).body);
    expect(await seen('dana')).toEqual([mine]);
    expect(await seen('dora')).toEqual([kept]);
    expect(await seen('mia')).toEqual([kept, mine]);
    expect(await seen('otto')).toEqual([other]);
    expect(await seen('ada')).toEqual([kept]);
    for (const who of ['desk', 'ana', 'petra', 'olga', 'alan', 'adam']) {
      expect(await seen(who)).toEqual([kept, other, mine]);
    }
  });

  test('says of each case where it stands, whose turn it is, and what is due when', async () => {
    await here.open({ references: ['HS-2041'] });
    const { body } = await here.get('dana', 'cases');
    for (const words of [
      'HS-2041 · An agency · service · level 1 (Service manager)',
      'Level 1 (Service manager) owes the customer an answer since Tue 17 Nov 2026, 9:00 am Pacific.',
      'Turn: the contractor',
      'Level 1 promised to say “I have it” by',
      'Tue 17 Nov 2026, 9:15 am Pacific',
    ]) {
      expect(body).toContain(words);
    }
    expect((await here.get('ana', 'cases')).body).toContain('Your turn');
    await here.until('Tue 10:30');
    expect((await here.get('dana', 'cases')).body).toContain('Late: level 1 was to say “I have it” by');
  });

  test('keeps its filters in the address, and leads on with them', async () => {
    for (let count = 0; count < 27; count++) await here.open({ references: [`INC-${count}`] });
    const first = await here.get('dana', 'cases?q=inc&status=open');
    expect(casesOn(first.body)).toHaveLength(25);
    const next = /href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(next).toMatch(/^\/contracts\/sample\/cases\?q=inc&status=open&after=\d+_\d+$/);
    const second = await here.get('dana', next);
    expect(casesOn(second.body)).toHaveLength(2);
    expect(second.body).toContain('value="inc"');
    expect(second.body).toContain('<option value="open" selected="">');
    const back = /href="([^"]*before=[^"]*)"/.exec(second.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(casesOn((await here.get('dana', back)).body)).toEqual(casesOn(first.body));
  });

  test('refuses filters it does not understand, and says what to do', async () => {
    await here.open();
    for (const [query, words] of [
      ['status=shut', 'is no choice of “Open or closed”'],
      ['track=constructor', 'is no choice of “Track”'],
      ['level=9', 'is no choice of “Level”'],
      ['turn=nobody', 'is no choice of “Whose turn”'],
      ['customer=other', 'is no choice of “Customer”'],
      ['order=best', 'is no choice of “Order”'],
      ['from=yesterday', 'is no date for “Opened from”'],
      ['from=2026-02-30', 'is no date for “Opened from”'],
      ['until=0000-01-01', 'is no date for “Opened until”'],
      ['from=2026-11-02&until=2026-11-01', 'the second date is before the first'],
      [`q=${'x'.repeat(201)}`, 'Search for at most 200 characters'],
      ['q=a%00b', 'Search for at most 200 characters'],
      ['after=nowhere', '“nowhere” is no place in this list'],
      ['before=999999999999999_1', 'is no place in this list'],
    ] as const)
      for (const path of [`cases?${query}`, `cases.csv?${query}`]) {
        const { status, body } = await here.get('dana', path);
        expect([status, casesOn(body)]).toEqual([422, []]);
        expect(body).toContain(words);
        expect(body).toContain('id="errors"');
      }
  });

  test('teaches who has none what would bring one, and leads back from filters that fit nothing', async () => {
    expect((await here.get('dana', 'cases')).body).toContain('You have no cases yet');
    expect((await here.get('olga', 'cases')).body).toContain('There are no cases yet');
    await here.open();
    const { body } = await here.get('dana', 'cases?q=nothing');
    expect(body).toContain('No case fits');
    expect(body).toContain('href="/contracts/sample/cases"');
  });

  test('is had as a table, narrowed and sorted the same, in which nothing is a formula', async () => {
    const { db } = here.connection;
    const first = (await here.open({ references: ['=cmd|1', 'A,1'] })).caseId;
    const closed = (await here.open()).caseId;
    await does(closed, { type: 'satisfied', by: 'dana' }, 'customer');
    await sql`update customer set name = '@agency' where customer_id = 'agency'`.execute(db);
    const { body, type, status } = await here.get('dana', 'cases.csv?status=open');
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head = '', line = '', end] = body.split('\r\n');
    expect(head.replace('\ufeff', '').split(',').slice(0, 3)).toEqual([
      'Case',
      'Reference numbers',
      'Customer',
    ]);
    expect(line).toContain(`${first},"'=cmd|1 A,1",'@agency,service,1,Open,`);
    expect(line).toContain('2026-11-17T09:15:00-08:00,Level 1 promised to say “I have it” by,,');
    expect(end).toBe('');
    expect((await here.get('dana', 'cases.csv')).body).toContain(closed);
    expect((await here.get('otto', 'cases.csv')).body).not.toContain(first);
  });
});

describe('the queue', () => {
  test('has what waits for an answer of its reader, and nothing else', async () => {
    const low = (await here.open({ directory: { account: 'ada' } })).caseId;
    const high = (await here.open()).caseId;
    const answered = (await here.open()).caseId;
    await does(answered, { type: 'proposeResolution', by: 'ana' }, 'contractor');
    await here.until('Tue 13:00');
    await here.send({
      key: { contract: here.contract, caseId: high },
      caller: undefined,
      actor: 'customer',
      command: { type: 'escalate', by: 'dana', level: 2 },
    });
    const seen = async (who: string) => [...casesOn((await here.get(who, 'queue')).body)].sort();
    expect(await seen('ana')).toEqual([low, high]);
    expect(await seen('bo')).toEqual([high]);
    expect(await seen('cy')).toEqual([]);
    expect(await seen('ada')).toEqual([low]);
    for (const who of ['desk', 'petra']) expect(await seen(who)).toEqual([low, high]);
    await here.send({
      key: { contract: here.contract, caseId: low },
      caller: undefined,
      actor: 'contractor',
      command: { type: 'handOver', by: 'ana', to: 'cy' },
    });
    expect(await seen('cy')).toEqual([low]);
  });

  test('divides cases by how soon something is due, what is due first at the top', async () => {
    const late = (await here.open()).caseId;
    await here.until('Tue 10:30');
    const soon = (await here.open()).caseId;
    const { body } = await here.get('desk', 'queue');
    expect(casesOn(body)).toEqual([late, soon]);
    expect(body.indexOf('<h2>Overdue</h2>')).toBeLessThan(body.indexOf(`/cases/${late}`));
    expect(body.indexOf('<h2>Due within the hour</h2>')).toBeGreaterThan(body.indexOf(`/cases/${late}`));
    expect(body).not.toContain('<h2>Due later</h2>');
  });

  test('takes “I have it” right there, and says who has a case', async () => {
    const { caseId } = await here.open();
    expect((await here.get('ana', 'queue')).body).toContain(`I have case ${caseId}`);
    const done = await here.post('ana', 'queue', { case: caseId });
    expect([done.status, done.location]).toEqual([303, `/contracts/sample/queue?done=${caseId}`]);
    const { body } = await here.get('ana', `queue?done=${caseId}`);
    expect(body).toContain(`You have case ${caseId}.`);
    expect(body).toContain('Acknowledged by ana');
    expect(body).not.toContain(`I have case ${caseId}`);
    const events = await here.events({ contract: here.contract, caseId });
    expect(events.filter(({ type }) => type === 'Acknowledged')).toHaveLength(1);
    await here.post('ana', 'queue', { case: caseId });
    expect(await here.events({ contract: here.contract, caseId })).toHaveLength(events.length);
  });

  test('says why a case is not acknowledged, and knows none that is out of sight', async () => {
    const { caseId } = await here.open();
    await does(caseId, { type: 'satisfied', by: 'dana' }, 'customer');
    const refused = await here.post('ana', 'queue', { case: caseId });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('role="alert"');
    for (const unknown of [caseId, '999999', '%', '']) {
      expect((await here.post('ada', 'queue', { case: unknown })).status).toBe(404);
    }
    expect((await here.post('dana', 'queue', { case: caseId })).status).toBe(404);
  });
});

describe('the work list', () => {
  test('has oversight’s steps that are due and that are coming, and what has come to the top', async () => {
    const due = (await here.open()).caseId;
    await here.until('Wed 09:30');
    const coming = (await here.open()).caseId;
    const { body } = await here.get('olga', 'work');
    expect(body).toContain('Contact level 3: due since');
    expect(body).toContain('You may contact level 3 from');
    expect(casesOn(body)).toEqual([due, coming]);
    await here.send({
      key: { contract: here.contract, caseId: due },
      caller: undefined,
      actor: 'oversight',
      command: { type: 'escalate', by: 'olga', level: 3 },
    });
    const after = await here.get('olga', 'work');
    expect(after.body).toContain('At the top without an answer');
    expect(after.body).not.toContain('Contact level 3: due since');
  });

  test('shows one section alone, page by page', async () => {
    for (let count = 0; count < 12; count++) await here.open();
    await here.until('Wed 09:30');
    const { body } = await here.get('olga', 'work');
    expect(casesOn(body)).toHaveLength(10);
    expect(body).toContain('href="/contracts/sample/work?section=step"');
    expect(casesOn((await here.get('olga', 'work?section=step')).body)).toHaveLength(12);
    expect((await here.get('olga', 'work?section=step&after=nowhere')).status).toBe(303);
    expect((await here.get('olga', 'work?section=nothing')).status).toBe(200);
  });

  test('has disputes until they are decided', async () => {
    const { caseId } = await here.open({
      statedAt: (await here.store.transaction((tx) => tx.now())) as never,
    });
    await here.send({
      key: { contract: here.contract, caseId },
      caller: undefined,
      actor: 'contractor',
      command: { type: 'contestStatedInstant', by: 'ana', ask: 0 },
    });
    expect((await here.get('olga', 'work')).body).toContain('Disputes to decide');
    await here.send({
      key: { contract: here.contract, caseId },
      caller: undefined,
      actor: 'oversight',
      command: { type: 'decideStatedInstant', by: 'olga', ask: 0, upheld: false },
    });
    expect((await here.get('olga', 'work')).body).not.toContain('Disputes to decide');
  });
});

describe('promises', () => {
  test('are counted by what became of them; drills and what is void count nowhere', async () => {
    const kept = (await here.open()).caseId;
    await here.open();
    const practice = (await here.open({ practice: true })).caseId;
    const empty = (await here.open()).caseId;
    await does(kept, { type: 'respond', by: 'ana' }, 'contractor');
    await does(empty, { type: 'withdraw', by: 'dana' }, 'customer');
    await here.until('Tue 10:30');
    const { body } = await here.get('alan', 'promises');
    const row = (name: string) => {
      const cells = body.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|');
      return cells
        .slice(cells.indexOf(`|${name}|`))
        .split('|')
        .slice(2, 5);
    };
    expect(row('Answer in time')).toEqual(['1', '1', '50%']);
    expect(row('Say “I have it” in time')).toEqual(['1', '1', '50%']);
    expect(body).not.toContain(practice);
    expect((await here.get('alan', 'promises?month=2026-10')).body).toContain(
      'No promise was kept or missed',
    );
    expect((await here.get('alan', 'promises?month=2026-13')).status).toBe(422);
    expect((await here.get('ada', 'promises')).body).toContain('No promise was kept or missed');
  });

  test('run under the case they are made to, those missed and still owed among them', async () => {
    const { caseId } = await here.open();
    await here.until('Tue 09:30');
    const { body } = await here.get('ana', 'promises');
    expect(casesOn(body)).toEqual([caseId]);
    expect(body).toContain('Late: level 1 was to say “I have it” by');
    expect(body).toContain('Level 1 promised an answer by');
  });
});

describe('people', () => {
  test('stand in the seats they fill, with their numbers and who is shown them', async () => {
    const { db } = here.connection;
    await sql`update person set office = '+17075550140', shown = 'parties' where person_id = 'bo'`.execute(
      db,
    );
    const { body } = await here.get('alan', 'contacts');
    expect(body).toContain('Level 2: Senior service manager');
    expect(body).toContain('href="tel:+17075550140"');
    expect(body).toContain('Shown to the parties only');
    expect(body).toContain('Deputy: Deputy');
  });

  test('keep accounts, and customers without anybody stand first', async () => {
    const { body } = await here.get('alan', 'customers');
    expect(body).toContain('An agency');
    expect(body).toContain('Another agency');
  });
});

test('what people typed stays text in every list', async () => {
  const { db } = here.connection;
  await here.open({ references: [HOSTILE] });
  await here.until('Wed 09:30');
  await sql`update person set name = ${HOSTILE}`.execute(db);
  await sql`update customer set name = ${HOSTILE}`.execute(db);
  await here.post('ana', 'queue', { case: (await here.open({ references: [HOSTILE] })).caseId });
  const query = `q=${encodeURIComponent(HOSTILE)}`;
  for (const path of [
    'cases',
    `cases?${query}`,
    'queue',
    'promises',
    'contacts',
    'customers',
    `cases?status=${query}`,
  ]) {
    const { body, status } = await here.get('desk', path);
    expect([path, status]).toEqual([path, path.includes('status') ? 422 : 200]);
    expect(body).not.toContain('<script>');
    expect(body).not.toMatch(/<b>"/);
  }
  expect((await here.get('olga', 'work')).body).not.toContain('<b>');
  expect((await here.get('ana', `queue?done=${encodeURIComponent(HOSTILE)}`)).body).not.toContain('<b>');
});

test('lists are in the language of their reader', async () => {
  const { caseId } = await here.open();
  await sql`update person set language = 'es'`.execute(here.connection.db);
  const reply = await here.server.inject({
    method: 'GET',
    url: '/contracts/sample/cases',
    headers: { cookie: `${await here.stepIn('ana')}; ladder_language=es` },
  });
  expect(reply.body).toContain(`Caso ${caseId}`);
  expect(reply.body).toContain('Le toca a usted');
});
