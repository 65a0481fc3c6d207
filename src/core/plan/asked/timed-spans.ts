import type { Path } from '../../finding.ts';
import { parseSpan } from '../../span.ts';
import type { Plan } from '../format/schema.ts';
import { PROMISE_KINDS } from '../revision/revision.ts';
import { countedDues } from './counted-dues.ts';
import { conditionsOf, stepsOf } from './lookup.ts';

/** A place of the plan that says how long something takes, in one span or several on one calendar. */
interface TimedPlace {
  readonly path: Path;
  readonly spans: readonly { readonly key: string; readonly span: string }[];
  readonly calendar: string | undefined;
  /** Whether any span is counted on a calendar here; elsewhere only business days are. */
  readonly isAlwaysCounted: boolean;
}

/** Every place where the plan counts time, with its calendar, named or not. */
export function timedPlaces(plan: Plan): readonly TimedPlace[] {
  const { pauses, reopening, closing, contactChanges } = plan;
  const steps = stepsOf(plan).flatMap(({ step, path }) => [
    ...conditionsOf(step).map((at) =>
      placed([...path, ...at.path], at.condition, ['unsatisfiedFor', 'for'], true),
    ),
    ...(step.ifNotTaken ? [placed([...path, 'ifNotTaken'], step.ifNotTaken, ['within'], true)] : []),
  ]);
  const promises = (plan.promises ?? []).map((promise, index) =>
    placed(['promises', index], promise, PROMISE_KINDS, true),
  );
  return [
    ...steps,
    ...promises,
    ...(pauses ? [placed(['pauses'], pauses, ['longest'], true)] : []),
    ...(reopening ? [placed(['reopening'], reopening, ['within'], false)] : []),
    ...(closing ? [placed(['closing'], closing, ['silentFor'], true)] : []),
    ...(contactChanges ? [placed(['contactChanges'], contactChanges, ['agreedWithin'], false)] : []),
  ];
}

/** Whether a span's text names business days. */
export const isBusinessDays = (span: string): boolean => parseSpan(span)?.unit === 'businessDay';

/** The ids of all calendars that something is counted on, known or not. */
export const usedCalendars = (plan: Plan): ReadonlySet<string> =>
  new Set([
    ...timedPlaces(plan).flatMap(({ calendar }) => calendar ?? []),
    ...countedDues(plan).flatMap(({ due }) => due.of ?? []),
    ...layerCalendars(plan).map(({ calendar }) => calendar),
  ]);

/** The calendars in whose hours layers of rotas are on duty, known or not. */
export const layerCalendars = ({
  rotas = {},
}: Plan): readonly { readonly path: Path; readonly calendar: string }[] =>
  Object.entries(rotas).flatMap(([id, { layers = [] }]) =>
    layers.flatMap(({ calendar }, index) =>
      calendar === undefined ? [] : [{ path: ['rotas', id, 'layers', index], calendar }],
    ),
  );

function placed<K extends string>(
  path: Path,
  holder: { readonly calendar?: string | undefined } & { readonly [key in K]?: string | undefined },
  keys: readonly K[],
  isAlwaysCounted: boolean,
): TimedPlace {
  const spans = keys.flatMap((key) => {
    const span: string | undefined = holder[key];
    return span === undefined ? [] : [{ key, span }];
  });
  return { path, spans, calendar: holder.calendar, isAlwaysCounted };
}
