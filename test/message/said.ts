import { deadlineReason } from '../../src/core/case/deadline-reason.ts';
import { deadlines } from '../../src/core/case/deadlines.ts';
import type { OpenState } from '../../src/core/case/state.ts';
import { waitingFor } from '../../src/core/case/waiting-for.ts';
import { asInstant, type Instant, parseInstant } from '../../src/core/instant.ts';
import type { ForecastContext } from '../../src/core/message/forecast.ts';
import type { MailReader } from '../../src/core/message/mail.ts';
import { on, opens, stateAfter } from '../build/case.ts';

/**
 * What sentences are given to be compared: values by the name under which a sentence asks for them, in two shapes, so
 * that both sides of what a sentence may leave out are heard.
 */
export const SHAPES = ['full', 'bare'] as const;
export type Shape = (typeof SHAPES)[number];

const at = (text: string): Instant => parseInstant(text)!;
const state = stateAfter(opens('Tue 09:00')) as OpenState;
const { revision } = state;
const condition = revision.tracks.service!.steps[1]!.when[0]!;
const reason = deadlineReason(state, 2, deadlines(state).find(({ kind }) => kind === 'step') as never);
const span = { unit: 'businessDay', days: 2 } as const;
const zone = 'America/Los_Angeles';

/** Every value is one that a sentence shows as it is, or words that both languages make of a choice. */
const FULL: Readonly<Record<string, unknown>> = {
  ...{ level: 2, highest: 3, by: 1, missing: [1, 2], levels: [1, 2, 3], contacted: 3, below: 1, round: 4 },
  ...{ ask: 5, response: 6, pause: 7, number: 8, reminder: 2, reminders: 2, hours: 24, stops: 9, more: 3 },
  ...{ seconds: 41, problems: 2, bytesMax: 4242, perMinute: 43, max: 44, min: 4, expected: 45, said: 46 },
  ...{
    characters: 53,
    charactersMax: 56,
    count: 57,
    failed: 58,
    times: 59,
    label: 'Vex',
    isPast: true,
    isYou: true,
    isLadder: false,
    onBehalf: true,
    state: 'delivered',
    ms: 183_720_000,
    done: 54,
    of: 55,
    cases: 47,
    events: 48,
    index: 1,
    answers: 49,
    blocking: 51,
  },
  ...{
    at: at('2026-11-24T17:01:00Z'),
    lastAt: at('2026-11-24T18:02:00Z'),
    since: at('2026-11-24T19:03:00Z'),
  },
  ...{ closedAt: at('2026-11-25T17:04:00Z'), openedAt: at('2026-11-25T18:05:00Z') },
  ...{ occurredAt: at('2026-11-25T19:06:00Z'), statedAt: at('2026-11-26T17:07:00Z') },
  ...{ dueAt: at('2026-11-26T18:08:00Z'), stepDueAt: at('2026-11-26T19:09:00Z') },
  ...{ until: at('2026-11-27T17:10:00Z'), from: at('2026-11-27T18:11:00Z'), now: at('2026-11-27T19:12:00Z') },
  ...{ target: at('2026-11-28T17:13:00Z'), start: at('2026-11-28T18:14:00Z') },
  ...{ first: at('2026-11-28T19:15:00Z'), last: at('2026-11-29T19:16:00Z') },
  ...{ latenessMs: 5_400_000, takenMs: 5_460_000, normalDayMs: 28_800_000, forwardMs: 3_600_000 },
  ...{ dueOn: '2026-11-26', doneOn: '2026-11-25', today: '2026-11-24', latest: '2046-11-24' },
  ...{ owner: 'contractor', acceptedBy: 'oversight', proposed: { what: 'date', dueOn: '2026-11-26' } },
  ...{ parties: ['customer', 'oversight'], link: 'ftp://k.example', obligationId: 'Obi', weeks: 61 },
  ...{ wantedMs: 59_000_000, date: '2026-11-26', dataUntil: '2028-12-31', isOtherYear: true },
  ...{
    timeZone: zone,
    readerZone: 'America/New_York',
    span,
    meaning: 'hours',
    condition,
    reason,
    explanation: reason.explanation,
  },
  ...{ caseId: 'C-77', track: 'service', step: 'service/2', reasons: ['Flood', 'Fire'], tracks: ['service'] },
  ...{ contact: 'ana', contacts: ['ana', 'bo'], to: 'bo', contract: 'K-1', customer: 'Agency of Kites' },
  ...{ customers: ['Agency of Kites', 'Agency of Tides'], reporter: 'Rex', name: 'Rhea', title: 'Warden' },
  ...{ reader: 'Rhea', customerName: 'Agency of Kites', contractTitle: 'Harbour lights', file: 'plan.pdf' },
  ...{
    references: ['INC-9', 'T-8'],
    news: 'Nova',
    office: '555-0101',
    mobile: '555-0102',
    email: 'r@k.example',
  },
  ...{ region: 'XX', suggestion: 'Sugar', value: 'Vex', option: 'Opt', field: 'Fido', key: 'Keyed' },
  ...{
    revision,
    requestId: 'R-90',
    undone: true,
    needed: 'scoped',
    header: 'x-head',
    method: 'TRACE',
    carriers: ['email', 'text', 'call'],
    choices: ['uno2', 'dos3'],
  },
  ...{
    promise: 'service/2/respondWithin',
    person: 'bo',
    endsAt: at('2026-11-30T17:17:00Z'),
    isAsked: true,
    bytes: 4_200_000,
    filesMax: 50,
    watchersMax: 52,
    command: 'addNote',
    actor: 'customer',
    allowed: ['oversight'],
  },
  ...{ party: 'oversight', whom: 2, kind: 'unsatisfied', code: 'neverOpen', calendar: 'Kal', what: 'pause' },
  ...{ telephone: 'mobile', failure: 'wrongPerson', lacking: 'contact', doubted: ['email', 'mobile'] },
  ...{ automatic: true, reached: true, upheld: true, paused: true, pauseAsked: true, atTop: false },
  ...{
    conditionKind: 'unsatisfied',
    early: 'Flood',
    onBehalfOf: 'customer',
    audience: 'oversight',
    over: 'email',
  },
  ...{ means: ['call', 'email'], result: 'delivered', text: 'Typed', standing: 'due', isDemonstration: true },
  ...{ runs: [{ from: '2026-11-23', until: '2026-12-08', days: 12, eachMs: 32_400_000 }] },
  ...{ instead: ['Rhea', 'Rex'] },
  ...{ weekdays: ['sat', 'sun'], opened: ['2026-11-28'], expectedType: 'T' },
  ...{
    days: [
      { date: '2026-11-26', cause: 'holiday', name: 'Kite Day' },
      { date: '2026-11-27', cause: 'exception', name: '' },
    ],
  },
  ...{
    next: { level: 3, dueAt: at('2026-11-30T18:18:00Z'), actor: 'oversight' },
    refused: { message: 'Mess', advice: 'Adv' },
    steps: [],
    causes: [{ code: 'levelBelow', level: 2 }],
    rule: {
      urgency: 'high',
      ...{ from: '22:10', until: '07:20' },
      tries: [{ means: 'call', afterMinutes: 63 }],
      againMinutes: 29,
    },
    tried: { means: 'text', afterMinutes: 64 },
    refusal: { message: 'Mess', advice: 'Adv' },
    passed: { means: 'text', afterMinutes: 65, because: 'noCarrier' },
    ...{ firstMinutesMax: 66, againMinutesMin: 67, againMinutesMax: 68 },
    files: [{ name: 'Rhea', why: 'file-empty' }],
  },
};

