import type { FindingWords } from '../findings.ts';
import type { DocumentFindings } from '../findings-document.ts';
import { obligationFindings } from './findings-obligations.ts';
import { questionFindings } from './findings-questions.ts';

const SECTIONS = {
  milestones: 'milestones',
  roles: 'roles and responsibilities',
  deliverables: 'deliverables',
  commitmentDates: 'commitment dates',
} as const;

const PROMISES = {
  longestAtLevel: 'how long it may keep a case',
  updateEvery: 'how often the customer hears from it',
} as const;

export const documentFindings: FindingWords<DocumentFindings> = {
  ...obligationFindings,
  ...questionFindings,
  'plan-format-missing': {
    message: () => 'The plan does not say which format it is written in.',
    advice: ({ format }) => `Begin the file with \`ladder: ${format}\`.`,
  },
  'plan-upkeep-missing': {
    message: () =>
      'Nothing keeps the plan current: nobody confirms its contacts, and no obligation comes round.',
    advice: () =>
      'Add `requirements.attestation`, or an obligation such as `due: { every: 90 days, after: publication }`.',
  },
  'document-key-missing': {
    message: ({ key }) => `The document has no ${key === 'dated' ? 'date' : key}.`,
    advice: ({ key }) => `Write it under \`document.${key}\`.`,
  },
  'document-version-repeated': {
    message: ({ version, date, firstDate }) =>
      `Version ${version} stands in the history twice${date && firstDate ? `, of ${firstDate} and of ${date}` : ''}.`,
    advice: () => 'Give each state of the document a number of its own.',
  },
  'document-version-unlisted': {
    message: ({ version }) => `The document is version ${version}, which its history does not mention.`,
    advice: () => 'Add the version with its date under `document.history`.',
  },
  'contract-key-missing': {
    message: ({ key }) => `The contract has no ${key}.`,
    advice: ({ key }) => `Write it under \`contract.${key}\`.`,
  },
  'contract-zone-missing': {
    message: () => "The contract's time zone is missing, so no date has an end and no calendar an hour.",
    advice: () => 'Write it under `contract.timeZone`, as America/Los_Angeles.',
  },
  'contract-execution-missing': {
    message: () => 'The day the contract was executed is missing; what is counted from it cannot be checked.',
    advice: () => 'Write the date under `contract.executed`, as 2026-07-01.',
  },
  'contract-term-missing': {
    message: ({ key }) =>
      key === undefined
        ? 'The term of the contract is missing.'
        : `The term has no ${key === 'from' ? 'first' : 'last'} day.`,
    advice: () => 'Write both days under `contract.term`, as { from: 2026-07-01, until: 2029-06-30 }.',
  },
  'contract-term-reversed': {
    message: ({ from, until }) => `The term ends on ${until}, before it begins on ${from}.`,
    advice: () => 'Correct one of the two days; both belong to the term.',
  },
  'contract-term-over': {
    message: ({ until, today }) => `The term ended on ${until}; today is ${today}.`,
    advice: () => 'If the contract was extended, write its new last day.',
  },
  'contract-portal-missing': {
    message: ({ place }) =>
      `The address where the plan is posted${place === undefined ? '' : ` (${place})`} is missing.`,
    advice: () => 'Write it under `contract.portal`, as https://portal.lantern.example/escalation.',
  },
  'contract-portal-invalid': {
    message: ({ portal }) => `"${portal}" is no address that a browser opens.`,
    advice: () => 'Write the whole address, beginning with https://.',
  },
  'party-name-missing': {
    message: ({ party }) =>
      `The plan does not name the ${party === 'oversight' ? 'oversight party' : party}.`,
    advice: ({ party }) => `Write the name under \`contract.parties.${party}.name\`.`,
  },
  'party-reach-missing': {
    message: ({ party }) =>
      party === 'oversight'
        ? 'Nobody is named whom to tell at oversight.'
        : `Nobody is named whom to tell at the ${party}.`,
    advice: ({ party }) => `Name at least one contact under \`contract.parties.${party}.reach\`.`,
  },
  'requirements-missing': {
    message: () => 'The plan does not say what its clause requires, so it is checked only against itself.',
    advice: () => 'Add `requirements` with levels, contact fields, availability, posting and sections.',
  },
  'requirement-section-missing': {
    message: ({ section }) => `The clause requires ${SECTIONS[section]}, and the plan has none.`,
    advice: ({ section }) =>
      section === 'roles'
        ? 'Add them under `roles`, each with its party and what it does.'
        : 'Add them under `obligations`, each with `kind`, `due`, `owner` and `acceptedBy`.',
  },
  'requirement-promise-missing': {
    message: ({ track, level, promise, required }) =>
      `Level ${level} of track \`${track}\` does not promise ${PROMISES[promise]}; the clause requires ${required}.`,
    advice: ({ promise, required }) => `Add \`${promise}: ${required}\`, or less, to its promise.`,
  },
  'requirement-promise-longer': {
    message: ({ promised, required }) => `${promised} is promised; the clause allows ${required}.`,
    advice: ({ required }) => `Promise ${required} or less.`,
  },
  'requirement-expedited-missing': {
    message: ({ triggers }) =>
      `The clause requires a faster way${triggers.length === 0 ? '' : ` for ${triggers.join(', ')}`}, and no track is urgent and no step may be taken early.`,
    advice: () =>
      'Mark a track `urgency: high`, or add `early` with its reasons to the steps that may be taken early.',
  },
  'requirement-reissue-missing': {
    message: ({ after }) =>
      `The clause requires the plan to be issued anew${after === undefined ? '' : ` after ${after}`}, and no obligation says so.`,
    advice: () => 'Add an obligation whose `due` comes as soon as this one.',
  },
  'posting-late': {
    message: ({ postedOn, dueOn }) => `The plan was posted on ${postedOn}; it was due by ${dueOn}.`,
    advice: () => 'Record with oversight why it was late; the plan itself cannot mend it.',
  },
  'attestation-lapsed': {
    message: ({ contact, on, dueOn }) =>
      on === undefined
        ? `Nobody has confirmed the details of ${contact}${dueOn === undefined ? '' : `; that was due by ${dueOn}`}.`
        : `The details of ${contact} were last confirmed on ${on}; they were to be confirmed again by ${dueOn}.`,
    advice: () => 'Ask the contact to confirm number and address, and record the day.',
  },
};
