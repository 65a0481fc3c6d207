import { randomUUID } from 'node:crypto';
import {
  endTimeOffFeed,
  FEEDS_A_PERSON_MAX,
  giveTimeOffFeed,
  type TimeOffProblem,
} from '../../../app/rota/keep-time-off.ts';
import type { RotaView } from '../../../app/views/rota/rota-view.ts';
import { ownTimeOff } from '../../../app/views/rota/time-off-view.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { timeOffReason } from '../../../core/message/portal/time-off.ts';
import { timeOffPage } from '../../../portal/rota/time-off-page.tsx';
import { TIME_ZONES, zoneNamed } from '../page-zone.ts';
import { timeOffPath } from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { contractsOf, rotaFrame } from './rota-visit.ts';

type Wrong = NonNullable<Parameters<typeof timeOffPage>[0]['error']>;

async function page(visit: SignedVisit, view: RotaView, error?: Wrong): Promise<PageAnswer> {
  const { parts, visitor, form, language, query } = visit;
  const { contract, personId } = visitor.caller;
  const all = await contractsOf(visit).transaction((tx) => tx.timeOffFeeds(contract));
  const calendars = all.filter((one) => one.personId === personId);
  const words = catalogue(language).timeOff;
  const given = calendars.find(({ feedId }) => feedId === query.text('given'));
  const html = timeOffPage({
    ...{ frame: rotaFrame(visit), view, calendars, isDemonstration: parts.isDemonstration },
    ...{ timeZones: TIME_ZONES, calendarsMax: FEEDS_A_PERSON_MAX },
    times: ownTimeOff(
      view,
      calendars.flatMap(({ times }) => times),
    ),
    chosen: form.text('timeZone') || (visitor.timeZone ?? view.timeZone),
    done: given
      ? words.given({ host: given.host, count: given.times.length })
      : query.text('ended') === ''
        ? undefined
        : words.ended,
    ...(error && { error }),
  });
  return { html, status: error ? 422 : 200 };
}

/** When the reader is away, by their calendars. */
export const showTimeOff = (visit: SignedVisit, view: RotaView): Promise<PageAnswer> => page(visit, view);

/** Reads a calendar at once, and takes it where that went well. */
export async function giveTimeOff(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  const { parts, visitor, form } = visit;
  const timeZone = zoneNamed(form.text('timeZone'));
  if (timeZone === undefined) return page(visit, view, wrong(visit, { problem: 'timeZone' }));
  const given = await giveTimeOffFeed(
    { ...parts.calendars, contracts: contractsOf(visit), secret: parts.secret, newId: randomUUID },
    visitor.caller,
    { url: form.text('url').trim(), timeZone },
  );
  if ('feed' in given)
    return { seeOther: `${timeOffPath(visitor.caller.contract)}?given=${given.feed.feedId}` };
  return given.problem === 'noSeat' ? 'missing' : page(visit, view, wrong(visit, given));
}

function wrong({ language }: SignedVisit, given: Exclude<TimeOffProblem, { problem: 'noSeat' }>): Wrong {
  const words = catalogue(language).timeOff;
  if (given.problem === 'unread')
    return { name: 'url', error: words.unread({ reason: timeOffReason(words, given.reason) }) };
  const { message, advice } = words.problems[given.problem];
  return { name: given.problem === 'timeZone' ? 'timeZone' : 'url', error: `${message} ${advice}` };
}

/** The page is the same whether there was one of theirs to end or not: what is not theirs shows in no answer. */
export async function endTimeOff(visit: SignedVisit): Promise<PageAnswer> {
  const { caller } = visit.visitor;
  const isEnded = await endTimeOffFeed(contractsOf(visit), caller, visit.params.feed ?? '');
  return { seeOther: `${timeOffPath(caller.contract)}${isEnded ? '?ended=1' : ''}` };
}
