import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/app/authorise.ts';
import { loadPlan } from '../../src/app/load-plan.ts';
import { handOver } from '../../src/app/obligation/hand-over.ts';
import { handleObligationsIn, type ObligationRequest } from '../../src/app/obligation/handle-obligations.ts';
import { undertakePublished } from '../../src/app/obligation/undertake.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { checkpoint, verified } from '../record/record-world.ts';
import { on } from './build.ts';
import { sampleWith } from './sample.ts';

let here: PlanWorld;

beforeEach(async () => {
  here = await planWorld();
  await undertakePublished(here.store);
});
afterEach(() => here.close());

const PM = 'solutions-architect';
const CMO = 'odette-crane';

const callerOf = (personId: string, role: Caller['grants'][number]['role']): Caller => ({
  ...{ contract: here.contract, personId, grants: [{ role }], over: 'portal', seats: [] },
});
const pm = (): Caller => callerOf(PM, 'programManager');
const oversight = (): Caller => callerOf(CMO, 'oversight');

const rows = (columns: string): Promise<readonly Record<string, unknown>[]> =>
  here.ask(`select ${columns} from obligation order by due_on, obligation_id`);

const send = (caller: Caller, obligationId: string, command: object) =>
  here.store.transaction(async (tx) => {
    const key = { contract: here.contract, obligationId };
    const whole = { by: caller.personId, over: 'portal', ...command } as ObligationRequest['command'];
    return (await handleObligationsIn(tx, [{ key, caller, command: whole }]))[0]!;
  });

const deliver = (obligationId: string, file?: { name: string; bytes: Uint8Array }) =>
  handOver(here.store, {
    caller: pm(),
    key: { contract: here.contract, obligationId },
    text: 'As agreed',
    doneOn: undefined,
    links: ['https://portal.example/plan'],
    file,
  });

const subjects = (mails: readonly OutgoingMail[]): readonly string[] =>
  mails.map(({ to, subject }) => `${to.address.split('@')[0]}: ${subject}`).sort();

describe('taking up a plan', () => {
  test('every date of the plan has its row, pinned to the revision, and doing it twice changes nothing', async () => {
    expect(await rows('obligation_id, revision, due_on::text, status, owner, accepted_by')).toMatchObject([
      {
        obligation_id: 'escalation-process',
        due_on: '2019-07-14',
        owner: 'contractor',
        accepted_by: 'oversight',
      },
      { obligation_id: 'plan-agreed', revision: 1, due_on: '2026-12-15', status: 'open' },
      { obligation_id: 'plan-current.2027-02-18' },
      { obligation_id: 'plan-current.2027-05-19' },
      { obligation_id: 'plan-current.2027-08-17' },
      { obligation_id: 'plan-current.2027-11-15' },
      { obligation_id: 'plan-current.2028-02-13' },
      { obligation_id: 'plan-current.2028-05-13' },
    ]);
    const events = await here.ask('select count(*) from event');
    expect(await undertakePublished(here.store)).toBe(0);
    expect(await here.ask('select count(*) from event')).toEqual(events);
  });

  test('another revision adds, changes and drops with a record; what follows a change is another each time', async () => {
    await here.setClock(on('2026-12-01'));
    const text = await sampleWith([
      ['due: 2026-12-15', 'due: 2027-01-29'],
      ['due: { every: 90 days, after: publication }', 'due: { monthly: 31, months: 3 }'],
    ]);
    const agreed = ['solutions-architect', 'contract-office'];
    const at = on('2026-12-01');
    const loaded = await loadPlan(here.contracts, { text, agreed, at, by: 'ladder', facts: {} });
    expect(loaded).toMatchObject({ outcome: 'published', number: 2 });
    expect(await undertakePublished(here.store)).toBe(1);
    const found = await rows('obligation_id, due_on::text, status, revision');
    const of = (id: string) => found.find((row) => row.obligation_id === id);
    expect(of('plan-agreed')).toMatchObject({ due_on: '2027-01-29', revision: 2 });
    expect(of('plan-current.2027-02-18')).toMatchObject({ status: 'dropped' });
    expect(of('plan-current.2027-01-31')).toMatchObject({ status: 'open', revision: 2 });
    // Ten business days after the change: Christmas lies behind them.
    expect(of('change-posted.2026-12-01')).toMatchObject({ due_on: '2026-12-15', status: 'open' });
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });
});

describe('clocks and mails', () => {
  test('reminders go to who owes it; when it is late the program manager and oversight are told, and each week again', async () => {
    await here.settle();
    await here.setClock(on('2026-12-08', '09:00'));
    const reminded = await here.settle();
    expect(subjects(reminded).filter((one) => one.includes('Version 2.0'))).toEqual([
      expect.stringContaining('Due in 7 days: Version 2.0 of the plan agreed'),
    ]);
    await here.setClock(on('2026-12-16', '00:00'));
    const late = subjects(await here.settle()).filter((one) => one.includes('Late: Version 2.0'));
    expect(late.length).toBeGreaterThanOrEqual(2);
    await here.setClock(on('2026-12-23', '09:00'));
    const still = subjects(await here.settle()).filter((one) => one.includes('Late for 1 week: Version 2.0'));
    expect(still.length).toBe(late.length);
  });

  test('a deadline without its job is found by the watch', async () => {
    await here.settle();
    await here.ask(
      `delete from jobs.job where name = 'deadline' and data->>'caseId' = 'obligation:plan-agreed'`,
    );
    const missing = await here.store.transaction(async (tx) => {
      const found = await tx.missingJobs(on('2026-12-09'), 10);
      await tx.requeue(found);
      return found;
    });
    expect(missing).toMatchObject([{ key: { caseId: 'obligation:plan-agreed' } }]);
    await here.setClock(on('2026-12-08', '09:00'));
    expect(subjects(await here.settle()).join()).toContain('Due in 7 days');
  });
});

