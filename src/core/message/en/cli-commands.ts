import type { CommandsWords } from '../cli.ts';

export const commands: CommandsWords = {
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
      { line: 'ladder calendar', says: 'which are there?' },
      { line: 'ladder calendar us-ca-state-offices --from 2026 --to 2027', says: 'two years of one' },
      { line: 'ladder calendar us-federal --from 2026-11-01 --json', says: 'for a program' },
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
      { line: 'ladder calendar suggest US-NY --from 2026 >> plan.yaml', says: 'add it to a plan, then edit' },
    ],
  },
};
