import { OTHER_PARTY } from '../../publication/draft-state.ts';
import type { MailLink } from '../mail.ts';
import type { DraftMailWords } from '../portal/draft-mails.ts';
import { listed } from './dates.ts';
import { agreeingWords, longMoment } from './portal-drafts-parts.ts';

const DECIDE: MailLink = {
  label: 'Open the draft',
  says: 'You sign in, read it, and agree to it or send it back there.',
};
const LOOK: MailLink = { label: 'Open the draft', says: 'You sign in, and read it there.' };

const SOMEBODY = 'Somebody';

export const draftMails: DraftMailWords = {
  says: {
    proposed: ({ contractTitle, draft, name = SOMEBODY }) => ({
      subject: `Draft ${draft} of the plan is proposed`,
      lead: [
        `${name} proposed draft ${draft} of the plan of ${contractTitle} to both parties. Its text stands as it is until it is agreed to or sent back.`,
        'It can be published once the contractor and oversight have both agreed. Whoever wrote or proposed it for one party does not agree for the other.',
      ],
      link: DECIDE,
    }),
    sentBack: ({ contractTitle, draft, name = SOMEBODY }) => ({
      subject: `Draft ${draft} of the plan is sent back`,
      lead: [
        `${name} sent back draft ${draft} of the plan of ${contractTitle}. It can be changed again, and is then proposed anew; what was agreed before counts no more.`,
      ],
      link: { label: 'Open the draft', says: 'You sign in, and change it there.' },
    }),
    agreed: ({ contractTitle, draft, name = SOMEBODY, party }) => ({
      subject: `Draft ${draft} of the plan waits for ${agreeingWords(OTHER_PARTY[party])}`,
      lead: [
        `${name} agreed to draft ${draft} of the plan of ${contractTitle} for ${agreeingWords(party)}. It still waits for the agreement of ${agreeingWords(OTHER_PARTY[party])}.`,
      ],
      link: DECIDE,
    }),
    agreedByBoth: ({ contractTitle, draft, name = SOMEBODY, party }) => ({
      subject: `Draft ${draft} of the plan is agreed by both parties`,
      lead: [
        `${name} agreed to draft ${draft} of the plan of ${contractTitle} for ${agreeingWords(party)}. Now both parties have agreed, and its rules are fixed.`,
        'It is in force once it is published: at once, or at a time that is set for it.',
      ],
      link: { label: 'Open the draft', says: 'You sign in, and publish it there.' },
    }),
    publicationSet: ({ contractTitle, draft, name = SOMEBODY, effectiveAt, timeZone }) => ({
      subject: `Draft ${draft} of the plan has a time at which it takes effect`,
      lead: [
        `${name} set when draft ${draft} of the plan of ${contractTitle} takes effect: ${longMoment(effectiveAt, timeZone)}. It is published by itself then.`,
        'Cases that are opened from then on run on it. Running cases keep the plan they have.',
      ],
      link: LOOK,
    }),
    published: ({ contractTitle, draft, name, effectiveAt, timeZone, revision }) => ({
      subject: `Revision ${revision} of the plan is in force`,
      lead: [
        `Draft ${draft} of the plan of ${contractTitle} is published as revision ${revision}, and in force since ${longMoment(effectiveAt, timeZone)}. ${name === undefined ? 'Its time had come.' : `${name} published it.`}`,
        'Cases that are opened from then on run on it. Running cases keep the plan they have.',
      ],
      link: { label: 'Read the plan', says: 'Opens the plan as anybody reads it.' },
    }),
    loaded: ({ contractTitle, effectiveAt, timeZone, revision, agreed }) => ({
      subject: `Revision ${revision} of the plan was loaded and is in force`,
      lead: [
        `The operator of this installation loaded revision ${revision} of the plan of ${contractTitle} at the terminal, and it is in force since ${longMoment(effectiveAt, timeZone)}. It took the place of the one before.`,
        `By the operator’s word it was agreed to by ${listed(agreed)}; neither agreed to it here. If you know nothing of it, ask the operator and the other party at once.`,
        'Cases that are opened from then on run on it. Running cases keep the plan they have.',
      ],
      link: { label: 'Read the plan', says: 'Opens the plan as anybody reads it.' },
    }),
    dropped: ({ contractTitle, draft, name = SOMEBODY }) => ({
      subject: `Draft ${draft} of the plan is dropped`,
      lead: [
        `${name} dropped draft ${draft} of the plan of ${contractTitle}. Nothing more is done with it, and the plan in force is what it was.`,
      ],
      link: LOOK,
    }),
    reasonAsked: ({ contractTitle, draft, name = SOMEBODY, party }) => ({
      subject: `Draft ${draft} of the plan: may a finding stand?`,
      lead: [
        `${name}, for ${agreeingWords(party)}, lets a finding stand in draft ${draft} of the plan of ${contractTitle}. It blocks the plan until a reason is given for ${agreeingWords(OTHER_PARTY[party])} as well; the published plan then shows both reasons.`,
        'Where it is not to stand, nothing need be done: the finding blocks on.',
      ],
      link: { label: 'Open the draft', says: 'You sign in, and give your reason at the finding there.' },
    }),
  },
  changes: 'What it changes',
  moreChanges: ({ more }) => `And ${more} more: the page of the draft shows all of them.`,
  finding: 'The finding',
  footer: ({ contractTitle }) => `Ladder, for ${contractTitle}`,
};
