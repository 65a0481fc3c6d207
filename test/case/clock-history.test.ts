import { describe, expect, test } from 'vitest';
import { ClockHistory, type ClockRun } from '../../src/core/case/clock-history.ts';
import type { Command } from '../../src/core/case/command.ts';
import { deadlines } from '../../src/core/case/deadlines.ts';
import { deadlineName } from '../../src/core/case/deadlines-by-name.ts';
import { decide } from '../../src/core/case/decide.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { evolve } from '../../src/core/case/evolve.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import { asks, does, historyOf, moves, on, opens, pauses, responds, timePasses } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { randomCase } from './random-case.ts';

/** Every run of these clocks, as `name due end`, the end by the type of its event. */
function runs(only: RegExp, ...told: readonly Command[]): readonly string[] {
  const history = new ClockHistory(() => true);
  let state: CaseState = initial;
  for (const [index, event] of historyOf(...told).entries()) {
    state = evolve(state, event);
    history.take(event, index + 1, state);
  }
  const line = ({ name, dueAt, ended }: ClockRun<boolean>): string =>
    `${name} ${new Date(dueAt).toISOString().slice(5, 16)} ${ended ? `${ended.how} ${ended.event.type}` : 'runs'}`;
  return history
    .runs()
    .filter(({ name }) => only.test(name))
    .map(line);
}

const PAUSING = revisionWith({
  pauses: { reasons: ['access refused'], longest: '2 business days', calendar: 'business' },
});
const PROMISING = revisionWith({
  promises: [{ track: 'service', level: 1, respondWithin: '1 hour', calendar: 'always' }],
});
const utc = (text: string): string => new Date(on(text)).toISOString().slice(5, 16);
const STEP_2 = /^step\/2$/;

describe('the clocks of a case, run by run', () => {
  test('a clock runs from the opening, and ends with the response that it waited for', () => {
    expect(runs(STEP_2, opens('Tue 09:00'))).toEqual([`step/2 ${utc('Tue 13:00')} runs`]);
    expect(
      runs(/^promise/, opens('Tue 09:00', { revision: PROMISING }), responds('Tue 09:10')).map((line) =>
        line.slice(-'kept PromiseKept'.length),
      ),
    ).toEqual(['kept PromiseKept']);
  });
  test('a step that falls due ends its clock by that event, however late a machine was', () => {
    expect(runs(STEP_2, opens('Tue 09:00'), timePasses('Tue 15:00'))).toEqual([
      `step/2 ${utc('Tue 13:00')} fell StepFellDue`,
    ]);
  });
  test('what came and went while no machine was awake has run all the same', () => {
    const told = [opens('Tue 09:00', { automatic: true }), timePasses('Fri 17:00')];
    const found = runs(/^step\/[23]$/, ...told);
    expect(found[0]).toBe(`step/2 ${utc('Tue 13:00')} fell StepFellDue`);
    expect(found.filter((line) => line.startsWith('step/3'))).toHaveLength(1);
  });
  test('a pause stops each clock, and afterwards it is counted anew', () => {
    const found = runs(
      STEP_2,
      opens('Tue 09:00', { revision: PAUSING }),
      ...pauses('Tue 10:00'),
      does('resume', 'Tue 11:00', { actor: 'customer' }),
    );
    expect(found).toEqual([`step/2 ${utc('Tue 13:00')} stopped Paused`, `step/2 ${utc('Tue 14:00')} runs`]);
  });
  test('a move ends the clock of the step, and the closing every other', () => {
    expect(runs(STEP_2, opens('Tue 09:00'), timePasses('Tue 13:00'), moves('Tue 13:05', 2))).toEqual([
      `step/2 ${utc('Tue 13:00')} fell StepFellDue`,
    ]);
    const closed = runs(/^step/, opens('Tue 09:00'), does('satisfied', 'Tue 10:00'));
    expect(closed.every((line) => / stopped (?:Satisfied|CaseClosed)$/.test(line))).toBe(true);
  });
  test('asking again while nobody has answered moves nothing', () => {
    expect(runs(STEP_2, opens('Tue 09:00'), asks('Tue 10:00'))).toEqual([`step/2 ${utc('Tue 13:00')} runs`]);
  });
});

/** Events that say that a deadline was reached. A promise may be kept, or lose its object, while a pause has stopped its clock. */
const ENDS = new Set(['StepFellDue', 'StepPassed', 'PromiseMissed']);
const CASES = 200;

test('of any case, every deadline that the record says was reached is that of one run, and what runs is what the case waits for', () => {
  for (let seed = 2_000_001; seed < 2_000_001 + CASES; seed++) {
    const history = new ClockHistory(() => true);
    let state: CaseState = initial;
    const ends: { readonly number: number; readonly event: CaseEvent }[] = [];
    let number = 0;
    for (const { command } of randomCase(seed).told) {
      const decision = decide(state, command);
      for (const event of decision.accepted ? decision.events : []) {
        number += 1;
        state = evolve(state, event);
        history.take(event, number, state);
        if (ENDS.has(event.type)) ends.push({ number, event });
      }
    }
    const found = history.runs();
    for (const { number: by, event } of ends) {
      const ended = found.filter(
        (run) => run.ended?.by === by && run.ended.how !== 'stopped' && run.ended.how !== 'moved',
      );
      expect([seed, by, event.type, ended.length]).toEqual([seed, by, event.type, 1]);
      if (event.type === 'StepFellDue') expect(ended[0]?.dueAt).toBe(event.computedDueAt ?? event.dueAt);
    }
    const running = found.filter((run) => !run.ended).map(({ name, dueAt }) => [name, dueAt]);
    const waited = deadlines(state)
      .filter(({ kind }) => kind !== 'warning' && kind !== 'reminder')
      .map((one) => [deadlineName(one), one.dueAt]);
    expect([seed, ...running.map(String).toSorted()]).toEqual([seed, ...waited.map(String).toSorted()]);
  }
});
