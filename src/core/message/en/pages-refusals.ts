import type { PagesWords } from '../pages.ts';
import { counted } from './dates.ts';

export const pageRefusals: PagesWords['refusals'] = {
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
  'page-link-unknown': () => ({
    message: 'There is no such link.',
    advice: 'It may have been cut in two by a mail program: copy the whole of it, or use a newer message.',
  }),
  'page-origin-foreign': () => ({
    message: 'This was sent from another site, so nothing was done.',
    advice: 'Open the page here and use its own button.',
  }),
  'page-host-foreign': () => ({
    message: 'The pages of a demonstration are for this machine alone.',
    advice: 'Open them at the address that Ladder named when it started.',
  }),
  'page-token-wanted': () => ({
    message: 'This page is for the administrator of the installation.',
    advice: 'Sign in with any name, and the administrator’s token as the password.',
  }),
  'page-missing': () => ({ message: 'There is no such page.', advice: 'Check the address.' }),
  'page-form-malformed': () => ({
    message: 'The form could not be read.',
    advice: 'Open the page again and fill it in anew.',
  }),
  'page-too-often': ({ seconds }) => ({
    message: 'That was too often in a short time.',
    advice: `Try again in ${counted(seconds, 'second')}.`,
  }),
  'page-reply-not-taken': ({ reason }) => ({
    message: `The reply was not taken (${reason}).`,
    advice: 'Ladder’s mail server has to be running, and the mail has to allow an answer.',
  }),
  'page-fault': ({ requestId }) => ({
    message: 'Something went wrong here, and nothing was done.',
    advice: `Try again in a moment. If you ask for help, name the number ${requestId}.`,
  }),
};
