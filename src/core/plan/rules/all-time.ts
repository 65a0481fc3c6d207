import type { AnyRule } from '../rule.ts';
import { acknowledgedForOdd } from './acknowledged-for-odd.ts';
import { calendarAlwaysRestricted } from './calendar-always-restricted.ts';
import { calendarDayLengthMissing } from './calendar-day-length-missing.ts';
import { calendarDayLengthUnclear } from './calendar-day-length-unclear.ts';
import { calendarDaysOnAlways } from './calendar-days-on-always.ts';
import { calendarDaysUnexplained } from './calendar-days-unexplained.ts';
import { calendarExceptionOnHoliday } from './calendar-exception-on-holiday.ts';
import { calendarHolidayAbsent } from './calendar-holiday-absent.ts';
import { calendarHolidayDateless } from './calendar-holiday-dateless.ts';
import { calendarHolidayDisputed } from './calendar-holiday-disputed.ts';
import { calendarHolidayKnown } from './calendar-holiday-known.ts';
import { calendarHoursCrowded } from './calendar-hours-crowded.ts';
import { calendarHoursDoubled } from './calendar-hours-doubled.ts';
import { calendarHoursMissing } from './calendar-hours-missing.ts';
import { calendarHoursOverlap } from './calendar-hours-overlap.ts';
import { calendarListEnding } from './calendar-list-ending.ts';
import { calendarListShort } from './calendar-list-short.ts';
import { calendarListUnknown } from './calendar-list-unknown.ts';
import { calendarNeverOpens } from './calendar-never-opens.ts';
import { calendarReferenceMissing } from './calendar-reference-missing.ts';
import { calendarReferenceUnknown } from './calendar-reference-unknown.ts';
import { calendarUnused } from './calendar-unused.ts';
import { closingMissing } from './closing-missing.ts';
import { closingSpanMissing } from './closing-span-missing.ts';
import { levelOnNoTrack } from './level-on-no-track.ts';
import { pausesLongestMissing } from './pauses-longest-missing.ts';
import { pausesMissing } from './pauses-missing.ts';
import { pausesReasonsMissing } from './pauses-reasons-missing.ts';
import { promiseAfterStep } from './promise-after-step.ts';
import { promiseEmpty } from './promise-empty.ts';
import { promiseLevelMissing } from './promise-level-missing.ts';
import { promiseLevelUnknown } from './promise-level-unknown.ts';
import { promiseRepeated } from './promise-repeated.ts';
import { promiseReversed } from './promise-reversed.ts';
import { promiseTrackUnknown } from './promise-track-unknown.ts';
import { promiseUpdateMissing } from './promise-update-missing.ts';
import { promisesMissing } from './promises-missing.ts';
import { reopeningMissing } from './reopening-missing.ts';
import { reopeningSpanMissing } from './reopening-span-missing.ts';
import { stepActorMissing } from './step-actor-missing.ts';
import { stepActorUntold } from './step-actor-untold.ts';
import { stepAutomaticActor } from './step-automatic-actor.ts';
import { stepBeforeBelow } from './step-before-below.ts';
import { stepConditionKeyIdle } from './step-condition-key-idle.ts';
import { stepConditionMissing } from './step-condition-missing.ts';
import { stepConditionUnclear } from './step-condition-unclear.ts';
import { stepEarlyReasonless } from './step-early-reasonless.ts';
import { stepFirstActor } from './step-first-actor.ts';
import { stepFirstConditioned } from './step-first-conditioned.ts';
import { stepLevelMissing } from './step-level-missing.ts';
import { stepLevelRepeated } from './step-level-repeated.ts';
import { stepLevelUnknown } from './step-level-unknown.ts';
import { stepLevelUnordered } from './step-level-unordered.ts';
import { stepMeansMissing } from './step-means-missing.ts';
import { stepMeansUnavailable } from './step-means-unavailable.ts';
import { stepNeverDue } from './step-never-due.ts';
import { stepRequiresImpossible } from './step-requires-impossible.ts';
import { stepSilenceEmpty } from './step-silence-empty.ts';
import { stepSilenceIdle } from './step-silence-idle.ts';
import { stepSinceMissing } from './step-since-missing.ts';
import { stepSpanMissing } from './step-span-missing.ts';
import { stepUntakenIncomplete } from './step-untaken-incomplete.ts';
import { stepUntakenOpen } from './step-untaken-open.ts';
import { stepUntakenSame } from './step-untaken-same.ts';
import { stepWarningEarly } from './step-warning-early.ts';
import { stepWarningUnclear } from './step-warning-unclear.ts';
import { trackClocksMixed } from './track-clocks-mixed.ts';
import { trackDeadEnd } from './track-dead-end.ts';
import { trackLevelSkipped } from './track-level-skipped.ts';
import { trackScopeMissing } from './track-scope-missing.ts';
import { trackStepsMissing } from './track-steps-missing.ts';
import { trackTopUnpromised } from './track-top-unpromised.ts';
import { trackUrgencyMissing } from './track-urgency-missing.ts';
import { tracksMissing } from './tracks-missing.ts';

/** The rules about time and routes: calendars, tracks, steps, promises, pauses, reopening, closing. */
export const TIME_RULES: readonly AnyRule[] = [
  acknowledgedForOdd,
  calendarAlwaysRestricted,
  calendarDayLengthMissing,
  calendarDayLengthUnclear,
  calendarDaysOnAlways,
  calendarDaysUnexplained,
  calendarExceptionOnHoliday,
  calendarHolidayAbsent,
  calendarHolidayDateless,
  calendarHolidayDisputed,
  calendarHolidayKnown,
  calendarHoursCrowded,
  calendarHoursDoubled,
  calendarHoursMissing,
  calendarHoursOverlap,
  calendarListEnding,
  calendarListShort,
  calendarListUnknown,
  calendarNeverOpens,
  calendarReferenceMissing,
  calendarReferenceUnknown,
  calendarUnused,
  closingMissing,
  closingSpanMissing,
  levelOnNoTrack,
  pausesLongestMissing,
  pausesMissing,
  pausesReasonsMissing,
  promiseAfterStep,
  promiseEmpty,
  promiseLevelMissing,
  promiseLevelUnknown,
  promiseRepeated,
  promiseReversed,
  promiseTrackUnknown,
  promiseUpdateMissing,
  promisesMissing,
  reopeningMissing,
  reopeningSpanMissing,
  stepActorMissing,
  stepActorUntold,
  stepAutomaticActor,
  stepBeforeBelow,
  stepConditionKeyIdle,
  stepConditionMissing,
  stepConditionUnclear,
  stepEarlyReasonless,
  stepFirstActor,
  stepFirstConditioned,
  stepLevelMissing,
  stepLevelRepeated,
  stepLevelUnknown,
  stepLevelUnordered,
  stepMeansMissing,
  stepMeansUnavailable,
  stepNeverDue,
  stepRequiresImpossible,
  stepSilenceEmpty,
  stepSilenceIdle,
  stepSinceMissing,
  stepSpanMissing,
  stepUntakenIncomplete,
  stepUntakenOpen,
  stepUntakenSame,
  stepWarningEarly,
  stepWarningUnclear,
  trackClocksMixed,
  trackDeadEnd,
  trackLevelSkipped,
  trackScopeMissing,
  trackStepsMissing,
  trackTopUnpromised,
  trackUrgencyMissing,
  tracksMissing,
];
