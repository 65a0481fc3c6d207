import type { Proposed } from '../../obligation/event.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { ObligationReader, ObligationWords } from '../portal/obligations.ts';
import { counted, formatDate } from './dates.ts';

const date = (on: string): string => formatDate(on, { year: true });

const PARTIES: Readonly<Record<Party, string>> = {
  customer: 'The customer',
  contractor: 'The contractor',
  oversight: 'Oversight',
};

const what = ({ title }: ObligationReader): string => `“${title}”`;

/** `Perpetua Lind (the contractor)`, or the party where the name is not known. */
const doer = ({ actor }: { readonly actor: Party }, { name }: ObligationReader): string =>
  name === undefined
    ? PARTIES[actor]
    : `${name} (${PARTIES[actor].replace('The', 'the').replace('Ov', 'ov')})`;

const isOwner = ({ audience, owner }: ObligationReader): boolean => audience === owner;

const toDo = (reader: ObligationReader): string =>
  isOwner(reader)
    ? 'Hand it over on its page with a file, a link or a few words, or propose another date there.'
    : `${PARTIES[reader.owner]} owes it, and is told too.`;

const proposedWords = (proposed: Proposed): string =>
  proposed.what === 'date' ? `that it be due by the end of ${date(proposed.dueOn)}` : 'that it be waived';

export const obligationMails: ObligationWords['mail'] = {
  news: {
    ObligationUndertaken: (_, reader) => ({
      subject: `Taken up: ${reader.title}`,
      lead: [`${what(reader)} is due by the end of ${date(reader.dueOn)}.`],
    }),
    ObligationRevised: ({ dueOn, revisionNumber }, reader) => ({
      subject: `Changed by the plan: ${reader.title}`,
      lead: [
        dueOn === undefined
          ? `Revision ${revisionNumber} of the plan says ${what(reader)} in other words. Its date stays.`
          : `By revision ${revisionNumber} of the plan, ${what(reader)} is due by the end of ${date(dueOn)}.`,
      ],
    }),
    ObligationDropped: ({ revisionNumber }, reader) => ({
      subject: `No longer in the plan: ${reader.title}`,
      lead: [
        `Revision ${revisionNumber} of the plan has ${what(reader)} no more. Nobody owes it from now on.`,
      ],
    }),
    Delivered: (event, reader) => ({
      subject: `Handed over: ${reader.title}`,
      lead: [
        `${doer(event, reader)} handed over ${what(reader)}${event.doneOn === undefined ? '' : `, as done on ${date(event.doneOn)}`}.`,
        'Look at it on its page, then accept it or send it back with your reason.',
      ],
    }),
    FileAttached: (_, reader) => ({
      subject: `File: ${reader.title}`,
      lead: [`A file was added to ${what(reader)}.`],
    }),
    Accepted: (event, reader) => ({
      subject: `Accepted: ${reader.title}`,
      lead: [`${doer(event, reader)} accepted ${what(reader)}. It is settled.`],
    }),
    SentBack: (event, reader) => ({
      subject: `Sent back: ${reader.title}`,
      lead: [
        `${doer(event, reader)} sent ${what(reader)} back. It is due by the end of ${date(reader.dueOn)}.`,
        toDo(reader),
      ],
    }),
    ChangeProposed: (event, reader) => ({
      subject: `Change proposed: ${reader.title}`,
      lead: [
        `${doer(event, reader)} proposed for ${what(reader)} ${proposedWords(event.proposed)}.`,
        reader.audience === event.actor
          ? 'Nothing changes until the other party agrees.'
          : 'Nothing changes until you agree on its page; you may decline there too.',
      ],
    }),
    ChangeAgreed: (event, reader) => ({
      subject: `Change agreed: ${reader.title}`,
      lead: [`Both parties agreed for ${what(reader)} ${proposedWords(event.proposed)}.`],
    }),
    ChangeDeclined: (event, reader) => ({
      subject: `Change declined: ${reader.title}`,
      lead: [
        `${doer(event, reader)} declined what was proposed for ${what(reader)}. It is due by the end of ${date(reader.dueOn)}, as before.`,
      ],
    }),
    ChangeWithdrawn: (event, reader) => ({
      subject: `Proposal withdrawn: ${reader.title}`,
      lead: [
        `${doer(event, reader)} withdrew what was proposed for ${what(reader)}. Everything stays as it is.`,
      ],
    }),
    DueReminded: ({ daysBefore }, reader) => ({
      subject:
        daysBefore === 0
          ? `Due today: ${reader.title}`
          : `Due in ${counted(daysBefore, 'day')}: ${reader.title}`,
      lead: [`${what(reader)} is due by the end of ${date(reader.dueOn)}.`, toDo(reader)],
    }),
    BecameLate: (_, reader) => ({
      subject: `Late: ${reader.title}`,
      lead: [
        `${what(reader)} was due by the end of ${date(reader.dueOn)}, and nothing is handed over.`,
        toDo(reader),
        'You are told again each week until something is handed over.',
      ],
    }),
    StillLate: ({ weeks }, reader) => ({
      subject: `Late for ${counted(weeks, 'week')}: ${reader.title}`,
      lead: [
        `${what(reader)} was due by the end of ${date(reader.dueOn)}, and nothing is handed over.`,
        toDo(reader),
      ],
    }),
    AcceptanceAwaited: ({ weeks }, reader) => ({
      subject: `Waiting to be accepted: ${reader.title}`,
      lead: [
        `${what(reader)} was handed over ${counted(weeks, 'week')} ago, and has neither been accepted nor sent back.`,
        'Look at it on its page, then accept it or send it back with your reason.',
      ],
    }),
    NoticeFailed: (_, reader) => ({
      subject: `Not told: ${reader.title}`,
      lead: [`Somebody who was to be told of ${what(reader)} could not be reached.`],
    }),
  },
  open: { label: 'Open it', says: 'Its page, after you have signed in.' },
  footer: ({ contractTitle, reader }) =>
    `Ladder writes to ${reader} for ${contractTitle}. Please do not answer this mail; use the page.`,
};
