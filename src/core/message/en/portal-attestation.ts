import type { Detail } from '../../attestation/standing.ts';
import { dateAt } from '../../instant.ts';
import { contractZone } from '../clocks.ts';
import { telephone } from '../on-clocks.ts';
import type { AttestationWords } from '../portal/attestation.ts';
import { formatDate, formatLocal, listed } from './dates.ts';

const DETAILS: Readonly<Record<Detail, string>> = {
  email: 'Address for mail',
  office: 'Office number',
  mobile: 'Mobile number',
  availability: 'Availability',
};

const at = (levels: readonly number[]): string =>
  `${levels.length === 1 ? 'level' : 'levels'} ${listed(levels.map(String))}`;

const WHY = {
  round: 'The plan wants this confirmed every so often, and now is the time.',
  seat: 'Where you stand in the plan has changed.',
  details: 'Something of it is new and not confirmed yet.',
  reported:
    'Somebody has reported that it is wrong. Nothing has been changed; the desk and the program manager are checking it.',
} as const;

const FAILED = { wrongPerson: 'somebody else answered', notInService: 'it is not in service' } as const;

const NOT_CONFIRMED = {
  unclear: 'an answer of yours came that says more than “confirmed”, or something else.',
  unproved: 'a mail came in answer to the one that asked you, and nothing proves that it is from you.',
  passed: 'your answer is to a mail that has been followed by a newer one.',
} as const;

const HOW =
  'Open the link, look at each line, and confirm those that are right. What is wrong you change there.';

