import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../../src/core/case/event.ts';
import { on } from '../../build/case.ts';
import { type CasePageWorld, casePageWorld, formIn, textOf } from '../../build/case-page-world.ts';
import { type PlanChanges, revisionWith } from '../../build/revision.ts';

let here: CasePageWorld;
afterEach(() => here.close());

const PLAN: PlanChanges = {
  pauses: { reasons: ['access refused'], longest: '2 business days', calendar: 'business' },
  reopening: { within: '30 days' },
  service2: { early: { reasons: ['danger to life'] } },
};

const opened = async (): Promise<void> => {
  here = await casePageWorld({ revision: revisionWith(PLAN) });
};
const last = async (): Promise<CaseEvent | undefined> => (await here.events(here.key)).at(-1);
const types = async (): Promise<readonly string[]> =>
  (await here.events(here.key)).map(({ type }) => type).filter((type) => type !== 'DeliveryRecorded');

/** One thing done on the page: by whom, what it is called, what is typed; and the event that it brings. */
type Done = readonly [
  who: string,
  act: string,
  typed: Readonly<Record<string, string>>,
  brings: CaseEvent['type'],
];

const COURSES: readonly (readonly [title: string, ...done: readonly Done[]])[] = [
  ['the customer asks, and says since when', ['dana', 'ask', { text: 'Any news?' }, 'CustomerAsked']],
  [
    'a contact has the case, answers, gives news, proposes',
    ['ana', 'acknowledge', {}, 'Acknowledged'],
    ['ana', 'respond', { text: 'We look into it.' }, 'Responded'],
    ['ana', 'update', { text: 'The part is on its way.' }, 'Updated'],
    ['ana', 'proposeResolution', { text: 'Replaced.' }, 'ResolutionProposed'],
    ['dana', 'notSatisfied', { text: 'Still down.' }, 'NotSatisfied'],
    ['ana', 'handOver', { to: 'bo', text: 'Yours.' }, 'HandedOver'],
  ],
  [
    'satisfied is taken back, and a closed case is reopened',
    ['dana', 'satisfied', { text: 'Thanks.' }, 'CaseClosed'],
    ['dana', 'undoSatisfied', {}, 'SatisfactionUndone'],
    ['dana', 'withdraw', {}, 'CaseClosed'],
    ['dana', 'addNote', { text: 'It was ours.', audience: 'all' }, 'NoteAdded'],
    ['dana', 'reopen', { text: 'No, it was not.' }, 'CaseReopened'],
    ['olga', 'close', { closeReason: 'duplicate', text: 'See the other one.' }, 'CaseClosed'],
    ['desk', 'reopen?behalf=1', { text: 'They rang.' }, 'CaseReopened'],
  ],
  [
    'a pause is asked for, refused, asked for again, agreed, contested and judged',
    ['ana', 'requestPause', { pauseReason: 'access refused' }, 'PauseRequested'],
    ['dana', 'refusePause', { text: 'The site is open.' }, 'PauseRefused'],
    ['ana', 'requestPause', { pauseReason: 'access refused' }, 'PauseRequested'],
    ['dana', 'consentToPause', {}, 'Paused'],
    ['ana', 'resume', {}, 'Resumed'],
    ['dana', 'contestPause?pause=1', { text: 'It was open all day.' }, 'PauseContested'],
    ['olga', 'decidePauseDispute?pause=1', { upheld: 'yes' }, 'PauseDisputeDecided'],
  ],
  [
    'an answer states an earlier instant, which the customer confirms; an ask does, which is contested and judged',
    [
      'ana',
      'respond',
      { text: 'By telephone.', 'statedAt-date': '2026-11-17', 'statedAt-time': '09:00' },
      'Responded',
    ],
    ['dana', 'confirmResponse?response=0', {}, 'ResponseConfirmed'],
    ['dana', 'ask', { 'statedAt-date': '2026-11-17', 'statedAt-time': '09:00' }, 'CustomerAsked'],
    ['ana', 'contestStatedInstant?ask=1', { text: 'No call came in.' }, 'StatedInstantContested'],
    ['olga', 'decideStatedInstant?ask=1', { upheld: 'no' }, 'StatedInstantDecided'],
  ],
  [
    'the track is proposed and changed, moving is switched on and off, a call is recorded',
    ['ana', 'proposeTrack', { track: 'billing' }, 'TrackProposed'],
    ['dana', 'changeTrack', { track: 'billing' }, 'TrackChanged'],
    ['olga', 'changeTrack', { track: 'service' }, 'TrackChanged'],
    ['dana', 'chooseAutomatic?automatic=1', {}, 'AutomaticChosen'],
    ['dana', 'chooseAutomatic?automatic=0', {}, 'AutomaticChosen'],
    ['dana', 'recordCall', { rung: '1/other', outcome: 'noAnswer', text: 'It rang out.' }, 'CallRecorded'],
  ],
  [
    'a move before its time names a reason of the plan',
    ['dana', 'escalate?level=2&early=1', { reason: 'danger to life' }, 'LevelContacted'],
  ],
  [
    'the desk does it for a caller',
    ['desk', 'ask?behalf=1', { text: 'They wait.' }, 'CustomerAsked'],
    ['ana', 'respond', { text: 'On it.' }, 'Responded'],
    ['desk', 'notSatisfied?behalf=1', {}, 'NotSatisfied'],
    ['desk', 'escalate?level=2&early=1&behalf=1', { reason: 'danger to life' }, 'LevelContacted'],
  ],
];

