import { expect, test } from 'vitest';
import { planWith } from '../../../../test/build/plan.ts';
import { catalogue } from '../../message/catalogue.ts';
import { changeSentence } from '../../message/diff.ts';
import type { Plan } from '../format/schema.ts';
import type { Condition } from '../format/schema-routes.ts';
import { diff } from './diff.ts';

/** A small plan in which every change of this file can be made. */
function ground(): Plan {
  return {
    document: { title: 'Plan', version: '1.0', history: [{ version: '1.0', date: '2026-01-05' }] },
    contract: {
      id: 'c',
      term: { from: '2026-01-01', until: '2028-12-31' },
      parties: { oversight: { reach: ['cmo'] } },
    },
    calendars: {
      always: { hours: 'always' },
      business: {
        week: { 'mon-fri': ['08:00-17:00'] },
        businessDay: 'same-time',
        holidays: { use: 'us-federal' },
      },
    },
    contacts: {
      desk: { kind: 'desk', name: 'Support' },
      ines: {
        kind: 'person',
        name: 'Ines Calloway',
        mobile: '+1 916-555-0143',
        email: 'ines@lantern.example',
      },
      ana: { kind: 'person', name: 'Ana Birch' },
      cmo: { kind: 'desk', name: 'CMO' },
    },
    levels: [
      { title: 'Desk', reach: ['desk'] },
      { title: 'Architect', reach: ['ines'] },
      { title: 'Director', reach: ['ana'] },
    ],
    tracks: {
      service: {
        title: 'Service Impacting Escalations',
        steps: [
          { level: 1, actor: 'customer', means: ['call', 'email'] },
          {
            level: 2,
            actor: 'customer',
            when: { unsatisfiedFor: '4 hours', calendar: 'always', since: 'opened' },
          },
          {
            level: 3,
            actor: 'oversight',
            when: { allSilent: [1, 2], for: '1 business day', calendar: 'business' },
          },
        ],
      },
    },
    promises: [{ track: 'service', level: 1, respondWithin: '1 hour', calendar: 'always' }],
    obligations: [
      { id: 'report', kind: 'deliverable', title: 'Report', due: { monthly: 15 } },
      { id: 'posted', kind: 'deliverable', title: 'Posted', due: { days: 90, after: 'execution' } },
    ],
    acknowledgedFor: '60 minutes',
  };
}

/** What is said of a change made to the plan above. */
function sentences(change: (plan: Plan) => void): string[] {
  const after = ground();
  change(after);
  return diff(ground(), after).map((one) => changeSentence(catalogue('en').diff, one));
}

const step = (plan: Plan, index: number) => plan.tracks?.service?.steps?.[index] ?? {};
const contact = (plan: Plan, id: string) => plan.contacts?.[id] ?? {};
const level = (plan: Plan, index: number) => plan.levels?.[index] ?? {};

