import { describe, expect, test } from 'vitest';
import {
  asks,
  byDesk,
  does,
  given,
  moves,
  on,
  opens,
  pauses,
  responds,
  stateAfter,
  timePasses,
} from '../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../test/build/revision.ts';
import type { Instant } from '../instant.ts';
import type { Command } from './command.ts';
import { deadlinesByName } from './deadlines-by-name.ts';
import { decide } from './decide.ts';
import type { Effect } from './effects.ts';
import { effectsOf } from './effects.ts';
import type { CaseState } from './state.ts';

const opened = opens('Tue 09:00');
const opensOn = (changes: PlanChanges) => opens('Tue 09:00', { revision: revisionWith(changes) });

interface Change {
  readonly type: 'setDeadline' | 'cancelDeadline';
  readonly key: string;
  readonly dueAt?: Instant;
}

/** What follows from the last of these commands: who is told, and which deadlines move. */
function effects(...told: readonly Command[]): readonly (Effect | Change)[] {
  const before = stateAfter(...told.slice(0, -1));
  const decision = decide(before, told.at(-1)!);
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return [...changes(before, decision.state), ...effectsOf(before, decision.events)];
}

function changes(before: CaseState, after: CaseState): Change[] {
  const [old, now] = [deadlinesByName(before), deadlinesByName(after)];
  const set = Object.entries(now).filter(([key, dueAt]) => old[key] !== dueAt);
  const gone = Object.keys(old).filter((key) => !(key in now));
  return [
    ...set.map(([key, dueAt]) => ({ type: 'setDeadline' as const, key, dueAt })),
    ...gone.map((key) => ({ type: 'cancelDeadline' as const, key })),
  ];
}

/** Who hears of what: `customer: Responded`, `level 1: LevelContacted!` where it insists. */
const told = (all: readonly (Effect | Change)[]) =>
  all.flatMap((one) => {
    if (one.type !== 'send') return [];
    const who =
      'party' in one.to ? one.to.party : 'level' in one.to ? `level ${one.to.level}` : one.to.person;
    return [`${who}: ${one.event.type}${one.insistent ? '!' : ''}`];
  });
const timed = (all: readonly (Effect | Change)[]) =>
  all.flatMap((one) =>
    one.type === 'setDeadline'
      ? [`${one.key} set`]
      : one.type === 'cancelDeadline'
        ? [`${one.key} cancelled`]
        : [],
  );

describe('deadlines', () => {
  test('are set by the opening, each at its instant', () => {
    expect(effects(opened)).toEqual(
      expect.arrayContaining([
        { type: 'setDeadline', key: 'step/2', dueAt: on('Tue 13:00') },
        { type: 'setDeadline', key: 'step/3', dueAt: on('Wed 09:00') },
      ]),
    );
  });
  test('that do not move are not set again', () => {
    expect(timed(effects(opened, asks('Tue 10:00')))).toEqual([]);
  });
  test('that move are set anew, under the same name', () => {
    expect(effects(opened, responds('Tue 09:40'), asks('Tue 10:00'))).toContainEqual({
      ...{ type: 'setDeadline', key: 'step/3', dueAt: on('Wed 10:00') },
    });
  });
  test('that are over are cancelled', () => {
    expect(timed(effects(opened, responds('Tue 09:40')))).toEqual(['step/3 cancelled']);
    expect(timed(effects(opened, does('satisfied', 'Tue 10:00'))).sort()).toEqual([
      'step/2 cancelled',
      'step/3 cancelled',
    ]);
  });
  test('of a paused case are cancelled, and set again when it goes on', () => {
    const offered = { reasons: ['access refused'], longest: '5 business days', calendar: 'business' };
    const paused = [opensOn({ pauses: offered }), ...pauses('Tue 11:00')];
    expect(timed(effects(...paused)).sort()).toEqual([
      'pauseEnd set',
      'step/2 cancelled',
      'step/3 cancelled',
    ]);
    expect(timed(effects(...paused, does('resume', 'Tue 12:00'))).sort()).toEqual([
      ...['pauseEnd cancelled', 'step/2 set', 'step/3 set'],
    ]);
  });
  test('have names that no two running ones share', () => {
    const revision = revisionWith({
      service2: { warn: ['1 hour', '30 minutes'] },
      promises: [
        {
          track: 'service',
          level: 1,
          respondWithin: '1 hour',
          acknowledgeWithin: '1 hour',
          calendar: 'always',
        },
      ],
    });
    const keys = timed(effects(opens('Tue 09:00', { revision })));
    expect(keys).toHaveLength(6);
    expect(new Set(keys).size).toBe(6);
  });
});