test.each(COURSES.map(([title, ...done]) => ({ title, done })))('$title', async ({ done }) => {
  await opened();
  for (const [who, act, typed, brings] of done) {
    const sent = await here.does(who, act, typed);
    expect([act, sent.status, textOf(sent.html)]).toEqual([act, 303, expect.anything()]);
    expect([act, (await last())?.type]).toEqual([act, brings]);
    const shown = await here.get(who, String(sent.headers.location));
    expect(textOf(shown.html)).toMatch(/^Case \d+: service\nDone\n|^Case \d+: billing\nDone\n/);
    expect(textOf(shown.html)).toContain('What follows: ');
  }
});

test('a step is taken, or declined with a reason, by its own actor once it is due', async () => {
  await opened();
  await here.setClock(on('Tue 13:00'));
  const sent = await here.does('dana', 'escalate?level=2', { text: 'Nobody calls back.' });
  expect(sent.status).toBe(303);
  expect(await types()).toContain('Escalated');
  await here.setClock(on('Wed 09:00'));
  expect((await here.act('dana', 'escalate?level=3')).status).toBe(409);
  expect((await here.does('olga', 'decline?level=3', { declineReason: 'Level 2 is on it' })).status).toBe(
    303,
  );
  expect((await here.does('olga', 'escalate?level=3')).status).toBe(303);
});

describe('what is not possible', () => {
  test('now says from when, and offers no form', async () => {
    await opened();
    const { status, html } = await here.act('dana', 'escalate?level=3');
    expect(status).toBe(409);
    const early = await here.act('dana', 'escalate?level=2');
    expect(textOf(early.html)).toContain('may be contacted from Tue 17 Nov 2026, 1:00 pm Pacific');
    expect(html + early.html).not.toContain('<textarea');
  });

  test('for somebody at all has no page, and is not done where it is sent all the same', async () => {
    await opened();
    const FOREIGN: readonly (readonly [who: string, act: string])[] = [
      ['dana', 'respond'],
      ['dana', 'close'],
      ['dana', 'ask?behalf=1'],
      ['ana', 'satisfied'],
      ['ana', 'changeTrack'],
      ['olga', 'ask'],
      ['olga', 'withdraw'],
      ['alan', 'addNote'],
      ['adam', 'close'],
      ['desk', 'satisfied?behalf=1'],
      ['petra', 'decidePauseDispute?pause=1'],
    ];
    for (const [who, act] of FOREIGN) {
      expect([who, act, (await here.act(who, act)).status]).toEqual([who, act, 404]);
      const [name = '', query = ''] = act.split('?');
      const fields = {
        ...Object.fromEntries(new URLSearchParams(query)),
        text: 'x',
        closeReason: 'duplicate',
      };
      const sent = await here.post(who, `${here.path}/acts/${name}`, {
        ...fields,
        track: 'billing',
        upheld: 'yes',
      });
      expect([who, act, sent.status]).toEqual([who, act, 403]);
      expect(sent.html).not.toContain('<textarea');
    }
    expect(await types()).toEqual(['CaseOpened', 'LevelContacted']);
  });

  test('in a case out of sight does not exist, nor does an act of another name', async () => {
    await opened();
    for (const who of ['dora', 'nils']) {
      for (const path of ['', '/acts/ask', '/why/step/2', '/changes']) {
        expect([who, path, (await here.get(who, here.path + path)).status]).toEqual([who, path, 404]);
      }
      expect((await here.post(who, `${here.path}/acts/ask`, { text: 'x' })).status).toBe(404);
    }
    for (const name of ['constructor', 'open', 'deadlineDue', 'attach', '%00', 'ask/x']) {
      expect([name, (await here.act('dana', name)).status]).toEqual([name, 404]);
      expect([name, (await here.post('dana', `${here.path}/acts/${name}`, {})).status]).toEqual([name, 404]);
    }
    expect((await here.get('dana', '/contracts/sample/cases/%00')).status).toBe(404);
    expect((await here.get('dana', '/contracts/elsewhere/cases/100001')).status).toBe(404);
  });

  test('in a case set aside says whom to call instead', async () => {
    await opened();
    await sql`update "case" set set_aside_at = now(), set_aside_error = 'x', set_aside_by = 'x',
      deadline_job = null`.execute(here.connection.db);
    expect(textOf(await here.look('dana'))).toContain('There is nothing for you to do here now.');
    const sent = await here.post('dana', `${here.path}/acts/ask`, { text: 'Hello?' });
    expect([sent.status, textOf(sent.html)]).toEqual([503, expect.stringContaining('Hello?')]);
  });
});

