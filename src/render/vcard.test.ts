import { expect, test } from 'vitest';
import { type VcardContact, vcard } from './vcard.ts';

const card = (changes: Partial<VcardContact> = {}): string =>
  vcard({
    uid: 'urn:ladder:sample:ana',
    kind: 'individual',
    name: 'Ana Example',
    title: undefined,
    organisation: undefined,
    office: '+1 916-555-0110',
    mobile: undefined,
    email: undefined,
    note: 'A note',
    url: 'https://ladder.example/plans/sample',
    revisedAt: '20261128T060000Z',
    ...changes,
  });

/** The lines as whoever reads the card puts them together again. */
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('what is not known has no line', () => {
  expect(unfolded(card()).map((line) => line.split(/[:;]/)[0])).toEqual([
    ...['BEGIN', 'VERSION', 'KIND', 'UID', 'FN', 'TEL', 'NOTE', 'URL', 'REV', 'END', ''],
  ]);
});

test('signs that part values or end a line are marked as part of the text', () => {
  const name = 'A, B; C\\D\r\nEND:VCARD\nTEL:1\u0007';
  expect(unfolded(card({ name }))).toContain('FN:A\\, B\\; C\\\\D\\nEND:VCARD\\nTEL:1');
  expect(card({ name }).match(/^END:VCARD\r$/gm)).toHaveLength(1);
});

test.each(['x'.repeat(300), 'ñ'.repeat(200), '🛰️'.repeat(60)])(
  'no line has more than 75 octets, and none is cut inside a character',
  (name) => {
    const text = card({ name });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`FN:${name}`);
  },
);
