import type { CaseCommandsWords } from '../case-terminal.ts';
import type { CommandsWords, ContractCommand, RecordCommand } from '../cli.ts';
import type { operatorCommands } from './cli-operator.ts';

/** The words of the commands that need no installation. */
export const commands: Omit<
  CommandsWords,
  keyof typeof operatorCommands | keyof CaseCommandsWords | RecordCommand | ContractCommand
> = {
  check: {
    summary: 'Say everything that is wrong with a plan, and where',
    description:
      'Reads whole plan files (YAML or JSON) and reports every finding at once: its place, its lasting code, ' +
      'what is wrong and what to do. Blocking findings stop a plan from being published.\n\n' +
      'Some rules need facts that no file can know: the day, when the plan was posted, who attested it. ' +
      'Rules whose facts are not given are listed as not checked; nothing is assumed.',
    arguments: { FILE: 'plan files; "-" reads standard input' },
    options: {
      at: 'the day to check at, as 2026-11-22; without it, rules about the day are not checked',
      facts: 'a YAML or JSON file of facts that the plan cannot know',
      format: 'how to answer; text if not given, json is one object a file, each on its own line',
      json: 'the same as --format json',
    },
    examples: [
      { line: 'ladder check plans/minimal.plan.yaml', says: 'Read one plan' },
      { line: 'ladder check plans/*.yaml --at 2026-11-22', says: 'Read them all as of a day' },
      { line: 'ladder check --json - < plan.yaml | jq .findings', says: 'For a program' },
      { line: 'ladder check plan.yaml --format sarif > plan.sarif', says: 'For a code review' },
    ],
  },
  diff: {
    summary: 'Say what changed between two plans, in sentences',
    description:
      'Compares two plan files value by value, not line by line: each difference once, in the words of the ' +
      'plan. Layout and comments count for nothing; another spelling of a value ("4 hours", "240 minutes") ' +
      'and a default written out count as differences. It ends with 0 whether there are differences or none. ' +
      'A file of which something cannot be read is refused, for what is left out would look unchanged.',
    arguments: {
      BEFORE: 'the earlier plan; "-" reads standard input',
      AFTER: 'the later plan',
    },
    options: { json: 'one JSON object a difference, each on its own line' },
    examples: [
      { line: 'ladder diff old.plan.yaml new.plan.yaml', says: 'What is new?' },
      { line: 'ladder diff - plan.yaml < agreed.yaml', says: 'Against what was agreed' },
    ],
  },
  import: {
    summary: 'Make a draft plan from the document you have',
    description:
      'Reads the document in which an escalation process stands (PDF, Word, HTML, Markdown or plain text, told by ' +
      'its content) and makes a draft plan of it. What the document says once is in the draft, with its place; what ' +
      'it says twice or leaves open is a question in the draft; what it does not say is null. The report lists the ' +
      'questions, what a reader would stumble over, and the sentences that found no place. ' +
      'It ends with 0 when there is a draft, and with 1 when the file cannot be read as a document.',
    arguments: { FILE: 'the document; "-" reads standard input' },
    options: {
      out: 'write the draft to a new file, and the report to standard output',
      json: 'one JSON object: the draft, facts with their places, questions, findings, and what found no place',
    },
    examples: [
      { line: 'ladder import plan.pdf --out draft.plan.yaml', says: 'A draft to go on with' },
      {
        line: 'ladder import plan.docx > draft.plan.yaml',
        says: 'The draft to a file, the report on the screen',
      },
    ],
  },
  publish: {
    summary: 'Write a plan as files that need neither a network nor Ladder',
    description:
      'Writes a page in English and Spanish, PDF, one page for the wall, JSON, cards for telephones, a calendar of ' +
      'due dates and holidays, and their style into a folder that opens from a memory stick. Every form says that it ' +
      'was made from a file and not published by an installation, which revision it is, from when it is meant to hold, ' +
      'and its digest.\n\n' +
      'A plan with blocking findings or open questions is refused. The same file and options give the same bytes. ' +
      'The people are those of the file, and the digest is of this text alone: an installation has another, for it ' +
      'salts what can be erased.',
    arguments: { FILE: 'a plan, or - for standard input' },
    options: {
      out: 'the folder; an earlier copy in it is replaced',
      revision: 'the number of the revision; 1 if not given',
      effective: 'the day from which it is meant to hold, as 2026-11-22; that of the document if not given',
      address:
        'the installation that publishes the plan, or its page there: readers are led to it, also to report a wrong ' +
        'contact; nowhere if not given',
      for: 'who will read it, which decides whose numbers it shows; public if not given',
      json: 'one JSON object instead of sentences',
    },
    examples: [
      {
        line: 'ladder publish plans/calnet-3-category-9.1.plan.yaml --out copy',
        says: 'The sample plan for anybody',
      },
      {
        line: 'ladder publish plan.yaml --out /media/stick --for customers',
        says: 'With the numbers that customers see',
      },
    ],
  },
  deadline: {
    summary: 'Say when a clock runs out, and why then',
    description:
      'Counts a span of time by a calendar of a plan: hours inside the calendar, business days by its ' +
      'meaning of them. With --explain it says which hours counted and which days were skipped.\n\n' +
      'With --stdin it answers one JSON object a line with one JSON object a line, in the same order and as ' +
      'long as lines come; each line brings its own calendar. docs/reference/cli.md lists its keys.',
    arguments: {},
    options: {
      plan: 'the plan whose calendar counts',
      calendar: 'the calendar, by its name in the plan',
      from: 'the start: an instant (2026-11-25T16:30-08:00), or a local time in the zone of the calendar',
      span: 'how long: "4 hours", "90 minutes", "1 business day", PT1H30M',
      stdin: 'answer lines of JSON',
      explain: 'say why',
      json: 'answer in JSON',
      strict: 'with --stdin: end with 1 if any line could not be answered',
    },
    examples: [
      {
        line: 'ladder deadline --plan plan.yaml --calendar business --from 2026-11-25T16:30 --span "1 business day" --explain',
        says: 'One, with its reasons',
      },
      { line: 'ladder deadline --stdin < starts.jsonl > due.jsonl', says: 'A million' },
    ],
  },
  calendar: {
    summary: 'List the closed dates of a holiday calendar that Ladder ships',
    description:
      'Prints each closed date with its name and the law it comes from, both ends included. Without a name, ' +
      'it lists the calendars there are. Dates beyond the data are refused, for a date that is not listed ' +
      'would read as open.',
    arguments: { NAME: 'a calendar, as a plan names it under holidays.use' },
    options: {
      from: 'the first year or date; without it, where the data begin',
      to: 'the last year or date; without it, where the data end',
      json: 'one JSON array of {date, name, source}',
    },
    examples: [
      { line: 'ladder calendar', says: 'Which are there?' },
      { line: 'ladder calendar us-ca-state-offices --from 2026 --to 2027', says: 'Two years of one' },
      { line: 'ladder calendar us-federal --from 2026-11-01 --json', says: 'For a program' },
    ],
  },
  'calendar suggest': {
    summary: 'Draft the holidays of another region, for a person to approve',
    description:
      'Prints what the library date-holidays believes about a country or a part of it, as lines for a plan. ' +
      'It is a draft and no authority: a person reads it, corrects it and answers for it.',
    arguments: { REGION: 'a country by its two letters, or a part of it: DE, DE-BY, US-NY' },
    options: {
      from: 'the first year or date',
      to: 'the last year or date',
    },
    examples: [
      { line: 'ladder calendar suggest DE-BY --from 2026 --to 2027', says: 'Bavaria, two years' },
      {
        line: 'ladder calendar suggest US-NY --from 2026 > holidays.txt',
        says: 'A draft to read before it goes into a plan',
      },
    ],
  },
  'on-call': {
    summary: 'Say whom a level reaches at an instant: who is on duty',
    description:
      'Names the people a level of a plan reaches at an instant, by its rotas and contacts, how to reach them, and ' +
      'until when. Where a rota has nobody on duty, it names whom the plan reaches otherwise.\n\n' +
      'With --stdin it answers one JSON object a line with one JSON object a line, in the same order and as ' +
      'long as lines come; each line brings its own rota, in the form of the plan. docs/reference/rotas.md says how a ' +
      'rota is read, docs/reference/cli.md lists the keys of a line.',
    arguments: { PLAN: 'a plan file; left out with --stdin' },
    options: {
      level: 'the level, by its number',
      at: 'when: 2026-12-25T02:10 on the contract’s clocks, or with an offset',
      json: 'answer in JSON',
      stdin: 'answer lines of JSON',
      strict: 'with --stdin: end with 1 if any line could not be answered',
    },
    examples: [
      {
        line: 'ladder on-call plans/everything.plan.yaml --level 2 --at 2026-12-25T02:10',
        says: 'Whom would a case wake on Christmas morning?',
      },
      { line: 'ladder on-call --stdin < questions.jsonl > answers.jsonl', says: 'Many' },
    ],
  },
  coverage: {
    summary: 'Prove that somebody is on duty at every level, at every instant',
    description:
      'Looks through a period, not in samples but wherever something may change: is somebody on duty at each level ' +
      'who can be reached by two means that do not fail together? A desk is there round the clock; a person is by a ' +
      'rota, or where a deputy stands behind. It ends with 1 where a level is not covered at some instant.',
    arguments: { PLAN: 'a plan file; "-" reads standard input' },
    options: {
      from: 'the first date, or an instant',
      to: 'the last date, or the instant at which the period ends',
      facts:
        'a YAML or JSON file of facts; with attestations, only what was confirmed and has not lapsed counts',
      json: 'one JSON object: each level with its gaps, in UTC',
    },
    examples: [
      {
        line: 'ladder coverage plans/follow-the-sun.plan.yaml --from 2026-09-01 --to 2027-08-31',
        says: 'A year',
      },
    ],
  },
  forecast: {
    summary: 'Say when who may move, if a case opened then',
    description:
      'The timetable of a case that is opened at an instant and answered only as you say, every actor moving as ' +
      'soon as it may: who acts, whom to reach, when on the contract’s clocks, and why then. It asks the rules ' +
      'that run real cases. Levels that such a case never reaches are named, with what keeps it from them.',
    arguments: { FILE: 'a plan file; "-" reads standard input' },
    options: {
      track: 'the track of the plan; may be left out where it has only one',
      opened: 'when the case opens: 2026-11-20T16:30 on the contract’s clocks, or with an offset',
      answered: 'a level and when it answers, as 1@2026-11-20T17:00; may be given several times',
      automatic: 'the customer lets Ladder move in its name',
      reaching:
        'a YAML or JSON file of how people are tried; with it each level says whom Ladder would try in the first hour, when and by what',
      json: 'one JSON object: rows with instants in UTC, people, reasons with code and text',
      svg: 'the ladder as a picture',
    },
    examples: [
      {
        line: 'ladder forecast plans/minimal.plan.yaml --opened 2026-11-20T16:30',
        says: 'If nobody answers',
      },
      {
        line: 'ladder forecast plan.yaml --track bill --opened 2026-11-25T16:30 --answered 1@2026-11-26T09:00',
        says: 'If only level 1 does',
      },
      {
        line: 'ladder forecast plan.yaml --track outage --opened 2026-11-20T16:30Z --svg > ladder.svg',
        says: 'A picture',
      },
    ],
  },
  simulate: {
    summary: 'Play a case on a plan and print what happens',
    description:
      'Plays a scenario through the very rules that run real cases: who opens, answers, asks, moves, and when ' +
      "nothing runs. Time is the scenario's; nothing waits. Each event is printed in its order as a " +
      'line of JSON, and each refusal in its place as {at, refused, message}.',
    arguments: {
      FILE: 'a plan file; may be left out where the scenario names its plan',
      SCENARIO: 'a scenario file (YAML or JSON); "-" reads standard input',
    },
    options: {
      json: 'one JSON object a line, which is the default',
      story: 'sentences for people instead',
    },
    examples: [
      {
        line: 'ladder simulate plans/calnet-3-category-9.1.plan.yaml scenarios/a.scenario.yaml',
        says: 'Nobody answers',
      },
      { line: 'ladder simulate scenarios/e.scenario.yaml --story', says: 'The machine comes late' },
    ],
  },
  tour: {
    summary: 'See in a minute what Ladder does',
    description:
      'Checks the sample plan and the document it came from, then plays the case in which nobody answers, ' +
      'in sentences, with the reasons of each instant. Reads two files of this project, changes nothing.',
    arguments: {},
    options: {},
    examples: [{ line: 'ladder tour', says: 'A plan, its findings, and a case on it' }],
  },
};
