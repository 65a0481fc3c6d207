import type { Call } from '../../case/call.ts';
import type { CaseEvent } from '../../case/event.ts';
import { type Instant, roundedUp } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { MailReader, SystemReader } from '../mail.ts';
import { dateOf, isElsewhere, onClocks } from '../on-clocks.ts';
import { capital, LevelWords, levelWords, ofParty, partyName, partyWords } from './case-parts.ts';
import { longDate, timeWords } from './dates.ts';

/** `viernes 20 de noviembre, 8:30 p. m., hora del Pacífico`; with its year where the mail is written in another. */
function longWords(at: Instant, timeZone: string, written: Instant): string {
  const year = onClocks(at, timeZone).year !== onClocks(written, timeZone).year;
  return `${longDate(dateOf(at, timeZone), { year })}, ${timeWords(at, timeZone)}`;
}

/** An instant on the reader's own clocks, the date only where it is another; undefined where both show the same. */
export function whereYouAre(at: Instant, reader: SystemReader): string | undefined {
  if (!isElsewhere(at, reader)) return undefined;
  const { timeZone, context } = reader;
  return dateOf(at, timeZone) === dateOf(at, context.timeZone)
    ? timeWords(at, timeZone)
    : longWords(at, timeZone, reader.at);
}

/** An instant that has happened, after `el` or `del`: on the contract's clocks, and on the reader's where they differ. */
export function moment(at: Instant, reader: SystemReader): string {
  const local = whereYouAre(at, reader);
  const words = longWords(at, reader.context.timeZone, reader.at);
  return local === undefined ? words : `${words} (${local})`;
}

/** An instant from which something is allowed: rounded up, so that nobody comes too early. */
export const fromWords = (at: Instant, reader: SystemReader): string => moment(roundedUp(at), reader);

/** A party as its own people read it: `usted`. */
export const whom = (party: Party, { audience }: MailReader): string =>
  party === audience ? 'usted' : partyWords(party);

export const Whom = (party: Party, reader: MailReader): string => capital(whom(party, reader));

/** Whose: `de usted`, `del cliente`. */
const whose = (party: Party, { audience }: MailReader): string =>
  party === audience ? 'de usted' : ofParty(party);

/** Who did it: the person where the name is known, else the party; and for whom, where it was recorded for a caller. */
export function doer(event: CaseEvent, reader: MailReader): string {
  if ('automatic' in event && event.automatic && event.by === 'ladder') {
    return `Ladder, en nombre ${whose('customer', reader)},`;
  }
  const name = reader.name(event.by);
  if (event.onBehalfOf !== undefined) {
    return `${name ?? 'La mesa de ayuda'}, en nombre ${whose(event.onBehalfOf, reader)},`;
  }
  if (name === undefined) return Whom(event.actor, reader);
  return event.actor === reader.audience ? name : `${name} (${partyName(event.actor)})`;
}

/** A contact's answer: the person, and the level it counts for. */
export function answerer(event: CaseEvent & { readonly level: number }, reader: MailReader): string {
  const name = reader.name(event.by);
  return name === undefined
    ? LevelWords(event.level, reader.context)
    : `${name}, del ${levelWords(event.level, reader.context)},`;
}

/** Something a person typed, inside a sentence. */
export const typed = (text: string): string => `“${text}”`;

/** `what` is what is stated, in the past: `empezó`, `se dijo`. */
export const statedWords = (
  { statedAt }: { readonly statedAt?: Instant },
  what: string,
  reader: MailReader,
): readonly string[] =>
  statedAt === undefined
    ? []
    : [`Se declara que esto ${what} el ${moment(statedAt, reader)}; esa hora se puede impugnar.`];

/** What comes next: who may contact which level, and from when; or that there is nothing above. */
export function nextWords(reader: MailReader): readonly string[] {
  const { next, atTop } = reader.waiting;
  if (next === undefined) return atTop ? ['Este es el nivel más alto; la supervisión ve el caso.'] : [];
  const what = `podrá contactar al ${levelWords(next.level, reader.context)}`;
  return [
    `${Whom(next.actor, reader)} ${what} a partir del ${fromWords(next.dueAt, reader)}${unless(reader)}.`,
  ];
}

/** What would keep the next step from falling due. */
function unless({ next }: MailReader): string {
  if (next === undefined) return '';
  return next.kind === 'unsatisfied'
    ? ', salvo que el asunto quede resuelto antes'
    : ', salvo que haya una respuesta antes';
}

/** Whose number was rung, by name, or as the plan calls the seat. */
export const calledName = ({ contact }: Call, reader: MailReader): string | undefined =>
  contact === undefined ? undefined : (reader.name(contact) ?? reader.context.seats[contact]?.title);
