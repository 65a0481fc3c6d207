import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { handle } from '../../src/app/handle.ts';
import { asInstant } from '../../src/core/instant.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;

let here: PlanWorld;
let start: string;
beforeAll(async () => {
  here = await planWorld();
  start = `/contracts/${here.contract}/start`;
});
beforeEach(() => here.setClock(FRIDAY));
afterEach(() => expect(here.faults()).toEqual([]));
afterAll(() => here.close());

const read = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** The form as its page has it, filled in as a test wants it. */
const form = (changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  key: 'key-of-a-form',
  customer: 'harbor-safety',
  track: 'service-impacting',
  text: 'No dial tone at the pilot station.',
  told: 'now',
  references: 'HS-1\nPL-2, HS-1',
  step: 'send',
  ...changes,
});

let keys = 0;
const newKey = (): string => `key-number-${++keys}`;

const cases = async (): Promise<number> => {
  const [row] = await here.ask('select count(*)::int as count from "case"');
  return Number(row?.count);
};

/** Opens a case and gives its row. */
async function opened(who: string, changes: Readonly<Record<string, string>> = {}) {
  const answer = await here.post(who, start, form({ key: newKey(), ...changes }));
  expect([answer.statusCode, read(answer.body).slice(0, 500)]).toEqual([303, '']);
  const path = String(answer.headers.location);
  const caseId = path.split('/').at(-1) ?? '';
  const [row] = await here.ask('select * from "case" where case_id = $1', [caseId]);
  const [event] = await here.ask('select body from event where case_id = $1 and number = 1', [caseId]);
  return { path, caseId, row, body: event?.body as Record<string, unknown> };
}

