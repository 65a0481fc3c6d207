import type { PlanFormatWords } from '../plan-format.ts';

/** The keys that say what happens: tracks, pauses, promises, roles, obligations. */
export const planFormatRoutes: PlanFormatWords = {
  tracks: {
    means: "The ways through the levels, one for each kind of trouble, by ids of the author's.",
    example:
      '{ service: { title: Service impacting, steps: [{ level: 1, actor: customer, means: [call] }] } }',
  },
  'tracks.*.title': {
    means: 'What people call the track.',
    missing: 'Its id.',
    example: 'Service impacting escalations',
  },
  'tracks.*.covers': { means: 'Which trouble takes this track.', example: 'Voice and data that do not work' },
  'tracks.*.examples': {
    means: 'Troubles that take it, for those who have to choose.',
    missing: 'None.',
    example: '[no dial tone at a site]',
  },
  'tracks.*.urgency': {
    means: '`high` or `normal`, shown where a track is chosen.',
    missing: 'normal',
    example: 'high',
  },
  'tracks.*.steps': {
    means: 'The steps, usually one for each level. The first opens the case.',
    example: '[{ level: 1, actor: customer, means: [call, email] }]',
  },
  'tracks.*.steps.#.level': { means: 'The level it reaches.', example: '2' },
  'tracks.*.steps.#.actor': { means: 'The party that may make it.', example: 'customer' },
  'tracks.*.steps.#.means': {
    means: 'How: any of `call`, `email`, `text`, `portal`.',
    example: '[call, email]',
  },
  'tracks.*.steps.#.when': {
    means: 'The condition that makes it due, or a list of which any suffices. The first step has none.',
    example: '{ unsatisfiedFor: 4 hours, calendar: always, since: opened }',
  },
  'tracks.*.steps.#.when.unsatisfiedFor': {
    means: 'Due when the customer has not been satisfied for so long.',
    example: '4 hours',
  },
  'tracks.*.steps.#.when.since': {
    means: 'What that is counted from: `opened`, or `levelBelow` for the moment the level below was reached.',
    missing: 'A finding.',
    example: 'levelBelow',
  },
  'tracks.*.steps.#.when.allSilent': {
    means: 'Due when none of these levels has responded.',
    example: '[1, 2]',
  },
  'tracks.*.steps.#.when.anySilent': {
    means: 'Due when at least one of these levels has not responded.',
    example: '[2]',
  },
  'tracks.*.steps.#.when.for': { means: 'How long that silence lasts.', example: '1 business day' },
  'tracks.*.steps.#.when.calendar': {
    means: 'The calendar in which the clock of this condition runs.',
    missing: 'A finding; nothing is assumed.',
    example: 'business',
  },
  'tracks.*.steps.#.requires': {
    means: 'Levels that must have been reached before.',
    missing: 'None: steps do not wait for one another.',
    example: '[2]',
  },
  'tracks.*.steps.#.mode': {
    means:
      '`offered`, or `automatic` for a step that a case takes by itself until the customer switches that off.',
    missing: 'offered',
    example: 'automatic',
  },
  'tracks.*.steps.#.warn': {
    means: 'How long before it falls due people are warned, in plain time.',
    missing: 'Nobody is warned.',
    example: '[1 hour, 15 minutes]',
  },
  'tracks.*.steps.#.early': {
    means: 'That the step may be taken before it is due.',
    missing: 'It may not.',
    example: '{ reasons: [danger to life] }',
  },
  'tracks.*.steps.#.early.reasons': {
    means: 'The reasons of which one is given.',
    example: '[danger to life, public safety]',
  },
  'tracks.*.steps.#.ifNotTaken': {
    means: 'Who may take the step if its actor does not.',
    missing: 'Nobody else.',
    example: '{ within: 4 hours, calendar: business, then: customer }',
  },
  'tracks.*.steps.#.ifNotTaken.within': { means: 'How long the actor has.', example: '4 hours' },
  'tracks.*.steps.#.ifNotTaken.calendar': { means: 'The calendar that time runs in.', example: 'business' },
  'tracks.*.steps.#.ifNotTaken.then': {
    means: 'The party that may take it afterwards.',
    example: 'customer',
  },
  pauses: {
    means: "That clocks may be stopped, by the contractor's request and with the customer's consent.",
    missing: 'There are no pauses.',
    example: '{ reasons: [access refused], longest: 2 business days, calendar: business }',
  },
  'pauses.reasons': {
    means: 'The reasons of which one is given.',
    example: '[customer not available, access refused]',
  },
  'pauses.longest': { means: 'How long a pause lasts at most.', example: '2 business days' },
  'pauses.calendar': { means: 'The calendar that time runs in.', example: 'business' },
  reopening: {
    means: 'That a closed case may be opened again.',
    missing: 'It may not: a new case is linked to it.',
    example: '{ within: 30 days }',
  },
  'reopening.within': { means: 'How long after closing.', example: '30 days' },
  'reopening.calendar': {
    means: 'The calendar that time runs in; days without `business` need none.',
    example: 'business',
  },
  closing: {
    means: "That oversight may close a case because of the customer's silence.",
    missing: 'A case is never closed for silence.',
    example: '{ silentFor: 10 business days, calendar: business }',
  },
  'closing.silentFor': {
    means:
      'How long after a proposal the customer has been silent; reminders go out at a quarter, a half and three quarters of it.',
    example: '10 business days',
  },
  'closing.calendar': { means: 'The calendar that time runs in.', example: 'business' },
  promises: {
    means: 'What the contractor undertakes, for each track and level.',
    missing: 'Nothing is promised, which is a finding.',
    example: '[{ track: service, level: 1, respondWithin: 1 hour, calendar: always }]',
  },
  'promises.#.track': { means: 'The track.', example: 'service' },
  'promises.#.level': { means: 'The level of it.', example: '1' },
  'promises.#.acknowledgeWithin': { means: 'How soon somebody says "I have it".', example: '15 minutes' },
  'promises.#.respondWithin': { means: 'How soon there is an answer of substance.', example: '1 hour' },
  'promises.#.updateEvery': { means: 'How often the customer hears something.', example: '2 hours' },
  'promises.#.longestAtLevel': {
    means: 'How long the case stays at this level at most.',
    example: '4 hours',
  },
  'promises.#.calendar': { means: 'The calendar in which these times run.', example: 'always' },
  emergency: {
    means: 'What the plan says above everything else.',
    missing: 'Nothing.',
    example: '{ number: "911", says: Where life is in danger }',
  },
  'emergency.number': { means: 'The number to dial, in quotes.', example: '"911"' },
  'emergency.says': { means: 'When to dial it.', example: 'Where life is in danger' },
  contactChanges: {
    means: 'How a change of contacts is agreed.',
    missing: 'A finding.',
    example: '{ agreedWithin: 10 business days, calendar: business }',
  },
  'contactChanges.agreedWithin': {
    means: 'Within what time both parties agree.',
    example: '10 business days',
  },
  'contactChanges.calendar': { means: 'The calendar that time runs in.', example: 'business' },
  acknowledgedFor: {
    means: 'How long an acknowledgement stops the notices to that level, in plain time.',
    missing: '60 minutes',
    example: '45 minutes',
  },
  roles: {
    means: 'Who does what, for readers.',
    example: '[{ role: Customer, party: customer, does: [open the case] }]',
  },
  'roles.#.role': { means: 'The role.', example: 'Service desk' },
  'roles.#.party': { means: 'The party that has it.', example: 'contractor' },
  'roles.#.does': { means: 'What it does.', example: '[answer first, keep the ticket]' },
  obligations: {
    means: 'Milestones, deliverables and commitments.',
    example:
      '[{ id: process, kind: deliverable, title: Process posted, due: { days: 90, after: execution }, owner: contractor, acceptedBy: oversight }]',
  },
  'obligations.#.id': { means: 'A name that is never used again.', example: 'process' },
  'obligations.#.kind': { means: '`milestone`, `deliverable` or `commitment`.', example: 'deliverable' },
  'obligations.#.title': { means: 'What is owed.', example: 'Escalation process posted' },
  'obligations.#.due': { means: 'By when: a date, or how it is counted.', example: '2027-01-31' },
  'obligations.#.owner': { means: 'The party that owes it.', example: 'contractor' },
  'obligations.#.acceptedBy': { means: 'The party that says it was done.', example: 'oversight' },
  'obligations.#.remind': {
    means: 'So many days before each date its owner is reminded, and on the date itself.',
    missing: '30, 7 and 1.',
    example: '[60, 14]',
  },
  'obligations.#.note': { means: 'Anything else.', example: 'Agreed at the kick-off' },
  'due.days': {
    means: "So many days after an event; day 0 is the event's, and the last day counts to its end.",
    example: '90',
  },
  'due.of': {
    means: 'A calendar of the plan: then the days are its business days.',
    missing: "Calendar days in the contract's zone.",
    example: 'business',
  },
  'due.every': { means: 'Again and again, so long after an event.', example: '90 days' },
  'due.monthly': { means: 'A day of every month; where a month is shorter, its last.', example: '15' },
  'due.months': {
    means: 'With `monthly`: only every so many months, counted from the month in which the term begins.',
    missing: 'Every month.',
    example: '3',
  },
  'due.after': {
    means:
      'What `days` and `every` count from: `execution`, `publication` or `change` (of the plan or a contact).',
    example: 'execution',
  },
};
