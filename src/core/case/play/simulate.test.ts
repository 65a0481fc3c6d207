import { describe, expect, test } from 'vitest';
import { on } from '../../../../test/build/case.ts';
import { revisionWith } from '../../../../test/build/revision.ts';
import { readScenario, scenarioOf } from './scenario.ts';
import { simulate } from './simulate.ts';

const revision = revisionWith();
const head = 'track: service\nopenedAt: 2026-11-17T09:00\n';

function played(source: string, revisions?: Parameters<typeof simulate>[2]) {
  const read = scenarioOf(readScenario(source).written, revision);
  if (!('scenario' in read)) throw new Error(read.problem.code);
  return simulate(revision, read.scenario, revisions);
}
const typesOf = (source: string) =>
  played(source).lines.map((line) => ('event' in line ? line.event.type : line.refused.code));
const fallen = (source: string) =>
  played(source).lines.flatMap((line) =>
    'event' in line && line.event.type === 'StepFellDue' ? [line.event] : [],
  );

describe('a played case', () => {
  test('runs until no deadline is left, where no end is said', () => {
    expect(typesOf(head)).toEqual(['CaseOpened', 'LevelContacted', 'StepFellDue', 'StepFellDue']);
  });
  test('runs to its end, and a deadline at that instant still falls due', () => {
    expect(fallen(`${head}until: 2026-11-17T13:00\n`)).toHaveLength(1);
    expect(fallen(`${head}until: 2026-11-17T12:59\n`)).toHaveLength(0);
  });
  test('does what is written in the order of its instants, not of its lines', () => {
    const then = `then:
  - { at: 2026-11-17T11:00, as: customer, do: ask }
  - { at: 2026-11-17T10:00, as: level-1, do: respond }
until: 2026-11-17T12:00
`;
    expect(typesOf(head + then).slice(2)).toEqual(['Responded', 'CustomerAsked']);
  });
  test('acts on deadlines that fall while nothing runs as soon as it runs again, with the lateness', () => {
    const [step] = fallen(`${head}engineDown: [[2026-11-17T12:00, 2026-11-17T13:40]]\n`);
    expect(step).toMatchObject({ at: on('Tue 13:40'), dueAt: on('Tue 13:00'), latenessMs: 2_400_000 });
  });
  test('times in which nothing runs and which overlap or touch, in any order, are one', () => {
    const down = '[2026-11-17T13:30, 2026-11-17T14:00], [2026-11-17T12:00, 2026-11-17T13:30]';
    const [step] = fallen(`${head}engineDown: [${down}]\n`);
    expect(step).toMatchObject({ at: on('Tue 14:00'), latenessMs: 3_600_000 });
  });
  test('what somebody does while nothing runs brings first what was due', () => {
    const source = `${head}engineDown: [[2026-11-17T12:00, 2026-11-17T15:00]]
then: [{ at: 2026-11-17T14:00, as: customer, do: escalate, level: 2 }]
until: 2026-11-17T16:00
`;
    expect(typesOf(source).slice(2)).toEqual(['StepFellDue', 'Escalated', 'LevelContacted']);
  });
  test('goes on after a refusal', () => {
    const source = `${head}then:
  - { at: 2026-11-17T10:00, as: customer, do: resume }
  - { at: 2026-11-17T11:00, as: customer, do: satisfied }
`;
    expect(typesOf(source).slice(2)).toEqual(['case-not-paused', 'Satisfied', 'CaseClosed']);
  });
  test('moves to a later revision by the file that is named', () => {
    const slower = revisionWith({
      service2: { when: { unsatisfiedFor: '6 hours', calendar: 'always', since: 'opened' } },
    });
    const source = `${head}then: [{ at: 2026-11-17T10:00, as: oversight, do: moveToRevision, plan: later.yaml }]\n`;
    const { lines } = played(source, new Map([['later.yaml', { ...slower, number: 2 }]]));
    const step = lines.find((line) => 'event' in line && line.event.type === 'StepFellDue');
    expect(step).toMatchObject({ event: { dueAt: on('Tue 15:00') } });
  });
  test('is the same each time', () => {
    expect(played(head)).toEqual(played(head));
  });
});
