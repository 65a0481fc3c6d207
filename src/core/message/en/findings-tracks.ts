import type { FindingWords } from '../findings.ts';
import type { TrackFindings } from '../findings-time.ts';
import { wallTime } from './wall-time.ts';

export const trackFindings: FindingWords<TrackFindings> = {
  'tracks-missing': {
    message: () => 'The plan has no track, so no problem can be escalated by it.',
    advice: () => 'Add one under `tracks`, with the steps from level to level.',
  },
  'track-steps-missing': {
    message: ({ track }) => `Track \`${track}\` has no steps.`,
    advice: () => 'Add its `steps`, first { level: 1, actor: customer, means: [call, email] }.',
  },
  'track-scope-missing': {
    message: ({ track, key }) =>
      key === 'title'
        ? `Track \`${track}\` has no title.`
        : key === 'covers'
          ? `Track \`${track}\` does not say what it covers, so whoever opens a case has to guess.`
          : `Track \`${track}\` gives no example of what belongs on it.`,
    advice: ({ key }) =>
      key === 'title'
        ? 'Write a `title` that a customer understands.'
        : key === 'covers'
          ? 'Write under `covers` what belongs here, and let one track cover everything else.'
          : 'Write one or two `examples`, such as [no dial tone at a site].',
  },
  'track-urgency-missing': {
    message: ({ track }) => `Track \`${track}\` does not say how urgent it is beside the others.`,
    advice: () => 'Write `urgency: high` or `urgency: normal`.',
  },
  'track-level-skipped': {
    message: ({ track, level }) =>
      `Track \`${track}\` never leads to level ${level}, though another track does.`,
    advice: ({ level }) => `Add a step to level ${level}, or say in \`covers\` why it is not needed here.`,
  },
  'track-dead-end': {
    message: ({ track, level, below }) =>
      `On track \`${track}\`, a customer who keeps getting answers that do not help stays at level ${below}: the step to level ${level} waits for silence alone.`,
    advice: () =>
      'Add a second condition, such as { unsatisfiedFor: 2 business days, calendar: business, since: levelBelow }.',
  },
  'track-clocks-mixed': {
    message: ({ track, level, inHours, afterHours, timeZone }) =>
      `Track \`${track}\` runs round the clock up to level ${level}, whose step waits for business hours: up to ${inHours.hours} hours when it starts in them (${wallTime(inHours.from)}), ${afterHours.hours} when it starts just after (${wallTime(afterHours.from)}; times of ${timeZone}).`,
    advice: () =>
      'If that is too long for what the track covers, count this step on the calendar of the others.',
  },
  'track-top-unpromised': {
    message: ({ track, level }) =>
      `Nothing follows level ${level} on track \`${track}\`, and nothing is promised there.`,
    advice: ({ track, level }) =>
      `Add a promise such as { track: ${track}, level: ${level}, respondWithin: 2 hours, updateEvery: 1 day, calendar: … }.`,
  },
  'level-on-no-track': {
    message: ({ level }) => `No track leads to level ${level}, so nobody ever reaches it.`,
    advice: ({ level }) => `Add a step to level ${level} on a track, or remove the level.`,
  },
};
