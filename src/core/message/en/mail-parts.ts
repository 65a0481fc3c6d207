import type { Call } from '../../case/call.ts';
import type { CaseEvent } from '../../case/event.ts';
import { type Instant, roundedUp } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { CaseContext } from '../case.ts';
import type { MailReader, SystemReader } from '../mail.ts';
import { dateOf, isElsewhere, onClocks } from '../on-clocks.ts';
import { capital, levelWords, partyWords } from './case-parts.ts';
import { formatDate, formatLocal } from './dates.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `8:30 pm Pacific` */
const timeWords = (at: Instant, timeZone: string): string =>
  formatLocal(at, timeZone, { zone: true }).slice(formatDate(dateOf(at, timeZone)).length + 2);

/** `Friday 20 November, 8:30 pm Pacific`; with its year where the mail is written in another. */
function longWords(at: Instant, timeZone: string, written: Instant): string {
  const { dayOfWeek, day, month, year } = onClocks(at, timeZone);
  const ofYear = year === onClocks(written, timeZone).year ? '' : ` ${year}`;
  return `${WEEKDAYS[dayOfWeek - 1]} ${day} ${MONTHS[month - 1]}${ofYear}, ${timeWords(at, timeZone)}`;
}

/** An instant on the reader's own clocks, the date only where it is another; undefined where both show the same. */
export function whereYouAre(at: Instant, reader: SystemReader): string | undefined {
  if (!isElsewhere(at, reader)) return undefined;
  const { timeZone, context } = reader;
  return dateOf(at, timeZone) === dateOf(at, context.timeZone)
    ? timeWords(at, timeZone)
    : longWords(at, timeZone, reader.at);
}

/** An instant that has happened: on the contract's clocks, and on the reader's where they differ. */
export function moment(at: Instant, reader: SystemReader): string {
  const local = whereYouAre(at, reader);
  const words = longWords(at, reader.context.timeZone, reader.at);
  return local === undefined ? words : `${words} (${local})`;
}

/** An instant from which something is allowed: rounded up, so that nobody comes too early. */
export const fromWords = (at: Instant, reader: SystemReader): string => moment(roundedUp(at), reader);

/** A party as its own people read it: `you`. */
export const whom = (party: Party, { audience }: MailReader): string =>
  party === audience ? 'you' : partyWords(party);

export const Whom = (party: Party, reader: MailReader): string => capital(whom(party, reader));

/** `Level 2 (Solutions Architect)` */
export const LevelWords = (level: number, context: CaseContext): string =>
  capital(levelWords(level, context));

/** Who did it: the person where the name is known, else the party; and for whom, where it was recorded for a caller. */
export function doer(event: CaseEvent, reader: MailReader): string {
  if ('automatic' in event && event.automatic && event.by === 'ladder') {
    return `Ladder, in ${reader.audience === 'customer' ? 'your' : "the customer's"} name,`;
  }
  const name = reader.name(event.by);
  if (event.onBehalfOf !== undefined) {
    const whose = event.onBehalfOf === reader.audience ? 'your' : `${partyWords(event.onBehalfOf)}'s`;
    return `${name ?? 'The desk'}, on ${whose} behalf,`;
  }
  if (name === undefined) return Whom(event.actor, reader);
  return event.actor === reader.audience ? name : `${name} (${partyWords(event.actor)})`;
}

/** A contact's answer: the person, and the level it counts for. */
export function answerer(event: CaseEvent & { readonly level: number }, reader: MailReader): string {
  const name = reader.name(event.by);
  const level = levelWords(event.level, reader.context);
  return name === undefined ? capital(level) : `${name} of ${level}`;
}

/** Something a person typed, inside a sentence. */
export const typed = (text: string): string => `“${text}”`;

export const statedWords = (
  { statedAt }: { readonly statedAt?: Instant },
  { verb = 'happened' }: { readonly verb?: string },
  reader: MailReader,
): readonly string[] =>
  statedAt === undefined
    ? []
    : [`It is stated that this ${verb} at ${moment(statedAt, reader)}; that can be contested.`];

/** What comes next: who may contact which level, and from when; or that there is nothing above. */
export function nextWords(reader: MailReader): readonly string[] {
  const { next, atTop } = reader.waiting;
  if (next === undefined) return atTop ? ['This is the highest level; oversight sees the case.'] : [];
  const when = fromWords(next.dueAt, reader);
  const level = levelWords(next.level, reader.context);
  return [`${Whom(next.actor, reader)} may contact ${level} from ${when}${unless(reader)}.`];
}

/** What would keep the next step from falling due. */
function unless({ next }: MailReader): string {
  if (next === undefined) return '';
  return next.kind === 'unsatisfied'
    ? ', unless the matter is settled before'
    : ', unless there is a response before';
}

/** Whose number was rung, by name, or as the plan calls the seat. */
export const calledName = ({ contact }: Call, reader: MailReader): string | undefined =>
  contact === undefined ? undefined : (reader.name(contact) ?? reader.context.seats[contact]?.title);
