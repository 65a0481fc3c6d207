import type { Cli, CommandsWords } from '../cli.ts';
import { check } from './check.ts';
import { refusals } from './cli-refusals.ts';

const commands: CommandsWords = {
  check: {
    summary: 'Say everything that is wrong with a plan, and where',
    description:
      'Reads whole plan files (YAML or JSON) and reports every finding at once: where, a code that never ' +
      'changes, what is wrong, what to do. Blocking findings stop a plan from being published.\n\n' +
      'Some rules need facts that no file can know: the day, when the plan was posted, who attested it. ' +
      'Rules whose facts are not given are listed as not checked; nothing is assumed.',
    arguments: { FILE: 'plan files; "-" reads standard input' },
    options: {
      at: 'the day to check at, as 2026-11-22; without it, rules about the day are not checked',
      facts: 'a YAML or JSON file of facts that the plan cannot know',
      format: 'how to answer; json is one object a file, each on its own line',
      json: 'the same as --format json',
    },
    examples: [
      { line: 'ladder check plans/minimal.plan.yaml', says: 'read one plan' },
      { line: 'ladder check plans/*.yaml --at 2026-11-22', says: 'read them all as of a day' },
      { line: 'ladder check --json - < plan.yaml | jq .findings', says: 'for a program' },
      { line: 'ladder check plan.yaml --format sarif > plan.sarif', says: 'for a code review' },
    ],
  },
};

export const cli: Cli = {
  description:
    "Runs a contract's customer escalation process: one plan, checked, published, run, and proved.",
  titles: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    examples: 'Examples:',
    exit: 'It ends with:',
    readOn: 'Read on:',
  },
  groups: {
    plans: 'Plans:',
    clocks: 'Clocks and calendars:',
    cases: 'Cases:',
  },
  commands,
  options: { help: 'explain ladder, or one command', version: 'print the version' },
  usage: { command: '<command>', options: '[options]' },
  examples: [{ line: 'ladder check plans/minimal.plan.yaml', says: 'is this plan in order?' }],
  exits: [
    ['0', 'yes: done, nothing blocking'],
    ['1', 'no: refused, or blocking findings'],
    ['2', 'the command line asks for something that is not there'],
    ['3', 'a fault: the disk, the terminal, or Ladder itself'],
  ],
  readOn: [
    ['ladder <command> --help', 'what a command takes, with examples'],
    ['README.md', 'five minutes with the sample plans'],
    ['docs/reference/', 'the plan format, every finding, every command'],
  ],
  choices: (choices) => `(${choices.join(', ')})`,
  moreHelp: (command) => `Type "${command} --help" to see what it takes.`,
  refusals,
  check,
};
