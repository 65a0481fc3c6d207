import type { NeverDue } from '../plan/asked/step-reach.ts';
import type { ConditionKind } from '../plan/asked/track-steps.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { PromiseKind } from '../plan/revision/revision.ts';

type Nothing = Record<never, never>;

/** Findings about calendars, tracks, steps, promises, pauses, reopening and closing. Times are wall clocks' of the zone beside them: `2026-11-25T16:30`. */
export interface TimeFindings extends CalendarFindings, TrackFindings, StepFindings, PromiseFindings {}

export interface CalendarFindings {
  'calendar-hours-missing': { calendar: string };
  'calendar-hours-doubled': { calendar: string };
  'calendar-hours-overlap': { calendar: string; day: string; first: string; second: string };
  'calendar-hours-crowded': { calendar: string; day: string; windowsMax: number };
  'calendar-never-opens': { calendar: string };
  'calendar-always-restricted': {
    calendar: string;
    key: 'holidays' | 'exceptions' | 'businessDay' | 'normalDay';
  };
  'calendar-day-length-missing': { calendar: string; minutes: readonly number[] };
  'calendar-day-length-unclear': { calendar: string; normalDay: string };
  'calendar-days-on-always': { calendar: string; span: string };
  'calendar-days-unexplained': { calendar: string; span: string; others: number };
  'calendar-reference-unknown': { calendar: string; suggestion: string | undefined };
  'calendar-reference-missing': { span: string };
  'calendar-list-unknown': { list: string; known: readonly string[]; suggestion: string | undefined };
  'calendar-list-short': { calendar: string; until: string; termUntil: string };
  'calendar-list-ending': { calendar: string; until: string; year: number };
  'calendar-holiday-dateless': { calendar: string };
  'calendar-holiday-known': { calendar: string; date: string; list: string | undefined };
  'calendar-holiday-absent': { calendar: string; date: string; list: string | undefined };
  'calendar-holiday-disputed': { calendar: string; date: string };
  'calendar-exception-on-holiday': { calendar: string; date: string; holiday: string | undefined };
  'calendar-unused': { calendar: string };
}

/** A step by its track and the level it leads to. */
interface AtStep {
  track: string;
  level: number;
}

export interface TrackFindings {
  'tracks-missing': Nothing;
  'track-steps-missing': { track: string };
  'track-scope-missing': { track: string; key: 'title' | 'covers' | 'examples' };
  'track-urgency-missing': { track: string };
  'track-level-skipped': AtStep;
  'track-dead-end': AtStep & { below: number };
  'track-clocks-mixed': AtStep & {
    inHours: { hours: number; from: string };
    afterHours: { hours: number; from: string };
    timeZone: string;
  };
  'track-top-unpromised': AtStep;
  'level-on-no-track': { level: number };
}

export interface StepFindings {
  'step-level-missing': { track: string };
  'step-level-unknown': AtStep & { levels: number };
  'step-level-repeated': AtStep;
  'step-level-unordered': AtStep & { before: number };
  'step-first-conditioned': AtStep & { key: string };
  'step-first-actor': { track: string; actor: Party };
  'step-condition-missing': AtStep;
  'step-condition-unclear': AtStep & { kinds: readonly ConditionKind[] };
  'step-condition-key-idle': AtStep & { key: 'for' | 'since'; kind: ConditionKind };
  'step-span-missing': AtStep;
  'step-since-missing': AtStep;
  'step-silence-empty': AtStep;
  'step-silence-idle': AtStep & { silent: number; why: 'unknown' | 'not-below' | 'off-track' };
  'step-requires-impossible': AtStep & {
    required: number;
    why: 'unknown' | 'itself' | 'not-below' | 'off-track';
  };
  'step-never-due': AtStep & { why: NeverDue; isWholeStep: boolean };
  'step-before-below': AtStep & {
    below: number;
    from: string;
    dueAt: string;
    belowDueAt: string;
    timeZone: string;
  };
  'step-means-missing': AtStep;
  'step-means-unavailable': AtStep & { means: 'call' | 'email' | 'text' | 'portal' };
  'step-actor-missing': AtStep;
  'step-actor-untold': AtStep & { party: Party };
  'step-untaken-open': AtStep & { actor: Party };
  'step-untaken-incomplete': AtStep & { key: 'within' | 'then' };
  'step-untaken-same': AtStep & { actor: Party };
  'step-automatic-actor': AtStep & { actor: Party };
  'step-warning-unclear': AtStep & { warn: string };
  'step-warning-early': AtStep & { warn: string; span: string };
  'step-early-reasonless': AtStep;
}

export interface PromiseFindings {
  'promises-missing': { isDemanded: boolean };
  'promise-track-unknown': { track: string | undefined; suggestion: string | undefined };
  'promise-level-unknown': { track: string | undefined; level: number | undefined };
  'promise-empty': { track: string | undefined; level: number | undefined };
  'promise-repeated': AtStep & { promise: PromiseKind };
  'promise-level-missing': AtStep;
  'promise-update-missing': { track: string };
  'promise-reversed': { acknowledgeWithin: string; respondWithin: string };
  'promise-after-step': AtStep & {
    promise: 'acknowledgeWithin' | 'respondWithin';
    next: number;
    from: string;
    promisedAt: string;
    dueAt: string;
    timeZone: string;
  };
  'pauses-missing': Nothing;
  'pauses-reasons-missing': Nothing;
  'pauses-longest-missing': Nothing;
  'reopening-missing': Nothing;
  'reopening-span-missing': Nothing;
  'closing-missing': Nothing;
  'closing-span-missing': Nothing;
  'acknowledged-for-odd': { acknowledgedFor: string; why: 'days' | 'short' | 'long' };
}