test.each<[string, (plan: Plan) => void, readonly string[]]>([
  ['no change', () => {}, []],
  [
    'the span of a step',
    (plan) => Object.assign(step(plan, 1).when ?? {}, { unsatisfiedFor: '2 hours' }),
    [
      'Level 2 of Service Impacting Escalations, while the customer is not satisfied, unsatisfiedFor: 4 hours became 2 hours.',
    ],
  ],
  [
    'the span of a silence',
    (plan) => Object.assign(step(plan, 2).when ?? {}, { for: '4 hours', calendar: 'always' }),
    [
      'Level 3 of Service Impacting Escalations, while no answer comes from levels 1 and 2: 1 business day became 4 hours.',
      'Level 3 of Service Impacting Escalations, while no answer comes from levels 1 and 2, the calendar: business became always.',
    ],
  ],
  [
    'a second condition',
    (plan) => {
      const when = step(plan, 2).when as Condition;
      step(plan, 2).when = [
        when,
        { unsatisfiedFor: '2 business days', calendar: 'business', since: 'levelBelow' },
      ];
    },
    [
      'A condition for level 3 of Service Impacting Escalations, while the customer is not satisfied, is new: unsatisfiedFor 2 business days; the calendar business; from when it counts levelBelow.',
    ],
  ],
  [
    'one condition as a list of one',
    (plan) => {
      step(plan, 1).when = [step(plan, 1).when as Condition];
    },
    [],
  ],
  [
    'somebody else at a level',
    (plan) => {
      level(plan, 1).reach = ['ana'];
    },
    ['Ines Calloway (ines) no longer stands at level 2; Ana Birch (ana) does.'],
  ],
  [
    'a second contact at a level, before the first',
    (plan) => {
      level(plan, 1).reach = ['ana', 'ines'];
    },
    [
      'Ana Birch (ana) now stands at level 2. Level 2 now reaches Ana Birch (ana), Ines Calloway (ines), in this order.',
    ],
  ],
  [
    'another person in the same seat',
    (plan) => {
      contact(plan, 'ines').name = 'Bo Marsh';
    },
    ['Ines Calloway no longer stands at level 2 as ines; Bo Marsh does.'],
  ],
  [
    'a number',
    (plan) => {
      contact(plan, 'ines').mobile = '+1 916-555-0199';
    },
    ['The contact Ines Calloway (ines), the mobile number: +1 916-555-0143 became +1 916-555-0199.'],
  ],
  [
    'a number that is taken away, another that is given',
    (plan) => {
      delete contact(plan, 'ines').mobile;
      contact(plan, 'ines').office = '+1 916-555-0142';
    },
    [
      'The contact Ines Calloway (ines), the mobile number: no longer given; it was +1 916-555-0143.',
      'The contact Ines Calloway (ines), the office number: now +1 916-555-0142; not given before.',
    ],
  ],
  [
    'a contact under another id',
    (plan) => {
      const { ana = {}, ...others } = plan.contacts ?? {};
      plan.contacts = { ...others, anna: ana };
      level(plan, 2).reach = ['anna'];
    },
    [
      'The contact Ana Birch (ana) is gone: the kind person.',
      'The contact Ana Birch (anna) is new: the kind person.',
      'Ana Birch (ana) no longer stands at level 3; Ana Birch (anna) does.',
    ],
  ],
  [
    'the means of a step',
    (plan) => {
      step(plan, 0).means = ['text', 'call'];
    },
    [
      'Level 1 of Service Impacting Escalations, the means: now also text; no longer email; now in the order text, call.',
    ],
  ],
  [
    'the hours of a calendar, and a day',
    (plan) => {
      const business = plan.calendars?.business ?? {};
      business.week = { 'mon-fri': ['09:00-12:00', '13:00-17:00'] };
      business.exceptions = { '2026-12-31': [] };
    },
    [
      'The calendar business, the hours of mon-fri: now also 09:00-12:00, 13:00-17:00; no longer 08:00-17:00.',
      'The calendar business, the hours on 2026-12-31: now closed; not given before.',
    ],
  ],
  [
    'an obligation that moved and one that is new',
    (plan) => {
      plan.obligations?.reverse();
      plan.obligations?.push({ id: 'night', title: 'Night desk', kind: 'milestone', due: '2027-01-31' });
    },
    [
      'The obligation Night desk (night) is new: the kind milestone; the commitment date 2027-01-31.',
      'The plan, the obligations: now in the order posted, report, night.',
    ],
  ],
  [
    'a commitment date',
    (plan) => Object.assign(plan.obligations?.[1] ?? {}, { due: { days: 45, after: 'execution' } }),
    [
      'The obligation Posted (posted), the commitment date: 90 days after execution became 45 days after execution.',
    ],
  ],
  [
    'a promise',
    (plan) => Object.assign(plan.promises?.[0] ?? {}, { respondWithin: '30 minutes' }),
    [
      'The promise at level 1 of Service Impacting Escalations, the time to respond: 1 hour became 30 minutes.',
    ],
  ],
  [
    'a level more',
    (plan) => plan.levels?.push({ title: 'Board', reach: ['cmo'] }),
    ['Level 4, Board is new: who is reached CMO (cmo).'],
  ],
  [
    'pauses',
    (plan) => {
      plan.pauses = { reasons: ['access refused'], longest: '2 days' };
    },
    ['The rule on pauses is new: the reasons "access refused"; the longest 2 days.'],
  ],
  [
    'the term',
    (plan) => Object.assign(plan.contract?.term ?? {}, { until: '2029-12-31' }),
    ['The contract, the last day of the term: 2028-12-31 became 2029-12-31.'],
  ],
  [
    'a commitment date in days of a calendar',
    (plan) =>
      Object.assign(plan.obligations?.[1] ?? {}, { due: { days: 10, of: 'business', after: 'execution' } }),
    [
      'The obligation Posted (posted), the commitment date: 90 days after execution became 10 days of the calendar business after execution.',
    ],
  ],
  [
    'a promise before another of its track and level',
    (plan) =>
      plan.promises?.unshift({
        track: 'service',
        level: 1,
        acknowledgeWithin: '5 minutes',
        calendar: 'always',
      }),
    [
      'The promise at level 1 of Service Impacting Escalations is new: the time to acknowledge 5 minutes; the calendar always.',
    ],
  ],
  [
    'a condition before another of its kind',
    (plan) => {
      const when = step(plan, 1).when as Condition;
      step(plan, 1).when = [{ unsatisfiedFor: '3 hours', calendar: 'business', since: 'levelBelow' }, when];
    },
    [
      'A condition for level 2 of Service Impacting Escalations, while the customer is not satisfied, is new: unsatisfiedFor 3 hours; the calendar business; from when it counts levelBelow.',
    ],
  ],
  [
    'the key of a track',
    (plan) => {
      plan.tracks = { impact: { title: 'Service Impacting Escalations' } };
      plan.promises = [];
    },
    [
      'The track Service Impacting Escalations (impact) is new.',
      'The track Service Impacting Escalations (service) is gone.',
      'The step to level 1 of Service Impacting Escalations (service) is gone: who may move customer; the means call, email.',
      'The step to level 2 of Service Impacting Escalations (service) is gone: who may move customer.',
      'A condition for level 2 of Service Impacting Escalations (service), while the customer is not satisfied, is gone: unsatisfiedFor 4 hours; the calendar always; from when it counts opened.',
      'The step to level 3 of Service Impacting Escalations (service) is gone: who may move oversight.',
      'A condition for level 3 of Service Impacting Escalations (service), while no answer comes from levels 1 and 2, is gone: the levels that are all silent 1, 2; the time of silence 1 business day; the calendar business.',
      'The promise at level 1 of Service Impacting Escalations (service) is gone: the time to respond 1 hour; the calendar always.',
    ],
  ],
])('%s', (_what, change, said) => {
  expect(sentences(change).sort()).toEqual([...said].sort());
});

