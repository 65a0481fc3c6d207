import type { RefusalWords } from '../case.ts';
import type { ClockRefusals } from '../pages.ts';
import { counted } from './dates.ts';

export const clockRefusals: {
  readonly [C in keyof ClockRefusals]: (values: ClockRefusals[C]) => RefusalWords;
} = {
  'clock-not-movable': () => ({
    message: 'The clock of a real installation is not moved.',
    advice: 'Only a demonstration has a clock that can be moved.',
  }),
  'clock-span-not-understood': ({ by }) => ({
    message: `“${by}” is no span of time.`,
    advice: 'Write it as “4 hours”, “90 minutes” or “2 days”.',
  }),
  'clock-span-too-long': ({ by }) => ({
    message: `“${by}” is more than a year.`,
    advice: 'Move the clock by a year at most, as often as you like.',
  }),
  'clock-nobody-works': ({ seconds }) => ({
    message: `Something has been due for ${counted(seconds, 'second')}, and nobody acts on it.`,
    advice: 'Start Ladder on this data with `ladder start`, then move the clock.',
  }),
};
