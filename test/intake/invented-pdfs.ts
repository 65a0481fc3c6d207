import { column, madePdf, type Placed } from './made-pdf.ts';

/** Contacts stand in the left column and what is done in the right one; rows of the two stand side by side. */
export const twoColumn = (): Promise<Uint8Array> =>
  madePdf([
    [
      { x: 60, y: 50, text: 'Regional Escalation Sheet', size: 18, bold: true },
      ...column(60, 80, [
        'Contract: Valley Wide Area Network, VW-12',
        'Version 1.4, November 20, 2025. All times are Pacific Time.',
      ]),
      { x: 60, y: 130, text: 'Contacts', size: 13, bold: true },
      ...column(60, 150, [
        'Level 1',
        'Name: Copperline Fault Desk',
        'Title: Fault Desk',
        'Office: 559-555-0180',
        'Cell: 559-555-0181',
        'Email: faults@copperline.example',
        '',
        'Level 2',
        'Name: Delphine Roake',
        'Title: Area Engineer',
        'Office: 559-555-0182',
        'Cell: 559-555-0183',
        'Email: delphine.roake@copperline.example',
        '',
        'Level 3',
        'Name: Anselm Pryor',
        'Title: Head of Operations',
        'Office: 559-555-0184',
        'Cell: 559-555-0185',
        'Email: anselm.pryor@copperline.example',
      ]),
      { x: 330, y: 130, text: 'Line faults', size: 13, bold: true },
      ...column(330, 150, [
        'Customer to call level 1. If the fault is not',
        'repaired within 6 clock hours, Customer to call',
        'or email level 2. If there is no response from',
        'level 1 or level 2 within 1 business day, the',
        'District Contract Office is to call level 3.',
      ]),
      { x: 330, y: 250, text: 'Parties', size: 13, bold: true },
      ...column(330, 270, [
        'Customer: Valley Districts',
        'Contractor: Copperline Telephone',
        'Oversight: District Contract Office',
      ]),
    ],
  ]);

const CONTACT_ROWS = [
  ['Level', 'Name', 'Office', 'Mobile', 'E-mail'],
  ['1', 'Web Support', '518-555-0190', '518-555-0191', 'support@brambleway.example'],
  ['2', 'Ludmila Hart, Support Lead', '518-555-0192', '518-555-0193', 'ludmila.hart@brambleway.example'],
  ['3', 'Orrin Castle, Chief of Support', '518-555-0194', '518-555-0195', 'orrin.castle@brambleway.example'],
];
const COLUMNS = [60, 100, 260, 340, 420];

/** The contract, the version and the zone stand only in what every page has at its head and foot. */
export const runningHeader = (): Promise<Uint8Array> =>
  madePdf([
    [
      ...furniture(1),
      { x: 60, y: 80, text: 'Support Escalation Handbook', size: 18, bold: true },
      ...column(60, 115, [
        'Contractor: Brambleway Hosting',
        'Customer: County Departments',
        'Oversight: County Contract Desk',
      ]),
      { x: 60, y: 180, text: 'Contacts', size: 13, bold: true },
      ...CONTACT_ROWS.flatMap((row, index) =>
        row.map((text, cell): Placed => ({ x: COLUMNS[cell] ?? 0, y: 205 + index * 18, text, size: 9 })),
      ),
    ],
    [
      ...furniture(2),
      { x: 60, y: 80, text: 'Site down', size: 13, bold: true },
      ...column(60, 105, [
        'The Customer calls level 1. If the site is not restored within 60 minutes, the',
        'Customer calls level 2. If it is not restored within 3',
      ]),
    ],
    [
      ...furniture(3),
      ...column(60, 80, [
        'hours of opening, the Customer calls level 3. Hours are counted around the clock.',
      ]),
    ],
  ]);

const furniture = (page: number): readonly Placed[] => [
  { x: 60, y: 30, text: 'Contract: County Web Services CWS-9', size: 8 },
  { x: 400, y: 30, text: 'Version 5.0, 2 February 2026', size: 8 },
  { x: 60, y: 760, text: 'Times are Eastern Time.', size: 8 },
  { x: 500, y: 760, text: `Page ${page} of 3`, size: 8 },
];
