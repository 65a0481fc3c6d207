import type { Cli } from '../cli.ts';
import { check } from './check.ts';
import { caseCommands } from './cli-case.ts';
import { commands } from './cli-commands.ts';
import { contractCommands } from './cli-contracts.ts';
import { operatorCommands } from './cli-operator.ts';
import { recordCommands } from './cli-record.ts';
import { refusals } from './cli-refusals.ts';
import { tour } from './cli-tour.ts';

export const cli: Cli = {
  description:
    "Runs a contract's customer escalation process: one plan, checked, published, run, and proved.",
  titles: {
    usage: 'Usage:',
    commands: 'Commands of its own:',
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
    running: 'Running Ladder:',
    contracts: 'Contracts and people:',
  },
  commands: { ...commands, ...operatorCommands, ...recordCommands, ...contractCommands, ...caseCommands },
  options: { help: 'explain ladder, or one command', version: 'print the version' },
  usage: { command: '<command>', options: '[options]' },
  examples: [
    { line: 'ladder check plans/minimal.plan.yaml', says: 'Is this plan in order?' },
    {
      line: 'ladder deadline --plan plans/calnet-3-category-9.1.plan.yaml --calendar business --from 2026-11-25T16:30 --span "1 business day" --explain',
      says: 'When is it due, and why?',
    },
    { line: 'ladder calendar us-ca-state-offices --from 2026', says: 'When are the offices closed?' },
  ],
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
  published: ({ contract, revision, digest, folder, files }) => [
    `Revision ${revision} of ${contract} is in ${folder}: ${files} files, index.html first.`,
    `Digest: ${digest}`,
  ],
  check,
  tour,
};