test('conditions that change places are named by their keys', () => {
  const unsatisfied: Condition = { unsatisfiedFor: '4 hours', calendar: 'always', since: 'opened' };
  const silent: Condition = { allSilent: [1], for: '1 hour', calendar: 'always' };
  const plan = (...when: Condition[]) =>
    planWith((made) => {
      made.tracks = { one: { title: 'Trouble', steps: [{ level: 2, when }] } };
    });
  const said = diff(plan(unsatisfied, silent), plan(silent, unsatisfied));
  expect(said.map((one) => changeSentence(catalogue('en').diff, one))).toEqual([
    'Level 2 of Trouble, the conditions: now in the order allSilent, unsatisfiedFor.',
  ]);
});

test('a condition of the second step to a level is not taken for one of the first', () => {
  const plan = (span: string) =>
    planWith((made) => {
      const when: Condition = { unsatisfiedFor: '1 hour', calendar: 'always', since: 'opened' };
      const steps = [when, { ...when, unsatisfiedFor: span }].map((one) => ({ level: 2, when: one }));
      made.tracks = { one: { title: 'Trouble', steps } };
    });
  const said = diff(plan('4 hours'), plan('2 hours')).map((one) => changeSentence(catalogue('en').diff, one));
  expect(said).toEqual([
    'Level 2 of Trouble (number 2), while the customer is not satisfied, unsatisfiedFor: 4 hours became 2 hours.',
  ]);
});

test('two tracks of one title are told apart by id', () => {
  const plan = (span: string) =>
    planWith((made) => {
      const condition = { unsatisfiedFor: span, calendar: 'always', since: 'opened' } as const;
      const track = (when: object) => ({ title: 'Trouble', steps: [{ level: 2, when }] });
      made.tracks = { one: track(condition), two: track({ ...condition, unsatisfiedFor: '1 hour' }) };
    });
  const said = diff(plan('4 hours'), plan('2 hours')).map((one) => changeSentence(catalogue('en').diff, one));
  expect(said).toEqual([
    'Level 2 of Trouble (one), while the customer is not satisfied, unsatisfiedFor: 4 hours became 2 hours.',
  ]);
});
