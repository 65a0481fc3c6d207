import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import type { FindingCode } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import type { WrittenRota } from '../format/schema-rotas.ts';

const ROTA: WrittenRota = {
  layers: [{ turns: ['ana', ['bo', 'cy']], every: '1 week', from: '2026-11-02', handOver: '09:00' }],
};

/** A sound plan whose level 1 reaches a rota. */
const plan = (change: Partial<WrittenRota> = {}, rest: (plan: Plan) => void = () => undefined): Plan =>
  planWith((it) => {
    it.rotas = { duty: { ...ROTA, ...change } };
    it.levels![0]!.reach = ['duty'];
    it.levels![1]!.reach = ['office'];
    it.levels![2]!.reach = ['desk'];
    rest(it);
  });

const layer = (change: object) => ({ layers: [{ ...ROTA.layers![0], ...change }] });
const DAY = { from: '2026-12-24T00:00', until: '2026-12-25T00:00' };
const ana = { who: 'ana', ...DAY };
const bo = { who: 'bo', ...DAY };

test('a rota that says everything has nothing wrong', () => {
  const whole = plan({
    timeOff: [ana],
    swaps: [{ first: ana, second: bo, accepted: ['bo', 'ana'] }],
    overrides: [
      { ...DAY, replace: 'ana', with: ['cy'] },
      { ...DAY, only: ['cy'] },
      { ...DAY, add: ['cy'] },
      { ...DAY, remove: ['cy'] },
    ],
  });
  const codes: FindingCode[] = [
    ...(['rota-empty', 'rota-entry-incomplete', 'rota-hours-doubled', 'rota-id-taken'] as const),
    ...([
      'rota-layer-incomplete',
      'rota-override-unclear',
      'rota-period-reversed',
      'rota-swap-open',
    ] as const),
    ...(['rota-unused', 'contact-reference-unknown', 'level-coverage-missing', 'contact-unused'] as const),
  ];
  expect(codes.flatMap((code) => seen(code, whole).map(({ at }) => `${code} ${at}`))).toEqual([]);
});

test.each<[string, FindingCode, Plan, string, string]>([
  ['no layers', 'rota-empty', plan({ layers: [] }), 'rotas.duty.layers', 'blocking'],
  [
    'nobody who takes turns',
    'rota-layer-incomplete',
    plan(layer({ turns: [] })),
    'rotas.duty.layers.1.turns',
    'blocking',
  ],
  [
    'no length of a turn',
    'rota-layer-incomplete',
    plan(layer({ every: undefined })),
    'rotas.duty.layers.1.every',
    'blocking',
  ],
  [
    'no first date',
    'rota-layer-incomplete',
    plan(layer({ from: undefined })),
    'rotas.duty.layers.1.from',
    'blocking',
  ],
  [
    'no time of hand-over',
    'rota-layer-incomplete',
    plan(layer({ handOver: undefined })),
    'rotas.duty.layers.1.handOver',
    'blocking',
  ],
  [
    'hours of two kinds',
    'rota-hours-doubled',
    plan(layer({ week: { mon: ['08:00-17:00'] }, calendar: 'business' })),
    'rotas.duty.layers.1.calendar',
    'blocking',
  ],
  [
    'a calendar nobody knows',
    'calendar-reference-unknown',
    plan(layer({ calendar: 'busines' })),
    'rotas.duty.layers.1.calendar',
    'blocking',
  ],
  [
    'somebody nobody knows',
    'contact-reference-unknown',
    plan(layer({ turns: ['ana', ['boo']] })),
    'rotas.duty.layers.1.turns.2.1',
    'blocking',
  ],
  [
    'time off of somebody unknown',
    'contact-reference-unknown',
    plan({ timeOff: [{ ...ana, who: 'al' }] }),
    'rotas.duty.timeOff.1.who',
    'blocking',
  ],
  [
    'time off without an end',
    'rota-entry-incomplete',
    plan({ timeOff: [{ who: 'ana', from: DAY.from }] }),
    'rotas.duty.timeOff.1.until',
    'blocking',
  ],
  [
    'half a swap',
    'rota-entry-incomplete',
    plan({ swaps: [{ first: ana, second: { ...DAY } }] }),
    'rotas.duty.swaps.1.second.who',
    'blocking',
  ],
  [
    'an override that ends before it begins on the clocks of its zone',
    'rota-period-reversed',
    plan({ overrides: [{ from: '2026-12-24T18:00', until: '2026-12-25T01:00Z', add: ['cy'] }] }),
    'rotas.duty.overrides.1.until',
    'blocking',
  ],
  [
    'an override that does nothing',
    'rota-override-unclear',
    plan({ overrides: [{ ...DAY }] }),
    'rotas.duty.overrides.1',
    'blocking',
  ],
  [
    'one that does two things',
    'rota-override-unclear',
    plan({ overrides: [{ ...DAY, add: ['cy'], remove: ['bo'] }] }),
    'rotas.duty.overrides.1',
    'blocking',
  ],
  [
    'one that replaces by nobody',
    'rota-override-unclear',
    plan({ overrides: [{ ...DAY, replace: 'ana' }] }),
    'rotas.duty.overrides.1',
    'blocking',
  ],
  [
    'a swap that one has accepted',
    'rota-swap-open',
    plan({ swaps: [{ first: ana, second: bo, accepted: ['bo'] }] }),
    'rotas.duty.swaps.1.accepted',
    'warning',
  ],
  [
    'a rota no level reaches',
    'rota-unused',
    plan({}, (it) => {
      it.levels![0]!.reach = ['ana'];
    }),
    'rotas.duty',
    'advice',
  ],
  [
    'a rota that has the id of a contact',
    'rota-id-taken',
    plan({}, (it) => {
      it.rotas = { ana: it.rotas!.duty! };
    }),
    'rotas.ana',
    'blocking',
  ],
])('%s is found', (_, code, written, at, severity) => {
  expect(seen(code, written)).toMatchObject([{ at, severity }]);
});

test('a rota covers a level whose people have no deputies', () => {
  const written = plan({}, (it) => {
    for (const id of ['ana', 'bo', 'cy']) delete it.contacts![id]!.deputy;
    it.levels![0]!.otherwise = [];
  });
  expect(seen('level-coverage-missing', written)).toEqual([]);
});

test('a rota may not stand where only contacts do', () => {
  const written = plan({}, (it) => {
    it.levels![0]!.otherwise = ['duty'];
  });
  expect(seen('contact-reference-unknown', written)).toMatchObject([{ at: 'levels.1.otherwise.1' }]);
});