describe('people are told', () => {
  test('the level that is contacted, insistently, and the parties that a case is open', () => {
    expect(told(effects(opened))).toEqual([
      ...['customer: CaseOpened', 'oversight: CaseOpened', 'level 1: LevelContacted!'],
    ]);
  });
  test('the level that a move reaches, insistently', () => {
    expect(told(effects(opened, moves('Tue 13:00', 2)))).toContain('level 2: LevelContacted!');
  });
  test('the notice names those who are reached', () => {
    const send = effects(opened, moves('Tue 13:00', 2)).find(
      (one) => one.type === 'send' && one.event.type === 'LevelContacted',
    );
    expect(send).toMatchObject({ to: { level: 2, contacts: ['bo'] } });
  });
  test('every level contacted, when the customer asks again', () => {
    expect(told(effects(opened, moves('Tue 13:00', 2), asks('Tue 14:00')))).toEqual([
      ...['level 1: CustomerAsked!', 'level 2: CustomerAsked!'],
    ]);
  });
  test('the actor of a step that falls due, and the contacted levels', () => {
    expect(told(effects(opened, timePasses('Tue 13:00')))).toEqual([
      ...['customer: StepFellDue', 'level 1: StepFellDue'],
    ]);
    expect(told(effects(opened, timePasses('Tue 13:00'), timePasses('Wed 09:00')))).toEqual([
      ...['oversight: StepFellDue', 'level 1: StepFellDue'],
    ]);
  });
  test('the actor of a step that will fall due, and the contacted levels, by a warning', () => {
    const warned = opensOn({ service2: { warn: ['30 minutes'] } });
    expect(told(effects(warned, timePasses('Tue 12:30')))).toEqual([
      ...['customer: StepWarned', 'level 1: StepWarned'],
    ]);
  });
  test('whom an untaken step passes to', () => {
    const then = 'then';
    const passes = opensOn({
      service2: { ifNotTaken: { within: '1 hour', calendar: 'always', [then]: 'oversight' } },
    });
    expect(told(effects(passes, timePasses('Tue 13:00'), timePasses('Tue 14:00')))).toContain(
      'oversight: StepPassed',
    );
  });
  test.each<[string, readonly Command[], string]>([
    ['an ask', [opened, asks('Tue 10:00', byDesk)], 'customer: CustomerAsked'],
    ['not satisfied', [opened, does('notSatisfied', 'Tue 10:00', byDesk)], 'customer: NotSatisfied'],
    ['a move', [opened, timePasses('Tue 13:00'), moves('Tue 13:01', 2, byDesk)], 'customer: Escalated'],
    ['an opening', [opens('Tue 09:00', byDesk)], 'customer: CaseOpened'],
  ])('the customer at once, once, of %s the desk records for a caller', (_, commands, expected) => {
    expect(told(effects(...commands)).filter((one) => one === expected)).toHaveLength(1);
  });
  test('oversight, when a case reaches the top of its ladder', () => {
    const top = [opened, timePasses('Wed 09:00'), moves('Wed 09:10', 3, { actor: 'oversight' })];
    expect(told(effects(...top))).toEqual([
      ...['customer: Escalated', 'oversight: Escalated', 'level 3: LevelContacted!'],
    ]);
  });
  test('whom the writer of a note chose, never the writer', () => {
    const note = (audience?: 'oversight') =>
      does('addNote', 'Tue 10:00', {
        text: 'The gate is shut',
        actor: 'customer',
        ...(audience && { audience }),
      });
    expect(told(effects(opened, note()))).toEqual(['contractor: NoteAdded', 'oversight: NoteAdded']);
    expect(told(effects(opened, note('oversight')))).toEqual(['oversight: NoteAdded']);
  });
  test('oversight and contractor of a promise missed', () => {
    const promises = [{ track: 'service', level: 1, respondWithin: '1 hour', calendar: 'always' }];
    expect(told(effects(opensOn({ promises }), timePasses('Tue 10:00')))).toEqual([
      ...['contractor: PromiseMissed', 'oversight: PromiseMissed'],
    ]);
  });
});

describe('an acknowledgement', () => {
  const acknowledges = does('acknowledge', 'Tue 09:05');
  const quiet = (...commands: readonly Command[]) =>
    effects(...commands).filter((one) => one.type === 'quiet');

  test("stops that level's notices for 60 minutes", () => {
    expect(quiet(opened, acknowledges)).toEqual([{ type: 'quiet', level: 1, until: on('Tue 10:05') }]);
  });
  test('stops them for as long as the plan says', () => {
    expect(quiet(opensOn({ acknowledgedFor: '20 minutes' }), acknowledges)).toEqual([
      { type: 'quiet', level: 1, until: on('Tue 09:25') },
    ]);
  });
  test('after the customer has asked again stops them anew', () => {
    const again = [opened, acknowledges, asks('Tue 09:30'), does('acknowledge', 'Tue 09:31')];
    expect(quiet(...again)).toEqual([{ type: 'quiet', level: 1, until: on('Tue 10:31') }]);
  });
  test('of a second person does not stop them for longer', () => {
    expect(quiet(opened, acknowledges, does('acknowledge', 'Tue 09:30', { by: 'desk' }))).toEqual([]);
  });
  test('by the same person once they have begun again stops them anew', () => {
    expect(quiet(opened, acknowledges, does('acknowledge', 'Tue 10:05'))).toEqual([
      { type: 'quiet', level: 1, until: on('Tue 11:05') },
    ]);
  });
  test('stops no deadline', () => {
    expect(timed(effects(opened, acknowledges))).toEqual([]);
  });
});

test("a receipt or a failed delivery moves nothing: the contract's clocks count from the move", () => {
  const failed = does('deliveryResult', 'Tue 09:01', {
    ...{ delivery: 'd1', contact: 'ana', level: 1, means: 'email', result: 'failed', actor: 'contractor' },
  });
  expect(effects(opened, failed)).toEqual([]);
  given(opened).when(failed).leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
});
