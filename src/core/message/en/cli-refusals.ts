import type { Cli, RefusalWords } from '../cli.ts';
import { intake } from './intake.ts';

const help = (command: string): string => `Type "${command} --help" to see what it takes.`;

const meant = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean "${suggestion}"? ${otherwise}`;

export const refusals: Cli['refusals'] = {
  'cli-command-unknown': ({ command, suggestion, within }) => ({
    message: `There is no command "${command}".`,
    advice: meant(suggestion, help(within)),
  }),
  'cli-option-unknown': ({ option, suggestion, within }) => ({
    message: `"${within}" has no option "${option}".`,
    advice: meant(suggestion, help(within)),
  }),
  'cli-option-value-missing': ({ option, within }) => ({
    message: `The option "${option}" needs a value after it.`,
    advice: help(within),
  }),
  'cli-option-value-unknown': ({ option, value, choices, suggestion }) => ({
    message: `"${option}" cannot be "${value}".`,
    advice: meant(suggestion, `It is one of: ${choices.join(', ')}.`),
  }),
  'cli-option-missing': ({ option, within }) => ({
    message: `"${within}" needs the option "${option}".`,
    advice: help(within),
  }),
  'cli-options-conflict': ({ option, other }) => ({
    message: `"${option}" and "${other}" ask for two different things.`,
    advice: 'Give one of them.',
  }),
  'cli-argument-missing': ({ argument, within }) => ({
    message: `"${within}" needs ${argument}.`,
    advice: help(within),
  }),
  'cli-argument-surplus': ({ arguments: surplus, within }) => ({
    message: `"${within}" does not know what to do with ${surplus.map((word) => `"${word}"`).join(', ')}.`,
    advice: `Names with spaces go between quotation marks. ${help(within)}`,
  }),
  'cli-date-not-understood': ({ option, value }) => ({
    message: `"${option}" needs a date, and "${value}" is none.`,
    advice: 'Write it as year, month, day: 2026-11-22.',
  }),
  'cli-number-not-understood': ({ option, value, max }) => ({
    message: `"${option}" cannot be "${value}".`,
    advice: `It is a whole number from 1 to ${max}.`,
  }),
  'cli-address-not-understood': ({ option, value }) => ({
    message: `"${option}" needs the address of a page, and "${value}" is none.`,
    advice: 'Write it as https://ladder.example.',
  }),
  'cli-input-used-twice': ({ file }) => ({
    message: `Standard input ("${file}") is named twice, and can be read only once.`,
    advice: 'Give one of the two as a file.',
  }),
  'folder-foreign': ({ folder }) => ({
    message: `"${folder}" is no empty folder and no copy of a plan that Ladder made.`,
    advice: 'Name a folder that is empty or not there yet; what is in this one stays as it is.',
  }),
  'file-missing': ({ file, suggestion }) => ({
    message: `There is no file "${file}".`,
    advice: meant(suggestion, 'Paths start from the folder you are in.'),
  }),
  'file-is-folder': ({ file }) => ({
    message: `"${file}" is a folder.`,
    advice: `Name the files in it: ${file.replace(/\/+$/, '')}/*.yaml`,
  }),
  'file-not-readable': ({ file, reason }) => ({
    message: `"${file}" cannot be read (${reason}).`,
    advice: 'Check that it is yours to read and that its disk is there.',
  }),
  'file-too-large': ({ file, mebibytesMax }) => ({
    message: `"${file}" is larger than ${mebibytesMax} MiB.`,
    advice: 'No plan is that long: check that it is the file you meant.',
  }),
  'plan-not-runnable': ({ file, gaps }) => ({
    message: `No case can run on ${file}: ${gaps.join(', ')} ${gaps.length === 1 ? 'is' : 'are'} missing or cannot be counted.`,
    advice: `Type "ladder check ${file}" to see what to write there.`,
  }),
  'scenario-not-understood': ({ file }) => ({
    message: `${file} is not a scenario as it stands.`,
    advice: 'Mend what is said above; docs/reference/scenarios.md shows every key.',
  }),
  'scenario-plan-missing': ({ file }) => ({
    message: `${file} names no plan, and none was given.`,
    advice: 'Type "ladder simulate PLAN SCENARIO", or write "plan:" into the scenario.',
  }),
  'reaching-not-understood': ({ file }) => ({
    message: `${file} cannot be read as rules of notices.`,
    advice: 'Mend what is named above; docs/reference/scenarios.md shows every key.',
  }),
  'reaching-unusable': ({ file, key, value, reason }) => ({
    message:
      reason === undefined
        ? `${file}: under ${key} stands ${value}, which is none.`
        : `${file}: ${key}. ${reason}`,
    advice:
      'People have the ids of the plan, zones their IANA names, rules the limits of docs/reference/contacts.md.',
  }),
  'scenario-key-missing': ({ file, key }) => ({
    message: `${file} lacks "${key}".`,
    advice: 'Write it; docs/reference/scenarios.md shows every key.',
  }),
  'scenario-instant-unclear': ({ file, key, value }) => ({
    message: `"${value}" at "${key}" in ${file} is no instant.`,
    advice: 'Write it as 2026-11-20T16:30-08:00, or without an offset for the clocks of the contract.',
  }),
  'scenario-time-reversed': ({ file, key, value }) => ({
    message: `"${key}" in ${file} ends before it begins: ${value}.`,
    advice: 'Write the earlier instant first.',
  }),
  'scenario-key-surplus': ({ file, key }) => ({
    message: `"${key}" in ${file} is nothing that this command takes.`,
    advice: 'Take it out; docs/reference/commands.md lists the fields of each command.',
  }),
  'scenario-actor-unknown': ({ file, key, value, known }) => ({
    message: `"${value}" at "${key}" in ${file} is nobody of this plan.`,
    advice: `It is one of: ${known.join(', ')}.`,
  }),
  'file-exists': ({ file }) => ({
    message: `There is already a file "${file}", and nothing was written over it.`,
    advice: 'Give another name, or move that file away.',
  }),
  'file-not-written': ({ file, reason }) => ({
    message: `"${file}" could not be written (${reason}).`,
    advice: 'Look whether its folder is there and may be written to.',
  }),
  'document-not-read': ({ file, problem }) => {
    const say = intake.problems[problem.code] as (values: unknown) => RefusalWords;
    const { message, advice } = say(problem.values);
    return { message: `"${file}": ${message}`, advice };
  },
  'facts-not-understood': ({ file }) => ({
    message: `The facts in "${file}" are not understood, so nothing was checked.`,
    advice: 'The facts that can be given are listed under "ladder check" in docs/reference/cli.md.',
  }),
  fault: ({ reason }) => ({
    message: `Ladder could not go on: ${reason}`,
    advice: 'Run it again with LADDER_DEBUG=1 to see where, and report that.',
  }),
};
