import type { DraftWords } from '../portal/drafts.ts';
import { agreeingWords, longMoment } from './portal-drafts-parts.ts';

const UTC = 'UTC';
const DID = {
  wrote: 'wrote a part of this draft',
  proposed: 'proposed it',
  agreed: 'agreed to it',
} as const;

/** Why something asked of a draft is not done. */
export const draftRefusals: DraftWords['refusals'] = {
  'draft-not-found': ({ draft }) => ({
    message: `There is no draft ${draft}.`,
    advice: 'Look at the list of drafts.',
  }),
  'draft-not-allowed': () => ({
    message: 'That is not yours to do with a draft.',
    advice: 'Ask the program manager or oversight.',
  }),
  'draft-nothing-published': () => ({
    message: 'No plan of this contract is in force, or its text was erased, so there is nothing to copy.',
    advice: 'Begin the draft from a text.',
  }),
  'draft-same': ({ revision }) => ({
    message: `This draft says what revision ${revision} says, which is in force.`,
    advice: 'Change the draft, or drop it.',
  }),
  'draft-people-refused': ({ personId }) => ({
    message: `The plan would put ${personId} on two sides of the contract.`,
    advice: 'Nobody stands for the contractor and for oversight. Name somebody else in the plan.',
  }),
  'draft-over': ({ status }) => ({
    message: `Nothing more is done with this draft: it is ${status}.`,
    advice: 'Begin a new one.',
  }),
  'draft-not-open': ({ status }) => ({
    message: `This draft is ${status}, so its text stands.`,
    advice: 'Send it back first, with the reason; then it can be changed and proposed again.',
  }),
  'draft-not-proposed': () => ({
    message: 'This draft is not proposed.',
    advice: 'Propose it first.',
  }),
  'draft-not-agreed': ({ missing }) => ({
    message: `This draft waits for the agreement of ${missing.map(agreeingWords).join(' and ')}.`,
    advice: 'Both parties agree before a plan is published.',
  }),
  'draft-changed': ({ by, at }) => ({
    message: `${by} changed this draft on ${longMoment(at, UTC)}, after you had opened it.`,
    advice: 'Nothing was done. Read the draft as it is now, then do it again.',
  }),
  'draft-full': ({ eventsMax }) => ({
    message: `This draft has ${eventsMax} entries in its record, which is the most that one may have.`,
    advice: 'Begin a new draft with its text.',
  }),
  'draft-text-erased': () => ({
    message: 'The text of this draft was erased.',
    advice: 'Begin a new draft.',
  }),
  'draft-text-missing': () => ({ message: 'Nothing was written.', advice: 'Write the text, then send it.' }),
  'draft-text-unstorable': () => ({
    message: 'The text holds characters that are no text.',
    advice: 'Save it as UTF-8 without null characters.',
  }),
  'draft-text-too-long': ({ bytesMax }) => ({
    message: `The text is longer than ${bytesMax} bytes.`,
    advice: 'A plan is shorter. Look for something that was copied into it by mistake.',
  }),
  'draft-reason-missing': () => ({
    message: 'No reason was given.',
    advice: 'Write why, so that the others can act on it.',
  }),
  'draft-agreed-already': ({ party, who }) => ({
    message: `${who} has agreed to this draft for ${agreeingWords(party)}.`,
    advice: 'One agreement of each party is enough.',
  }),
  'draft-eyes-same': ({ who, did }) => ({
    message: `${who} ${DID[did]} for the other party.`,
    advice: 'Somebody else has to agree: four eyes see every plan.',
  }),
  'draft-blocked': ({ findings: { length } }) => ({
    message:
      length === 1
        ? 'One finding keeps this draft from going on.'
        : `${length} findings keep this draft from going on.`,
    advice: 'Mend what they name, settle the questions, or let both parties say why a finding may stand.',
  }),
  'draft-uncountable': ({ gaps }) => ({
    message: `The clocks of this draft cannot be counted without ${gaps.join(', ')}.`,
    advice: 'Write what is missing.',
  }),
  'draft-contract-other': ({ contract, named }) => ({
    message:
      named === undefined
        ? 'The draft does not say which contract it belongs to.'
        : `The draft is a plan of the contract "${named}".`,
    advice: `Write ${contract} under contract.id.`,
  }),
  'draft-instant-passed': ({ effectiveAt }) => ({
    message: `${longMoment(effectiveAt, UTC)} has passed.`,
    advice: 'Choose a time that is to come, or leave it empty for now.',
  }),
  'draft-instant-far': ({ daysMax }) => ({
    message: `That is more than ${daysMax} days ahead.`,
    advice: 'Choose a nearer time.',
  }),
  'draft-finding-unknown': ({ finding, path }) => ({
    message: `The draft has no finding ${finding} at ${path}.`,
    advice: 'Read its findings as they are now.',
  }),
  'draft-finding-stays': ({ finding }) => ({
    message: `${finding} cannot be let stand.`,
    advice: 'A question is settled by choosing a reading, and what cannot be read is written anew.',
  }),
};
