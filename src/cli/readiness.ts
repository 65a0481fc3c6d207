import type { z } from 'zod';
import type { readinessOut } from '../app/schemas/readiness-reply.ts';
import { AHEAD_DAYS } from '../app/views/rota/duty-view.ts';
import { parseInstant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { type CaseOptions, casePlace } from './case-place.ts';
import { askedOf } from './case-send.ts';
import { columns, NONE, print, printJson } from './case-text.ts';
import type { Io } from './io.ts';

type Readiness = z.output<typeof readinessOut>;
type Person = Readiness['people'][number];

/** `ladder readiness`: whether everybody of a plan could be reached now. */
export function readiness(options: CaseOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const { client, path, timeZone } = await casePlace(options, io);
    const found = await client.get<Readiness>(`${path}/readiness`, {});
    if (options.json) printJson(io, found);
    else print(io, textOf(found, timeZone));
    return 0;
  });
}

function textOf({ published, whole, levels, people, mailFailingSince }: Readiness, timeZone: string) {
  const { readiness: words } = catalogue('en');
  if (people.length === 0 && levels.length === 0) return [(published ? words.noneOwn : words.none).title];
  const count = people.filter(({ reached }) => reached === 'yes').length;
  const { name, now, order, means, duty } = words.people.columns;
  return [
    ...(mailFailingSince === null ? [] : [words.mailFails(dated(mailFailingSince, timeZone))]),
    ...(whole ? [words.figure({ count, of: people.length })] : []),
    ...levels.map(levelLine),
    '',
    ...columns(
      [name, now, duty, order, means],
      people.map((one) => [
        ...[one.name, words.reached[one.reached], dutyWords(one, timeZone)],
        ...[one.places.map(placeWords).join('; '), meansWords(one, timeZone)],
      ]),
    ),
  ];
}

const dated = (text: string, timeZone: string) => ({ at: parseInstant(text)!, timeZone });

function levelLine({ level, title, reached, customers: count, vacant }: Readiness['levels'][number]): string {
  const { levels: words } = catalogue('en').readiness;
  const said =
    count === null ? words.all[reached]({ level, title }) : words.some[reached]({ level, title, count });
  return [said, ...vacant.map((seat) => words.vacant({ title: seat }))].join(' ');
}

function placeWords({ level, afterMinutes: count }: Person['places'][number]): string {
  const { place: words } = catalogue('en').readiness;
  if (count === null) return words.notNow({ level });
  return count === 0 ? words.first({ level }) : words.later({ level, count });
}

function meansWords({ means }: Person, timeZone: string): string {
  const { readiness: words } = catalogue('en');
  const said = means.map(({ means: field, value, confirmedAt, doubt }) => {
    const against =
      doubt === null
        ? words.confirmed(dated(confirmedAt!, timeZone))
        : doubt.because === 'never' || doubt.since === null
          ? words.doubts.never
          : words.doubts[doubt.because](dated(doubt.since, timeZone));
    return `${words.means[field]({ value })} (${against})`;
  });
  return said.join('; ') || NONE;
}

function dutyWords({ duty, absencesUnreadSince }: Person, timeZone: string): string {
  const { timeOff } = catalogue('en');
  const said = onDutyWords(duty, timeZone);
  if (absencesUnreadSince === null) return said;
  return `${said}; ${timeOff.unreadSince(dated(absencesUnreadSince, timeZone))}`;
}

function onDutyWords({ is, until, from }: Person['duty'], timeZone: string): string {
  const { duty: words } = catalogue('en').readiness;
  if (is === 'always' || is === 'standsIn') return words[is];
  const end = is === 'on' ? until : from;
  if (end === null) return words[is]({ count: AHEAD_DAYS });
  return is === 'on' ? words.until(dated(end, timeZone)) : words.from(dated(end, timeZone));
}
