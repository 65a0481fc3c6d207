import type { FindingWords } from '../findings.ts';
import type { DocumentFindings } from '../findings-document.ts';

type ObligationFindings = Pick<
  DocumentFindings,
  Extract<keyof DocumentFindings, `obligation-${string}` | `role-${string}`>
>;

export const obligationFindings: FindingWords<ObligationFindings> = {
  'obligation-key-missing': {
    message: ({ obligation, key }) => `Obligation "${obligation}" has no ${key}.`,
    advice: ({ key }) =>
      key === 'kind'
        ? 'Write `kind: milestone`, `deliverable` or `commitment`.'
        : `Write it under \`${key}\`.`,
  },
  'obligation-id-repeated': {
    message: ({ id }) => `A second obligation has the id \`${id}\`.`,
    advice: () => 'Give each obligation an id of its own.',
  },
  'obligation-owner-missing': {
    message: ({ obligation }) => `Nobody owes "${obligation}".`,
    advice: () => 'Write `owner: contractor`, `customer` or `oversight`.',
  },
  'obligation-acceptor-missing': {
    message: ({ obligation }) => `Nobody accepts "${obligation}".`,
    advice: () => 'Write under `acceptedBy` which party says that it was done.',
  },
  'obligation-self-accepted': {
    message: ({ obligation, party }) => `The ${party} both owes "${obligation}" and accepts it.`,
    advice: () => 'Let another party accept it.',
  },
  'obligation-date-missing': {
    message: ({ obligation }) => `"${obligation}" has no date by which it is due.`,
    advice: () => 'Write `due`, as 2027-01-31 or { days: 90, after: execution }.',
  },
  'obligation-date-unclear': {
    message: ({ obligation }) => `When "${obligation}" is due cannot be counted from what is written.`,
    advice: () =>
      'Write one of { days: 90, after: execution }, { days: 10, of: business, after: change }, { every: 90 days, after: publication } and { monthly: 15 }.',
  },
  'obligation-date-outside-term': {
    message: ({ obligation, date }) => `"${obligation}" is due on ${date}, outside the contract.`,
    advice: () => 'Choose a day between the execution and the end of the term.',
  },
  'obligation-dates-cut': {
    message: ({ obligation, cut, count, last }) =>
      cut === 'count'
        ? `"${obligation}" comes again after ${last}, and only its first ${count} dates are laid out.`
        : `"${obligation}" comes again without an end, and its dates are laid out to ${last} alone.`,
    advice: ({ cut, last }) =>
      cut === 'count'
        ? `Let it come less often, or publish the plan anew before ${last}: dates are laid out from each publication on.`
        : `Write the end of the term, or publish the plan anew before ${last}: dates are laid out from each publication on.`,
  },
  'obligation-calendar-unknown': {
    message: ({ calendar }) => `\`${calendar}\` is not among the calendars of this plan.`,
    advice: ({ suggestion }) =>
      suggestion === undefined
        ? 'Describe it under `calendars`, or name one that is there.'
        : `Did you mean \`${suggestion}\`?`,
  },
  'role-incomplete': {
    message: ({ role, key }) =>
      `Role "${role}" ${key === 'does' ? 'has nothing to do' : key === 'party' ? 'belongs to no party' : 'has no name'}.`,
    advice: ({ key }) => `Write it under \`${key}\`.`,
  },
  'role-absent': {
    message: ({ party }) => `The ${party} moves or owes something in this plan and has no role in it.`,
    advice: ({ party }) => `Add a role with \`party: ${party}\` and what it does.`,
  },
};
