import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ComplianceAsked, LevelFigure, MetFigure, StepFigure } from '../../src/app/ports/compliance.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { complianceReading } from '../../src/store/overview/compliance-reading.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

let here: AnswersWorld;
let keys: readonly CaseKey[];

beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  keys = await lived();
});
afterEach(() => here.close());

const give = async (key: CaseKey, actor: 'customer' | 'contractor' | 'oversight', command: object) => {
  const [answer] = await here.send({ key, caller: undefined, actor, command: command as never });
  expect(answer).toMatchObject({ accepted: true });
};

/** Cases that went their several ways over three days, a drill among them. */
async function lived(): Promise<readonly CaseKey[]> {
  const [moved, early, quick, undone, slow, drill] = [
    await here.open(),
    await here.open({ track: 'billing' }),
    await here.open(),
    await here.open(),
    await here.open(),
    await here.open({ practice: true }),
  ];
  await here.setClock(on('Tue 10:00'));
  await give(quick, 'customer', { type: 'satisfied', by: 'dana' });
  await give(undone, 'customer', { type: 'satisfied', by: 'dana' });
  await give(undone, 'customer', { type: 'undoSatisfied', by: 'dana' });
  await here.setClock(on('Tue 13:30'));
  await here.settle();
  for (const key of [moved, drill]) await give(key, 'customer', { type: 'escalate', by: 'dana', level: 2 });
  // Its deadline was missed, though its customer is satisfied in the end.
  await give(slow, 'customer', { type: 'satisfied', by: 'dana' });
  await here.setClock(on('Wed 11:00'));
  await here.settle();
  await give(early, 'customer', { type: 'withdraw', by: 'dana' });
  const late = await here.open();
  await here.setClock(on('Wed 16:00'));
  await here.settle();
  await give(late, 'oversight', { type: 'close', by: 'olga', reason: 'duplicate' });
  await here.setClock(on('Thu 12:00'));
  await here.settle();
  return [moved, early, quick, undone, slow, late];
}

interface Told {
  readonly key: CaseKey;
  readonly events: readonly CaseEvent[];
}

const told = async (): Promise<readonly Told[]> =>
  Promise.all(keys.map(async (key) => ({ key, events: await here.events(key) })));

const isWithin = ({ from, until }: ComplianceAsked, { at }: CaseEvent): boolean => at >= from && at < until;

/** The same count, event by event. */
function stepsOf(cases: readonly Told[], asked: ComplianceAsked): readonly StepFigure[] {
  const found = new Map<string, Record<string, number>>();
  const add = (step: string, what: string): void => {
    const row = found.get(step) ?? {};
    row[what] = (row[what] ?? 0) + 1;
    found.set(step, row);
  };
  for (const event of cases.flatMap(({ events }) => events).filter((one) => isWithin(asked, one))) {
    if (event.type === 'StepFellDue') add(event.step, 'fellDue');
    if (event.type === 'Escalated') add(event.step, event.early === undefined ? 'taken' : 'early');
    if (event.type === 'StepDeclined') add(event.step, 'declined');
    if (event.type === 'StepWithdrawn') add(event.step, 'withdrawn');
  }
  return [...found].sort().map(([step, row]) => {
    const [track = '', level = ''] = step.split('/');
    const none = { fellDue: 0, taken: 0, early: 0, declined: 0, withdrawn: 0 };
    return { track, level: Number(level), ...none, ...row };
  });
}

/** Cases that ended satisfied, stayed so, and had no step above them due. */
function metOf(cases: readonly Told[], asked: ComplianceAsked): readonly MetFigure[] {
  const found = new Map<string, number>();
  for (const { events } of cases) {
    for (const [at, event] of events.entries()) {
      if (event.type !== 'CaseClosed' || event.reason !== 'satisfied' || !isWithin(asked, event)) continue;
      const after = events.slice(at + 1);
      const next = after.find(({ type }) => type === 'SatisfactionUndone' || type === 'CaseClosed');
      if (next?.type === 'SatisfactionUndone') continue;
      const before = events.slice(0, at);
      const reached = before.flatMap((one) => (one.type === 'LevelContacted' ? [one.level] : []));
      const level = Math.max(...reached);
      const due = before.filter((one) => one.type === 'StepFellDue' && one.level > level).length;
      const withdrawn = before.filter((one) => one.type === 'StepWithdrawn' && one.level > level).length;
      if (due > withdrawn) continue;
      const track = events.flatMap((one) => (one.type === 'CaseOpened' ? [one.track] : []))[0];
      found.set(`${track}/${level}`, (found.get(`${track}/${level}`) ?? 0) + 1);
    }
  }
  return [...found].sort().map(([key, count]) => {
    const [track = '', level = ''] = key.split('/');
    return { track, level: Number(level), cases: count };
  });
}

function levelsOf(cases: readonly Told[], asked: ComplianceAsked): readonly LevelFigure[] {
  const found = new Map<number, (number | undefined)[]>();
  for (const { events } of cases) {
    for (const [at, event] of events.entries()) {
      if (event.type !== 'LevelContacted' || !isWithin(asked, event)) continue;
      const next = events
        .slice(at + 1)
        .find(({ type }) => type === 'LevelContacted' || type === 'CaseClosed');
      const took = next && next.occurredAt - event.occurredAt;
      found.set(event.level, [...(found.get(event.level) ?? []), took]);
    }
  }
  return [...found].sort().map(([level, all]) => {
    const times = all.filter((time) => time !== undefined).sort((a, b) => a - b);
    return {
      ...{ level, reached: all.length, left: times.length },
      medianMs: times[Math.ceil(times.length / 2) - 1],
      longestMs: times.at(-1),
    };
  });
}

test.each([
  ['all of it', 'Tue 00:00', 'Fri 00:00'],
  ['the first day', 'Tue 00:00', 'Wed 00:00'],
  ['the second day', 'Wed 00:00', 'Thu 00:00'],
  ['a time without anything', 'Fri 00:00', 'Sat 00:00'],
] as const)('the database counts what a count by hand finds: %s', async (_title, from, until) => {
  const asked = { contract: here.contract, from: on(from), until: on(until) };
  const reading = complianceReading(here.connection.db);
  const cases = await told();
  expect(await reading.steps(asked)).toEqual(stepsOf(cases, asked));
  expect(await reading.met(asked)).toEqual(metOf(cases, asked));
  expect(await reading.levels(asked)).toEqual(levelsOf(cases, asked));
  const happened = cases.flatMap(({ events }) => events).filter((event) => isWithin(asked, event));
  const closed = happened.flatMap((event) => (event.type === 'CaseClosed' ? [event.reason] : []));
  expect(await reading.ends(asked)).toEqual({
    opened: happened.filter(({ type }) => type === 'CaseOpened').length,
    satisfied: closed.filter((reason) => reason === 'satisfied').length,
    withdrawn: closed.filter((reason) => reason === 'withdrawn').length,
    otherwise: closed.filter((reason) => reason === 'duplicate').length,
  });
});

test('there is something to count, and the drill is none of it', async () => {
  const asked = { contract: here.contract, from: on('Tue 00:00'), until: on('Fri 00:00') };
  const reading = complianceReading(here.connection.db);
  expect(await reading.steps(asked)).toContainEqual(
    expect.objectContaining({ track: 'service', level: 2, taken: 1 }),
  );
  expect(await reading.ends(asked)).toEqual({ opened: 6, satisfied: 3, withdrawn: 1, otherwise: 1 });
  expect(await reading.met(asked)).toEqual([{ track: 'service', level: 1, cases: 1 }]);
});
