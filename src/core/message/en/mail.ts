import type { MailClockStart, MailWords } from '../mail.ts';
import { telephone } from '../on-clocks.ts';
import { levelWords, partyWords, when } from './case-parts.ts';
import { listed } from './dates.ts';
import { leftFiles } from './left-files.ts';
import { answerNews } from './mail-answers.ts';
import { frameNews } from './mail-frame.ts';
import { fromWords, nextWords, whereYouAre } from './mail-parts.ts';
import { sharingNews } from './mail-sharing.ts';
import { stepNews } from './mail-steps.ts';
import { systemMails } from './mail-system.ts';

/** What a clock counts from. */
function startWords({ kind, since, levels }: MailClockStart): string {
  if (kind === 'unsatisfied')
    return since === 'levelBelow' ? 'when the level below was contacted' : 'the opening';
  const named = levels.map(String);
  if (kind === 'allSilent')
    return `the first ask that no response by level ${listed(named).replace(' and ', ' or ')} has followed`;
  return `the first ask to level ${listed(named).replace(' and ', ' or ')} that this level has not answered`;
}

const actions: MailWords['actions'] = {
  acknowledge: (level, { context }) => ({
    label: 'Acknowledge',
    says: `Says${level === undefined ? '' : ` for ${levelWords(level, context)}`} that you have the case. It is no response.`,
  }),
  respond: (level, { context }) => ({
    label: 'Respond',
    says: `Opens a page for your response${level === undefined ? '' : `, which counts for ${levelWords(level, context)}`}.`,
  }),
  satisfied: (_, { customerName }) => ({
    label: 'Satisfied',
    says: `Says for ${customerName} that the matter is settled. It closes the case.`,
  }),
  notSatisfied: (_, { customerName }) => ({
    label: 'Not satisfied',
    says: `Says for ${customerName} that it is not settled. Every level contacted is asked again.`,
  }),
  escalate: (level, { context, audience, customerName }) => ({
    label: level === undefined ? 'Contact the next level' : `Contact level ${level} now`,
    says: `Moves the case for ${audience === 'customer' ? customerName : partyWords(audience)} to ${level === undefined ? 'the next level' : levelWords(level, context)}, which is told at once.`,
  }),
  undoSatisfied: (_, { customerName }) => ({
    label: 'Take it back',
    says: `Says for ${customerName} that the matter is not settled after all. The case goes on.`,
  }),
};

export const mail: MailWords = {
  subject: ({ caseId, references, news }) => `[Ladder ${[caseId, ...references].join(' / ')}] ${news}`,
  news: { ...stepNews, ...answerNews, ...frameNews, ...sharingNews },
  system: systemMails,
  leftFiles,
  checkpoint: ({ number, at, cases, events }) => ({
    subject: `[Ladder] Checkpoint ${number} of the record`,
    lead: [
      `Ladder signed the record as it stood at ${at}: ${cases} ${cases === 1 ? 'case' : 'cases'}, ${events} ${events === 1 ? 'event' : 'events'}.`,
      'Keep this mail as it is. Whoever has it can have the record checked against it at any time, and a case that was dropped or an event that was cut off or changed since would show: ladder verify --against this-mail.eml',
    ],
  }),
  checkpointFooter: (contractTitle) => `Sent by Ladder for ${contractTitle}, without being asked.`,
  toldAgain: ({ round, level }, context) =>
    `Told again, ${round + 1} times by now: nobody ${level === undefined ? 'asked' : `at ${levelWords(level, context)}`} has acknowledged yet.`,
  actions,
  confirm: {
    label: 'Confirm my mail',
    says: 'Says that the held mail is yours. It then counts from when it was received.',
  },
  openCase: { label: 'Open the case', says: 'Shows the case and everything that happened.' },
  headings: {
    actions: 'What you can do now',
    also: 'Also',
    before: 'What it is about',
    call: 'Whom to call',
    said: 'What was said',
    yourMessage: 'Your message',
    stands: 'Where it stands',
    reply: 'How to answer',
    links: 'Every link opens a page that asks once more before anything is done.',
  },
  whyThen: ({ level, dueAt }, reader) => `Why level ${level} from ${fromWords(dueAt, reader)}`,
  next: (reader) => nextWords(reader)[0],
  clockStarted: (start, context) => `The clock started ${when(start.from, context)}: ${startWords(start)}.`,
  whereYouAre: (at, reader) => {
    const words = whereYouAre(at, reader);
    return words === undefined ? undefined : `Where you are, that is ${words}.`;
  },
  saidBy: ({ name, party }) => (name === undefined ? partyWords(party) : `${name}, ${partyWords(party)}`),
  cut: 'The rest is on the page of the case.',
  contact: ({ level, name, title }) =>
    `Level ${level}: ${[name, title].filter((part) => part !== '').join(', ')}`,
  means: { office: 'Office', mobile: 'Mobile', email: 'E-mail' },
  telephone,
  facts: {
    case: 'Case',
    customer: 'Customer',
    contract: 'Contract',
    track: 'Track',
    references: 'References',
  },
  replyMarker: '## Write above this line ##',
  howToReply: {
    watcher: 'Reply to this mail: what you write is kept as a message on the case.',
    customer:
      'Reply with “satisfied”, “not satisfied” or “escalate” alone on the first line, or just write: then it is kept as a message.',
    contractor:
      'Reply to this mail: what you write is kept as a message on the case. To acknowledge or respond, use the links.',
    oversight:
      'Reply with “escalate” alone on the first line where the step is yours, or just write: then it is kept as a message.',
  },
  watching: (reporter) =>
    `You are told because you watch this case. ${reporter ?? 'The person who reported it'} acts on it; you can see it and write notes.`,
  noReply: 'Nobody reads replies to this mail.',
  demonstration: 'Demonstration: nothing in this mail is real.',
  practice: 'Practice: this case is a drill.',
  footer: ({ caseId, contractTitle, reader }) =>
    `An automatic message of Ladder to ${reader}, about case ${caseId} under ${contractTitle}.`,
};
