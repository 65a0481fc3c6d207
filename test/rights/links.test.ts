import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTEST, stampOfAsking } from '../../src/app/attestation/attestation-letters.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { hashOf, linkToken } from '../../src/app/secret.ts';
import { stampOf } from '../../src/app/stamp.ts';
import type { LiveAttestation } from '../../src/core/attestation/state.ts';
import type { CommandType } from '../../src/core/case/command.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
import type { MailAction } from '../../src/core/message/mail.ts';
import { askedIn } from '../attestation/asked-in.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { type Right, rightOf } from './rights-document.ts';
import { ALL, ASKERS, type Asker, type RightsWorld, rightsWorld } from './rights-world.ts';

let here: RightsWorld;
beforeAll(async () => {
  here = await rightsWorld();
}, 180_000);
afterAll(() => here.close());

/** Everything that a letter's link may do; one that is missing here, or is too many, is no such record. */
const LINKS: Readonly<Record<MailAction, true>> = {
  acknowledge: true,
  respond: true,
  satisfied: true,
  notSatisfied: true,
  escalate: true,
  undoSatisfied: true,
};
const NOT_ALLOWED = catalogue('en').service.problems['command-not-allowed'];

/** What the table says of each holder. */
const expected = (command: CommandType): Readonly<Record<string, Right>> =>
  Object.fromEntries(ALL.map((asker) => [asker, rightOf(asker, command)]));

/** A case of the reporter's that is shared with a stand-in and a watcher. */
async function opened(): Promise<CaseKey> {
  const key = await here.open({ directory: { account: 'ada' } });
  await here.share(key);
  return key;
}

const posted = (url: string) =>
  here.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'text=A+word',
  });

const escaped = (text: string): string => text.replaceAll('"', '&#34;').replaceAll("'", '&#39;');

describe('a link does what its holder may do on the day it is used, whoever it was made for', () => {
  test.each(Object.keys(LINKS) as MailAction[])('%s', async (command) => {
    const cells: Record<string, Right> = {};
    const key = await opened();
    for (const asker of ALL) {
      const { statusCode, body } = await posted(await linkFor(ASKERS[asker].person, command, key.caseId));
      expect([asker, command, statusCode < 500]).toEqual([asker, command, true]);
      const { message } = NOT_ALLOWED({ command });
      cells[asker] = statusCode === 410 ? 'unseen' : body.includes(escaped(message)) ? 'no' : 'yes';
    }
    expect(cells).toEqual(expected(command));
  });
});

describe('a link that confirms a mail does what its writer may do on the day it is used', () => {
  test.each(['satisfied', 'notSatisfied', 'escalate'] as const)('%s', async (word) => {
    const cells: Record<string, Right> = {};
    for (const asker of ALL) {
      const { caseId } = await opened();
      const { person } = ASKERS[asker];
      const mailId = await heldMail(person, caseId, word);
      const { statusCode } = await posted(await linkFor(person, `held/${mailId}`, caseId));
      expect([asker, word, [200, 410].includes(statusCode)]).toEqual([asker, word, true]);
      const { rows } = await sql<{ outcome: string }>`
        select outcome from inbound_mail where mail_id = ${mailId}`.execute(here.connection.db);
      const outcome = rows[0]?.outcome ?? '';
      cells[asker] = statusCode === 410 ? 'unseen' : outcome === `confirmed/word/${word}` ? 'yes' : 'no';
    }
    // Nothing has happened that a move would be due for: a customer's word to move is taken as a message until then.
    const wanted = word === 'escalate' ? noMoves(expected(word)) : expected(word);
    expect(cells).toEqual(wanted);
  });
});

const noMoves = (cells: Readonly<Record<string, Right>>): Readonly<Record<string, Right>> =>
  Object.fromEntries(Object.entries(cells).map(([asker, cell]) => [asker, cell === 'yes' ? 'no' : cell]));

