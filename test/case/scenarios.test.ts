import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../src/core/case/deadlines.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { readScenario, scenarioOf } from '../../src/core/case/play/scenario.ts';
import { simulate } from '../../src/core/case/play/simulate.ts';
import { waitingFor } from '../../src/core/case/waiting-for.ts';
import type { Instant } from '../../src/core/instant.ts';
import { check } from '../../src/core/plan/check.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { compile } from '../../src/core/plan/revision/compile.ts';
import { play, ROOT } from '../cli/play.ts';

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const NAMES = [
  ...['a', 'b', 'c', 'd', 'e', 'e-answered', 'f', 'g', 'g-business', 'g-contested'],
  ...['i', 'j', 'k', 'l', 'l-silent'],
] as const;
type Name = (typeof NAMES)[number];

/** A scenario played by the core: what happened, and where it stands. */
function played(name: Name) {
  const { written } = readScenario(read(`scenarios/${name}.scenario.yaml`));
  const plan = read(`scenarios/${written.plan}`.replace('scenarios/../', ''));
  const { revision } = compile(parse(plan).value, 1);
  const result = scenarioOf(written, revision!);
  if (!('scenario' in result)) throw new Error(result.problem.code);
  const { lines, state } = simulate(revision!, result.scenario);
  return { events: lines.flatMap((line) => ('event' in line ? [line.event] : [])), state, lines };
}

/** Month, day and time on the clocks of California. */
const local = (instant: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO('America/Los_Angeles')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .slice(5)
    .replace('T', ' ');

/** `2: 11-20 20:30` for a step in time; a late one says by how much, one put into the past what was computed. */
function fellDue(event: CaseEvent): string[] {
  if (event.type !== 'StepFellDue') return [];
  const { level, dueAt, latenessMs, computedDueAt } = event;
  const late = latenessMs === 0 ? '' : `, ${latenessMs / 60_000} min late`;
  const computed = computedDueAt === undefined ? '' : `, computed ${local(computedDueAt)}`;
  return [`${level}: ${local(dueAt)}${late}${computed}`];
}

const stepsLeft = (name: Name): readonly string[] =>
  deadlines(played(name).state).flatMap((one) =>
    one.kind === 'step' ? [`${one.level}: ${local(one.dueAt)}`] : [],
  );
const typesOf = (name: Name) => played(name).events.map(({ type }) => type);

describe('the steps of each case fall due when it was worked out by hand', () => {
  test.each<[Name, string, readonly string[]]>([
    ['a', 'nobody answers', ['2: 11-20 20:30', '3: 11-23 16:30']],
    ['b', 'answered, not satisfied', ['2: 11-17 13:00', '3: 11-18 13:05']],
    ['c', 'a proposal is refused', ['2: 11-17 13:00', '3: 11-18 12:30']],
    ['d', 'a response just before', ['2: 11-17 10:00', '3: 11-20 15:00']],
    ['e', 'a late machine', ['2: 11-20 20:30, 40 min late', '3: 11-23 16:30']],
    ['e-answered', 'a response after the deadline', ['2: 11-20 20:30, 40 min late']],
    ['f', 'automatic', ['2: 11-20 20:30, 40 min late', '3: 11-23 16:30']],
    ['g', 'a pause of three hours', ['2: 11-17 16:00']],
    ['g-business', 'a pause over a weekend', ['2: 11-23 12:00']],
    ['g-contested', 'a contest upheld', ['2: 11-23 11:00, computed 11-23 10:00']],
    ['i', 'still due', ['2: 11-20 20:30', '3: 11-23 16:30']],
    ['j', 'reopened', ['2: 11-18 09:50']],
    ['k', 'another track', ['2: 11-17 15:00, computed 11-17 13:00']],
    ['l', 'an early mail', ['2: 11-17 13:00']],
    ['l-silent', 'an early mail where silence was waited for', ['2: 11-17 13:00']],
  ])('%s: %s', (name, _, expected) => {
    expect(played(name).events.flatMap(fellDue)).toEqual(expected);
  });

  test('no command of any of them is refused', () => {
    for (const name of NAMES) {
      expect(played(name).lines.filter((line) => 'refused' in line)).toEqual([]);
    }
  });
});

describe('what is left', () => {
  test.each<[Name, readonly string[]]>([
    ['a', []],
    ['f', []],
    ['g', ['3: 11-18 12:00']],
    ['j', ['3: 11-19 08:00']],
    ['k', ['3: 11-18 09:00']],
    ['l-silent', []],
  ])('%s: %o', (name, expected) => {
    expect(stepsLeft(name)).toEqual(expected);
  });
  test('A: a closed case has no deadline at all', () => {
    expect(deadlines(played('a').state)).toEqual([]);
    expect(played('a').state.status).toBe('closed');
  });
});

describe('what else each case shows', () => {
  test('D: in the millisecond of the deadline the step falls due first, then it is taken', () => {
    const moved = typesOf('d').slice(typesOf('d').indexOf('StepFellDue'));
    expect(moved.slice(0, 2)).toEqual(['StepFellDue', 'Escalated']);
  });
  test('E: a response that waited while nothing ran does not take back what was due before it', () => {
    expect(typesOf('e-answered')).not.toContain('StepWithdrawn');
  });
  test("F: level 2 is contacted when the machine is back, in the customer's name, counting from the deadline", () => {
    const { events } = played('f');
    const move = events.find(({ type }) => type === 'Escalated')!;
    expect(move).toMatchObject({ level: 2, automatic: true, actor: 'customer', by: 'ladder' });
    expect([move.at, move.occurredAt].map(local)).toEqual(['11-20 21:10', '11-20 20:30']);
    const contact = events.find((one) => one.type === 'LevelContacted' && one.level === 2);
    expect(local(contact!.at)).toBe('11-20 21:10');
  });
  test('I: the step to level 3 stays due, and is what the case waits for', () => {
    expect(waitingFor(played('i').state)).toMatchObject({ kind: 'move', level: 3, party: 'oversight' });
  });
  test('L: on a satisfaction clock the step stays due', () => {
    expect(typesOf('l')).not.toContain('StepWithdrawn');
    expect(waitingFor(played('l').state).due).toMatchObject([{ level: 2 }]);
  });
  test('L: on a response clock the step is withdrawn', () => {
    expect(typesOf('l-silent')).toContain('StepWithdrawn');
    expect(waitingFor(played('l-silent').state).due).toEqual([]);
  });
});

test('H: who is answered but never satisfied cannot get to level 3, and the check of the plan says so', () => {
  const deadEnds = (path: string) =>
    check(read(path)).findings.filter(({ code }) => code === 'track-dead-end');
  const uncured = deadEnds('plans/calnet-3-category-9.1.uncured.plan.yaml');
  expect(uncured.map(({ values }) => values)).toMatchObject([
    { track: 'service-impacting', level: 3 },
    { track: 'bill-or-contract-impacting', level: 3 },
  ]);
  expect(deadEnds('plans/calnet-3-category-9.1.plan.yaml')).toEqual([]);
});

describe('ladder simulate prints', () => {
  test.each(NAMES)('%s: the lines that stand beside the scenario', async (name) => {
    const { exit, out, err } = await play(['simulate', `scenarios/${name}.scenario.yaml`]);
    expect(err).toBe('');
    expect(exit).toBe(0);
    expect(out).toBe(read(`scenarios/${name}.expected.jsonl`));
  });
});
