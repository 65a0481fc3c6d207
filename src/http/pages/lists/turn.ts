import type { LinePlace, Turn } from '../../../app/ports/lists.ts';
import { asInstant } from '../../../core/instant.ts';
import type { Fields } from '../visit.ts';

/** So far as a database counts time: the year 9999. */
const INSTANT_MAX = 253_402_300_799_999;

/** Where a list goes on, as its address says it; `unknown` where it says no place. */
export function turnOf(query: Fields): Turn | undefined | 'unknown' {
  const [way, text] = query.text('after')
    ? (['after', query.text('after')] as const)
    : (['before', query.text('before')] as const);
  if (text === '') return undefined;
  const [, at = '', caseId = ''] = /^(\d{1,15}|end)_([\w-]{1,100})$/.exec(text) ?? [];
  if (caseId === '' || Number(at) > INSTANT_MAX) return 'unknown';
  return { way, place: { at: at === 'end' ? undefined : asInstant(Number(at)), caseId } };
}

/** A place as an address says it. */
const placeText = ({ at, caseId }: LinePlace): string => `${at ?? 'end'}_${caseId}`;

/** The address of a page of a list, with everything else that the address says. */
export function turnPath(path: string, query: Fields, way: Turn['way'], place: LinePlace): string {
  const kept = query
    .names()
    .filter((name) => name !== 'after' && name !== 'before' && query.text(name) !== '')
    .map((name): [string, string] => [name, query.text(name)]);
  return `${path}?${new URLSearchParams([...kept, [way, placeText(place)]])}`;
}
