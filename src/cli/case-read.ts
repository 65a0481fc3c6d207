import { catalogue } from '../core/message/catalogue.ts';
import { type CaseOptions, type CasePlace, casePath, casePlace } from './case-place.ts';
import { askedOf, standingLines } from './case-send.ts';
import { deadlineText, type ListedDeadline, NONE, print, printJson, table } from './case-text.ts';
import type { Io } from './io.ts';

/** A case as the API shows it, as far as the terminal reads it. */
interface ShownCase {
  readonly caseId: string;
  readonly version: number;
  readonly track: { readonly title: string };
  readonly customer: string;
  readonly references: readonly string[];
  readonly practice: boolean;
  readonly waiting: { readonly sentence: string };
  readonly contacted: readonly { readonly level: number; readonly title: string; readonly at: string }[];
  readonly deadlines: readonly ListedDeadline[];
  readonly setAside: boolean;
}

interface Reasoned extends ListedDeadline {
  readonly reasons: readonly { readonly text: string }[];
}

interface Row {
  readonly at: string;
  readonly text: string;
}

interface Timetable {
  readonly rows: readonly Row[];
  readonly unreached: readonly { readonly text: string }[];
}

interface Seat {
  readonly title: string | null;
  readonly person: Readonly<Partial<Record<'name' | 'office' | 'mobile' | 'email', string | null>>> | null;
}

interface LevelContacts {
  readonly level: number;
  readonly title: string;
  readonly reach: readonly Seat[];
  readonly otherwise: readonly Seat[];
}

interface Delivery {
  readonly person: string;
  readonly kind: string;
  readonly means: string;
  readonly state: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly queuedAt: string;
}

interface List<T> {
  readonly items: readonly T[];
}

/** One side of a case: where the API has it, and how it reads in a terminal. */
interface Side<T> {
  readonly under: string;
  readonly lines: (answer: T, timeZone: string) => readonly string[];
}

const show: Side<ShownCase> = { under: '', lines: shownLines };
const deadlines: Side<List<Reasoned>> = { under: '/deadlines', lines: deadlineLines };
const forecast: Side<Timetable> = { under: '/forecast', lines: timetableLines };
const contacts: Side<List<LevelContacts>> = {
  under: '/contacts',
  lines: ({ items }) => items.flatMap(contactLines),
};
const deliveries: Side<List<Delivery>> = { under: '/deliveries', lines: deliveryLines };

const SIDES = { show, deadlines, forecast, contacts, deliveries };

/** `ladder case show` and its like: one side of a case as sentences, or as the API answers it. */
export function readCase(
  what: keyof typeof SIDES,
  words: readonly string[],
  options: CaseOptions,
  io: Io,
): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    await printSide(SIDES[what] as Side<unknown>, { place, words, options, io });
    return 0;
  });
}

interface Asked {
  readonly place: CasePlace;
  readonly words: readonly string[];
  readonly options: CaseOptions;
  readonly io: Io;
}

async function printSide<T>({ under, lines }: Side<T>, { place, words, options, io }: Asked): Promise<void> {
  const answer = await place.client.get<T>(`${casePath(place, words)}${under}`);
  if (!options.json) return print(io, lines(answer, place.timeZone));
  const { items } = answer as Partial<List<unknown>>;
  for (const one of items ?? [answer]) printJson(io, one);
}

function shownLines(shown: ShownCase, timeZone: string): readonly string[] {
  const words = catalogue('en').caseTerminal;
  const { contacted, track } = shown;
  return [
    words.head({ ...shown, track: track.title }),
    ...standingLines({ ...shown, deadlines: [] }, timeZone),
    ...contacted.map(
      ({ level, title, at }) => `  ${words.happened(at, timeZone)}  ${words.levelHead(level, title)}`,
    ),
    ...shown.deadlines.map((one) => `  ${words.from(one.dueAt, timeZone)}  ${deadlineText(one)}`),
  ];
}

function deadlineLines({ items }: List<Reasoned>, timeZone: string): readonly string[] {
  const words = catalogue('en').caseTerminal;
  if (items.length === 0) return [words.noDeadline];
  return items.flatMap((one) => [
    `${words.from(one.dueAt, timeZone)}  ${deadlineText(one)}`,
    ...one.reasons.map(({ text }) => `  ${text}`),
  ]);
}

function timetableLines({ rows, unreached }: Timetable, timeZone: string): readonly string[] {
  const words = catalogue('en').caseTerminal;
  const lines = [
    ...rows.map(({ at, text }) => `${words.from(at, timeZone)}  ${text}`),
    ...unreached.map(({ text }) => text),
  ];
  return lines.length === 0 ? [words.noDeadline] : lines;
}

function contactLines({ level, title, reach, otherwise }: LevelContacts): readonly string[] {
  const { levelHead } = catalogue('en').caseTerminal;
  return [levelHead(level, title), ...[...reach, ...otherwise].map((seat) => `  ${seatText(seat)}`)];
}

function seatText({ title, person }: Seat): string {
  const { name, office, mobile, email } = person ?? {};
  const said = [name ?? catalogue('en').caseTerminal.nobody, title, office, mobile, email];
  return said.filter((one) => one !== null && one !== undefined && one !== '').join(', ');
}

function deliveryLines({ items }: List<Delivery>, timeZone: string): readonly string[] {
  const { happened, nobodyTold } = catalogue('en').caseTerminal;
  if (items.length === 0) return [nobodyTold];
  return table(
    ['at', 'person', 'kind', 'means', 'state', 'attempts', 'reason'],
    items.map(({ queuedAt, person, kind, means, state, attempts, reason }) => {
      return [happened(queuedAt, timeZone), person, kind, means, state, String(attempts), reason ?? NONE];
    }),
  );
}
