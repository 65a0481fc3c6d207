import type { FindingWords } from '../findings.ts';
import type { StepFindings } from '../findings-time.ts';
import { wallTime } from './wall-time.ts';

const step = ({ track, level }: { track: string; level: number }): string =>
  `the step to level ${level} of track \`${track}\``;

const Step = (at: { track: string; level: number }): string => step(at).replace('t', 'T');

const PARTIES = { customer: 'the customer', contractor: 'the contractor', oversight: 'oversight' } as const;

const MEANS = {
  call: 'a number to call',
  email: 'an e-mail address',
  text: 'a mobile number for a text',
  portal: 'the portal',
} as const;

const WAITS = {
  unsatisfiedFor: 'being unsatisfied',
  allSilent: 'silence',
  anySilent: 'silence',
} as const;

export const stepFindings: FindingWords<StepFindings> = {
  'step-level-missing': {
    message: ({ track }) => `A step of track \`${track}\` does not say to which level it leads.`,
    advice: () => 'Write `level`, such as level: 2.',
  },
  'step-level-unknown': {
    message: ({ track, level, levels }) =>
      `Track \`${track}\` has a step to level ${level}; the plan has ${levels === 1 ? '1 level' : `${levels} levels`}.`,
    advice: () => 'Correct the number, or describe the level under `levels`.',
  },
  'step-level-repeated': {
    message: ({ track, level }) => `Track \`${track}\` has two steps to level ${level}.`,
    advice: () => 'Make it one step; its `when` may be a list of conditions, any of which suffices.',
  },
  'step-level-unordered': {
    message: ({ track, level, before }) =>
      `On track \`${track}\` the step to level ${level} stands after the one to level ${before}; levels only rise.`,
    advice: () => 'Write the steps in order of their levels, or correct the number.',
  },
  'step-first-conditioned': {
    message: ({ track, key }) =>
      `The first step of track \`${track}\` is the opening of the case; \`${key}\` has no meaning there.`,
    advice: ({ key }) => `Remove \`${key}\`, or move it to the step it was meant for.`,
  },
  'step-first-actor': {
    message: ({ track, actor }) =>
      `The first step of track \`${track}\` belongs to ${PARTIES[actor]}, but opening a case is the customer's.`,
    advice: () => 'Write `actor: customer`.',
  },
  'step-condition-missing': {
    message: (at) => `${Step(at)} does not say when it may be taken.`,
    advice: () => 'Write `when`, such as { unsatisfiedFor: 4 hours, calendar: always, since: opened }.',
  },
  'step-condition-unclear': {
    message: ({ kinds, ...at }) =>
      kinds.length === 0
        ? `A condition of ${step(at)} does not say what it waits for.`
        : `A condition of ${step(at)} waits for ${kinds.map((kind) => `\`${kind}\``).join(' and ')} at once.`,
    advice: ({ kinds }) =>
      kinds.length === 0
        ? 'Write one of `unsatisfiedFor`, `allSilent` and `anySilent`.'
        : 'Make them two conditions in a list; any of them then suffices.',
  },
  'step-condition-key-idle': {
    message: ({ key, kind, ...at }) =>
      `A condition of ${step(at)} waits for ${WAITS[kind]}; \`${key}\` does not belong to it.`,
    advice: ({ key }) =>
      key === 'for'
        ? 'Remove `for`: the time stands at `unsatisfiedFor`.'
        : 'Remove `since`: silence counts from the ask that nobody has answered.',
  },
  'step-span-missing': {
    message: (at) => `${Step(at)} waits for silence, but does not say for how long.`,
    advice: () => 'Write the time under `for`, such as 1 business day.',
  },
  'step-since-missing': {
    message: (at) =>
      `${Step(at)} does not say whether its time counts from the opening or from the level below.`,
    advice: () => 'Write `since: opened` or `since: levelBelow`.',
  },
  'step-silence-empty': {
    message: (at) => `${Step(at)} waits for the silence of no level.`,
    advice: () => 'Name the levels whose silence counts, such as [1, 2].',
  },
  'step-silence-idle': {
    message: ({ silent, why, ...at }) =>
      `${Step(at)} waits for the silence of level ${silent}, ${
        why === 'unknown'
          ? 'which the plan does not have'
          : why === 'not-below'
            ? 'which is not below it and has not been asked by then'
            : 'to which this track has no step'
      }.`,
    advice: ({ level }) =>
      level > 2
        ? `Name levels below ${level} that have a step on this track.`
        : 'Name level 1 alone; no other is below.',
  },
  'step-requires-impossible': {
    message: ({ required, why, ...at }) =>
      `${Step(at)} requires level ${required}, ${
        why === 'unknown'
          ? 'which the plan does not have'
          : why === 'itself'
            ? 'which is the level it leads to'
            : why === 'not-below'
              ? 'which is above it'
              : 'to which this track has no step'
      }: it can never be taken.`,
    advice: ({ level }) =>
      `Name levels below ${level} that have a step on this track, or remove \`requires\`.`,
  },
  'step-never-due': {
    message: ({ why, isWholeStep, ...at }) => {
      const what = isWholeStep ? Step(at) : `A condition of ${step(at)}`;
      const because = {
        silence: 'the levels whose silence it waits for are never asked before',
        'level-below': 'the level below is never reached',
        calendar: 'its calendar does not open for so long',
        requires: 'a level it requires is never reached',
      }[why];
      return `${what} can never fall due: ${because}.`;
    },
    advice: ({ why }) =>
      why === 'calendar'
        ? 'Give the calendar its hours, or count on another.'
        : 'Let the step wait for something that can happen, or cure the steps below first.',
  },
  'step-before-below': {
    message: ({ below, from, dueAt, belowDueAt, timeZone, ...at }) =>
      `${Step(at)} can fall due before the one to level ${below}: opened ${wallTime(from)}, it is due ${wallTime(dueAt)}, the one below ${wallTime(belowDueAt)} (times of ${timeZone}).`,
    advice: ({ below }) =>
      `Lengthen its time, shorten that of level ${below}, or write \`requires: [${below}]\`.`,
  },
  'step-means-missing': {
    message: (at) => `${Step(at)} does not say how that level is reached.`,
    advice: () => 'Write `means`, any of call, email, text, portal.',
  },
  'step-means-unavailable': {
    message: ({ means, ...at }) =>
      `${Step(at)} is by ${means}, and nobody at that level has ${MEANS[means]}.`,
    advice: ({ means }) => `Add it to a contact of the level, or remove ${means} from \`means\`.`,
  },
  'step-actor-missing': {
    message: (at) => `${Step(at)} does not say who may take it.`,
    advice: () => 'Write `actor`: customer, contractor or oversight.',
  },
  'step-actor-untold': {
    message: ({ party, ...at }) =>
      `${Step(at)} falls to ${PARTIES[party]}, and the plan names nobody there who could be told.`,
    advice: ({ party }) =>
      `Name a contact with a number or an address under \`contract.parties.${party}.reach\`.`,
  },
  'step-untaken-open': {
    message: ({ actor, ...at }) =>
      `${Step(at)} is for ${PARTIES[actor]} to take; the plan does not say what happens if it is not taken.`,
    advice: () => 'Add `ifNotTaken`, such as { within: 4 hours, calendar: business, then: customer }.',
  },
  'step-untaken-incomplete': {
    message: ({ key, ...at }) =>
      key === 'within'
        ? `${Step(at)} passes on if it is not taken, but the plan does not say after what time.`
        : `${Step(at)} passes on if it is not taken, but the plan does not say to whom.`,
    advice: ({ key }) =>
      key === 'within'
        ? 'Write the time under `ifNotTaken.within`, such as 4 hours.'
        : 'Write the party under `ifNotTaken.then`, such as customer.',
  },
  'step-untaken-same': {
    message: ({ actor, ...at }) =>
      `If it is not taken, ${step(at)} passes from ${PARTIES[actor]} to ${PARTIES[actor]}.`,
    advice: () => 'Name another party under `ifNotTaken.then`, or remove `ifNotTaken`.',
  },
  'step-automatic-actor': {
    message: ({ actor, ...at }) =>
      `${Step(at)} is said to be automatic, but it is for ${PARTIES[actor]} to take; only the customer's steps are taken so.`,
    advice: () => 'Write `mode: offered`, or `actor: customer`.',
  },
  'step-warning-unclear': {
    message: ({ warn, ...at }) =>
      `${Step(at)} warns "${warn}" before, and days are no plain time before a deadline.`,
    advice: () => 'Write hours or minutes, such as 24 hours.',
  },
  'step-warning-early': {
    message: ({ warn, span, ...at }) =>
      `${Step(at)} warns ${warn} before, but may fall due after ${span}: the warning would come before the clock starts and is not given.`,
    advice: ({ span }) => `Warn a shorter time before than ${span}.`,
  },
  'step-early-reasonless': {
    message: (at) => `${Step(at)} may be taken early, but for no reason that is named, which is never.`,
    advice: () => 'Name the `reasons`, such as [danger to life], or remove `early`.',
  },
};
