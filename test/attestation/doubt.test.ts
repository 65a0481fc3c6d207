import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attest } from '../../src/app/attestation/handle-attestations.ts';
import type { Caller } from '../../src/app/authorise.ts';
import { handle, type Request } from '../../src/app/handle.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { verified } from '../record/record-world.ts';
import { askedIn } from './asked-in.ts';

const START = on('Tue 09:00');
const MINUTE = 60_000;

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(START);
  const { db } = here.connection;
  await here.connection.pool.query(`insert into person (contract_id, person_id, name, email)
    values ('sample', 'petra', 'Petra', 'petra@ladder.example')`);
  await here.connection.pool.query(`insert into role values ('sample', 'petra', 'programManager', null)`);
  await askedIn(here, 'ana');
  await attest(here.store, ANA, { details: ['email', 'mobile', 'availability'], over: 'portal' });
  expect(await verified(db)).toMatchObject({ broken: undefined });
  await here.settle();
});
afterEach(() => here.close());

const ANA = { contract: 'sample', personId: 'ana' };
const ask = async (text: string): Promise<readonly Record<string, unknown>[]> =>
  (await here.connection.pool.query(text)).rows;

const isDoubted = async (): Promise<boolean> =>
  (await ask(`select state -> 'doubted' -> 'email' is not null as doubted from attestation`))[0]?.doubted ===
  true;

const press = (path: string) =>
  here.server.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'text=',
  });

/** A case whose first mail to ana comes back as one that nobody takes. */
async function bounced(): Promise<void> {
  await here.open();
  await here.settle();
  const [sent] = await ask(
    `select delivery_id from delivery where person_id = 'ana' and case_id not like 'attestation%'`,
  );
  const report = { deliveryId: String(sent?.delivery_id), permanent: true, status: '5.1.1' };
  const key = { contract: 'sample', caseId: '0' };
  await here.taker.take(here.mailFrom('ana', key, '', { kind: 'bounce', bounced: report } as never));
}

let key: CaseKey;
/** A call that somebody of the case records, to ana's mobile number. */
async function rang(said: Readonly<Record<string, unknown>>, who = 'olga'): Promise<string> {
  const command = { type: 'recordCall', level: 1, contact: 'ana', telephone: 'mobile', ...said } as const;
  const caller = {
    ...{ contract: 'sample', personId: who, over: 'portal' },
    seats: [],
    grants: GRANTS[who]!,
  };
  const [answer] = await handle(here.store, [
    {
      key,
      command: { ...command, by: who, over: 'portal' } as unknown as Request['command'],
      caller: caller as Caller,
    },
  ]);
  return answer?.accepted ? 'recorded' : String(answer?.refusal.code);
}
const GRANTS: Readonly<Record<string, readonly object[]>> = {
  olga: [{ role: 'oversight' }],
  dana: [{ role: 'customer', customerId: 'agency' }],
};
const dead = { reached: false, failure: 'notInService' };

const doubted = async (): Promise<unknown> =>
  (await ask(`select state -> 'doubted' as doubted from attestation`))[0]?.doubted ?? {};