describe('a form', () => {
  test('that is not filled in comes back as it was typed, with what is missing', async () => {
    await opened();
    const sent = await here.does('ana', 'respond', { text: ' ', 'statedAt-date': '2026-11-17' });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('<a href="#text">What you want to say: fill this in.</a>');
    expect(sent.html).toContain('<a href="#statedAt">');
    expect(sent.html).toContain('value="2026-11-17"');
    const long = await here.does('dana', 'ask', { text: 'x'.repeat(20_001) });
    expect([long.status, textOf(long.html)]).toEqual([422, expect.stringContaining('20,000 characters')]);
    const unsound = await here.does('dana', 'ask', { text: 'a\u0000b' });
    expect(unsound.status).toBe(422);
    const unknown = await here.does('dana', 'changeTrack', { track: 'constructor' });
    expect([unknown.status, textOf(unknown.html)]).toEqual([409, expect.stringContaining('no track')]);
    const odd = await here.does('dana', 'changeTrack', { track: '<b>"\'&' });
    expect([odd.status, odd.html]).toEqual([422, expect.not.stringContaining('<b>"')]);
    expect(await types()).toEqual(['CaseOpened', 'LevelContacted']);
  });

  test('that the case refuses says why, with what was typed', async () => {
    await opened();
    const typed = { text: 'I rang at dawn.', 'statedAt-date': '2026-11-17', 'statedAt-time': '05:00' };
    const sent = await here.does('dana', 'ask', typed);
    expect(sent.status).toBe(409);
    expect(textOf(sent.html)).toContain('before the case was opened');
    expect(sent.html).toContain('>I rang at dawn.</textarea>');
    expect(sent.html).toContain('value="05:00"');
  });

  test('that is sent twice is done once', async () => {
    await opened();
    const { html } = await here.act('dana', 'ask');
    const form = formIn(html, `${here.path}/acts/ask`);
    const fields = { ...form?.hidden, text: 'Once.' };
    const [first, second] = await Promise.all([1, 2].map(() => here.post('dana', form!.action, fields)));
    expect([first?.status, second?.status]).toEqual([303, 303]);
    expect(first?.headers.location).toBe(second?.headers.location);
    expect(await types()).toEqual(['CaseOpened', 'LevelContacted', 'CustomerAsked']);
    const other = await here.post('dana', form!.action, { ...fields, text: 'Twice.' });
    expect([other.status, other.html]).toEqual([422, expect.stringContaining('>Twice.</textarea>')]);
  });

  test('made before somebody else acted is not taken: its sender reads what happened, and may send it again', async () => {
    await opened();
    const { html } = await here.act('ana', 'respond');
    const form = formIn(html, `${here.path}/acts/respond`);
    await here.does('dana', 'ask', { text: 'Any news?' });
    const sent = await here.post('ana', form!.action, { ...form!.hidden, text: 'We are on it.' });
    expect(sent.status).toBe(409);
    expect(textOf(sent.html)).toContain('The customer waits for an answer and asks again.');
    expect(sent.html).toContain('>We are on it.</textarea>');
    const again = formIn(sent.html, form!.action);
    expect((await here.post('ana', form!.action, { ...again!.hidden, text: 'We are on it.' })).status).toBe(
      303,
    );
    expect(await types()).toEqual(['CaseOpened', 'LevelContacted', 'CustomerAsked', 'Responded']);
  });

  test('of two people who take the same step at once one wins, and the other keeps what was typed', async () => {
    await opened();
    await here.setClock(on('Tue 13:00'));
    const forms = await Promise.all(
      ['dana', 'mia'].map(async (who) => {
        const { html } = await here.act(who, 'escalate?level=2');
        return { who, form: formIn(html, `${here.path}/acts/escalate`)! };
      }),
    );
    const sent = await Promise.all(
      forms.map(({ who, form }) => here.post(who, form.action, { ...form.hidden, text: `${who} says so` })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = sent.find(({ status }) => status === 409);
    expect(textOf(lost!.html)).toMatch(/moves the case to level 2/);
    expect(lost!.html).toMatch(/<blockquote>(?:dana|mia) says so<\/blockquote>/);
  });
});
