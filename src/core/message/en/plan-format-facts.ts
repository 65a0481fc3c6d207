import type { PlanFormatWords } from '../plan-format.ts';

/** The keys that say what is agreed: document, contract, questions, requirements, calendars, contacts, levels. */
export const planFormatFacts: PlanFormatWords = {
  ladder: { means: 'The format of this file.', missing: 'A finding that blocks.', example: '1' },
  document: {
    means: 'The paper this plan is, or was made from.',
    example: '{ title: Escalation plan, version: "1.1", dated: 2026-11-02 }',
  },
  'document.title': { means: 'What stands on its first page.', example: 'Customer Escalation Process Plan' },
  'document.version': {
    means: "The document's own number, in quotes, for 1.10 is not 1.1.",
    example: '"1.2"',
  },
  'document.dated': { means: 'The date on its first page.', example: '2026-11-02' },
  'document.history': {
    means: 'Its earlier states and this one.',
    missing: 'Nothing is known of earlier states.',
    example: '[{ version: "1.0", date: 2026-08-14, note: First issue }]',
  },
  'document.history.#.version': { means: 'The number of that state.', example: '"1.0"' },
  'document.history.#.date': { means: 'The date of that state.', example: '2026-08-14' },
  'document.history.#.note': { means: 'What changed.', example: 'Contacts renewed' },
  contract: {
    means: 'The contract that demands the plan.',
    example: '{ id: sample, title: Sample contract, clause: C.7.3.2, timeZone: America/Los_Angeles }',
  },
  'contract.id': {
    means: 'A short name for file names, subjects and addresses.',
    example: 'calnet-3-category-9-1',
  },
  'contract.title': { means: 'What people call the contract.', example: 'CALNET 3, Category 9.1' },
  'contract.clause': { means: 'The clause that demands the plan.', example: 'C.7.3.2' },
  'contract.timeZone': {
    means: "The zone, by its IANA name, in which the contract's days begin and end.",
    missing: 'A finding that blocks.',
    example: 'America/Los_Angeles',
  },
  'contract.executed': {
    means: 'The day the contract was executed: day 0 of whatever is due so many days after execution.',
    missing: 'A finding; it blocks where a date is counted from it.',
    example: '2026-06-15',
  },
  'contract.term': {
    means: 'The days on which the contract holds.',
    missing: 'A finding.',
    example: '{ from: 2026-07-01, until: 2029-06-30 }',
  },
  'contract.term.from': { means: 'The first day.', example: '2026-07-01' },
  'contract.term.until': { means: 'The last day, which still belongs to the term.', example: '2029-06-30' },
  'contract.portal': {
    means: 'The address where the plan is posted.',
    missing: 'A finding; it blocks where the clause demands posting.',
    example: 'https://portal.lantern.example/escalation',
  },
  'contract.parties': {
    means: 'Who is who.',
    example:
      '{ customer: { name: City offices }, contractor: { name: Lantern }, oversight: { name: Contract office } }',
  },
  'contract.parties.customer': {
    means: 'Those who buy under the contract and open cases.',
    example: '{ name: City offices }',
  },
  'contract.parties.customer.name': { means: 'What the customers are called.', example: 'City offices' },
  'contract.parties.customer.of': { means: 'The body they belong to.', example: 'State of Samples' },
  'contract.parties.customer.reach': {
    means: "Contacts to be told on the customers' side besides whoever opened the case.",
    missing: 'Only who opened the case is told.',
    example: '[city-desk]',
  },
  'contract.parties.contractor': {
    means: 'Those who must be reachable and answer.',
    example: '{ name: Lantern Telecom, programManager: cy, reach: [cy] }',
  },
  'contract.parties.contractor.name': { means: 'What the contractor is called.', example: 'Lantern Telecom' },
  'contract.parties.contractor.of': { means: 'The body it belongs to.', example: 'Lantern Group' },
  'contract.parties.contractor.reach': {
    means: 'Contacts to be told at the contractor about what no level is told.',
    missing: 'The program manager.',
    example: '[cy]',
  },
  'contract.parties.contractor.programManager': {
    means: 'The contact who answers for the contract at the contractor.',
    example: 'cy',
  },
  'contract.parties.oversight': {
    means: 'Those who watch over the contract, agree revisions and accept deliverables.',
    example: '{ name: Contract office, reach: [office] }',
  },
  'contract.parties.oversight.name': { means: 'What oversight is called.', example: 'CALNET CMO' },
  'contract.parties.oversight.of': {
    means: 'The body it belongs to.',
    example: 'California Department of Technology',
  },
  'contract.parties.oversight.reach': {
    means: 'Contacts to be told at oversight.',
    missing: 'A finding that blocks.',
    example: '[office]',
  },
  questions: {
    means:
      'Points that the document does not decide, or decides in two ways. Unsettled, each of them is a finding.',
    missing: 'Nothing is open.',
    example: '[{ about: levels.3, readings: [{ value: Ana }, { value: Bo }], taken: 1 }]',
  },
  'questions.#.about': {
    means: 'The path of the place in question; places in lists count from 1.',
    example: 'tracks.service.steps.3.when',
  },
  'questions.#.readings': {
    means: 'The ways it can be read.',
    example: '[{ value: same-time }, { value: close }]',
  },
  'questions.#.readings.#.value': {
    means: "The reading: a value, a person's name, or the kind of a condition.",
    example: 'allSilent',
  },
  'questions.#.readings.#.quote': {
    means: 'The words it was read from.',
    example: 'no response within a day',
  },
  'questions.#.readings.#.place': { means: 'Where they stand.', example: 'page 2' },
  'questions.#.quote': { means: 'The words all readings share.', example: 'within 1 business day' },
  'questions.#.place': { means: 'Where they stand.', example: 'both tracks' },
  'questions.#.taken': { means: 'Which reading this file carries meanwhile; the first is 1.', example: '1' },
  'questions.#.settled': {
    means: 'The agreement that closes the question.',
    missing: 'The question is open and blocks publication.',
    example: '{ by: [cy, office], date: 2026-11-02, because: Agreed at the November meeting }',
  },
  'questions.#.settled.by': {
    means: 'Who agreed, by the ids they have in the installation; a file cannot check them.',
    example: '[cy, office]',
  },
  'questions.#.settled.date': { means: 'When.', example: '2026-11-02' },
  'questions.#.settled.because': {
    means: 'Why this reading.',
    example: 'The annex was written for an older lot',
  },
  requirements: {
    means: 'What the clause demands; the plan is checked against it.',
    missing: 'A finding: the plan is checked only against itself.',
    example: '{ levels: 3, availability: 24x7x365 }',
  },
  'requirements.levels': { means: 'How many levels there are at least.', missing: 'One.', example: '3' },
  'requirements.contactFields': {
    means: 'What is given of every contact at a level; `responsibility` is given by the level.',
    missing: 'Nothing in particular.',
    example: '[title, responsibility, office, mobile, email]',
  },
  'requirements.availability': {
    means: 'When every level can be reached.',
    missing: 'Nothing is demanded.',
    example: '24x7x365',
  },
  'requirements.posting': {
    means: 'Where and by when the plan is posted.',
    missing: 'Nothing is demanded.',
    example: '{ place: user portal, within: { days: 90, after: execution } }',
  },
  'requirements.posting.place': {
    means: "The place in the clause's words.",
    example: 'contractor user portal',
  },
  'requirements.posting.within': { means: 'By when.', example: '{ days: 90, after: execution }' },
  'requirements.sections': {
    means: 'The parts the plan must have.',
    missing: 'None in particular.',
    example: '[milestones, roles, deliverables, commitmentDates]',
  },
  'requirements.attestation': {
    means: 'How often whoever stands at a level is asked whether their details are still right.',
    missing: 'Nobody has to.',
    example: '{ every: 90 days, after: publication }',
  },
  'requirements.attestation.every': {
    means: 'How many days after one round of confirming the next begins; in days.',
    example: '90 days',
  },
  'requirements.attestation.after': { means: 'What rounds are counted from.', example: 'publication' },
  'requirements.longestAtLevel': {
    means: 'How long any level may keep a case at most; each level of each track then promises it.',
    missing: 'Nothing is demanded.',
    example: '8 hours',
  },
  'requirements.updateEvery': {
    means: 'How often the customer hears something at least; each level of each track then promises it.',
    missing: 'Nothing is demanded.',
    example: '2 hours',
  },
  'requirements.expedited': {
    means: 'That there is a faster way.',
    missing: 'Nothing is demanded.',
    example: '{ triggers: [danger to life] }',
  },
  'requirements.expedited.triggers': { means: 'What opens it.', example: '[danger to life, public safety]' },
  'requirements.reissue': {
    means: 'When the plan is issued anew.',
    missing: 'Nothing is demanded.',
    example: '[{ every: 365 days, after: publication }, { days: 10, of: business, after: change }]',
  },
  calendars: {
    means: 'The hours in which clocks run, by names that conditions and promises use.',
    example:
      '{ always: { hours: always }, business: { week: { mon-fri: ["08:00-17:00"] }, businessDay: same-time } }',
  },
  'calendars.*.hours': { means: '`always` for round the clock, in place of `week`.', example: 'always' },
  'calendars.*.week': {
    means:
      "Open hours by weekday. Half-open; an end at or before the beginning is the next day's, and the hours belong to the day they open on.",
    example: '{ mon-thu: ["08:00-12:00", "13:00-17:00"], "sat, sun": ["22:00-06:00"] }',
  },
  'calendars.*.timeZone': {
    means: 'The zone of these hours.',
    missing: "The contract's zone.",
    example: 'America/New_York',
  },
  'calendars.*.businessDay': {
    means:
      "What one business day means: the same time on the next one, the close of the next one, or a normal day's hours.",
    missing: 'No span of business days may use this calendar.',
    example: 'same-time',
  },
  'calendars.*.normalDay': {
    means: 'The open time of one business day where `businessDay` is `hours`.',
    missing: 'The length of the open weekdays, if all are equally long.',
    example: '9 hours',
  },
  'calendars.*.holidays': {
    means: 'Closed dates. One that `exceptions` gives hours to is closed all the same.',
    missing: 'None.',
    example: '{ use: us-ca-state-offices, add: [], remove: [] }',
  },
  'calendars.*.holidays.use': {
    means: 'A calendar of holidays that comes with Ladder.',
    missing: 'None but those added.',
    example: 'us-ca-state-offices',
  },
  'calendars.*.holidays.add': {
    means: 'Further closed dates.',
    missing: 'None.',
    example: '[{ date: 2026-12-24, name: Appointed by the Governor }]',
  },
  'calendars.*.holidays.remove': {
    means: 'Dates of `use` on which it is open after all.',
    missing: 'None.',
    example: '[2027-03-31]',
  },
  'calendars.*.exceptions': {
    means: 'Other hours on single dates; an empty list closes the date.',
    missing: 'None.',
    example: '{ 2026-12-31: ["08:00-12:00"] }',
  },
  'holiday.date': {
    means: 'The date. A date alone may also stand without these keys.',
    example: '2026-12-24',
  },
  'holiday.name': {
    means: 'What explanations call it.',
    missing: 'The date itself.',
    example: 'Appointed by the Governor',
  },
  contacts: {
    means: 'People and desks, by ids that levels, parties and deputies use.',
    example: '{ ana: { kind: person, name: Ana Example, office: "+1 916-555-0110" } }',
  },
  'contacts.*.kind': {
    means: '`person`, `desk` (somebody is always there), or `directory` (the customer looks up who it is).',
    missing: 'A finding that blocks.',
    example: 'person',
  },
  'contacts.*.name': { means: 'What the contact is called.', missing: 'The title.', example: 'Ana Example' },
  'contacts.*.title': { means: 'What the contact is.', example: 'Service manager' },
  'contacts.*.office': {
    means: 'The office number with + and the country; an extension as `ext. 12`.',
    example: '"+1 916-555-0110"',
  },
  'contacts.*.mobile': { means: 'The mobile number.', example: '"+1 916-555-0111"' },
  'contacts.*.email': { means: 'The e-mail address.', example: 'ana@lantern.example' },
  'contacts.*.shown': {
    means: 'Who may see the numbers on the published plan.',
    missing: 'customers',
    example: 'parties',
  },
  'contacts.*.deputy': {
    means: 'The contact who is reached when this one is not there.',
    missing: 'Nobody.',
    example: 'bo',
  },
  'contacts.*.quietHours': {
    means:
      "Hours, in the contract's zone, in which the deputy is reached instead; where nobody else of the level is left, they are reached all the same.",
    missing: 'None.',
    example: '{ mon-sun: ["22:00-06:00"] }',
  },
  levels: {
    means: "The rungs of the contractor's hierarchy; the first is level 1.",
    example: '[{ title: Service desk, reach: [desk], responsibility: Takes every call }]',
  },
  'levels.#.title': { means: 'What the people of this level are.', example: 'Service manager' },
  'levels.#.reach': {
    means: 'The contacts of this level, and rotas by their ids, in the order they are tried.',
    example: '[ana]',
  },
  'levels.#.otherwise': {
    means: 'Contacts to reach where nobody of `reach` can be.',
    missing: 'Nobody.',
    example: '[desk]',
  },
  'levels.#.responsibility': {
    means: 'What this level does that the one below may not.',
    missing: 'A finding; it blocks where the clause asks for it.',
    example: 'May send people and material',
  },
};
