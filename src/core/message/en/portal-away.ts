import type { AwayWords } from '../portal/away.ts';
import { formatLocal } from './dates.ts';

export const away: AwayWords = {
  title: 'Ladder cannot be used just now',
  about:
    'Its database does not answer. Nothing that was accepted is lost, and no deadline moves. It comes back by itself: try again in a minute.',
  sent: 'It is not certain that what you have just sent was taken in. Once Ladder is back, look before you send it again.',
  callTitle: 'Whom to call meanwhile',
  call: 'Call, and note the time: it can be stated afterwards.',
  none: 'No published plan is kept on this machine. Call your support desk, or whoever oversees your contract.',
  noNumbers:
    'The numbers of this plan are shown only to those who are signed in. Call the number that you have.',
  whole: ({ title }) => `The whole plan: ${title}`,
  pdf: 'This copy to print (PDF)',
  copyTitle: 'This is a copy: Ladder cannot be used just now',
  copy: ({ at, timeZone }) =>
    `Its database does not answer. The plan below is the published one as it was on ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
  copyNumbers:
    'Nobody can sign in meanwhile, so only numbers that are shown to everybody stand here. Call, and note the time: it can be stated afterwards.',
};
