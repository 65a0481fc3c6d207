import type { CaseCommandsWords } from '../case-terminal.ts';

const asking = {
  contract: 'which contract, where the token sees several',
  json: 'what the API answers, instead of sentences',
};
const moving = {
  ifVersion: 'only if the case has this many events still: nobody else was faster',
  key: 'the key of a line typed before, so that it is done once',
  ...asking,
};
const stated = {
  statedAt: "when it was, if earlier: on the contract's clocks, or with an offset",
  onBehalf: 'the desk records it for a customer who called',
};
const text = 'what is said; - reads it from standard input';
const theCase = { CASE: 'the number of the case' };

/** The words of the commands for cases. */
export const caseCommands: CaseCommandsWords = {
  case: {
    summary: 'Open cases, move them, see what they wait for',
    description:
      'Asks a running Ladder over its API: at LADDER_URL (else http://localhost:8080), as whoever the token in ' +
      'LADDER_TOKEN belongs to. A request whose answer is lost is sent again under the same key, so that nothing is ' +
      'done twice.\n\nIt ends with 1 where the answer is no, and with 3 where there is no answer.',
    arguments: {},
    options: {},
    examples: [
      { line: 'ladder case list --status open', says: 'What is open?' },
      { line: 'ladder case show 100001', says: 'What does this one wait for?' },
    ],
  },
  'case open': {
    summary: 'Open a case',
    description: 'Opens a case and prints its number, what happened, and who is next and when.',
    arguments: {},
    options: {
      track: 'which kind of trouble: a track of the plan',
      text,
      reference: 'a number of yours that belongs to it, such as a ticket',
      customer: 'whose case, where you belong to several or to none',
      reporter: "the customer's person who is told and answers; the desk names one",
      automatic: "Ladder takes the customer's steps as soon as they are due",
      practice: 'a drill, kept out of every statistic',
      key: moving.key,
      ...stated,
      ...asking,
    },
    examples: [
      {
        line: 'ladder case open --track service --text "Both lines are down." --reference INC-20417',
        says: 'Trouble begins',
      },
      {
        line: 'ladder case open --track service --on-behalf --customer harbor --reporter dana --stated-at 2026-11-20T14:10',
        says: 'At the desk, for somebody who rang at ten past two',
      },
    ],
  },
  'case list': {
    summary: 'List cases, newest first',
    description: 'Lists the cases you may see. Every option leaves out those that do not fit it.',
    arguments: {},
    options: {
      status: 'only these',
      track: 'only on this track',
      level: 'only where this level is the highest contacted',
      waiting:
        'only what waits for this: customer, contractor, oversight, or answer, move, verdict and so on',
      customer: 'only of this customer',
      reference: 'only with this number of yours',
      practice: 'only drills',
      openedFrom: 'opened then or later',
      openedUntil: 'opened before then',
      limit: 'how many at most; without it 50',
      contract: asking.contract,
      json: 'one JSON object a line',
    },
    examples: [
      {
        line: 'ladder case list --status open --waiting contractor',
        says: 'Where does somebody owe an answer?',
      },
      { line: 'ladder case list --reference INC-20417', says: 'Which case was that?' },
    ],
  },
  'case show': {
    summary: 'Show a case: what it waits for, and every clock',
    description: 'Shows whom the case waits for, which levels were contacted, and what falls due when.',
    arguments: theCase,
    options: asking,
    examples: [{ line: 'ladder case show 100001', says: 'How does it stand?' }],
  },
  'case events': {
    summary: 'List what has happened to a case',
    description: 'Lists the events of a case that you may read, in the order of the record.',
    arguments: theCase,
    options: {
      after: 'only those after this number',
      contract: asking.contract,
      json: 'one JSON object a line',
    },
    examples: [{ line: 'ladder case events 100001', says: 'From the beginning' }],
  },
  'case deadlines': {
    summary: 'List every deadline of a case, and why it falls then',
    description: 'Lists what falls due and when, earliest first, each with the reasons of its clock.',
    arguments: theCase,
    options: { contract: asking.contract, json: 'one JSON object a line' },
    examples: [{ line: 'ladder case deadlines 100001', says: 'When, and why then?' }],
  },
  'case forecast': {
    summary: 'Say what comes if nobody does anything more',
    description: 'Prints the timetable of a case from now on, as it will be if nobody answers.',
    arguments: theCase,
    options: asking,
    examples: [{ line: 'ladder case forecast 100001', says: 'How high will it go, and when?' }],
  },
  'case contacts': {
    summary: 'Say whom to call at each level, today',
    description:
      'Lists the people who fill the seats of each level today, with what you may see of their numbers.',
    arguments: theCase,
    options: { contract: asking.contract, json: 'one JSON object a line' },
    examples: [{ line: 'ladder case contacts 100001', says: 'Whom do I call?' }],
  },
  'case deliveries': {
    summary: 'Say who was told, by what, and whether it arrived',
    description: 'Lists every notice of a case with what its carrier said.',
    arguments: theCase,
    options: { contract: asking.contract, json: 'one JSON object a line' },
    examples: [{ line: 'ladder case deliveries 100001', says: 'Were they told?' }],
  },
  'case file': {
    summary: 'Write the whole case into a file, for an audit or a claim',
    description:
      'Writes what the case is, every clock with its reasons and how it ended, everything that happened, what became ' +
      'of each message, and the digests: as JSON where the name of the file ends in .json, else as a tagged PDF. A case of more ' +
      'than 400 events comes in several files, numbered. A file that is there is never written over.\n\nIt ends with 1 ' +
      'where the record of the case does not hold.',
    arguments: theCase,
    options: {
      out: 'the file to write, such as case.pdf or case.json',
      contract: asking.contract,
      json: 'which files were written, as JSON',
    },
    examples: [
      { line: 'ladder case file 100001 --out case-100001.pdf', says: 'To print and file' },
      { line: 'ladder case file 100001 --out case-100001.json', says: 'For a program' },
    ],
  },
  'case watch': {
    summary: 'Print what happens, as it happens',
    description:
      'Prints each event of a case as it happens and ends when the case is closed; without a case, those of every ' +
      'case you may see, until Ctrl-C. A lost connection is taken up where it broke.',
    arguments: { CASE: 'the number of the case; without it every case of the contract' },
    options: { contract: asking.contract, json: 'one JSON object a line' },
    examples: [
      { line: 'ladder case watch 100001', says: 'Until it is closed' },
      { line: 'ladder case watch --json', says: 'All of them, for a program' },
    ],
  },
  'case ask': {
    summary: 'Ask again, as the customer',
    description: 'Asks every level contacted so far for an answer.',
    arguments: theCase,
    options: { text, ...stated, ...moving },
    examples: [{ line: 'ladder case ask 100001 --text "Is there any news?"', says: 'Nobody has called' }],
  },
  'case not-satisfied': {
    summary: 'Say that an answer does not settle it',
    description:
      "Asks every level contacted so far anew: what was answered does not settle the customer's problem.",
    arguments: theCase,
    options: { text, ...stated, ...moving },
    examples: [
      {
        line: 'ladder case not-satisfied 100001 --text "The line dropped again."',
        says: 'It is not settled',
      },
    ],
  },
  'case escalate': {
    summary: 'Go to a higher level',
    description:
      'Contacts a level that is due, or one that may be contacted early for a reason of the plan. Where it is too ' +
      'early the answer is no, and says from when.',
    arguments: theCase,
    options: { level: 'which level', reason: 'why early: a reason of the plan', text, ...stated, ...moving },
    examples: [
      {
        line: 'ladder case escalate 100001 --level 2 --text "Nobody has called back."',
        says: 'Level 2 is due',
      },
    ],
  },
  'case decline': {
    summary: 'Leave a step that is due untaken',
    description: 'Takes a step that is due off the lists. Whoever may take it still may.',
    arguments: theCase,
    options: { level: 'the step to which level', reason: 'why not', ...moving },
    examples: [
      { line: 'ladder case decline 100001 --level 2 --reason "Level 1 is on it"', says: 'Not yet level 2' },
    ],
  },
  'case acknowledge': {
    summary: 'Say that you have it, as the contractor',
    description:
      'Takes the case: its notices pause for a while. The clocks of the contract run on until an answer.',
    arguments: theCase,
    options: moving,
    examples: [{ line: 'ladder case acknowledge 100001', says: 'I have it' }],
  },
  'case respond': {
    summary: 'Answer the customer, as the contractor',
    description: 'Records the substantive answer: it stops the response clock of the level you stand at.',
    arguments: theCase,
    options: { text, statedAt: stated.statedAt, ...moving },
    examples: [
      { line: 'ladder case respond 100001 --text "A technician is on the way."', says: 'What is being done' },
    ],
  },
  'case propose': {
    summary: 'Propose that the matter is resolved',
    description: 'Answers with a resolution; the customer says whether it settles the matter.',
    arguments: theCase,
    options: { text, statedAt: stated.statedAt, ...moving },
    examples: [
      {
        line: 'ladder case propose 100001 --text "The card is replaced; please try."',
        says: 'It should work now',
      },
    ],
  },
  'case update': {
    summary: 'Tell the customer how it goes; no answer',
    description:
      'Sends word to the customer. It keeps the promise of updates and stops no clock of the contract.',
    arguments: theCase,
    options: { text, ...moving },
    examples: [
      { line: 'ladder case update 100001 --text "The part arrives at noon."', says: 'Word in between' },
    ],
  },
  'case note': {
    summary: 'Add a note',
    description: 'Adds a note that changes nothing else, for everybody or for one party.',
    arguments: theCase,
    options: { text, audience: 'who may read it', ...moving },
    examples: [
      {
        line: 'ladder case note 100001 --text "It is in building 7." --audience all',
        says: 'A fact for all',
      },
    ],
  },
  'case call': {
    summary: 'Record a call you made yourself',
    description:
      'Records a call as evidence: it asks nobody for an answer and stops no clock. Of one that reached nobody it must be ' +
      'said whose number it was, and which. A number that is not in service, or that somebody else answers, is in doubt ' +
      'at once; that nobody picked up puts nothing in doubt.',
    arguments: theCase,
    options: {
      level: 'the level you rang',
      contact: 'whose number it was: a seat of the plan, or a person',
      telephone: 'which number it was',
      outcome: 'what came of it',
      text,
      statedAt: stated.statedAt,
      ...moving,
    },
    examples: [
      {
        line: 'ladder case call 100001 --level 2 --contact bo --telephone mobile --outcome not-in-service',
        says: 'The number is dead',
      },
    ],
  },
  'case satisfied': {
    summary: 'Say that it is settled, as the customer',
    description: 'Closes the case. For 24 hours "ladder case undo" takes it back.',
    arguments: theCase,
    options: { text, ...moving },
    examples: [{ line: 'ladder case satisfied 100001 --text "It works, thank you."', says: 'It is settled' }],
  },
  'case undo': {
    summary: 'Take back that it is settled',
    description: 'Within 24 hours the case goes on as if it had never been said to be settled.',
    arguments: theCase,
    options: moving,
    examples: [{ line: 'ladder case undo 100001', says: 'That was too early' }],
  },
  'case withdraw': {
    summary: 'Withdraw a case, as the customer',
    description: 'Closes the case: the trouble was none of the contractor.',
    arguments: theCase,
    options: { text, ...moving },
    examples: [
      { line: 'ladder case withdraw 100001 --text "It was our own router."', says: 'Our own fault' },
    ],
  },
  'case do': {
    summary: 'Send any command of a case by its name',
    description:
      'Sends a command as the API takes it, the rarer ones included: pauses, contests, hand-over, closing, ' +
      'reopening, another track or revision. The page /api of a running Ladder shows each with its body; ' +
      'docs/reference/commands.md says what each means.',
    arguments: { ...theCase, COMMAND: 'its name, as "requestPause" or "request-pause"' },
    options: { body: 'its fields as a JSON object; - reads them from standard input', ...moving },
    examples: [
      {
        line: 'ladder case do 100001 close --body \'{"reason":"duplicate"}\'',
        says: 'Oversight closes a case that was opened twice',
      },
      { line: 'ladder case do 100001 consent-to-pause', says: 'The customer lets the clocks stand still' },
    ],
  },
};