describe('opening a case', () => {
  test('is for customers and the desk, and for nobody else', async () => {
    for (const who of ['dana-quill', 'emeric-stone', 'odile-marsh']) {
      expect((await here.get(who, start)).statusCode).toBe(200);
    }
    for (const who of ['perpetua-lind', 'solutions-architect', 'tamsin-hale', 'lorcan-reed', 'ysolde-park']) {
      expect([who, (await here.get(who, start)).statusCode]).toEqual([who, 404]);
      expect([who, (await here.post(who, start, form())).statusCode]).toEqual([who, 404]);
    }
    const nobody = await here.get(undefined, start);
    expect([nobody.statusCode, nobody.headers.location]).toEqual([
      303,
      `/sign-in?${new URLSearchParams([['then', start]])}`,
    ]);
    expect((await here.post(undefined, start, form())).statusCode).toBe(401);
  });

  test('asks what it is about by examples, with the number for emergencies first, and how to be reached from the account', async () => {
    const { body } = await here.get('dana-quill', start);
    const words = read(body);
    expect(words.indexOf('Call 911')).toBeLessThan(words.indexOf('What is it about?'));
    expect(words).toContain('For example: no dial tone at a site; a circuit that drops calls.');
    expect(words).toContain('From your account: dana.quill@harbor-safety.example, +1 707-555-0140');
    expect(body).not.toContain('name="email"');
    expect(body.match(/<h1/g)).toHaveLength(1);
  });

  test('shows everything once more before it is sent, with what happens then, and opens nothing by that', async () => {
    const before = await cases();
    const check = await here.post('dana-quill', start, form({ step: 'check' }));
    const words = read(check.body);
    expect(check.statusCode).toBe(200);
    expect(words).toContain('Nothing has been sent yet');
    expect(words).toContain('No dial tone at the pilot station.');
    expect(words).toContain('HS-1, PL-2');
    expect(words).toContain('From Fri 20 Nov 2026, 8:30 pm Pacific: The customer may contact level 2');
    expect(await cases()).toBe(before);
    const back = await here.post('dana-quill', start, form({ step: 'change' }));
    expect(back.body).toContain('No dial tone at the pilot station.</textarea>');
    expect(back.body).toContain('value="key-of-a-form"');
  });

  test('ends with its number, who was asked and how to reach them, and from when one may go higher, and why', async () => {
    const { path, caseId, row, body } = await opened('dana-quill');
    expect(row).toMatchObject({ customer_id: 'harbor-safety', opened_by: 'dana-quill', practice: false });
    expect(body).toMatchObject({ track: 'service-impacting', references: ['HS-1', 'PL-2'] });
    const page = await here.get('dana-quill', path);
    const words = read(page.body);
    expect(page.statusCode).toBe(200);
    for (const said of [
      `Case ${caseId} is open`,
      'Level 1: Account Manager was asked Fri 20 Nov 2026, 4:30 pm Pacific',
      'Perpetua Lind',
      '+1 916-555-0170',
      'From Fri 20 Nov 2026, 8:30 pm Pacific: The customer may contact level 2',
      'From Mon 23 Nov 2026, 4:30 pm Pacific: Oversight may contact level 3',
      'Sat and Sun are not business days',
    ]) {
      expect(words).toContain(said);
    }
    expect(page.body).toContain(`href="/contracts/${here.contract}/cases/${caseId}"`);
  });

  test('twice by one form opens one case, also at once; what was changed since is not taken for it', async () => {
    const before = await cases();
    const same = form({ key: newKey() });
    const answers = await Promise.all([
      here.post('dana-quill', start, same),
      here.post('dana-quill', start, same),
    ]);
    const third = await here.post('dana-quill', start, same);
    const places = [...answers, third].map(({ headers }) => headers.location);
    expect(new Set(places).size).toBe(1);
    expect(await cases()).toBe(before + 1);
    const other = await here.post('dana-quill', start, { ...same, text: 'Something else.' });
    expect(other.statusCode).toBe(409);
    expect(read(other.body)).toContain('This form was sent before');
    expect(other.body).toContain('Something else.</textarea>');
    expect(other.body).not.toContain(`value="${same.key}"`);
    expect(await cases()).toBe(before + 1);
  });

  test('by two people under one key opens two cases', async () => {
    const before = await cases();
    const key = newKey();
    await here.post('dana-quill', start, form({ key }));
    await here.post('emeric-stone', start, form({ key }));
    expect(await cases()).toBe(before + 2);
  });

  test('says of a case of somebody else that there is none', async () => {
    const { caseId } = await opened('dana-quill');
    const other = await here.get('gideon-frost', `${start}/${caseId}`);
    const shown = await here.get('gideon-frost', String(other.headers.location));
    expect(shown.statusCode).toBe(404);
    expect(shown.body).not.toContain('Perpetua');
  });

  test('can be a drill, and can let Ladder move', async () => {
    const { row, body } = await opened('dana-quill', { practice: 'yes', automatic: 'yes' });
    expect(row).toMatchObject({ practice: true });
    expect(body).toMatchObject({ automatic: true });
    const words = read((await here.get('dana-quill', `${start}/${row?.case_id}`)).body);
    expect(words).toContain('Ladder contacts level 2 (Solutions Architect) in the customer’s name');
  });

  test('is not for a customer of somebody else', async () => {
    const before = await cases();
    const answer = await here.post('gideon-frost', start, form({ key: newKey() }));
    // They belong to one customer alone, and that is whose case it is.
    expect(answer.statusCode).toBe(303);
    const [row] = await here.ask(
      'select customer_id from "case" order by opened_at desc, case_id desc limit 1',
    );
    expect(row).toMatchObject({ customer_id: 'reservoir-board' });
    expect(await cases()).toBe(before + 1);
  });
});

