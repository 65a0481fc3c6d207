import { asInstant, type Instant } from '../instant.ts';
import {
  NOTICE_MEANS,
  type NoticeMeans,
  type NoticeRule,
  type NoticeRules,
  type RuleTry,
  USUAL_RULE,
} from './notice-rules.ts';

/** Somebody who may be tried: what they want, by which clock, and by what they have a number or an address. */
export interface Tried {
  readonly rules: NoticeRules;
  readonly timeZone: string;
  readonly has: readonly NoticeMeans[];
}

/** For what, and by what anything can be carried. */
export interface TrySituation {
  readonly urgency: 'high' | 'normal';
  readonly carriers: readonly NoticeMeans[];
}

/** A means that a rule names and that is passed over, openly. */
export interface PassedOver extends RuleTry {
  readonly because: 'noCarrier' | 'noNumber';
}

/** One round of a rule as it can be carried out. */
export interface Round {
  readonly tries: readonly RuleTry[];
  readonly passedOver: readonly PassedOver[];
  /** What is passed over was to be the first, and this is tried in its place, at its time. */
  readonly instead: NoticeMeans | undefined;
}

/** Everything that somebody is tried by at one instant. */
export interface Bundle {
  readonly at: Instant;
  readonly means: readonly NoticeMeans[];
}

const MINUTE_MS = 60_000;

/** The rule that counts for somebody at an instant, by their own clock; `number` from 1, undefined for the usual one. */
export function ruleAt(
  { rules, timeZone }: Pick<Tried, 'rules' | 'timeZone'>,
  urgency: TrySituation['urgency'],
  at: Instant,
): { readonly rule: NoticeRule; readonly number: number | undefined } {
  const needsClock = rules.some(({ from }) => from !== undefined);
  const time = needsClock ? timeOfDay(at, timeZone) : '';
  const index = rules.findIndex(
    (rule) => (rule.urgency === 'any' || rule.urgency === urgency) && isWithin(rule, time),
  );
  const rule = rules[index];
  return rule ? { rule, number: index + 1 } : { rule: USUAL_RULE, number: undefined };
}

const timeOfDay = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

function isWithin({ from, until }: NoticeRule, time: string): boolean {
  if (from === undefined || until === undefined) return true;
  return from < until ? time >= from && time < until : time >= from || time < until;
}

/**
 * What can be carried out of a rule.
 *
 * A means without a carrier, or of which somebody has no number, is passed over. Where it was to be the first, the
 * first that is left is tried in its place; where none is left, the first means is that they have and that is carried.
 * So nobody who can be tried by anything is tried later than the rule says, and nobody never. Without any means there
 * are no tries.
 */
export function roundOf(
  rule: NoticeRule,
  { has }: Pick<Tried, 'has'>,
  { carriers }: Pick<TrySituation, 'carriers'>,
): Round {
  const sorted = [...rule.tries].sort((a, b) => a.afterMinutes - b.afterMinutes);
  const because = ({ means }: RuleTry): PassedOver['because'] | undefined => {
    if (!carriers.includes(means)) return 'noCarrier';
    return has.includes(means) ? undefined : 'noNumber';
  };
  const passedOver = sorted.flatMap((one) => {
    const why = because(one);
    return why ? [{ ...one, because: why }] : [];
  });
  const usable = sorted.filter((one) => because(one) === undefined);
  const afterMinutes = sorted[0]?.afterMinutes ?? 0;
  const [first, ...others] = usable;
  if (first && first.afterMinutes === afterMinutes) return { tries: usable, passedOver, instead: undefined };
  if (first) return { tries: [{ ...first, afterMinutes }, ...others], passedOver, instead: first.means };
  const other = NOTICE_MEANS.find((means) => carriers.includes(means) && has.includes(means));
  return other === undefined
    ? { tries: [], passedOver, instead: undefined }
    : { tries: [{ means: other, afterMinutes }], passedOver, instead: other };
}

/** How long somebody is tried who does not acknowledge. */
export const INSIST_MS = 8 * 60 * MINUTE_MS;

/**
 * When and by what somebody is tried who was asked at `start` and says nothing, until `end` and in it: the one answer
 * to that question. Each round goes by the rule that counts when it begins.
 */
export function* triesOf(
  who: Tried,
  situation: TrySituation,
  { start, end }: { readonly start: Instant; readonly end: Instant },
): Generator<Bundle> {
  for (let began = start; began <= end; ) {
    const { rule } = ruleAt(who, situation.urgency, began);
    const { tries } = roundOf(rule, who, situation);
    if (tries.length === 0) return;
    for (const [minutes, together] of Map.groupBy(tries, ({ afterMinutes }) => afterMinutes)) {
      const at = asInstant(began + minutes * MINUTE_MS);
      if (at <= end) yield { at, means: [...new Set(together.map(({ means }) => means))] };
    }
    began = asInstant(began + rule.againMinutes * MINUTE_MS);
  }
}
