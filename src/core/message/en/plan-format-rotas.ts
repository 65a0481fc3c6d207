import type { PlanFormatWords } from '../plan-format.ts';

/** The keys that say who is on duty when. */
export const planFormatRotas: PlanFormatWords = {
  rotas: {
    means:
      "Who is on duty when, by ids of the author's that `levels.#.reach` names beside contacts. [rotas.md](rotas.md) says how it is read.",
    missing: 'None.',
    example:
      '{ engineers: { layers: [{ turns: [ana, bo], every: 1 week, from: 2026-11-02, handOver: "09:00" }] } }',
  },
  'rotas.*.title': { means: 'What people call the rota.', missing: 'Its id.', example: 'Engineers on duty' },
  'rotas.*.timeZone': {
    means: 'The zone whose clocks its times are read on.',
    missing: "The contract's.",
    example: 'Europe/Lisbon',
  },
  'rotas.*.layers': {
    means:
      'Turns that come round, first choice first: a layer answers where none above it has anybody on duty.',
    example: '[{ turns: [ana, bo], every: 1 week, from: 2026-11-02, handOver: "09:00" }]',
  },
  'rotas.*.layers.#.title': {
    means: 'What people call the layer.',
    missing: 'Its number.',
    example: 'Nights',
  },
  'rotas.*.layers.#.turns': {
    means:
      'Who is on duty in each turn, in the order they come round; a list in the list is on duty together.',
    example: '[ana, [bo, cy]]',
  },
  'rotas.*.layers.#.every': {
    means: 'How long a turn lasts by the clock on the wall: so many hours, days, weeks or months.',
    example: '1 week',
  },
  'rotas.*.layers.#.from': {
    means: 'The date of the first hand-over; before it nobody of the layer is on duty.',
    example: '2026-11-02',
  },
  'rotas.*.layers.#.handOver': {
    means: 'The time of day at which turns begin, and from which turns of hours are counted.',
    example: '"09:00"',
  },
  'rotas.*.layers.#.timeZone': {
    means: 'The zone of its hand-overs and of its `week`.',
    missing: "The rota's.",
    example: 'Asia/Tokyo',
  },
  'rotas.*.layers.#.week': {
    means: 'The hours in which the layer is on duty. Turns go on outside them.',
    missing: 'Round the clock.',
    example: '{ mon-fri: ["08:00-18:00"] }',
  },
  'rotas.*.layers.#.calendar': {
    means:
      'A calendar in whose hours the layer is on duty, holidays and exceptions included, in place of `week`.',
    missing: '`week` says it.',
    example: 'business',
  },
  'rotas.*.timeOff': {
    means: 'When somebody is not there: they are left out of their turn, and the next layer answers.',
    missing: 'Never.',
    example: '[{ who: ana, from: 2026-12-24T00:00, until: 2027-01-02T09:00 }]',
  },
  'rotas.*.timeOff.#.who': { means: 'The contact.', example: 'ana' },
  'rotas.*.timeOff.#.from': {
    means: "Its beginning on the rota's clocks, or an instant with its offset.",
    example: '2026-12-24T00:00',
  },
  'rotas.*.timeOff.#.until': { means: 'Its end, which does not belong to it.', example: '2027-01-02T09:00' },
  'rotas.*.swaps': {
    means: 'Two contacts who take each other’s place, each in the other’s time.',
    missing: 'None.',
    example:
      '[{ first: { who: ana, from: 2026-11-02T09:00, until: 2026-11-09T09:00 }, second: { who: bo, from: 2026-11-09T09:00, until: 2026-11-16T09:00 }, accepted: [ana, bo] }]',
  },
  'rotas.*.swaps.#.first': {
    means: 'Whose duty the other takes, and when.',
    example: '{ who: ana, from: 2026-11-02T09:00, until: 2026-11-09T09:00 }',
  },
  'rotas.*.swaps.#.first.who': { means: 'The contact.', example: 'ana' },
  'rotas.*.swaps.#.first.from': { means: 'The beginning of that time.', example: '2026-11-02T09:00' },
  'rotas.*.swaps.#.first.until': {
    means: 'Its end, which does not belong to it.',
    example: '2026-11-09T09:00',
  },
  'rotas.*.swaps.#.second': {
    means: 'The same for the other one.',
    example: '{ who: bo, from: 2026-11-09T09:00, until: 2026-11-16T09:00 }',
  },
  'rotas.*.swaps.#.second.who': { means: 'The contact.', example: 'bo' },
  'rotas.*.swaps.#.second.from': { means: 'The beginning of that time.', example: '2026-11-09T09:00' },
  'rotas.*.swaps.#.second.until': {
    means: 'Its end, which does not belong to it.',
    example: '2026-11-16T09:00',
  },
  'rotas.*.swaps.#.accepted': {
    means: 'Who of the two has accepted it; it holds once both have.',
    missing: 'Nobody, and the swap changes nothing.',
    example: '[ana, bo]',
  },
  'rotas.*.overrides': {
    means:
      'What holds in place of the turns for a time. Exactly one of `replace`, `only`, `add`, `remove` is written.',
    missing: 'None.',
    example: '[{ from: 2026-12-24T18:00, until: 2026-12-26T09:00, replace: ana, with: [dee] }]',
  },
  'rotas.*.overrides.#.from': {
    means: "Its beginning on the rota's clocks, or an instant with its offset.",
    example: '2026-12-24T18:00',
  },
  'rotas.*.overrides.#.until': {
    means: 'Its end, which does not belong to it.',
    example: '2026-12-26T09:00',
  },
  'rotas.*.overrides.#.replace': {
    means: 'In whose place others are on duty, wherever this contact would be.',
    example: 'ana',
  },
  'rotas.*.overrides.#.with': { means: 'Who is, beside `replace`.', example: '[dee]' },
  'rotas.*.overrides.#.only': { means: 'Who is on duty, and nobody else.', example: '[dee]' },
  'rotas.*.overrides.#.add': { means: 'Who is on duty too.', example: '[dee]' },
  'rotas.*.overrides.#.remove': { means: 'Who is not on duty.', example: '[ana]' },
  'rotas.*.overrides.#.because': { means: 'Why.', missing: 'No reason.', example: 'Ana travels' },
};
