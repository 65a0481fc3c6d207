import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { revisionDigest } from '../../../src/app/revision-digest.ts';
import type { Revision } from '../../../src/core/plan/revision/revision.ts';
import { on } from '../../build/case.ts';
import { type CasePageWorld, casePageWorld, formIn, textOf } from '../../build/case-page-world.ts';
import { type PlanChanges, revisionWith } from '../../build/revision.ts';

let here: CasePageWorld;
afterEach(() => here.close());

const last = async (): Promise<string | undefined> => (await here.events(here.key)).at(-1)?.type;

/** Publishes other rules beside those that the case runs on. */
async function publish(number: number, changes: PlanChanges): Promise<void> {
  const revision: Revision = { ...revisionWith(changes), number };
  const { db } = here.connection;
  await sql`insert into revision (contract_id, number, state, digest, rules, loaded_at, published_at)
    values (${here.contract}, ${number}, 'published', decode(${revisionDigest(revision, [])}, 'hex'),
      ${JSON.stringify(revision)}::jsonb, '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z')`.execute(db);
}

const twoHours: PlanChanges = {
  service2: { when: { unsatisfiedFor: '2 hours', calendar: 'always', since: 'opened' } },
};

test('another revision is proposed and moved to, and each sees the new deadlines first', async () => {
  here = await casePageWorld();
  await publish(2, twoHours);
  const proposing = textOf((await here.act('ana', 'proposeRevision?revision=2')).html);
  const now = 'Tue 17 Nov 2026, 1:00 pm Pacific';
  const then = 'Tue 17 Nov 2026, 11:00 am Pacific';
  expect(proposing).toContain('The clocks now, and on revision 2');
  expect(proposing).toMatch(new RegExp(`Level 2 .*may be contacted\\s*${now}\\s*${then}`));
  // Nothing is done by looking.
  expect(await last()).toBe('LevelContacted');
  await here.does('ana', 'proposeRevision?revision=2');
  expect(await last()).toBe('RevisionProposed');
  const moving = textOf((await here.act('dana', 'moveToRevision?revision=2')).html);
  expect(moving).toContain('Think before you press the button');
  expect(moving).toMatch(new RegExp(`${now}\\s*${then}`));
  await here.does('dana', 'moveToRevision?revision=2', { text: 'Sooner is better.' });
  expect(await last()).toBe('MovedToRevision');
  expect(textOf(await here.look('dana'))).toContain(`from ${then}`);
});

test('what a move would put into the past is said to fall due at once, and does', async () => {
  here = await casePageWorld();
  await publish(2, twoHours);
  await here.setClock(on('Tue 12:00'));
  const moving = textOf((await here.act('olga', 'moveToRevision?revision=2')).html);
  expect(moving).toContain('1:00 pm PacificAt once');
  await here.does('olga', 'moveToRevision?revision=2');
  expect(textOf(await here.look('dana'))).toContain('You may contact level 2 (Senior service manager) now.');
});

test('oversight closes for silence once it has lasted, and is told until then from when', async () => {
  const closing = { silentFor: '4 business days', calendar: 'business' };
  here = await casePageWorld({ revision: revisionWith({ closing }) });
  await here.does('ana', 'proposeResolution', { text: 'Replaced.' });
  const reasons = async (): Promise<string> => textOf((await here.act('olga', 'close')).html);
  expect(await reasons()).not.toMatch(/silent/i);
  const early = await here.post('olga', `${here.path}/acts/close`, {
    closeReason: 'silent',
    text: 'Nobody says a word.',
  });
  expect(early.status).toBe(409);
  expect(textOf(early.html)).toContain('Mon 23 Nov 2026, 9:00 am Pacific');
  await here.setClock(on('next Mon 09:00'));
  await here.settle();
  await here.does('olga', 'close', { closeReason: 'silent', text: 'Nobody says a word.' });
  expect(await last()).toBe('CaseClosed');
  expect(textOf(await here.look('dana'))).toContain('Nobody says a word.');
});

test('oversight records a call to any level, which answers nothing', async () => {
  here = await casePageWorld();
  const form = await here.act('olga', 'recordCall');
  expect(textOf(form.html)).toContain('Level 3 (Director)');
  const sent = await here.does('olga', 'recordCall', {
    rung: '3/other',
    outcome: 'reached',
    text: 'He looks into it.',
  });
  expect(await last()).toBe('CallRecorded');
  expect(textOf((await here.get('olga', String(sent.headers.location))).html)).toContain('Done');
  expect(textOf(await here.look('dana'))).toContain('owes the customer an answer');
  const unfilled = await here.post('olga', `${here.path}/acts/recordCall`, { outcome: 'reached' });
  expect(unfilled.status).toBe(422);
});

test('whoever rings says which number it was, of those that they may see, and what came of it', async () => {
  here = await casePageWorld();
  await sql`update person set name = 'Ana', office = null, mobile = '+19165550177' where person_id = 'ana'`.execute(
    here.connection.db,
  );
  expect(textOf((await here.act('dana', 'recordCall')).html)).toMatch(
    /Level 1 .*: Ana, mobile \+1 916[ -]555[ -]0177/,
  );
  const dead = { rung: '1/mobile/ana', outcome: 'notInService' };
  const sent = await here.does('dana', 'recordCall', dead);
  expect(sent.status).toBe(303);
  const call = (await here.events(here.key)).at(-1);
  expect(call).toMatchObject({
    contact: 'ana',
    telephone: 'mobile',
    reached: false,
    failure: 'notInService',
  });
  expect(textOf(await here.look('dana'))).toMatch(
    /by the mobile number: not reached, for the number is not in service/,
  );
  await sql`update person set shown = 'parties' where person_id = 'ana'`.execute(here.connection.db);
  expect(textOf((await here.act('dana', 'recordCall')).html)).not.toContain('0177');
  const unseen = await here.does('dana', 'recordCall', dead);
  expect([unseen.status, textOf(unseen.html)]).toEqual([422, expect.stringContaining('no mobile number')]);
  for (const wrong of [
    { rung: '1/mobile/zoe' },
    { rung: '1/fax/ana' },
    { rung: '9/other' },
    { outcome: 'perhaps' },
  ]) {
    const no = await here.does('olga', 'recordCall', { ...dead, ...wrong });
    expect([wrong, no.status >= 400 && no.status < 500]).toEqual([wrong, true]);
  }
});

test('a session that ends in mid-form loses nothing typed, and what is sent again is done once', async () => {
  here = await casePageWorld();
  const { html } = await here.act('dana', 'ask');
  const form = formIn(html, `${here.path}/acts/ask`);
  const typed = {
    ...form?.hidden,
    text: 'Two <lines>\nof "words" & more.',
    'statedAt-date': '',
    'statedAt-time': '',
  };
  const kept = await here.post(undefined, `${here.path}/acts/ask`, typed);
  expect(kept.status).toBe(401);
  expect(textOf(kept.html)).toContain('of "words" & more.');
  const again = formIn(kept.html, `${here.path}/acts/ask`);
  const fields = {
    ...again?.hidden,
    text: String(again?.hidden.text)
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#34;', '"')
      .replaceAll('&amp;', '&'),
  };
  for (let times = 0; times < 2; times++) {
    const sent = await here.post('dana', `${here.path}/acts/ask`, fields);
    expect(sent.status).toBe(303);
  }
  const asked = (await here.events(here.key)).filter(({ type }) => type === 'CustomerAsked');
  expect(asked).toMatchObject([{ text: typed.text }]);
});
