import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileCalendar } from '../../src/core/calendar/compile-calendar.ts';
import { dueAt } from '../../src/core/calendar/due-at.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { compile } from '../../src/core/plan/revision/compile.ts';
import { ROOT } from '../cli/play.ts';
import { type Demonstration, demonstration } from './demonstration.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SAMPLE = join(ROOT, 'plans/calnet-3-category-9.1.plan.yaml');

const DANA = 'Dana Quill';
const LEVEL_1 = 'Perpetua Lind';
const LEVEL_2 = 'Ines Calloway';
const LEVEL_3 = 'Wren Halloway';
const OVERSIGHT = 'CALNET CMO duty desk';

/** One business day after an instant, by the sample plan's own calendar. */
function nextBusinessDay(from: Instant): Instant {
  const { revision } = compile(parse(readFileSync(SAMPLE, 'utf8')).value, 1);
  const calendar = compileCalendar(revision!.calendars.business!);
  return dueAt(calendar, from, { unit: 'businessDay', days: 1 })!;
}

const later = (instant: Instant, ms: number): Instant => asInstant(instant + ms);
const typesOf = (events: readonly { readonly type: string }[]): readonly string[] =>
  events.map(({ type }) => type).filter((type) => type !== 'DeliveryRecorded');

/** Seconds in which a busy machine may stand still; what a moved clock could leave behind is minutes at least. */
const LATE_MS_MAX = 30_000;

/** Whatever fell due was acted on as soon as it did, and everybody who was to be told by mail was told. */
async function expectInTime(here: Demonstration, caseId: string): Promise<void> {
  const events = await here.events(caseId);
  for (const event of events) {
    if ('latenessMs' in event) expect(event.latenessMs, JSON.stringify(event)).toBeLessThan(LATE_MS_MAX);
    // Nobody takes the calls of the story.
    if (event.type === 'DeliveryRecorded' && event.means === 'email') expect(event.result).toBe('handedOver');
  }
}