describe('what is wrong with a form', () => {
  test('is said all at once, each leading to its field, and nothing typed is lost', async () => {
    const before = await cases();
    const answer = await here.post(
      'dana-quill',
      start,
      form({ track: 'outage', text: ' ', told: '', references: 'OK-1', step: 'send' }),
    );
    expect(answer.statusCode).toBe(422);
    for (const [field, said] of [
      ['track', 'Choose what it is about.'],
      ['text', 'Say what has happened.'],
      ['told', 'Say whether the contractor has heard of it already.'],
    ]) {
      expect(answer.body).toContain(`<a href="#${field}">${said}</a>`);
      expect(answer.body).toContain(`id="${field}"`);
    }
    expect(answer.body).toContain('OK-1</textarea>');
    expect(answer.body).toContain('<title>Error: Open a case');
    expect(await cases()).toBe(before);
  });

  test.each([
    [{ track: 'constructor' }, 'Choose what it is about.'],
    [{ text: 'a\0b' }, 'holds signs that cannot be kept'],
    [{ text: 'x'.repeat(20_001) }, 'in at most 20,000 characters'],
    [{ references: 'y'.repeat(201) }, 'is longer than 200 characters'],
    [{ references: 'a\u0007b' }, 'holds signs that cannot be kept'],
    [
      { references: Array.from({ length: 21 }, (_, at) => `R${at}`).join('\n') },
      'You gave 21 reference numbers',
    ],
    [{ told: 'earlier' }, 'Give the date and the time at which you told the contractor.'],
    [{ told: 'earlier', 'since-date': '2026-11-20' }, '“2026-11-20” is not a date and a time of day'],
    [{ told: 'earlier', 'since-date': '2026-11-20', 'since-time': '16:31' }, 'which is later than now'],
    [{ told: 'earlier', 'since-date': '2026-11-19', 'since-time': '16:29' }, 'more than 24 hours before'],
  ])('%o: %s', async (changes, said) => {
    const answer = await here.post('dana-quill', start, form({ key: newKey(), ...changes }));
    expect([answer.statusCode, read(answer.body)]).toEqual([422, expect.stringContaining(said)]);
  });

  test('markup in any field is shown as it was typed', async () => {
    const hostile = {
      text: HOSTILE,
      references: HOSTILE,
      reporter: HOSTILE,
      'since-date': HOSTILE,
      which: HOSTILE,
    };
    for (const step of ['check', 'send', 'change']) {
      for (const changes of [hostile, { ...hostile, told: 'earlier', track: HOSTILE }]) {
        const answer = await here.post('dana-quill', start, form({ key: newKey(), step, ...changes }));
        expect(answer.body).not.toContain('<b>"');
        expect(answer.body).not.toContain('<script>alert');
      }
    }
    const list = await here.post(
      'dana-quill',
      start,
      new URLSearchParams([
        ['text', 'a'],
        ['text', 'b'],
      ]),
    );
    expect(list.statusCode).toBe(422);
  });

  test('a session that ended in mid-form keeps what was typed', async () => {
    const answer = await here.post(undefined, start, form());
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('No dial tone at the pilot station.');
  });
});

describe('an instant that is stated', () => {
  test('is by the contract’s clocks, is said back, and the case counts from it', async () => {
    const told = { told: 'earlier', 'since-date': '2026-11-20', 'since-time': '14:10' };
    const check = await here.post('dana-quill', start, form({ step: 'check', ...told }));
    expect(read(check.body)).toContain('Fri 20 Nov 2026, 2:10 pm Pacific, as stated');
    expect(read(check.body)).toContain(
      'From Fri 20 Nov 2026, 6:10 pm Pacific: The customer may contact level 2',
    );
    const { path, body } = await opened('dana-quill', told);
    expect(body.statedAt).toBe('2026-11-20T22:10:00.000Z');
    const words = read((await here.get('dana-quill', path)).body);
    expect(words).toContain('Its clocks count from Fri 20 Nov 2026, 2:10 pm Pacific, as stated');
    expect(words).toContain('From Fri 20 Nov 2026, 6:10 pm Pacific');
  });

  test('that the clocks showed twice is asked for again, and is the one that was chosen', async () => {
    await here.setClock(asInstant(Date.UTC(2026, 10, 1, 12)));
    const told = { told: 'earlier', 'since-date': '2026-11-01', 'since-time': '01:30' };
    const asked = await here.post('dana-quill', start, form({ key: newKey(), ...told }));
    expect(asked.statusCode).toBe(422);
    expect(read(asked.body)).toContain('choose which of the two you mean');
    expect(asked.body).toContain('id="which"');
    for (const [which, at] of [
      ['first', '2026-11-01T08:30:00.000Z'],
      ['second', '2026-11-01T09:30:00.000Z'],
    ] as const) {
      expect((await opened('dana-quill', { ...told, which })).body.statedAt).toBe(at);
    }
  });

  test('that the clocks skipped is moved by what they skip, and the page says so', async () => {
    await here.setClock(asInstant(Date.UTC(2027, 2, 14, 20)));
    const told = { told: 'earlier', 'since-date': '2027-03-14', 'since-time': '02:30' };
    const check = await here.post('dana-quill', start, form({ step: 'check', ...told }));
    expect(read(check.body)).toContain('Sun 14 Mar 2027, 3:30 am Pacific, as stated');
    expect(read(check.body)).toContain('The clocks skipped the time that was typed');
  });
});

