import type { ObligationWords } from '../portal/obligations.ts';
import { counted, formatDate } from './dates.ts';

const date = (on: string): string => formatDate(on, { year: true });

const ENDS: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  waived: 'waived',
  dropped: 'dropped from the plan',
  delivered: 'handed over and not sent back',
};

export const obligationRefusals: ObligationWords['refusals'] = {
  'obligation-not-found': ({ obligationId }) => ({
    message: `There is no obligation “${obligationId}” here.`,
    advice: 'Look for it in the list of obligations.',
  }),
  'obligation-not-allowed': () => ({
    message: 'This is not yours to do.',
    advice: 'The party that owes it hands it over; the party that accepts it accepts it or sends it back.',
  }),
  'obligation-changed': ({ expected, said }) => ({
    message: `Something has happened since you looked: you saw ${counted(expected, 'event')}, and there are ${said}.`,
    advice: 'Read what is new, then decide again.',
  }),
  'key-used-differently': () => ({
    message: 'This form was sent before with other words.',
    advice: 'Open the page again and send it once more.',
  }),
  'obligation-unknown': () => ({
    message: 'There is no such obligation.',
    advice: 'Look for it in the list of obligations.',
  }),
  'obligation-settled': ({ status }) => ({
    message: `It is ${ENDS[status] ?? 'settled'} already.`,
    advice: 'Nothing more can be done about it.',
  }),
  'obligation-party-wrong': () => ({
    message: 'Another party has to do this.',
    advice: 'Its page says who owes it and who accepts it.',
  }),
  'obligation-evidence-missing': () => ({
    message: 'There is nothing to show yet.',
    advice: 'Add a file, a link or a few words.',
  }),
  'obligation-files-too-many': ({ filesMax }) => ({
    message: `It has ${counted(filesMax, 'file')} already, and no more are kept.`,
    advice: 'Give a link to the others.',
  }),
  'obligation-links-too-many': ({ linksMax }) => ({
    message: `More than ${counted(linksMax, 'link')} are not kept of one delivery.`,
    advice: 'Give those that matter.',
  }),
  'obligation-link-unsound': ({ link }) => ({
    message: `“${link}” is no address of a page.`,
    advice: 'Write the whole address, beginning with https:// and without a password in it.',
  }),
  'obligation-done-ahead': ({ doneOn }) => ({
    message: `${date(doneOn)} is still to come.`,
    advice: 'Give the day on which it was done, or leave it out.',
  }),
  'obligation-not-delivered': () => ({
    message: 'Nothing is handed over at the moment.',
    advice: 'Wait until its owner hands it over.',
  }),
  'obligation-own-delivery': () => ({
    message: 'You handed it over yourself.',
    advice: 'Somebody else has to accept it or send it back.',
  }),
  'obligation-reason-missing': () => ({
    message: 'There is no reason yet.',
    advice: 'Say why, in a sentence.',
  }),
  'obligation-proposal-standing': () => ({
    message: 'A proposal is waiting for its answer.',
    advice: 'Have it answered or withdrawn first.',
  }),
  'obligation-proposal-unknown': () => ({
    message: 'That proposal does not stand any more.',
    advice: 'Read what has become of it.',
  }),
  'obligation-proposal-own': () => ({
    message: 'The proposal is your own party’s.',
    advice: 'The other party has to answer it; you may withdraw it.',
  }),
  'obligation-proposal-others': () => ({
    message: 'The proposal is the other party’s.',
    advice: 'Agree to it or decline it.',
  }),
  'obligation-date-past': ({ dueOn }) => ({
    message: `${date(dueOn)} has passed.`,
    advice: 'Choose today or a later day.',
  }),
  'obligation-date-unchanged': ({ dueOn }) => ({
    message: `It is due on ${date(dueOn)} already.`,
    advice: 'Choose another day.',
  }),
  'obligation-date-far': ({ dueOn, latest }) => ({
    message: `${date(dueOn)} is too far away.`,
    advice: `Choose a day until ${date(latest)}.`,
  }),
};