describe('delivering', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

  test('with a file, sent back, delivered again, accepted; the record holds with every checkpoint', async () => {
    expect(await deliver('plan-agreed', { name: 'plan.png', bytes: png })).toMatchObject({ accepted: true });
    await checkpoint(here.db, FRIDAY);
    expect(
      await send(oversight(), 'plan-agreed', { type: 'sendBack', text: 'Page 3 is missing' }),
    ).toMatchObject({
      accepted: true,
    });
    const told = (await here.settle()).find(({ subject }) => subject.startsWith('Sent back'));
    expect(told?.text).toContain('Page 3 is missing');
    expect(told?.text).toContain(
      'http://ladder.example/contracts/calnet-3-category-9-1/obligations/plan-agreed',
    );
    await deliver('plan-agreed');
    expect(await send(oversight(), 'plan-agreed', { type: 'accept' })).toMatchObject({ accepted: true });
    expect(await rows('status')).toContainEqual({ status: 'accepted' });
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('a program as a file is not kept, and nothing else of it', async () => {
    const bytes = new TextEncoder().encode('#!/bin/sh\n');
    expect(await deliver('plan-agreed', { name: 'run.txt', bytes })).toMatchObject({
      code: 'file-kind-unknown',
    });
    expect(await rows('status')).not.toContainEqual({ status: 'delivered' });
  });

  test.each([
    ['the wrong party', () => oversight(), { type: 'deliver', text: 'x' }, 'obligation-not-allowed'],
    ['a contact accepts', () => callerOf('ana', 'contact'), { type: 'accept' }, 'obligation-not-allowed'],
    ['an auditor', () => callerOf('lorcan-reed', 'auditor'), { type: 'accept' }, 'obligation-not-allowed'],
    [
      'a customer',
      () => callerOf('dana-quill', 'customer'),
      { type: 'deliver', text: 'x' },
      'obligation-not-allowed',
    ],
    ['of Ladder alone', () => pm(), { type: 'drop', revisionNumber: 1 }, 'obligation-not-allowed'],
    [
      'another contract',
      () => ({ ...pm(), contract: 'other' }),
      { type: 'deliver', text: 'x' },
      'obligation-not-found',
    ],
  ] as const)('refused, and logged: %s', async (_title, caller, command, code) => {
    expect(await send(caller(), 'plan-agreed', command)).toMatchObject({ refusal: { code } });
    expect(await here.ask('select code, case_id from refused')).toContainEqual({
      code,
      case_id: 'obligation:plan-agreed',
    });
  });

  test('what was typed and attached can be erased once it is settled, and the record still holds', async () => {
    await deliver('plan-agreed', { name: 'plan.png', bytes: png });
    const erase = () =>
      openRetention(here.db).erase({ scope: 'person', contract: here.contract, personId: PM }, false, FRIDAY);
    expect((await erase()).counts).toMatchObject({ files: 0 });
    await send(oversight(), 'plan-agreed', { type: 'accept' });
    expect((await erase()).counts).toMatchObject({ files: 1 });
    expect(
      await here.ask(
        `select text from event_text where case_id = 'obligation:plan-agreed' and text is not null`,
      ),
    ).toEqual([]);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });
});

describe('the record', () => {
  const changed = async (what: string): Promise<unknown> => {
    await deliver('plan-agreed');
    await checkpoint(here.db, FRIDAY);
    await here.ask(what);
    return (await verified(here.db)).broken;
  };

  test('a state that its events do not lead to is found', async () => {
    expect(
      await changed(`update obligation set status = 'accepted' where obligation_id = 'plan-agreed'`),
    ).toMatchObject({ code: 'record-case-state-unlike', values: { caseId: 'obligation:plan-agreed' } });
  });
  test('an obligation that was dropped from the database is found', async () => {
    expect(await changed(`delete from obligation where obligation_id = 'plan-agreed'`)).toMatchObject({
      code: 'record-case-without-row',
    });
  });
  test('its events cannot be changed', async () => {
    await expect(changed(`update event set body = '{}' where case_id like 'obligation:%'`)).rejects.toThrow(
      'append-only',
    );
  });
});

test('the picture of the dates spans the term, and not only the dates', async () => {
  const { body } = await here.get('tamsin-hale', `/contracts/${here.contract}/obligations`);
  const years = [...body.matchAll(/>(20\d\d)<\/text>/g)].map(([, year]) => year);
  // Its dates end in 2028 as well; without them the term alone shows.
  expect(years.at(-1)).toBe('2028');
  await here.ask(`delete from obligation where due_on > '2027-01-01'`);
  const after = await here.get('tamsin-hale', `/contracts/${here.contract}/obligations`);
  expect(after.body.includes('>2028</text>')).toBe(true);
});
