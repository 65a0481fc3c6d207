import type { Instant } from '../../instant.ts';
import type { Means } from '../../plan/revision/revision.ts';
import type { MailWords, SystemReader } from '../mail.ts';
import { leftFiles } from './left-files.ts';
import { moment } from './mail-parts.ts';

const until = (at: Instant | undefined, reader: SystemReader): string =>
  at === undefined ? '' : ` The link works until ${moment(at, reader)}.`;

const MESSAGES: Readonly<Partial<Record<Means, string>>> = { text: 'A text', call: 'A call' };

/** Mails about mail, and about Ladder itself. */
export const systemMails: MailWords['system'] = {
  unclearReply: () => ({
    subject: 'Your mail is kept as a message',
    lead: [
      'Your mail did not begin with a word that Ladder knows, so it is kept as a message: the people on the case read it, and no clock hears it.',
      'If you meant an answer, give it by one of the links, or reply with “satisfied” or “not satisfied” alone on the first line.',
    ],
  }),
  keptReply: ({ party, isAsked, refused }) =>
    refused
      ? {
          subject: 'Not done: your mail is kept as a message',
          lead: [
            `What the first line of your mail asks for was not done. ${refused.message} ${refused.advice}`,
            'Your mail is kept as a message: the people on the case read it.',
          ],
        }
      : {
          subject: 'Your mail is kept as a message',
          lead: [
            party === 'contractor'
              ? 'Your mail is kept as a message: the people on the case read it. It is neither an acknowledgement nor a response, and no clock hears it.'
              : 'Your mail is kept as a message: the people on the case read it, and no clock hears it.',
            ...(isAsked ? ['If you meant an answer, give it by a link.'] : []),
          ],
        },
  waitingReply: () => ({
    subject: 'Your mail waits: nothing is done on this case now',
    lead: [
      'This case is set aside by a fault in Ladder, so nobody on it has your mail yet, and nothing of it is done. Your mail is kept. Ladder takes it as soon as the case goes on, as of the time it came; you need not send it again.',
      'Until then call the people on the case. The operators of Ladder know of the fault.',
    ],
  }),
  filesLeft: ({ files }) => ({
    subject: 'Files of your mail that are not kept',
    lead: [
      'Your mail has come in, but these of its files are not on the case:',
      ...files.map(leftFiles.line),
      'Everything else of your mail counts as it was written. To have a file on the case, send it in another form, or attach it on the page of the case.',
    ],
  }),
  held: (values, reader) => ({
    subject: 'Please confirm your mail',
    lead: [
      `A mail in your name came to this case without proof that it is from you. It is held, and nothing was done.${until(values.until, reader)}`,
      'If you wrote it, confirm it. If you did not, do nothing.',
    ],
  }),
  clocksNotActedOn: ({ since }, reader) => ({
    subject: 'The clocks of this case are not acted on',
    lead: [
      `A fault in Ladder keeps it from acting on the clocks of this case, since ${moment(since, reader)}. The clocks still count, and nothing already said is lost; but nobody is told when something falls due.`,
      'Until you hear that it is mended, watch the times yourself and call. The operators of Ladder know of it.',
    ],
  }),
  notReached: ({ name, whom, by }) => {
    const place = typeof whom === 'number' ? `level ${whom}` : `the ${whom}’s side`;
    return {
      subject: `Not reached: ${name ?? place}`,
      lead: [
        name === undefined
          ? `Nothing that is carried here reaches anybody at ${place} just now, so what happened on this case was told to nobody there.`
          : `${(by && MESSAGES[by.means]) ?? 'Mail'} to ${name}, of ${place}, ${by?.isForGood === false ? 'did not get through' : 'was refused for good'}. Unless ${name} was told by something else, which the case says, ${name} does not know what happened on it.`,
        'The clocks run on all the same. Call, and have the plan’s contacts put right.',
      ],
    };
  },
};