describe('a call that does not reach its person', () => {
  beforeEach(async () => {
    await ask(`update person set mobile = '+19165550177' where person_id = 'ana'`);
    key = await here.open();
    await here.settle();
  });

  test.each(['notInService', 'wrongPerson'])('puts the number in doubt at once: %s', async (failure) => {
    expect(await rang({ reached: false, failure })).toBe('recorded');
    expect(await doubted()).toEqual({ mobile: START });
    expect(await ask(`select field from contact_means where person_id = 'ana'`)).toEqual([
      { field: 'email' },
    ]);
    const told = (await here.settle()).filter(({ subject }) => subject.startsWith('In doubt'));
    expect(told.map(({ to: { address } }) => address)).toEqual(['petra@ladder.example']);
    expect(told[0]?.text).toContain(
      failure === 'notInService'
        ? 'Mobile number: somebody rang it, and it is not in service (case'
        : 'Mobile number: somebody rang it, and somebody else answered (case',
    );
    expect(told[0]?.text).not.toContain('+1');
    await rang(dead);
    expect((await here.settle()).filter(({ subject }) => subject.startsWith('In doubt'))).toEqual([]);
    expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  });

  test('is not one that nobody picked up, nor one to a number that does not stand there', async () => {
    expect(await rang({ reached: false, failure: 'noAnswer' })).toBe('recorded');
    expect(await rang({ ...dead, contact: undefined, telephone: 'other' })).toBe('recorded');
    expect(await doubted()).toEqual({});
  });

  test('is forgotten once somebody is reached by that number later, or the contact confirms it', async () => {
    await rang(dead);
    await rang({ reached: true });
    expect(await doubted()).toEqual({ mobile: START });
    await here.setClock(asInstant(START + MINUTE));
    await rang({ reached: true });
    expect(await doubted()).toEqual({});
    await rang(dead);
    expect(await doubted()).toEqual({ mobile: START + MINUTE });
    await attest(here.store, ANA, { details: ['mobile'], over: 'portal' });
    expect(await doubted()).toEqual({});
    expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  });

  test('says nothing of a number that was confirmed after it', async () => {
    await here.setClock(asInstant(START + 10 * MINUTE));
    await attest(here.store, ANA, { details: ['mobile'], over: 'portal' });
    await here.setClock(asInstant(START + 20 * MINUTE));
    await rang({ ...dead, statedAt: asInstant(START + 5 * MINUTE) });
    expect(await doubted()).toEqual({});
    await rang({ ...dead, statedAt: asInstant(START + 15 * MINUTE) });
    expect(await doubted()).toEqual({ mobile: START + 20 * MINUTE });
  });

  test('names a number that there is, and that its caller may see', async () => {
    expect(await rang({ ...dead, telephone: 'office' })).toBe('call-number-unknown');
    expect(await rang(dead, 'dana')).toBe('recorded');
    await ask(`update person set shown = 'parties' where person_id = 'ana'`);
    expect(await rang(dead, 'dana')).toBe('call-number-unknown');
    expect(await rang(dead)).toBe('recorded');
  });
});

describe('a mail that comes back', () => {
  test('puts the address in doubt at once: its proof is gone and the program manager is told, once', async () => {
    await bounced();
    expect(await isDoubted()).toBe(true);
    expect(await ask(`select field from contact_means where person_id = 'ana'`)).toEqual([
      { field: 'mobile' },
    ]);
    const mails = await here.settle();
    const told = mails.filter(({ subject }) => subject.startsWith('In doubt'));
    expect(told.map(({ to: { address } }) => address)).toEqual(['petra@ladder.example']);
    await bounced();
    expect((await here.settle()).filter(({ subject }) => subject.startsWith('In doubt'))).toEqual([]);
    expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  });

  test('is forgotten once the contact confirms the address', async () => {
    await bounced();
    await attest(here.store, ANA, { details: ['email'], over: 'portal' });
    expect(await isDoubted()).toBe(false);
    expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  });

  test('is forgotten once a mail that was sent later is answered, and not by the link of an earlier one', async () => {
    await here.open();
    const before = to(await here.settle(), 'ana');
    await here.setClock(asInstant(START + MINUTE));
    await bounced();
    await press(linkIn(before, /^Acknowledge/));
    expect(await isDoubted()).toBe(true);
    await here.setClock(asInstant(START + 2 * MINUTE));
    await here.open();
    await here.settle();
    // Nobody else has acknowledged: now they are told too.
    await here.setClock(asInstant(START + 20 * MINUTE));
    const after = to(await here.settle(), 'ana');
    await press(linkIn(after, /^Acknowledge/));
    expect(await isDoubted()).toBe(false);
  });

  test('lets whoever else stands at the level be told first', async () => {
    await bounced();
    await here.settle();
    await here.open();
    const mails = await here.settle();
    expect(mails.map(({ to: { address } }) => address)).not.toContain('ana@ladder.example');
  });

  test('to an address that is used no more says nothing of the one that is', async () => {
    await here.open();
    await here.settle();
    await ask(`update person set email = 'ana.new@ladder.example' where person_id = 'ana'`);
    await bounced();
    expect(await isDoubted()).toBe(false);
  });
});
