import type { FindingWords } from '../findings.ts';
import type { PromiseFindings } from '../findings-time.ts';
import { wallTime } from './wall-time.ts';

const PROMISES = {
  acknowledgeWithin: 'word that somebody has the case',
  respondWithin: 'an answer',
  updateEvery: 'word of how it stands',
  longestAtLevel: 'the longest stay',
} as const;

const place = (track: string | undefined, level: number | undefined): string =>
  `level ${level ?? '?'} of track \`${track ?? '?'}\``;

export const promiseFindings: FindingWords<PromiseFindings> = {
  'promises-missing': {
    message: ({ isDemanded }) =>
      `The contractor promises nothing: every time in the plan only allows the customer to go on${isDemanded ? ', and the clause asks for commitment dates' : ''}.`,
    advice: () =>
      'Add `promises` for each level, such as { track: …, level: 1, acknowledgeWithin: 15 minutes, respondWithin: 1 hour, calendar: always }.',
  },
  'promise-track-unknown': {
    message: ({ track }) =>
      track === undefined ? 'A promise names no track.' : `There is no track \`${track}\` in this plan.`,
    advice: ({ suggestion }) =>
      suggestion === undefined
        ? 'Name a track of the plan under `track`.'
        : `Did you mean \`${suggestion}\`? Otherwise describe it under \`tracks\`.`,
  },
  'promise-level-unknown': {
    message: ({ track, level }) =>
      level === undefined
        ? 'A promise names no level.'
        : `Track \`${track ?? '?'}\` has no step to level ${level}, for which something is promised.`,
    advice: () => 'Name a level to which the track has a step.',
  },
  'promise-empty': {
    message: ({ track, level }) => `The promise for ${place(track, level)} undertakes nothing.`,
    advice: () =>
      'Write at least one of `acknowledgeWithin`, `respondWithin`, `updateEvery` and `longestAtLevel`.',
  },
  'promise-repeated': {
    message: ({ track, level, promise }) =>
      `For ${place(track, level)}, ${PROMISES[promise]} is promised twice.`,
    advice: () => 'Keep the one that holds.',
  },
  'promise-level-missing': {
    message: ({ track, level }) => `Nothing is promised for ${place(track, level)}, unlike for other levels.`,
    advice: () => 'Add a promise for this level, or say in its `responsibility` why there is none.',
  },
  'promise-update-missing': {
    message: ({ track }) =>
      `Nobody promises on track \`${track}\` how often the customer hears how it stands.`,
    advice: () => 'Add `updateEvery` to a promise of this track, such as updateEvery: 1 day.',
  },
  'promise-reversed': {
    message: ({ acknowledgeWithin, respondWithin }) =>
      `An answer is promised within ${respondWithin}, but word that somebody has the case only within ${acknowledgeWithin}.`,
    advice: () => 'Correct one of the two; who answers has taken the case.',
  },
  'promise-after-step': {
    message: ({ track, level, promise, next, from, promisedAt, dueAt, timeZone }) =>
      `For ${place(track, level)}, ${PROMISES[promise]} is promised later than the step to level ${next} falls due: asked ${wallTime(from)}, it is promised by ${wallTime(promisedAt)}, and the step is due ${wallTime(dueAt)} (times of ${timeZone}).`,
    advice: ({ next }) => `Promise it sooner, or lengthen the time to level ${next}.`,
  },
  'pauses-missing': {
    message: () => 'The plan does not say when a clock may stand still, so none ever does.',
    advice: () =>
      'Add `pauses`, such as { reasons: [customer not available], longest: 2 business days, calendar: business }.',
  },
  'pauses-reasons-missing': {
    message: () => 'Pauses are allowed, but for no reason that is named, which is never.',
    advice: () => 'Name the `reasons`, such as [customer not available, access refused], or remove `pauses`.',
  },
  'pauses-longest-missing': {
    message: () => 'The plan does not say how long a pause may last, so nothing would end it.',
    advice: () => 'Write `longest`, such as 2 business days.',
  },
  'reopening-missing': {
    message: () =>
      'The plan does not say how long a settled case may be taken up again; a problem that comes back is a new case.',
    advice: () => 'Add `reopening`, such as { within: 30 days }.',
  },
  'reopening-span-missing': {
    message: () => 'A case may be reopened, but the plan does not say within what time.',
    advice: () => 'Write `within`, such as 30 days.',
  },
  'closing-missing': {
    message: () =>
      'The plan does not say what becomes of a case when the customer never says whether it is settled; it stays open.',
    advice: () => 'Add `closing`, such as { silentFor: 10 business days, calendar: business }.',
  },
  'closing-span-missing': {
    message: () => 'A case may be closed for silence, but the plan does not say after how long.',
    advice: () => 'Write `silentFor`, such as 10 business days.',
  },
  'acknowledged-for-odd': {
    message: ({ acknowledgedFor, why }) =>
      why === 'days'
        ? `An acknowledgement cannot stop notices for "${acknowledgedFor}"; it is plain time.`
        : why === 'short'
          ? `An acknowledgement stops notices for ${acknowledgedFor} only: whoever has just taken the case is called again.`
          : `An acknowledgement stops notices for ${acknowledgedFor}: nobody asks again whether an answer is coming.`,
    advice: () => 'Write a time from 5 minutes to 8 hours, such as 60 minutes.',
  },
};
