import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { revisionWith } from '../../../../test/build/revision.ts';
import { soundPlan } from '../../../../test/build/sound-plan.ts';
import type { Plan } from '../format/schema.ts';
import { compile } from './compile.ts';

const STEP =
  '{ level: 2, actor: customer, when: { unsatisfiedFor: 4 hours, calendar: always, since: opened } }';
const plan = (step = STEP, rest = ''): Plan =>
  parseYaml(`
contract: { id: sample, timeZone: America/Los_Angeles }
calendars:
  always: { hours: always }
levels: [{ title: One }, { title: Two }]
tracks:
  service:
    steps:
      - { level: 1, actor: customer }
      - ${step}
${rest}`) as Plan;
const gaps = (written: Plan) => compile(written, 1).gaps;

describe('a plan compiles as long as each of its clocks can be counted', () => {
  test('to a revision of its contract, with the number it is given', () => {
    expect(compile(plan(), 7).revision).toMatchObject({
      ...{ contract: 'sample', number: 7, timeZone: 'America/Los_Angeles' },
    });
  });
  test('the sound plan does, and an unsound one with every clock as well', () => {
    expect(gaps(soundPlan())).toBeUndefined();
    expect(gaps(plan())).toBeUndefined();
  });
  test('nothing at all names every gap at once', () => {
    expect(gaps({})).toEqual(['contract.timeZone', 'levels', 'tracks']);
  });
  test.each<[string, string, string]>([
    ['no level', '{ actor: customer }', 'tracks.service.steps.2.level'],
    ['no actor', '{ level: 2 }', 'tracks.service.steps.2.actor'],
    [
      'no calendar',
      '{ level: 2, actor: customer, when: { unsatisfiedFor: 4 hours, since: opened } }',
      'tracks.service.steps.2.when.calendar',
    ],
    [
      'a calendar there is not',
      '{ level: 2, actor: customer, when: { unsatisfiedFor: 4 hours, calendar: office, since: opened } }',
      'tracks.service.steps.2.when.calendar',
    ],
    [
      'no word since when',
      '{ level: 2, actor: customer, when: { unsatisfiedFor: 4 hours, calendar: always } }',
      'tracks.service.steps.2.when.since',
    ],
    [
      'no span of silence',
      '{ level: 2, actor: customer, when: { allSilent: [1], calendar: always } }',
      'tracks.service.steps.2.when.for',
    ],
    [
      'a span that is none',
      '{ level: 2, actor: customer, when: { allSilent: [1], for: soon, calendar: always } }',
      'tracks.service.steps.2.when.for',
    ],
    [
      'business days of a calendar that does not say what they are',
      '{ level: 2, actor: customer, when: { allSilent: [1], for: 1 business day, calendar: always } }',
      'tracks.service.steps.2.when.for',
    ],
  ])('a step with %s is a gap, and not a guess', (_, step, gap) => {
    expect(gaps(plan(step))).toEqual([gap]);
  });
});

describe('what is compiled', () => {
  const { service, billing } = revisionWith().tracks;

  test('steps stand in the order of their levels, however they are written', () => {
    const reversed = plan();
    reversed.tracks!.service!.steps!.reverse();
    expect(compile(reversed, 1).revision?.tracks.service?.steps.map(({ level }) => level)).toEqual([1, 2]);
  });
  test('a condition has its kind, its span and its calendar', () => {
    expect(service?.steps[1]?.when).toEqual([
      { kind: 'unsatisfied', since: 'opened', span: { unit: 'time', ms: 4 * 3_600_000 }, calendar: 'always' },
    ]);
    expect(billing?.steps[2]?.when).toMatchObject([
      { kind: 'allSilent', levels: [1, 2], span: { unit: 'businessDay', days: 2 }, calendar: 'business' },
    ]);
  });
  test('what a step does not say changes no instant: offered, nothing required, no warning, never early', () => {
    expect(service?.steps[1]).toMatchObject({
      ...{ requires: [], mode: 'offered', warnMs: [], earlyReasons: [], ifNotTaken: undefined },
    });
  });
  test('warnings stand longest first', () => {
    const { tracks } = revisionWith({ service2: { warn: ['30 minutes', '2 hours', '1 hour'] } });
    expect(tracks.service?.steps[1]?.warnMs).toEqual([7_200_000, 3_600_000, 1_800_000]);
  });
  test('one acknowledgement rests notices for 60 minutes, or for as long as the plan says', () => {
    expect(revisionWith().acknowledgedForMs).toBe(3_600_000);
    expect(revisionWith({ acknowledgedFor: '20 minutes' }).acknowledgedForMs).toBe(1_200_000);
  });
  test('a plan without pauses, reopening or closing for silence has none', () => {
    expect(revisionWith()).toMatchObject({
      ...{ pauses: undefined, reopenWithin: undefined, closeWhenSilentFor: undefined },
    });
  });
  test('an open question about the plan is no gap', () => {
    const questions = [{ about: 'levels.2', readings: [{ value: 'a' }, { value: 'b' }] }];
    expect(compile({ ...plan(), questions } as Plan, 1).revision).toBeDefined();
  });
});

describe('promises', () => {
  const { promises } = soundPlan();

  test('have ids that say what is promised, not where it is written', () => {
    const before = revisionWith({ promises: promises! })
      .tracks.service!.promises.map(({ id }) => id)
      .sort();
    const after = revisionWith({ promises: promises!.toReversed() }).tracks.service!.promises;
    expect(before).toContain('service/1/respondWithin');
    expect(after.map(({ id }) => id).sort()).toEqual(before);
  });
  test('that are given twice have two ids', () => {
    const twice = [promises![0]!, promises![0]!];
    const ids = revisionWith({ promises: twice }).tracks.service!.promises.map(({ id }) => id);
    expect(ids).toContain('service/1/respondWithin/2');
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('belong to their own track alone', () => {
    const { tracks } = revisionWith({ promises: promises!.filter(({ track }) => track === 'service') });
    expect(tracks.billing?.promises).toEqual([]);
  });
});

describe('calendars', () => {
  const { calendars } = compile(soundPlan(), 1).revision!;

  test('have the date of every holiday written out, so that no later list moves a case', () => {
    const dates = calendars.business!.holidays.map(({ date }) => date);
    expect(dates).toContain('2026-11-26');
    expect(dates.every((date) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
  });
  test("run in the contract's zone unless they name their own", () => {
    expect(calendars.business!.timeZone).toBe('America/Los_Angeles');
    const own = plan(STEP, 'x: 1');
    own.calendars!.always!.timeZone = 'Europe/Berlin';
    expect(compile(own, 1).revision?.calendars.always?.timeZone).toBe('Europe/Berlin');
  });
  test('are plain data that survives being written down', () => {
    const { revision } = compile(soundPlan(), 1);
    expect(JSON.parse(JSON.stringify(revision!.calendars))).toEqual(revision!.calendars);
  });
});
