import type { DraftWords } from '../portal/drafts.ts';
import { draftMails } from './portal-draft-mails.ts';
import { agreeingWords } from './portal-drafts-parts.ts';
import { draftRefusals } from './portal-drafts-refusals.ts';
import { planForms } from './portal-plan-forms.ts';
import { aboutWords } from './question-place.ts';

const pages: Pick<DraftWords, 'facts' | 'tabs' | 'forms' | 'labels' | 'done'> = {
  facts: {
    status: 'How far it is',
    origin: 'Where it came from',
    copyOf: 'A copy of revision',
    edited: 'Last changed',
    proposed: 'Proposed',
    contractor: 'Agreed by the contractor',
    oversight: 'Agreed by oversight',
    effective: 'Takes effect',
    address: 'To be read at',
    revision: 'Its rules are kept as revision',
    digest: 'Their digest',
  },
  tabs: {
    label: 'Parts of the draft',
    draft: 'The draft',
    forms: 'Forms',
    text: 'Text',
    preview: 'Preview',
  },
  forms: {
    propose: {
      title: 'Propose it',
      about: 'The text then stands as it is until it is agreed to or sent back.',
      button: 'Propose the draft',
    },
    agree: {
      title: 'Agree to it',
      about:
        'You agree to the text as it is now, for your party. When both have agreed, its rules are fixed and it can be published.',
      button: 'Agree to the draft',
    },
    sendBack: {
      title: 'Send it back',
      about: 'The draft can then be changed again. What was agreed before counts no more.',
      button: 'Send it back',
    },
    publish: {
      title: 'Publish it',
      about: 'Cases opened from then on run on this plan. Running cases keep the one they have.',
      button: 'Publish the plan',
    },
    comment: { title: 'Comment', about: 'Everybody who sees the draft reads it.', button: 'Add the comment' },
    drop: {
      title: 'Drop it',
      about: 'The draft stays in the list, and nothing more is done with it.',
      button: 'Drop the draft',
    },
  },
  labels: {
    text: 'The plan as text',
    reason: 'Reason',
    comment: 'Comment',
    note: 'A word to the others',
    effectiveAt: 'Takes effect at',
    effectiveAtHint: 'Left empty: now.',
    because: 'Why',
    yaml: 'The plan as text',
    yamlHint: 'YAML, as the reference of the plan describes it. Comments are kept.',
  },
  done: {
    made: 'The draft is kept.',
    edited: 'The text is saved.',
    unchanged: 'Nothing was different, so nothing was saved.',
    propose: 'The draft is proposed.',
    agree: 'Your agreement is recorded.',
    agreedByBoth: 'Both parties have agreed. The plan can be published.',
    sendBack: 'The draft is sent back.',
    publish: 'The plan is published.',
    set: 'The plan takes effect at the time you chose.',
    comment: 'Your comment is there.',
    drop: 'The draft is dropped.',
    override: 'Your reason is recorded.',
    settle: 'The question is settled, and the reading is written into the plan.',
    entryKept: 'The change is written into the draft.',
    entryRemoved: 'It is taken out of the draft.',
  },
};

