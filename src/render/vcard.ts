/** Somebody as a telephone keeps them. */
export interface VcardContact {
  /** Unlike that of any other contact; the same again each time they are saved, so that a telephone replaces them. */
  readonly uid: string;
  readonly kind: 'individual' | 'org';
  readonly name: string;
  readonly title: string | undefined;
  readonly organisation: string | undefined;
  readonly office: string | undefined;
  readonly mobile: string | undefined;
  readonly email: string | undefined;
  readonly note: string;
  readonly url: string;
  /** `20261128T060000Z` */
  readonly revisedAt: string;
}

/** A contact as a card of RFC 6350, version 4.0: one property a line, in UTF-8. */
export function vcard(contact: VcardContact): string {
  const { uid, kind, name, title, organisation, office, mobile, email, note, url, revisedAt } = contact;
  const lines = [
    ['BEGIN', 'VCARD'],
    ['VERSION', '4.0'],
    ['KIND', kind],
    ['UID', escaped(uid)],
    ['FN', escaped(name)],
    ['TITLE', title && escaped(title)],
    ['ORG', organisation && escaped(organisation)],
    ['TEL;TYPE="work,voice"', office && escaped(office)],
    ['TEL;TYPE="cell,voice"', mobile && escaped(mobile)],
    ['EMAIL;TYPE=work', email && escaped(email)],
    ['NOTE', escaped(note)],
    ['URL', url],
    ['REV', revisedAt],
    ['END', 'VCARD'],
  ].flatMap(([property, value]) => (value === undefined ? [] : folded(`${property}:${value}`)));
  return `${lines.join('\r\n')}\r\n`;
}

/** A text as a value: what separates values, and what ends a line, is marked as part of it; other signs are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '');

const OCTETS_MAX = 75;

/** A line of more than 75 octets goes on in the next one after a blank; no character is cut in two. */
function folded(line: string): readonly string[] {
  const lines: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > OCTETS_MAX) {
      lines.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += length;
  }
  return [...lines, part];
}
