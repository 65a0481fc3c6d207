import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attest, handleAttestationsIn } from '../../src/app/attestation/handle-attestations.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { mailServer } from '../../src/channels/email/inbound/server.ts';
import { type AnswersWorld, answersWorld, linkIn } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { deliver, message, resolver, signed } from '../mail-channel/reception.ts';
import { verified } from '../record/record-world.ts';
import { askedIn } from './asked-in.ts';

const ANA = { contract: 'sample', personId: 'ana' };
const ADDRESS = 'ana@district.example';

let here: AnswersWorld;
let server: Awaited<ReturnType<typeof mailServer>>;
let asking: OutgoingMail;
let sent: number;

beforeEach(async () => {
  sent = 0;
  here = await answersWorld(on('Tue 09:00'));
  await ask(`update person set email = '${ADDRESS}', mobile = '+19165550142' where person_id = 'ana'`);
  server = await mailServer({
    ...{ host: '127.0.0.1', port: 0, domain: 'ladder.example', taker: here.taker, resolver },
    now: () => on('Tue 09:30'),
    log: { info() {}, warn() {}, error() {} },
  });
  await askedIn(here, 'ana');
  asking = mailTo(await here.settle());
}, 60_000);
afterEach(async () => {
  await server.close();
  await here.close();
});

const ask = async (text: string): Promise<readonly Record<string, unknown>[]> =>
  (await here.connection.pool.query(text)).rows;

const mailTo = (mails: readonly OutgoingMail[]): OutgoingMail => {
  const [found] = mails.filter(({ to }) => to.address === ADDRESS);
  if (!found) throw new Error(`no mail to ${ADDRESS}`);
  return found;
};

const isSilent = (mails: readonly OutgoingMail[]): boolean => mails.every(({ to }) => to.address !== ADDRESS);

const types = async (): Promise<readonly unknown[]> =>
  (await ask(`select type from event where case_id = 'attestation:ana' order by number`)).map(
    ({ type }) => type,
  );

