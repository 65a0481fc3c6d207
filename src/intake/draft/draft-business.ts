import { type Clocks, type Said, type SaidTime, saidToo } from '../found.ts';
import type { Passage } from '../paper/paper.ts';
import type { SaidHours } from '../words/hours.ts';
import { ask, askBetween, type Drafting, note, quotedFrom, say } from './drafting.ts';

type Entry = Record<string, unknown>;

interface Business {
  /** The words for which the calendar is needed. */
  readonly at: Passage;
  /** Times of business days, which need to know what one is. */
  readonly counted: readonly SaidTime[];
  readonly isCalifornian: boolean;
  readonly drafting: Drafting;
}

const PATH = 'calendars.business';
const USUAL_WEEK = 'mon-fri 08:00-17:00';

/** The calendar of business hours: what the document does not say of it is asked. */
export function businessCalendar(clocks: Clocks, business: Business): Entry {
  const isCounted = business.counted.length > 0 || clocks.businessDay !== undefined;
  return {
    week: weekOf(clocks, business),
    ...(isCounted ? { businessDay: businessDayOf(clocks, business) } : {}),
    holidays: { use: holidaysOf(clocks, business) },
  };
}

function businessDayOf(clocks: Clocks, { counted, drafting }: Business): string {
  const path = `${PATH}.businessDay`;
  const byClose = counted.filter(({ isByClose }) => isByClose);
  if (clocks.businessDay) {
    const said = byClose
      .map(({ passage }) => ({ value: 'close', at: passage }) as const)
      .reduce<NonNullable<Clocks['businessDay']>>(saidToo, clocks.businessDay);
    return say(drafting, path, said) ?? said.value;
  }
  const first = counted[0] as SaidTime;
  const close = byClose[0];
  const other = counted.find(({ isByClose }) => !isByClose);
  if (close && !other) {
    note(drafting, path, 'close', close.passage);
    return 'close';
  }
  const readings = ['same-time', 'close', 'hours'];
  if (!close || !other) ask(drafting, path, readings, first.passage);
  else {
    const quotes = [other, close, other].map(({ passage }) => quotedFrom(passage));
    drafting.questions.push({
      about: path,
      readings: readings.flatMap((value, index) => (quotes[index] ? [{ value, quote: quotes[index] }] : [])),
      quote: undefined,
      taken: 1,
    });
  }
  return 'same-time';
}

function weekOf({ hours }: Clocks, { at, drafting }: Business): Entry {
  const path = `${PATH}.week`;
  if (!hours) {
    ask(drafting, path, [USUAL_WEEK], at);
    return { 'mon-fri': ['08:00-17:00'] };
  }
  const written = ({ value, at: where }: Said<SaidHours>): Said => ({
    value: `${value.days} ${value.window}`,
    at: where,
  });
  say(drafting, path, { ...written(hours), others: (hours.others ?? []).map(written) });
  return { [hours.value.days]: [hours.value.window] };
}

function holidaysOf({ holidays }: Clocks, { at, isCalifornian, drafting }: Business): string {
  const path = `${PATH}.holidays.use`;
  const ofState = isCalifornian ? ['us-ca-state-offices', 'us-ca-gov-code-6700'] : ['us-federal'];
  if (holidays?.others) {
    const readings = [holidays, ...holidays.others].flatMap(({ value, at: where }) =>
      (value === 'state' && isCalifornian ? ofState : [value]).map((one) => ({ value: one, at: where })),
    );
    // A draft carries a calendar that comes with Ladder: those of other states are drafted by hand.
    readings.sort((one, other) => Number(one.value === 'state') - Number(other.value === 'state'));
    askBetween(drafting, path, readings);
    const [first = { value: 'us-federal', at }] = readings;
    note(drafting, path, first.value, first.at);
    return first.value;
  }
  if (holidays?.value === 'us-federal') return say(drafting, path, holidays) ?? 'us-federal';
  // Of another state there is no calendar: what was said is a reading all the same, and asks for one.
  const isOther = holidays?.value === 'state' && !isCalifornian;
  ask(drafting, path, isOther ? [...ofState, 'state'] : ofState, holidays?.at ?? at);
  return ofState[0] ?? 'us-federal';
}