describe('a link about one’s own details is for whoever reads that mailbox, and acts as its person alone', () => {
  const readers = [undefined, ...ALL.map((asker: Asker) => ASKERS[asker].person)];

  test('confirming them: also where somebody else is signed in', async () => {
    const [key, caseId] = [{ contract: here.contract, personId: 'ana' }, 'attestation:ana'];
    await askedIn(here, 'ana');
    const [asked] = await here.store.transaction((tx) => tx.lockAttestations([key]));
    const path = await madeLink('ana', ATTEST, caseId, stampOfAsking(asked!.state as LiveAttestation));
    const page = path.replace('/l/', '/attest/');
    for (const who of readers) expect([who, (await here.get(who, page)).status]).toEqual([who, 200]);
    expect((await here.post('nils', page, { detail: 'email' })).status).toBe(200);
    const { rows } = await sql<{ by: string }>`select body ->> 'by' as by from event
      where case_id = ${caseId} and type = 'DetailsConfirmed'`.execute(here.connection.db);
    expect(rows).toEqual([{ by: 'ana' }]);
  });

  test('holding up a change of them: also where somebody else is signed in', async () => {
    const token = linkToken(TEST_SECRET, 'held-up');
    await sql`update contact_change set freeze_hash = decode(${hashOf(token)}, 'hex') where change = 1`.execute(
      here.connection.db,
    );
    const page = `/contact-change/${token}`;
    // On the day it was asked for, while it can still be held up.
    await here.setClock(on('2026-01-01 10:00'));
    for (const who of readers) expect([who, (await here.get(who, page)).status]).toEqual([who, 200]);
    expect((await here.post('nils', page, {})).status).toBe(200);
    const { rows } = await sql<{ status: string }>`
      select status from contact_change where change = 1`.execute(here.connection.db);
    expect(rows).toEqual([{ status: 'frozen' }]);
    await here.setClock(on('Tue 09:00'));
  });

  test('one that nobody was sent leads nowhere', async () => {
    const nobodys = linkToken(TEST_SECRET, 'nobody’s');
    for (const path of ['l', 'attest', 'contact-change', 'swap']) {
      for (const who of readers) {
        expect([path, who, (await here.get(who, `/${path}/${nobodys}`)).status]).toEqual([path, who, 404]);
      }
    }
  });
});

describe('a link about being told of a plan is for whoever reads that mailbox', () => {
  const readers = [undefined, ...ALL.map((asker: Asker) => ASKERS[asker].person)];

  test('proving it and ending it: also where somebody else is signed in, who is told nothing by it', async () => {
    const [proof, end] = ['a-proof', 'an-end'].map((id) => linkToken(TEST_SECRET, id));
    const now = new Date(on('Tue 09:00')).toISOString();
    await sql`insert into plan_subscription (contract_id, subscription_id, address, language, asked_at, proof_hash,
        expires_at, end_hash)
      values (${here.contract}, gen_random_uuid(), 'reader@k.example', 'en', ${now}::timestamptz,
        decode(${hashOf(proof!)}, 'hex'), ${now}::timestamptz + interval '1 day', decode(${hashOf(end!)}, 'hex'))`.execute(
      here.connection.db,
    );
    const answers: unknown[] = [];
    for (const [path, token] of [
      ['subscribe', proof],
      ['unsubscribe', end],
    ] as const) {
      for (const who of readers)
        expect([who, (await here.get(who, `/${path}/${token}`)).status]).toEqual([who, 200]);
      answers.push((await here.post('nils', `/${path}/${token}`, {})).status);
      const { rows } = await sql`select address, person_id from plan_subscription`.execute(
        here.connection.db,
      );
      answers.push(rows);
    }
    expect(answers).toEqual([200, [{ address: 'reader@k.example', person_id: null }], 200, []]);
  });

  test('one that nobody was sent, or that is over, does nothing', async () => {
    const nobodys = linkToken(TEST_SECRET, 'nobody’s');
    for (const path of ['subscribe', 'unsubscribe'])
      for (const who of readers)
        expect([path, who, (await here.get(who, `/${path}/${nobodys}`)).status]).toEqual([path, who, 410]);
  });
});

let links = 0;
/** A link as a letter would bring it, good for the case as it stands. */
async function linkFor(person: string, command: string, caseId: string): Promise<string> {
  const [locked] = await here.store.transaction((tx) => tx.lockCases([{ contract: here.contract, caseId }]));
  return madeLink(person, command, caseId, stampOf(locked!.state));
}

async function madeLink(person: string, command: string, caseId: string, stamp: string): Promise<string> {
  const linkId = `00000000-0000-4000-8000-${String(++links).padStart(12, '0')}`;
  const token = linkToken(TEST_SECRET, linkId);
  await sql`insert into action_link (contract_id, link_id, token_hash, case_id, person_id, command, level, stamp,
      made_at, expires_at) values (${here.contract}, ${linkId}, decode(${hashOf(token)}, 'hex'), ${caseId}, ${person},
      ${command}, ${command === 'escalate' ? 2 : 1}, ${stamp}, '2026-11-17T17:00Z', '2026-11-20T17:00Z')`.execute(
    here.connection.db,
  );
  return `/l/${token}`;
}

/** A mail that nobody could be sure of, which waits for its writer to confirm it; its id. */
async function heldMail(person: string, caseId: string, word: string): Promise<string> {
  const mailId = `held-${caseId}`;
  const { contract, connection } = here;
  await sql`insert into inbound_mail (contract_id, mail_id, case_id, person_id, received_at, kind, outcome)
    values (${contract}, ${mailId}, ${caseId}, ${person}, '2026-11-17T17:00Z', 'person', ${`held/${word}`})`.execute(
    connection.db,
  );
  await sql`insert into inbound_mail_body (contract_id, mail_id, sender, body_text)
    values (${contract}, ${mailId}, ${`${person}@ladder.example`}, ${word})`.execute(connection.db);
  return mailId;
}