test('a case is opened over HTTP and run to its end by mails, their links and a reply, on a clock that is moved', async () => {
  const here = await demonstration();

  // A. Nobody answers until level 3 does.
  const a = await here.open('No dial tone at the pilot station <b>"\'&', 'INC-4711');
  const opening = await here.mail(a, DANA, /Case opened/);
  expect(opening.subject).toContain(`[Ladder ${a} / INC-4711]`);
  expect(opening.text).toMatch(/You may contact level 2 \(Solutions Architect\) from .* Pacific/s);
  await here.mail(a, LEVEL_1, /contacted at level 1/i);
  const [opened] = await here.events(a);
  const openedAt = Date.parse(String(opened!.occurredAt)) as Instant;

  await here.moveTo(later(openedAt, 4 * HOUR_MS + MINUTE_MS));
  const mayMove = await here.mail(a, DANA, /level 2/i);
  expect(await here.follow(mayMove, /^Contact level 2/)).toBe(200);
  expect(await here.follow(mayMove, /^Contact level 2/)).toBe(410);
  await here.mail(a, LEVEL_2, /contacted at level 2/i);

  await here.moveTo(later(nextBusinessDay(openedAt), MINUTE_MS));
  const silent = await here.mail(a, OVERSIGHT, /level 3/i);
  expect(await here.follow(silent, /level 3/i)).toBe(200);
  const contacted = await here.mail(a, LEVEL_3, /contacted at level 3/i);
  expect(await here.follow(contacted, /^Respond/, 'A crew is at the site.')).toBe(200);
  const answered = await here.mail(a, DANA, /answer|respon/i);
  expect(answered.text).toContain('A crew is at the site.');

  await here.reply(answered, 'Satisfied\n\nThank you.\n\n> A crew is at the site.');
  await here.mail(a, DANA, /closed/i);
  expect(await here.show(a)).toMatchObject({ status: 'closed' });
  expect(typesOf(await here.events(a))).toEqual(
    expect.arrayContaining([
      'CaseOpened',
      'StepFellDue',
      'Escalated',
      'Responded',
      'Satisfied',
      'CaseClosed',
    ]),
  );
  await expectInTime(here, a);

  // B. Level 1 answers, which does not satisfy; level 2 is silent, and then oversight may contact level 3.
  const b = await here.open('Calls drop after a minute', 'INC-4712');
  const [openedB] = await here.events(b);
  const openedBAt = Date.parse(String(openedB!.occurredAt)) as Instant;
  const toLevel1 = await here.mail(b, LEVEL_1, /contacted at level 1/i);
  expect(await here.follow(toLevel1, /^Respond/, 'We are looking for the fault.')).toBe(200);
  await here.moveTo(later(openedBAt, 4 * HOUR_MS + 5 * MINUTE_MS));
  expect(await here.follow(await here.mail(b, DANA, /level 2/i), /^Contact level 2/)).toBe(200);
  await here.mail(b, LEVEL_2, /contacted at level 2/i);
  const moved = (await here.events(b)).find((event) => event.type === 'Escalated');
  const movedAt = Date.parse(String(moved!.occurredAt)) as Instant;
  await here.moveTo(later(nextBusinessDay(movedAt), MINUTE_MS));
  await here.mail(b, OVERSIGHT, /level 3/i);
  const due = (await here.events(b)).filter((event) => event.type === 'StepFellDue').at(-1);
  expect(due).toMatchObject({ level: 3, conditionKind: 'allSilent', actor: 'oversight' });
  expect(Date.parse(String(due!.dueAt))).toBe(nextBusinessDay(movedAt));
  await expectInTime(here, b);

  // I. A step that is due stays due, whatever is answered later.
  const i = await here.open('The radio room is cut off', 'INC-4713');
  const [openedI] = await here.events(i);
  const openedIAt = Date.parse(String(openedI!.occurredAt)) as Instant;
  const toLevel1I = await here.mail(i, LEVEL_1, /contacted at level 1/i);
  expect(toLevel1I.text).toContain('The radio room is cut off');
  await here.moveTo(later(openedIAt, 4 * HOUR_MS + MINUTE_MS));
  expect(await here.follow(await here.mail(i, DANA, /level 2/i), /^Contact level 2/)).toBe(200);
  await here.moveTo(later(nextBusinessDay(openedIAt), MINUTE_MS));
  const dueForOversight = await here.mail(i, OVERSIGHT, /level 3/i);
  const again = await here.mail(i, LEVEL_1, /./);
  expect(await here.follow(again, /^Respond/, 'Sorry for the wait: a crew is on its way.')).toBe(200);
  expect(await here.post(i, 'asks', { text: 'Which crew?' })).toBe(201);
  expect(typesOf(await here.events(i))).not.toContain('StepWithdrawn');
  expect((await here.show(i)).waiting).toMatchObject({ kind: 'move', level: 3 });
  // The conversation has gone on since that mail: its link is dead, and a new one is sent for the asking.
  expect(await here.follow(dueForOversight, /level 3/i)).toBe(410);
  expect(await here.fresh(dueForOversight, /level 3/i)).toBe(200);
  const freshForOversight = await here.mail(i, OVERSIGHT, /./);
  // A business day after the asking nothing falls due anew; oversight takes the step by the new link.
  const asked = (await here.events(i)).findLast((event) => event.type === 'CustomerAsked');
  const askedAt = Date.parse(String(asked!.occurredAt)) as Instant;
  await here.moveTo(later(nextBusinessDay(askedAt), MINUTE_MS));
  const dueAtLevel3 = (await here.events(i)).filter(
    (event) => event.type === 'StepFellDue' && event.level === 3,
  );
  expect(dueAtLevel3.map(({ dueAt }) => Date.parse(String(dueAt)))).toEqual([nextBusinessDay(openedIAt)]);
  expect(await here.follow(freshForOversight, /level 3/i)).toBe(200);
  await here.mail(i, LEVEL_3, /contacted at level 3/i);
  const contacted3 = (await here.events(i)).findLast(({ type }) => type === 'LevelContacted');
  expect(contacted3).toMatchObject({ level: 3 });
  await expectInTime(here, i);

  // Signed as it went: the hours that passed are hours of the record.
  expect(await here.verify()).toMatch(/holds[\s\S]*checkpoints?, the last/);
  expect(await here.stop()).toBe(0);
}, 600_000);
