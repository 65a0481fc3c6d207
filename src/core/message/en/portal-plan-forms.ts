import type { PlanFormWords } from '../portal/plan-forms.ts';

const HOURS = 'One line for each: days, then hours, such as mon-fri: 08:00-12:00, 13:00-17:00.';
const HOLIDAY = 'One line for each: a date, then its name, such as 2026-12-24 Christmas Eve.';
const SPAN = 'Such as 4 hours, 90 minutes, 1 business day.';
const PARTIES = { customer: 'the customer', contractor: 'the contractor', oversight: 'oversight' };

const fields: Pick<PlanFormWords, 'fields' | 'hints' | 'options'> = {
  fields: {
    id: 'Short name in the plan',
    kind: 'What it is',
    name: 'Name',
    title: 'Title',
    office: 'Office number',
    mobile: 'Mobile number',
    email: 'Address for mail',
    shown: 'Who reads the numbers',
    deputy: 'Deputy',
    quietHours: 'Quiet hours',
    reach: 'Who is reached',
    otherwise: 'Who is reached otherwise',
    responsibility: 'Responsibility',
    covers: 'What it is for',
    examples: 'Examples',
    urgency: 'Urgency',
    actor: 'Whose step it is',
    means: 'By which means',
    unsatisfiedFor: 'Falls due when the customer is not satisfied for',
    silentFor: 'Falls due when nobody answers for',
    silentLevels: 'Levels that have not answered',
    since: 'Counted from',
    calendar: 'Calendar of this clock',
    timeZone: 'Time zone',
    week: 'Hours of the week',
    businessDay: 'One business day later is',
    normalDay: 'Length of a business day',
    holidaysUse: 'List of holidays',
    holidaysAdd: 'Closed besides',
    holidaysRemove: 'Open although on the list',
    exceptions: 'Other hours on single dates',
    obligation: 'What it is',
    due: 'Due',
    owner: 'Who owes it',
    acceptedBy: 'Who accepts it',
    remind: 'Reminders, in days before',
    note: 'Note',
  },
  hints: {
    id: 'Letters, digits, - and _. Other places of the plan refer to it by this name.',
    office: 'With + and the country, such as +1 916 555 0142.',
    mobile: 'With + and the country, such as +1 916 555 0143.',
    quietHours: HOURS,
    examples: 'One line for each.',
    unsatisfiedFor: SPAN,
    silentFor: SPAN,
    silentLevels: 'Their numbers, such as 1, 2.',
    timeZone: 'Such as America/Los_Angeles. Left empty: the zone of the contract.',
    week: HOURS,
    normalDay: 'Such as 8 hours. Only needed where the days of the week differ in length.',
    holidaysAdd: HOLIDAY,
    holidaysRemove: HOLIDAY,
    exceptions: 'One line for each: a date, then hours or closed, such as 2026-12-24: 08:00-12:00.',
    due: 'A date such as 2026-12-15, or a rule such as days 90, after execution.',
    remind: 'Such as 30, 7.',
  },
  options: {
    kind: { person: 'A person', desk: 'A desk', directory: 'Somebody else for each customer' },
    shown: { public: 'Everybody', customers: 'Customers and parties', parties: 'Only the parties' },
    urgency: { high: 'High', normal: 'Normal' },
    party: PARTIES,
    means: { call: 'Call', email: 'Mail', text: 'Text message', portal: 'Portal' },
    since: { opened: 'The opening of the case', levelBelow: 'The contact with the level below' },
    day: {
      'same-time': 'The same time on the next business day',
      close: 'The close of the next business day',
      hours: 'As many open hours as a business day has',
    },
    duty: { milestone: 'A milestone', deliverable: 'A deliverable', commitment: 'A commitment' },
  },
};