interface Answering {
  readonly letter?: OutgoingMail;
  readonly isSigned?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Ana answers a letter from her own mailbox, over SMTP. */
async function answer(
  text: string,
  { letter = asking, isSigned = true, fields = {} }: Answering = {},
): Promise<void> {
  const to = letter.replyTo ?? 'nobody@ladder.example';
  const quoted = letter.text.replace(/^/gm, '> ');
  const written = message(`${text}\n\nOn Tuesday Ladder wrote:\n${quoted}`, {
    ...{ From: `Ana <${ADDRESS}>`, To: to, Subject: `Re: ${letter.subject}` },
    ...{ 'Message-ID': `<a-${++sent}@district.example>`, ...fields },
  });
  const whole = isSigned ? await signed(written) : written;
  expect(await deliver(server.port, whole, { from: ADDRESS, to: [to] })).toMatch(/^250/);
}

const open = async (): Promise<unknown> =>
  (await ask(`select state -> 'open' as open from attestation where person_id = 'ana'`))[0]?.open;

const ALL = ['email', 'mobile', 'availability'];

describe('a letter that asks', () => {
  test('says the word, and has an address of its own', async () => {
    expect(asking.text.replaceAll(/\s+/g, ' ')).toContain('answer this mail with “confirmed” alone');
    expect(asking.replyTo).toMatch(/^reply\+[a-z2-7]{20}@ladder\.example$/);
    expect(asking.text).not.toContain('Please do not answer this mail');
  });

  test('says so in Spanish to whoever reads Spanish', async () => {
    await ask(`update person set language = 'es' where person_id = 'ana'`);
    await askAgain();
    const letter = mailTo(await here.settle());
    expect(letter.text.replaceAll(/\s+/g, ' ')).toContain('contestar este correo con “confirmo” solo');
    await answer('Confirmo', { letter });
    expect(await open()).toEqual([]);
    expect(mailTo(await here.settle()).subject).toBe('Confirmado: cómo se le localiza');
  });
});

const askAgain = (): Promise<unknown> =>
  here.store.transaction((tx) =>
    handleAttestationsIn(tx, [
      { key: ANA, command: { type: 'askAgain', by: 'ladder', details: ['mobile'] } },
    ]),
  );

describe('an answer by mail', () => {
  test('that says “confirmed” confirms all of it, availability too, and its writer hears what', async () => {
    await answer('Confirmed\n\nAna Bly\n+1 916 555 0142');
    expect(await open()).toEqual([]);
    expect(await types()).toEqual(['ContactTakenUp', 'AttestationAsked', 'DetailsConfirmed']);
    expect(await ask('select field from contact_means order by field')).toEqual([
      { field: 'email' },
      { field: 'mobile' },
    ]);
    const receipt = mailTo(await here.settle());
    expect(receipt.subject).toBe('Confirmed: how you are reached');
    expect(receipt.text).toContain('Mobile number: +1 916 555 0142');
    expect(receipt.text).toContain('You can be reached for level 2');
    expect(receipt.replyTo).toBeUndefined();
    expect(await here.outcomes()).toEqual(['word/confirmed']);
    expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  });

  test('is taken once however often it comes, and said twice changes nothing', async () => {
    const fields = { 'Message-ID': '<one@district.example>' };
    await answer('Confirmed', { fields });
    await here.settle();
    await answer('Confirmed', { fields });
    await answer('Confirmed');
    expect((await types()).filter((type) => type === 'DetailsConfirmed')).toHaveLength(1);
    expect(isSilent(await here.settle())).toBe(true);
    expect(await here.outcomes()).toEqual(['word/confirmed', 'word/confirmed']);
  });

  test.each([
    ['says something else', 'My mobile is 916 555 0177 now <b>"\'&'],
    ['goes on against itself', 'Confirmed\n\nExcept that my mobile is new.'],
    ['confirms a number that is not on file', 'Confirmed\n\nAna Bly, 916 555 0177'],
  ])('that %s confirms nothing, and its writer is told with a link that does', async (_what, text) => {
    await answer(text);
    expect(await open()).toEqual(ALL);
    const told = mailTo(await here.settle());
    expect(told.subject).toBe('Nothing confirmed by your mail: how you are reached');
    expect(told.text).toContain(text.split('\n').at(-1));
    expect(told.html).not.toContain('<b>"');
    const looked = await here.server.inject({ method: 'GET', url: linkIn(told, /^Look and confirm/) });
    expect(looked.statusCode).toBe(303);
    expect(await here.outcomes()).toEqual(['message/unclear']);
    // And the letter that says so may be answered as well.
    await answer('Confirmed', { letter: told });
    expect(await open()).toEqual([]);
  });

  test('without proof of its writer confirms nothing, and the address on file is told', async () => {
    await answer('Confirmed', { isSigned: false });
    expect(await open()).toEqual(ALL);
    const told = mailTo(await here.settle());
    expect(told.text.replaceAll(/\s+/g, ' ')).toContain('nothing proves that it is from you');
    expect(told.replyTo).toBeUndefined();
    expect(await here.outcomes()).toEqual(['held/unproved']);
  });

  test('from another address than the one on file proves nothing', async () => {
    await ask(`update person set email = 'ana.new@district.example' where person_id = 'ana'`);
    await answer('Confirmed');
    expect(await open()).toEqual(ALL);
    expect(await here.outcomes()).toEqual(['held/unproved']);
  });

  test('to a letter that was followed by another asking confirms nothing; to the newest it does', async () => {
    await askAgain();
    const newest = mailTo(await here.settle());
    expect(newest.replyTo).not.toBe(asking.replyTo);
    await answer('Confirmed');
    expect(await open()).toEqual(ALL);
    expect(mailTo(await here.settle()).text.replaceAll(/\s+/g, ' ')).toContain('followed by a newer one');
    await answer('Confirmed', { letter: newest });
    expect(await open()).toEqual([]);
  });

  test('of an absence is written down, and nothing else', async () => {
    await answer('I am away until Monday. Confirmed.', { fields: { 'Auto-Submitted': 'auto-replied' } });
    expect(await open()).toEqual(ALL);
    expect(isSilent(await here.settle())).toBe(true);
    expect(await here.outcomes()).toEqual(['automaticReply']);
  });

  test('is answered five times an hour at most', async () => {
    for (let turn = 0; turn < 7; turn++) await answer(`Hello ${turn}`);
    const letters = (await here.settle()).filter(({ to }) => to.address === ADDRESS);
    expect(letters).toHaveLength(5);
  });

  test('after everything is confirmed leads to the page of one’s own', async () => {
    await attest(here.store, ANA, { details: ['email', 'mobile', 'availability'], over: 'portal' });
    await answer('My mobile changes next week');
    const told = mailTo(await here.settle());
    expect(told.text).toContain('Confirm or change your details');
    expect(told.text).toContain('/contracts/sample/contacts/confirm');
  });

  test('of somebody who stands nowhere any more confirms nothing and is told nothing', async () => {
    await here.store.transaction((tx) =>
      handleAttestationsIn(tx, [
        {
          key: ANA,
          command: {
            ...{ type: 'takeUp', by: 'ladder', standing: undefined },
            ...{ revisionNumber: 2, known: {}, isChange: true },
          },
        },
      ]),
    );
    await answer('Confirmed');
    expect(isSilent(await here.settle())).toBe(true);
    expect(await here.outcomes()).toEqual(['refused/attestation-unknown']);
  });
});