export const attestation: AttestationWords = {
  details: DETAILS,
  reachable: ({ levels }) => `You can be reached for ${at(levels)}, or whoever stands in for you can`,
  detail: ({ detail, value }) => `${DETAILS[detail]}: ${detail === 'email' ? value : telephone(value)}`,
  missed: ({ detail, at: since, timeZone }) =>
    `${DETAILS[detail]} not confirmed since ${formatDate(dateAt(since, contractZone(timeZone)), { year: true })}`,
  doubted: ({ detail, at: since, timeZone }) =>
    `${DETAILS[detail]} in doubt since ${formatLocal(since, timeZone, { year: true })}: ${
      detail === 'email' ? 'a mail did not arrive' : 'a text or a call did not reach them'
    }`,
  doubtedBecause: (doubt) =>
    'failure' in doubt
      ? `${DETAILS[doubt.detail]}: somebody rang it, and ${FAILED[doubt.failure]} (case ${doubt.caseId})`
      : `${DETAILS[doubt.detail]}: ${doubt.detail === 'email' ? 'a mail to it was refused for good, or came back' : 'the carrier of texts and calls says that there is no such number'}`,
  mails: {
    asked: ({ contractTitle, name, levels, because }) => ({
      subject: 'Please confirm how you are reached',
      lead: [
        `${name}, you stand at ${at(levels)} of the escalation plan of ${contractTitle}. Are these details still right? ${WHY[because]}`,
        HOW,
      ],
    }),
    reminded: ({ contractTitle, name, levels }) => ({
      subject: 'Reminder: please confirm how you are reached',
      lead: [
        `${name}, you were asked whether these details are still right, and have not confirmed them. You stand at ${at(levels)} of the escalation plan of ${contractTitle}.`,
        HOW,
        'Without your word the program manager and oversight are told, and the published plan says that they are not confirmed.',
      ],
    }),
    unanswered: ({ contractTitle, name, levels }) => ({
      subject: `Not confirmed: how ${name} is reached`,
      lead: [
        `${name} stands at ${at(levels)} of the escalation plan of ${contractTitle}, was asked to confirm these details, was reminded, and has not answered.`,
        'The published plan says so until they are confirmed. Please ask by another way whether they are right.',
      ],
    }),
    doubted: ({ contractTitle, name, levels, doubted }) => ({
      subject: `In doubt: how ${name} is reached`,
      lead: [
        `${name}, who stands at ${at(levels)} of the escalation plan of ${contractTitle}, may not be reached any more by what stands below.`,
        ...(doubted.includes('email')
          ? [
              'Until they confirm the address, change it, or answer a later mail, whoever else stands at the level is told first.',
            ]
          : []),
        ...(doubted.some((detail) => detail !== 'email')
          ? [
              'A number is in doubt until they confirm or change it, answer a text or a call there, or a later call is recorded that reached them by it.',
            ]
          : []),
        'Please ask by another way how they are reached, and ask them to change or confirm it on the portal.',
      ],
    }),
    confirmed: ({ contractTitle, name, levels }) => ({
      subject: 'Confirmed: how you are reached',
      lead: [
        `${name}, your answer by mail has confirmed these details. You stand at ${at(levels)} of the escalation plan of ${contractTitle}.`,
        'Was it not you, or is something wrong? Change it on the page.',
      ],
    }),
    notConfirmed: ({ contractTitle, name, levels, why }) => ({
      subject: 'Nothing confirmed by your mail: how you are reached',
      lead: [
        `${name}, ${NOT_CONFIRMED[why]} So it has confirmed nothing and changed nothing. You stand at ${at(levels)} of the escalation plan of ${contractTitle}.`,
        'What is right you confirm by the link, line by line; what is wrong you change there.',
      ],
    }),
    reply:
      'Is all of it right? Then you may also answer this mail with “confirmed” alone on the first line. That confirms each line above. Do not answer so where something is wrong.',
    ownPage: { label: 'Confirm or change your details', says: 'After you have signed in.' },
    confirm: {
      label: 'Look and confirm',
      says: 'Opens a page with each detail; only its button confirms. Works for 72 hours.',
    },
    currency: { label: 'See how current the plan is', says: 'After you have signed in.' },
    footer: ({ contractTitle, reader, canReply }) =>
      `Ladder writes to ${reader} for ${contractTitle}.${canReply ? '' : ' Please do not answer this mail; use the page.'}`,
  },
  page: {
    title: 'Confirm how you are reached',
    about: ({ name, contractTitle }) =>
      `You confirm this as ${name}, in ${contractTitle}. People call these numbers when they need help at once.`,
    legend: 'What is right',
    button: 'Confirm what is ticked',
    wrong:
      'Is something wrong? Leave it without a tick and change it; a new one is confirmed while you change it.',
    change: 'Change your numbers and address',
    onlyThen: 'Nothing happens until you press the button.',
    doneTitle: 'Confirmed',
    done: 'Thank you. The plan says from now on that these details are confirmed.',
    doneRest: 'What you left without a tick is still open: change it, or confirm it later.',
    nothing: {
      title: 'There is nothing of yours to confirm',
      about: 'You stand at no level of the plan, or the plan does not ask for it.',
    },
    dead: {
      used: {
        message: 'Everything this link asked for is confirmed.',
        advice: 'You need do nothing more.',
      },
      passed: {
        message: 'You have been asked anew since this link was sent.',
        advice: 'Use the link of the newest mail, or sign in and confirm there.',
      },
      expired: {
        message: 'This link worked for 72 hours, which are over.',
        advice: 'Sign in and confirm there, or wait for the next reminder.',
      },
    },
    signIn: 'Sign in and confirm',
    last: ({ at: confirmed, timeZone }) => `Confirmed ${formatLocal(confirmed, timeZone, { year: true })}`,
  },
  currency: {
    title: 'How current the plan is',
    about:
      'Everybody who stands at a level or acts on cases for a party, with what last showed that they can be reached, and every obligation that is still owed.',
    computed:
      'Counted are each number, address and availability of everybody who stands at a level, or would in a seat there that nobody fills, and each obligation that is still owed. What nobody is there to confirm is not current. A detail is current from its confirmation until the next round has run out without another; an obligation until it is late.',
    figure: ({ done, of, share }) => `${share} %: ${done} of ${of} are current`,
    nothing: 'The plan in force asks nobody to confirm anything, and owes nothing.',
    nextRound: ({ at: next, timeZone }) =>
      `The next round begins ${formatLocal(next, timeZone, { year: true })}.`,
    noRound: 'No round is to come.',
    raise: {
      title: 'What would raise it',
      none: 'Nothing: all of it is current.',
      fill: ({ title }) => `Filled, for it is vacant: the seat “${title}”`,
      confirm: ({ name, names }) => `${name} confirms: ${listed(names)}`,
      late: ({ title }) => `Handed over, for it is late: ${title}`,
    },
    acting: {
      title: 'At no level',
      about:
        'They act on cases for their party, or are told of them. Nobody asks them to confirm their details, and they do not count in the figure.',
      party: 'Party',
    },
    contacts: {
      vacant: 'Nobody fills this seat.',
      title: 'Contacts',
      empty: 'Nobody stands at a level whose details are to be confirmed.',
      columns: {
        name: 'Contact',
        levels: 'Level',
        details: 'Details',
        sign: 'Last sign of life',
      },
      never: 'never confirmed',
      lapsed: 'lapsed',
      current: 'current',
      toConfirm: ({ count, of }) => `${count} of ${of} to be confirmed`,
      allConfirmed: ({ count }) => (count === 1 ? 'Confirmed' : `All ${count} confirmed`),
    },
    signs: {
      confirmed: (values) => `Confirmed details, ${formatLocal(values.at, values.timeZone, { year: true })}`,
      answered: (values) => `Answered a mail, ${formatLocal(values.at, values.timeZone, { year: true })}`,
      signedIn: (values) => `Signed in, ${formatLocal(values.at, values.timeZone, { year: true })}`,
    },
    noSign: 'None',
    obligations: {
      title: 'Obligations',
      none: 'Nothing is owed.',
      late: 'Late',
      inTime: ({ count }) => (count === 1 ? 'One that is not late' : `${count} that are not late`),
    },
    take: { title: 'Take it along', csv: 'As a table (CSV)', json: 'As JSON' },
  },
  refusals: {
    'attestation-unknown': () => ({
      message: 'There is nothing of yours to confirm.',
      advice: 'You stand at no level of the plan, or the plan does not ask for it.',
    }),
    'attestation-detail-missing': () => ({
      message: 'Nothing is ticked.',
      advice: 'Tick each detail that is right, then confirm.',
    }),
    'attestation-detail-unknown': ({ detail }) => ({
      message: `${DETAILS[detail]} is nothing that you have to confirm.`,
      advice: 'Open the page again: it has what there is.',
    }),
  },
};