export const planForms: PlanFormWords = {
  ...fields,
  title: 'Forms',
  about:
    'Each part of the plan in a form of its own. What is changed here is written into the text of the draft; comments in it are kept. Before anything is kept you see in sentences what changes.',
  unreadable: 'The text cannot be read as a plan yet. Mend it under Text first; the findings say where.',
  parts: {
    contacts: { title: 'Contacts', none: 'The plan has no contact.', add: 'Add a contact' },
    levels: { title: 'Levels', none: 'The plan has no level.', add: 'Add a level' },
    tracks: { title: 'Tracks', none: 'The plan has no track.', add: 'Add a track' },
    calendars: { title: 'Calendars', none: 'The plan has no calendar.', add: 'Add a calendar' },
    obligations: { title: 'Obligations', none: 'The plan has no obligation.', add: 'Add an obligation' },
  },
  level: ({ level, title }) => (title === '' ? `Level ${level}` : `Level ${level}: ${title}`),
  newOne: {
    contacts: 'A new contact',
    levels: 'A new level',
    tracks: 'A new track',
    calendars: 'A new calendar',
    obligations: 'A new obligation',
  },
  notSaid: 'Not said',
  place: ({ place }) => (place === 1 ? 'First' : `Then, as number ${place}`),
  step: ({ level }) => `The step to level ${level}`,
  condition: ({ level, place }) => `Level ${level}: condition ${place} of its step`,
  show: 'Show what it changes',
  keep: 'Keep the change',
  removal: {
    title: 'Take it out of the plan',
    about: 'You see first what that changes.',
    button: 'Take it out',
  },
  shown: {
    title: 'What it changes',
    none: 'Nothing is different from the draft as it stands.',
    again: 'Something was different from what you had seen. This is what it changes now.',
    blocking: ({ now, later }) => {
      if (later === 0) return 'Nothing blocks the draft then.';
      return now === later
        ? `As now, ${later} ${later === 1 ? 'finding blocks' : 'findings block'} the draft.`
        : `${later} ${later === 1 ? 'finding blocks' : 'findings block'} the draft then; now ${now === 1 ? 'it is' : 'there are'} ${now}.`;
    },
    brings: 'Findings that it brings along',
  },
  examples: {
    title: 'Worked examples',
    about: 'What the clock comes to as the form stands.',
    uncounted: 'This clock cannot be counted yet: its calendar says too little.',
    never: 'Never: the calendar does not open for so long.',
    columns: { from: 'Starts', due: 'Is up', why: 'Why' },
  },
  problems: {
    missing: () => 'Nothing was typed.',
    taken: ({ value }) => `“${value}” is in the plan already. Choose another short name.`,
    id: ({ value }) => `“${value}” is no short name. Use letters, digits, - and _, at most 64.`,
    line: ({ value }) => `“${value}” is not one line of plain text.`,
    text: ({ value }) => `“${value}” has characters that are no text, or is too long.`,
    telephone: ({ value }) =>
      `“${value}” cannot be dialled from everywhere. Write it with + and the country, such as +1 916 555 0142.`,
    mail: ({ value }) => `“${value}” is no address for mail. Write it like name@agency.example.`,
    span: ({ value }) => `“${value}” is no length of time. Write 4 hours, 90 minutes or 1 business day.`,
    zone: ({ value }) => `“${value}” is no time zone. Write one such as America/Los_Angeles.`,
    levels: ({ value }) => `“${value}” are no numbers of levels. Write them as 1, 2.`,
    days: ({ value }) => `“${value}” are no days from 1 to 365. Write them as 30, 7.`,
    week: ({ value }) => `“${value}” are no hours. Write mon-fri: 08:00-17:00, a line for each.`,
    exceptions: ({ value }) =>
      `“${value}” are no dates with hours. Write 2026-12-24: 08:00-12:00, or closed, a line for each.`,
    holidays: ({ value }) => `“${value}” are no dates. Write 2026-12-24 Christmas Eve, a line for each.`,
    due: ({ value }) =>
      `“${value}” is neither a date nor a rule. Write 2026-12-15, or days 90, after execution.`,
    one: ({ value }) => `“${value}” is not one of the choices. Choose again.`,
    notWritten: () => 'This cannot be written to its place by itself. Change the text of the draft by hand.',
  },
  notRemoved: 'It cannot be taken out of this text by itself. Change the text of the draft by hand.',
};