describe('the desk', () => {
  test('chooses who is calling, opens the case for them, and cannot choose for them what Ladder does by itself', async () => {
    const who = read((await here.get('odile-marsh', start)).body);
    expect(who).toContain('Who is calling?');
    for (const name of ['Department of Harbor Safety', 'Orchard County', 'Reservoir Board']) {
      expect(who).toContain(name);
    }
    const page = await here.get('odile-marsh', `${start}?customer=harbor-safety`);
    expect(read(page.body)).toContain('Dana Quill, Telephone coordinator');
    expect(page.body).not.toContain('name="automatic"');
    const { row, body } = await opened('odile-marsh', { reporter: 'dana-quill', automatic: 'yes' });
    expect(row).toMatchObject({ opened_by: 'dana-quill', customer_id: 'harbor-safety' });
    expect(body).toMatchObject({ by: 'odile-marsh', reporter: 'dana-quill', onBehalfOf: 'customer' });
    expect(body.automatic).toBeUndefined();
  });

  test('has to say who of the customer is calling, and is told where nobody could', async () => {
    for (const reporter of ['', 'fenna-brook', 'nobody', 'constructor']) {
      const answer = await here.post('odile-marsh', start, form({ key: newKey(), reporter }));
      expect([answer.statusCode, read(answer.body)]).toEqual([
        422,
        expect.stringContaining('Choose who of the customer is calling.'),
      ]);
    }
    await here.ask("insert into customer values ($1, 'empty', 'An empty agency')", [here.contract]);
    const empty = await here.get('odile-marsh', `${start}?customer=empty`);
    expect(read(empty.body)).toContain('Nobody of An empty agency is known here');
    const unknown = await here.get('odile-marsh', `${start}?customer=constructor`);
    expect(read(unknown.body)).toContain('Who is calling?');
  });
});

test('where nothing is published there is nothing to open, and the page says so', async () => {
  const alone = await planWorld();
  try {
    await alone.ask("update revision set state = 'draft', published_at = null");
    const page = await alone.get('dana-quill', start);
    const tried = await alone.post('dana-quill', start, form());
    expect([page.statusCode, tried.statusCode]).toEqual([409, 409]);
    expect(read(page.body)).toContain('Nothing of this plan is published yet');
  } finally {
    await alone.close();
  }
});

test('a case that is over by now is read on its own page, and so is one that is not there', async () => {
  const { path, caseId } = await opened('dana-quill');
  const key = { contract: here.contract, caseId };
  const command = { type: 'satisfied', by: 'dana-quill', over: 'portal' } as const;
  const [answer] = await handle(here.store, [{ key, command, caller: undefined, actor: 'customer' }]);
  expect(answer?.accepted).toBe(true);
  for (const at of [path, `${start}/999999`]) {
    const page = await here.get('dana-quill', at);
    expect([page.statusCode, page.headers.location]).toEqual([303, at.replace('/start/', '/cases/')]);
  }
});
