import {
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

const heading = (text: string, level: 1 | 2 = 2): Paragraph =>
  new Paragraph({ text, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });

const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });

const table = (rows: readonly (readonly (string | Table)[])[]): Table =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell) =>
              new TableCell({
                children: typeof cell === 'string' ? [paragraph(cell)] : [cell, paragraph('')],
              }),
          ),
        }),
    ),
  });

const card = (name: string, title: string, office: string, mobile: string, email: string): Table =>
  table([
    ['Name', name],
    ['Title', title],
    ['Office', office],
    ['Mobile', mobile],
    ['E-mail', email],
  ]);

/** Each contact is a table of its own inside a cell of the table of levels. */
export const nestedTables = (): Promise<Uint8Array> =>
  bytesOf(
    new Document({
      sections: [
        {
          children: [
            heading('Escalation Contacts and Steps', 1),
            table([
              ['Contract', 'Records Storage RS-20'],
              ['Contractor', 'Vaultmere Storage'],
              ['Customer', 'Records Offices'],
              ['Oversight', 'Records Contract Unit'],
              ['Version', '1.1'],
              ['Date', '08/18/2025'],
              ['Time zone', 'Pacific'],
            ]),
            heading('Levels'),
            table([
              [
                'Level 1',
                card(
                  'Storage Desk',
                  'Customer Desk',
                  '209-555-0120',
                  '209-555-0121',
                  'desk@vaultmere.example',
                ),
              ],
              [
                'Level 2',
                card(
                  'Isolde Garrick',
                  'Warehouse Manager',
                  '209-555-0122',
                  '209-555-0123',
                  'isolde.garrick@vaultmere.example',
                ),
              ],
              [
                'Level 3',
                card(
                  'Tobias Wren',
                  'Regional Director',
                  '209-555-0124',
                  '209-555-0125',
                  'tobias.wren@vaultmere.example',
                ),
              ],
            ]),
            heading('Lost boxes'),
            paragraph('Customer to email level 1.'),
            paragraph('If the box is not found within four (4) hours, Customer to phone level 2.'),
            paragraph(
              'If it is not found within 12 hours of reaching level 2, the case is escalated to level 3.',
            ),
            paragraph('All hours are elapsed hours.'),
          ],
        },
      ],
    }),
  );

/** What was executed when stands in the header, and a mobile number in a footnote. */
export const footnote = (): Promise<Uint8Array> =>
  bytesOf(
    new Document({
      footnotes: { 1: { children: [paragraph('Mobile of the Lead Engineer: 213-555-0133')] } },
      sections: [
        {
          headers: {
            default: new Header({
              children: [paragraph('Court Connections CC-44, a contract executed on January 15, 2025')],
            }),
          },
          children: [
            heading('Escalation Plan for Court Connections', 1),
            paragraph('Version 1.0 of April 7, 2025. Days begin and end in Pacific Time.'),
            paragraph('Contract: Court Connections CC-44'),
            paragraph('Contractor: Gavelnet'),
            paragraph('Customer: Court Offices'),
            paragraph('Oversight: Court Contract Office'),
            heading('Escalation contact 1'),
            paragraph('Name: Account Team'),
            paragraph('Office: 213-555-0130'),
            paragraph('Email: team@gavelnet.example'),
            heading('Escalation contact 2'),
            paragraph('Name: Sabine Okafor'),
            new Paragraph({ children: [new TextRun('Title: Lead Engineer'), new FootnoteReferenceRun(1)] }),
            paragraph('Office: 213-555-0132'),
            paragraph('Email: sabine.okafor@gavelnet.example'),
            heading('Connection faults'),
            paragraph(
              'Customer to call level 1. If Customer does know the number, they should call the Account Team at 213-555-0139.',
            ),
            paragraph('If no satisfaction within 90 minutes, Customer to call level 2.'),
          ],
        },
      ],
    }),
  );

const bytesOf = async (document: Document): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(document));
