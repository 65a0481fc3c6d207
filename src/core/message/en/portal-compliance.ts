import type { ComplianceWords } from '../portal/compliance.ts';
import { formatDate, formatSpan, listed } from './dates.ts';

const date = (on: string): string => formatDate(on, { year: true });

export const compliance: ComplianceWords = {
  title: 'Compliance report',
  about:
    'What the clause demands and what proves it, and what the record says of these days. Drills and samples count nowhere.',
  stamp: ({ from, until, number }) => `${date(from)} to ${date(until)}. Plan: revision ${number}.`,
  foot: ({ title, from, until }) => `${title}: ${date(from)} to ${date(until)}`,
  take: { title: 'Take it along', pdf: 'As a PDF', csv: 'As a table (CSV)' },
  unpublished: 'No plan of this contract is published yet, so there is nothing to report.',
  demands: {
    title: 'What the clause demands',
    about: 'Each demand as the plan in force writes it down, and what shows that it is met.',
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
      checked: ({ number }) => `The check of revision ${number} finds nothing against it.`,
      found: ({ number }) => `The check of revision ${number} finds otherwise:`,
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
