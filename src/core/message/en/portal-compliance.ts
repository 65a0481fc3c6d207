import type { ComplianceWords } from '../portal/compliance.ts';
import { formatDate, formatSpan, listed } from './dates.ts';

const date = (on: string): string => formatDate(on, { year: true });
const revisions = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'revision' : 'revisions'} ${listed(numbers.map(String))}`;
const inForceWords = (
  inForce: readonly { readonly number: number; readonly from: string | undefined }[],
): string => {
  if (inForce.length === 0) return 'No plan was in force.';
  const each = inForce.map(
    ({ number, from }) => `revision ${number}${from === undefined ? '' : ` from ${date(from)}`}`,
  );
  return `Plan: ${listed(each)}.`;
};

export const compliance: ComplianceWords = {
  title: 'Compliance report',
  about:
    'What the clause demands and what proves it, and what the record says of these days. Drills and samples count nowhere.',
  stamp: ({ from, until, inForce }) => `${date(from)} to ${date(until)}. ${inForceWords(inForce)}`,
  foot: ({ title, from, until }) => `${title}: ${date(from)} to ${date(until)}`,
  take: { title: 'Take it along', pdf: 'As a PDF', csv: 'As a table (CSV)' },
  unpublished: 'No plan of this contract is published yet, so there is nothing to report.',
  demands: {
    title: 'What the clause demands',
    about:
      'Each demand as the last plan in force in these days writes it down, and what shows that it is met: by every plan that was in force in them, and by whoever filled their seats.',
    none: 'The plan writes down no demand of its clause.',
    caption: 'Demands and their proof',
    columns: { demand: 'Demand', standing: 'Met', proof: 'Proof' },
    standings: { holds: 'Yes', fails: 'No', open: 'Not shown' },
    says: {
      levels: ({ count }) => `At least ${count} levels`,
      contactFields: ({ names }) => `Of every contact: ${listed(names)}`,
      allHours: 'Every level is reachable at every hour of the year',
      businessHours: 'Every level is reachable in business hours',
      posting: ({ dueOn }) => `The plan is posted by the end of ${date(dueOn)}`,
      postingOpen: 'The plan is posted in time',
      section: ({ name }) => `The plan has ${name}`,
      attestation: ({ span }) => `Contacts are confirmed every ${formatSpan(span)}`,
      longestAtLevel: ({ span }) => `No case stays at a level for more than ${formatSpan(span)}`,
      updateEvery: ({ span }) => `The customer has news every ${formatSpan(span)}`,
      expedited: 'What cannot wait goes up at once',
      reissue: 'The plan is issued anew when it changes',
    },
    fields: {
      name: 'name',
      title: 'title',
      responsibility: 'responsibility',
      office: 'office number',
      mobile: 'mobile number',
      email: 'e-mail address',
    },
    sections: {
      milestones: 'milestones',
      roles: 'roles and responsibilities',
      deliverables: 'deliverables',
      commitmentDates: 'commitment dates',
    },
    proofs: {
      checked: ({ numbers }) => `The check of ${revisions(numbers)} finds nothing against it.`,
      found: ({ numbers }) => `The check of ${revisions(numbers)} finds otherwise:`,
      empty: ({ level, from, until }) =>
        until === undefined
          ? `Level ${level} has reached nobody since ${date(from)}.`
          : `Level ${level} reached nobody from ${date(from)} to ${date(until)}.`,
      unreached: ({ level }) => `Level ${level} reaches nobody now.`,
      contact: ({ name, names }) => `Missing of ${name} now: ${listed(names)}.`,
      erased: ({ numbers }) => `The text of ${revisions(numbers)} was erased, and nothing else shows it.`,
      today: 'This is counted as of today, which is not among these days.',
      notInForce: 'No plan was in force in these days.',
      published: ({ doneOn }) => `The first revision kept here was published on ${date(doneOn)}.`,
      obligation: ({ title, doneOn }) => `“${title}” was done on ${date(doneOn)}, and accepted.`,
      kept: ({ done, of }) => `Kept ${done} of ${of} times in these days.`,
      attested: ({ done, of }) => `${done} of ${of} details of contacts count as confirmed today.`,
      noneEnded: 'No promise of it ended in these days.',
      elsewhere: 'This report does not count it.',
    },
  },
  steps: {
    title: 'Deadlines by track and level',
    about:
      'The deadline of a level is met where the customer is satisfied before the next step falls due, and missed where that step falls due. Each is counted on the day on which it happened, and so is what was made of the step.',
    caption: 'Deadlines met and missed, and what was made of the steps that fell due',
    none: 'No deadline was met or missed in these days.',
    columns: {
      met: 'Met',
      fellDue: 'Missed: fell due',
      taken: 'Taken',
      early: 'Taken early',
      declined: 'Declined',
      withdrawn: 'No longer due',
    },
  },
  promises: {
    title: 'Promises kept and missed',
    caption: 'Promises whose time was up in these days',
    none: 'No promise was kept or missed in these days.',
  },
  levels: {
    title: 'Time at each level',
    about:
      'From where a level was contacted to where the next was, or to the end of the case, in real time. Cases still there have no time yet.',
    caption: 'Cases that came to a level in these days',
    none: 'No case came to a level in these days.',
    columns: { reached: 'Came', left: 'Have gone on', longest: 'Longest' },
  },
  ends: {
    title: 'Satisfaction',
    about: 'Cases that were opened and closed in these days.',
    facts: {
      opened: 'Opened',
      satisfied: 'Closed: the customer is satisfied',
      withdrawn: 'Closed: withdrawn',
      otherwise: 'Closed by oversight',
      median: 'Median time to satisfaction of those opened, in the plan’s hours',
    },
  },
  currency: {
    title: 'How current the plan is',
    about:
      'As it is now, whatever the days of this report: details of contacts that count as confirmed, and obligations that are not late.',
    figure: ({ done, of, share }) => `${share} %: ${done} of ${of} are current.`,
    nothing: 'The plan in force asks nobody to confirm anything, and owes nothing.',
  },
  obligations: {
    title: 'Obligations',
    about: 'Those whose date lies in these days, as they stand now.',
    caption: 'Obligations due in these days',
    none: 'No obligation was due in these days.',
    inTime: 'in time',
    afterDate: 'after its date',
  },
};
