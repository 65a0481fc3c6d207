import { scaleLinear } from 'd3-scale';
import { asInstant, type Instant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { MARGIN, WIDTH } from './ladder-layout.ts';
import type { LadderView, RungView } from './ladder-view.ts';

/** A level's place on the axis; markers that would touch stand on different rows, counted upwards from the line. */
interface Marker {
  readonly x: number;
  readonly row: number;
  readonly rung: RungView;
}

/** A midnight on the contract's clocks. */
interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface Axis {
  readonly caption: string;
  readonly markers: readonly Marker[];
  readonly ticks: readonly Tick[];
  readonly rows: number;
}

export const MARKER_RADIUS = 10;
const LEFT = MARGIN + MARKER_RADIUS;
const RIGHT = WIDTH - MARGIN - MARKER_RADIUS;

/** When each level comes, to scale: how a weekend stretches a ladder is seen at once. Undefined for fewer than two. */
export function axisOf(view: LadderView): Axis | undefined {
  const dated = view.rungs.filter((rung) => rung.at !== undefined);
  const instants = dated.map((rung) => rung.at as Instant);
  const [first, last] = [asInstant(Math.min(...instants)), asInstant(Math.max(...instants))];
  if (dated.length < 2 || first === last) return undefined;
  const scale = scaleLinear([first, last], [LEFT, RIGHT]);
  const markers = placed(dated, (rung) => Math.round(scale(rung.at as Instant)));
  const { timeZone, language } = view;
  return {
    caption: catalogue(language).picture.axis({ first, last, timeZone }),
    markers,
    ticks: ticksOf(view, first, last, (at) => Math.round(scale(at))),
    rows: Math.max(...markers.map(({ row }) => row)) + 1,
  };
}

function placed(rungs: readonly RungView[], xOf: (rung: RungView) => number): readonly Marker[] {
  const markers: Marker[] = [];
  for (const rung of rungs) {
    const x = xOf(rung);
    let row = 0;
    while (markers.some((other) => other.row === row && Math.abs(other.x - x) < 2 * MARKER_RADIUS + 2)) row++;
    markers.push({ x, row, rung });
  }
  return markers;
}

const TICKS_MAX = 6;
const DAYS_LOOKED_AT_MAX = 5000;
/** Half of a label such as `Wed 25`, set small. */
const LABEL_HALF = 24;

/** Midnights, as many as have room; none where everything falls on one day. */
function ticksOf(
  view: LadderView,
  first: Instant,
  last: Instant,
  xOf: (at: Instant) => number,
): readonly Tick[] {
  const { timeZone, language } = view;
  const dates: { date: string; at: Instant }[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(timeZone).toPlainDate();
  for (let count = 0; count < DAYS_LOOKED_AT_MAX; count++) {
    day = day.add({ days: 1 });
    const at = asInstant(day.toZonedDateTime(timeZone).epochMilliseconds);
    if (at > last) break;
    dates.push({ date: day.toString(), at });
  }
  const step = Math.max(1, Math.ceil(dates.length / TICKS_MAX));
  const words = catalogue(language).picture;
  const say = dates.length > DAYS_IN_WEEKS ? words.month : words.day;
  return dates
    .filter((_, index) => index % step === 0)
    .map(({ date, at }) => ({ x: xOf(at), label: say(date) }))
    .filter(({ x }) => x - LABEL_HALF >= 0 && x + LABEL_HALF <= WIDTH);
}

/** Beyond three weeks a weekday no longer tells which day is meant. */
const DAYS_IN_WEEKS = 21;
