import { parse } from 'yaml';
import type { Plan } from '../../src/core/plan/format/schema.ts';

/** A fresh copy of a plan in which no rule finds anything. */
export const soundPlan = (): Plan => parse(TEXT) as Plan;

const TEXT = `
ladder: 1
document:
  title: Customer Escalation Process Plan
  version: "1.1"
  dated: 2026-11-02
  history:
    - { version: "1.0", date: 2026-08-14, note: First issue }
    - { version: "1.1", date: 2026-11-02, note: Contacts renewed }
contract:
  id: sample
  title: Sample contract
  clause: C.7.3.2
  timeZone: America/Los_Angeles
  executed: 2026-06-15
  term: { from: 2026-07-01, until: 2029-06-30 }
  portal: https://portal.lantern.example/escalation
  parties:
    customer: { name: Sample Customer }
    contractor: { name: Lantern Telecom, programManager: cy, reach: [cy] }
    oversight: { name: Contract Office, of: Department of Samples, reach: [office] }
requirements:
  levels: 3
  contactFields: [title, responsibility, office, mobile, email]
  availability: 24x7x365
  posting: { place: user portal, within: { days: 90, after: execution } }
  sections: [milestones, roles, deliverables, commitmentDates]
  attestation: { every: 90 days, after: publication }
calendars:
  always: { hours: always }
  business:
    week: { mon-fri: ["08:00-17:00"] }
    businessDay: same-time
    holidays: { use: us-ca-state-offices }
contacts:
  desk:
    kind: desk
    name: Support desk
    title: Service desk, round the clock
    office: "+1 916-555-0100"
    mobile: "+1 916-555-0101"
    email: desk@lantern.example
  ana:
    kind: person
    name: Ana Example
    title: Service manager
    office: "+1 916-555-0110"
    mobile: "+1 916-555-0111"
    email: ana@lantern.example
    deputy: desk
  bo:
    kind: person
    name: Bo Example
    title: Senior service manager
    office: "+1 916-555-0120"
    mobile: "+1 916-555-0121"
    email: bo@lantern.example
    deputy: ana
  cy:
    kind: person
    name: Cy Example
    title: Director
    office: "+1 916-555-0130"
    mobile: "+1 916-555-0131"
    email: cy@lantern.example
    deputy: bo
  office:
    kind: desk
    name: Contract Office
    title: Contract management
    office: "+1 916-555-0140"
    email: office@oversight.example
levels:
  - { title: Service desk, reach: [ana], otherwise: [desk], responsibility: Takes every call and keeps the ticket }
  - { title: Senior service manager, reach: [bo], responsibility: May send people and material }
  - { title: Director, reach: [cy], responsibility: Answers for the contract }
tracks:
  service:
    title: Service impacting
    covers: Voice and data that do not work
    examples: [no dial tone at a site]
    urgency: high
    steps:
      - { level: 1, actor: customer, means: [call, email] }
      - level: 2
        actor: customer
        means: [call, email]
        when: { unsatisfiedFor: 4 hours, calendar: always, since: opened }
      - level: 3
        actor: customer
        means: [call, email]
        when:
          - { allSilent: [1, 2], for: 8 hours, calendar: always }
          - { unsatisfiedFor: 12 hours, calendar: always, since: levelBelow }
  billing:
    title: Bill or contract
    covers: Invoices, orders and everything else
    examples: [a charge nobody ordered]
    urgency: normal
    steps:
      - { level: 1, actor: customer, means: [call, email] }
      - level: 2
        actor: customer
        means: [call, email]
        when: { unsatisfiedFor: 1 business day, calendar: business, since: opened }
      - level: 3
        actor: customer
        means: [call, email]
        when:
          - { allSilent: [1, 2], for: 2 business days, calendar: business }
          - { unsatisfiedFor: 2 business days, calendar: business, since: levelBelow }
pauses: { reasons: [access refused], longest: 2 business days, calendar: business }
reopening: { within: 30 days }
closing: { silentFor: 10 business days, calendar: business }
emergency: { number: "911", says: Where life is in danger }
contactChanges: { agreedWithin: 10 business days, calendar: business }
promises:
  - { track: service, level: 1, acknowledgeWithin: 15 minutes, respondWithin: 1 hour, updateEvery: 2 hours, longestAtLevel: 1 day, calendar: always }
  - { track: service, level: 2, acknowledgeWithin: 15 minutes, respondWithin: 1 hour, updateEvery: 2 hours, longestAtLevel: 1 day, calendar: always }
  - { track: service, level: 3, acknowledgeWithin: 15 minutes, respondWithin: 1 hour, updateEvery: 2 hours, longestAtLevel: 1 day, calendar: always }
  - { track: billing, level: 1, acknowledgeWithin: 1 hour, respondWithin: 4 hours, updateEvery: 1 business day, longestAtLevel: 5 business days, calendar: business }
  - { track: billing, level: 2, acknowledgeWithin: 1 hour, respondWithin: 4 hours, updateEvery: 1 business day, longestAtLevel: 5 business days, calendar: business }
  - { track: billing, level: 3, acknowledgeWithin: 1 hour, respondWithin: 4 hours, updateEvery: 1 business day, longestAtLevel: 5 business days, calendar: business }
roles:
  - { role: Customer, party: customer, does: [open the case, say whether it is satisfied] }
  - { role: Service desk, party: contractor, does: [answer first] }
  - { role: Contract Office, party: oversight, does: [agree revisions, accept deliverables] }
obligations:
  - id: go-live
    kind: milestone
    title: Process in use at every site
    due: 2026-10-01
    owner: contractor
    acceptedBy: oversight
  - id: process
    kind: deliverable
    title: Escalation process posted
    due: { days: 90, after: execution }
    owner: contractor
    acceptedBy: oversight
  - id: current
    kind: commitment
    title: Contacts attested and plan reviewed
    due: { every: 90 days, after: publication }
    owner: contractor
    acceptedBy: oversight
`;
