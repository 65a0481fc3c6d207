import { expect, test } from 'vitest';
import { planWith } from '../../../../test/build/plan.ts';
import { inCalifornia } from '../../../../test/build/rota.ts';
import { formatInstant } from '../../instant.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../format/schema.ts';
import { coverage } from './coverage.ts';

/** The first week of November 2026, over which clocks go back. */
const PERIOD = { from: inCalifornia('2026-11-01T00:00'), until: inCalifornia('2026-11-08T00:00') };

/** A sound plan whose level 1 reaches a rota of Ana, Monday to Friday, and otherwise the desk. */
const plan = (change: (plan: Plan) => void = () => undefined): Plan =>
  planWith((it) => {
    it.rotas = {
      duty: {
        layers: [
          {
            turns: ['ana'],
            every: '1 week',
            from: '2026-10-26',
            handOver: '00:00',
            week: { 'mon-fri': ['00:00-24:00'] },
          },
        ],
      },
    };
    it.levels![0]!.reach = ['duty'];
    change(it);
  });

/** The gaps of level 1, as `cover from until people`. */
const gaps = (written: Plan, facts?: Facts): readonly string[] =>
  (coverage(written, PERIOD, facts)[0]?.gaps ?? []).map(({ cover, from, until, people }) =>
    [cover, formatInstant(from).slice(0, 16), formatInstant(until).slice(0, 16), ...people].join(' '),
  );

const SUNDAY = '2026-11-01T07:00 2026-11-02T08:00';
const SATURDAY = '2026-11-07T08:00 2026-11-08T08:00';

test('where nobody is on duty those named otherwise are, and a Sunday that is repeated in part is 25 hours', () => {
  expect(gaps(plan())).toEqual([`otherwise ${SUNDAY} desk`, `otherwise ${SATURDAY} desk`]);
});

test('where nobody is named otherwise, nobody is', () => {
  const alone = plan((it) => {
    it.levels![0]!.otherwise = [];
  });
  expect(gaps(alone)).toEqual([`nobody ${SUNDAY}`, `nobody ${SATURDAY}`]);
});

test('a layer below that is there round the clock closes every gap', () => {
  const whole = plan((it) => {
    it.rotas!.duty!.layers!.push({ turns: ['bo'], every: '1 day', from: '2026-01-01', handOver: '00:00' });
  });
  expect(gaps(whole)).toEqual([]);
});

test.each<[string, object]>([
  ['one number for two means and no address', { mobile: '+1 916-555-0110', email: undefined }],
  [
    'two extensions of one switchboard',
    { office: '+1 916-555-0110 ext. 1', mobile: '+1 916-555-0110 ext. 2', email: undefined },
  ],
  ['an address alone', { office: undefined, mobile: undefined }],
])('somebody with %s is not covered by two means', (_, change) => {
  const thin = plan((it) => {
    Object.assign(it.contacts!.ana!, change);
  });
  expect(gaps(thin)).toContain('thin 2026-11-02T08:00 2026-11-07T08:00 ana');
});

test('one of several on duty with two means is enough', () => {
  const both = plan((it) => {
    it.contacts!.ana!.email = undefined;
    it.contacts!.ana!.mobile = undefined;
    it.rotas!.duty!.layers![0]!.turns = [['ana', 'bo']];
  });
  expect(gaps(both)).toEqual(gaps(plan()));
});

test('in quiet hours the deputy is there, and nobody where there is none', () => {
  const quiet = (deputy: string | undefined) =>
    plan((it) => {
      Object.assign(it.contacts!.ana!, { quietHours: { wed: ['22:00-06:00'] }, deputy });
    });
  expect(gaps(quiet('bo'))).toEqual(gaps(plan()));
  expect(gaps(quiet(undefined))).toContain('otherwise 2026-11-05T06:00 2026-11-05T14:00 desk');
});

test('with attestations only what was confirmed counts, until it lapses', () => {
  const facts = {
    attestations: [
      { contact: 'ana', on: '2026-08-06' },
      { contact: 'desk', on: '2026-11-03' },
    ],
  };
  expect(gaps(plan(), facts)).toEqual([
    `nobody ${SUNDAY}`,
    'thin 2026-11-05T08:00 2026-11-07T08:00 ana',
    `otherwise ${SATURDAY} desk`,
  ]);
});

test('by what people have confirmed, what is covered by something else is told apart, and gaps of duty stay what they are', () => {
  const known = (...details: readonly ('office' | 'mobile' | 'email')[]) =>
    (
      coverage(
        plan(),
        PERIOD,
        {},
        {
          confirmed: details.map((detail) => ({ contact: 'ana', detail, on: '2026-10-20' })),
        },
      )[0]?.gaps ?? []
    ).map(({ cover, from }) => `${cover} ${formatInstant(from).slice(0, 10)}`);
  const duty = ['otherwise 2026-11-01', 'otherwise 2026-11-07'];
  expect(known('office', 'mobile')).toEqual(duty);
  expect(known('email')).toEqual([duty[0], 'unconfirmed 2026-11-02', duty[1]]);
  expect(known()).toEqual([duty[0], 'unconfirmed 2026-11-02', duty[1]]);
});

test('a level without a rota is covered by a desk or by somebody with a deputy, and by nobody else', () => {
  expect(coverage(planWith(), PERIOD).map((level) => level.gaps.length)).toEqual([0, 0, 0]);
  const alone = planWith((it) => {
    delete it.contacts!.bo!.deputy;
  });
  expect(coverage(alone, PERIOD)[1]?.gaps).toEqual([{ ...PERIOD, cover: 'nobody', people: [] }]);
});

test('an empty period has nothing to cover', () => {
  expect(coverage(plan(), { from: PERIOD.from, until: PERIOD.from }).flatMap((level) => level.gaps)).toEqual(
    [],
  );
});
