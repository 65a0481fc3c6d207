import type { PersonToAdd } from '../app/people.ts';

/** What a sample case is told after its opening. */
export interface SampleCommand {
  readonly type: 'acknowledge' | 'respond' | 'proposeResolution' | 'satisfied';
  readonly by: string;
  readonly minutesAgo: number;
  readonly text?: string;
}

export interface SampleCase {
  readonly customer: string;
  readonly reporter: string;
  readonly track: string;
  readonly references: readonly string[];
  readonly text: string;
  readonly minutesAgo: number;
  readonly after: readonly SampleCommand[];
}

/** Who agreed to the sample plan: its seats at the contractor and at oversight. */
export const DEMONSTRATION_AGREED: readonly string[] = ['solutions-architect', 'contract-office'];

export const DEMONSTRATION_CUSTOMERS: readonly {
  readonly customerId: string;
  readonly name: string;
  readonly accountManager: string;
}[] = [
  { customerId: 'harbor-safety', name: 'Department of Harbor Safety', accountManager: 'perpetua-lind' },
  { customerId: 'orchard-county', name: 'Orchard County', accountManager: 'perpetua-lind' },
  { customerId: 'reservoir-board', name: 'Reservoir Board', accountManager: 'casimir-vane' },
];

/** People beside those of the plan; the names are invented, the numbers reserved for fiction. */
export const DEMONSTRATION_PEOPLE: readonly PersonToAdd[] = [
  {
    personId: 'perpetua-lind',
    name: 'Perpetua Lind',
    title: 'Account Manager',
    email: 'perpetua.lind@pacific-lantern.example',
    office: '+1 916-555-0170',
    mobile: '+1 916-555-0171',
    role: 'accountManager',
  },
  {
    personId: 'casimir-vane',
    name: 'Casimir Vane',
    title: 'Account Manager',
    email: 'casimir.vane@pacific-lantern.example',
    office: '+1 916-555-0172',
    mobile: '+1 916-555-0173',
    role: 'accountManager',
  },
  {
    personId: 'odile-marsh',
    name: 'Odile Marsh',
    title: 'Support desk, day shift',
    email: 'odile.marsh@pacific-lantern.example',
    office: '+1 916-555-0174',
    role: 'desk',
  },
  {
    personId: 'tamsin-hale',
    name: 'Tamsin Hale',
    title: 'Contract manager',
    email: 'tamsin.hale@contract-office.example',
    office: '+1 916-555-0162',
    role: 'oversight',
  },
  {
    personId: 'lorcan-reed',
    name: 'Lorcan Reed',
    title: 'Auditor',
    email: 'lorcan.reed@auditors.example',
    role: 'auditor',
  },
  {
    personId: 'ysolde-park',
    name: 'Ysolde Park',
    title: 'Keeps this installation',
    email: 'ysolde.park@operations.example',
    role: 'administrator',
  },
  {
    personId: 'dana-quill',
    name: 'Dana Quill',
    title: 'Telephone coordinator',
    email: 'dana.quill@harbor-safety.example',
    office: '+1 707-555-0140',
    role: 'customer',
    customer: 'harbor-safety',
  },
  {
    personId: 'emeric-stone',
    name: 'Emeric Stone',
    title: 'Head of communications',
    email: 'emeric.stone@harbor-safety.example',
    office: '+1 707-555-0141',
    role: 'customerManager',
    customer: 'harbor-safety',
  },
  {
    personId: 'fenna-brook',
    name: 'Fenna Brook',
    title: 'Telecommunications',
    email: 'fenna.brook@orchard-county.example',
    office: '+1 707-555-0142',
    role: 'customer',
    customer: 'orchard-county',
  },
  {
    personId: 'gideon-frost',
    name: 'Gideon Frost',
    title: 'Accounts payable',
    email: 'gideon.frost@reservoir-board.example',
    office: '+1 707-555-0143',
    role: 'customer',
    customer: 'reservoir-board',
  },
];

/** One that may move up to level 2 by now, one that was answered, and one that is settled. */
export const DEMONSTRATION_CASES: readonly SampleCase[] = [
  {
    customer: 'harbor-safety',
    reporter: 'dana-quill',
    track: 'service-impacting',
    references: ['HS-2041'],
    text: 'No dial tone at the pilot station; the radio room has one mobile phone left.',
    minutesAgo: 245,
    after: [{ type: 'acknowledge', by: 'perpetua-lind', minutesAgo: 236 }],
  },
  {
    customer: 'reservoir-board',
    reporter: 'gideon-frost',
    track: 'bill-or-contract-impacting',
    references: ['RB-88'],
    text: 'The bill has a circuit on it that we returned in spring.',
    minutesAgo: 180,
    after: [
      { type: 'acknowledge', by: 'casimir-vane', minutesAgo: 150 },
      {
        type: 'respond',
        by: 'casimir-vane',
        minutesAgo: 95,
        text: 'Billing has found the return order and works out the credit.',
      },
    ],
  },
  {
    customer: 'orchard-county',
    reporter: 'fenna-brook',
    track: 'service-impacting',
    references: ['OC-7', 'PL-30117'],
    text: 'Calls from the clinic drop after a minute.',
    minutesAgo: 130,
    after: [
      { type: 'acknowledge', by: 'customer-support', minutesAgo: 124 },
      {
        type: 'proposeResolution',
        by: 'customer-support',
        minutesAgo: 82,
        text: 'A line card was replaced. Ten test calls stayed up.',
      },
      { type: 'satisfied', by: 'fenna-brook', minutesAgo: 40, text: 'They stay up. Thank you.' },
    ],
  },
];
