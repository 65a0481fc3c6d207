import type { PagesWords } from '../pages.ts';
import { clockRefusals } from './clock-refusals.ts';
import { counted } from './dates.ts';

export const pageRefusals: PagesWords['refusals'] = {
  ...clockRefusals,
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
  'page-missing': () => ({
    message: 'There is no such page.',
    advice:
      'Check the address. What a link led to may be over, or be for others to see: then ask who sent you the link.',
  }),
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