export const drafts: DraftWords = {
  ...pages,
  refusals: draftRefusals,
  mails: draftMails,
  planForms,
  status: {
    draft: 'draft',
    proposed: 'proposed',
    agreed: 'agreed',
    published: 'published',
    superseded: 'superseded',
    dropped: 'dropped',
  },
  title: 'Drafts of the plan',
  about:
    'A plan is drafted, proposed, agreed to by the contractor and by oversight, and published at a time both know. Each of these steps is recorded with who took it and when.',
  one: ({ draft }) => `Draft ${draft}`,
  empty: 'There is no draft.',
  emptyAbout: 'Begin one to change the plan.',
  columns: {
    draft: 'Draft',
    status: 'How far it is',
    made: 'Begun',
    changed: 'Last changed',
    effective: 'Takes effect',
    revision: 'Revision',
  },
  inForce: ({ number }) => `Revision ${number} of the plan is in force`,
  nothingInForce: 'No plan of this contract is in force yet.',
  copy: {
    title: 'From the plan in force',
    about: 'The draft begins as the plan stands today.',
    button: 'Begin a draft from the plan in force',
  },
  fromText: {
    title: 'From a text',
    about: 'Paste a plan that was written elsewhere. It may have gaps: the draft shows them.',
    button: 'Keep it as a draft',
  },
  origins: {
    text: 'A text',
    import: 'Read out of a document',
    file: 'A file, loaded at the terminal',
    copy: 'The plan in force',
  },
  notYet: 'not yet',
  by: ({ name }) => `by ${name}`,
  momentNotUnderstood: ({ value }) => `“${value}” is no time. Write it as 2026-12-01 08:00.`,
  waitsFor: ({ party }) => `It waits for the agreement of ${agreeingWords(party)}.`,
  waitsForProposal: 'It can be changed, and waits to be proposed.',
  waitsForPublication: 'Both parties have agreed. It waits to be published.',
  takesEffect: 'Both parties have agreed. It is published by itself when its time comes.',
  findings: {
    title: 'Findings',
    none: 'Nothing is wrong with this plan.',
    count: ({ blocking, count }) =>
      blocking === 0
        ? `Nothing blocks it. There ${count === 1 ? 'is one finding' : `are ${count} findings`}.`
        : `${blocking} of ${count} ${count === 1 ? 'finding' : 'findings'} ${blocking === 1 ? 'blocks' : 'block'} it.`,
    line: ({ line }) => `Line ${line}`,
    severity: { blocking: 'blocks', warning: 'warning', advice: 'advice' },
    inEnglish: 'Findings are written in English.',
  },
  overrides: {
    title: 'Let it stand',
    about:
      'When both parties give a reason, this finding blocks no more, and the published plan shows both reasons.',
    button: 'Let the finding stand',
    by: ({ party, name }) => `${name}, for ${agreeingWords(party)}`,
    waits: ({ party }) => `It still waits for the reason of ${agreeingWords(party)}.`,
    erased: 'The reason was erased.',
  },
  questions: {
    title: 'Open questions',
    about:
      'The document says these things in two ways, or leaves them open. Choose what holds: it is written into the plan, with who settled it and why.',
    one: ({ about }) => `What holds for ${aboutWords(about)}?`,
    reading: ({ value, quote }) => (quote === undefined ? value : `${value}: “${quote}”`),
    button: 'Settle the question',
    notChosen: 'Choose the reading that holds.',
    notWritten: ({ about }) =>
      `The reading cannot be written to ${about} by itself. Change the text by hand.`,
  },
  changes: {
    title: 'What it changes',
    none: 'It says what the plan in force says.',
    more: ({ more }) => `${more} more ${more === 1 ? 'change' : 'changes'}`,
    nothingBefore: 'No plan is in force yet: everything in it is new.',
    unreadable: 'The text cannot be read as a plan yet. The findings say where.',
  },
  history: {
    title: 'History',
    says: {
      DraftMade: 'Draft begun',
      DraftEdited: 'Text changed',
      DraftProposed: 'Proposed',
      DraftCommented: 'Comment',
      DraftSentBack: 'Sent back',
      DraftAgreed: 'Agreed',
      FindingOverridden: 'Finding let stand',
      OverrideLapsed: 'Finding judged anew, for the plan says something else there now',
      RulesFixed: 'Rules fixed',
      PublicationSet: 'Time of publication set',
      PlanPublished: 'Published',
      PlanSuperseded: 'Superseded',
      DraftDropped: 'Dropped',
    },
    erased: 'What was written was erased.',
  },
  preview: {
    about:
      'So anybody would read this plan if it were published now, with the people whom its text names. Nothing of it is in force.',
    unfinished:
      'There is nothing to show yet: its clocks cannot be counted. The findings say what is missing.',
  },
  edit: {
    title: 'Text',
    save: 'Save the text',
    locked: 'The text stands while the draft is proposed or agreed to. Send it back to change it.',
  },
};