/** What is left out, or said the other way, in the second shape. */
const BARE: Readonly<Record<string, unknown>> = {
  ...FULL,
  rule: { urgency: 'any', tries: [{ means: 'email', afterMinutes: 0 }], againMinutes: 27 },
  passed: { means: 'email', afterMinutes: 1, because: 'noNumber' },
  ...{ automatic: false, reached: false, upheld: false, paused: false, pauseAsked: false, atTop: true },
  ...{ latenessMs: 0, statedAt: undefined, onBehalfOf: undefined, over: undefined, early: undefined },
  ...{
    undone: undefined,
    suggestion: undefined,
    conditionKind: 'noResponse',
    whom: 'oversight',
    refused: undefined,
  },
  ...{ since: undefined, next: undefined, more: 0, opened: [], meaning: 'open', forwardMs: -3_600_000 },
  ...{ carriers: ['email'], instead: [], failed: 0, times: 1, isPast: false, isYou: false, onBehalf: false },
  ...{ customers: [], contacts: [], mobile: undefined, party: 'contractor', kind: 'allSilent', what: 'ask' },
  ...{ actor: 'oversight', reason: undefined, dueAt: FULL.dueAt, audience: 'all', standing: 'never' },
  ...{ runs: [{ from: '2026-11-23', until: '2026-11-23', days: 1, eachMs: 32_400_000 }], answers: [] },
};

export const values = (shape: Shape): Readonly<Record<string, unknown>> => (shape === 'full' ? FULL : BARE);

export const context = (): ForecastContext => ({ ...revision, always: new Set(['always']) });

/** Somebody of a party, with a case that goes on, or one that is at the top and elsewhere. */
export function reader(shape: Shape): MailReader {
  const waiting = waitingFor(state);
  return {
    audience: shape === 'full' ? 'customer' : 'contractor',
    level: shape === 'full' ? undefined : 2,
    timeZone: shape === 'full' ? zone : 'Europe/Berlin',
    context: revision,
    customerName: 'Agency of Kites',
    at: on('Tue 09:00'),
    waiting: shape === 'full' ? waiting : { ...waiting, next: undefined, atTop: true },
    next: { kind: shape === 'full' ? 'unsatisfied' : 'allSilent' },
    pauseUntil: shape === 'full' ? asInstant(on('Tue 12:00')) : undefined,
    reopenWithin: shape === 'full' ? { unit: 'day', days: 30 } : undefined,
    name: (person) => (shape === 'full' && person !== 'ladder' ? `Name-${person}` : undefined),
  };
}
