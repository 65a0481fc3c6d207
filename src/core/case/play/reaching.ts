import { z } from 'zod';
import { zoneTable } from '../../calendar/zone-table.ts';
import type { Finding } from '../../finding.ts';
import { asInstant, type Instant } from '../../instant.ts';
import { parseAs } from '../../plan/reading/parse.ts';
import type { Revision } from '../../plan/revision/revision.ts';
import {
  NOTICE_MEANS,
  type NoticeMeans,
  type NoticeRules,
  RULE_URGENCIES,
  type RuleProblem,
  ruleProblems,
  USUAL_RULE,
} from '../../reach/notice-rules.ts';
import { type OutlookTry, outlook } from '../../reach/outlook.ts';
import type { TrySituation } from '../../reach/tries.ts';
import type { Directory } from '../command.ts';
import { levelOrder } from '../move.ts';

const ruleSchema = z
  .strictObject({
    urgency: z.enum(RULE_URGENCIES),
    from: z.string(),
    until: z.string(),
    tries: z.array(z.strictObject({ means: z.enum(NOTICE_MEANS), afterMinutes: z.number() })),
    againMinutes: z.number(),
  })
  .partial();

/** How people are tried, as a file says it: what their own rules would be on a running Ladder. */
export const reachingSchema = z
  .strictObject({
    carriers: z.array(z.enum(NOTICE_MEANS)),
    people: z.record(
      z.string(),
      z.strictObject({ timeZone: z.string(), rules: z.array(ruleSchema) }).partial(),
    ),
  })
  .partial();

export type WrittenReaching = z.infer<typeof reachingSchema>;

/** A file of rules as far as it could be read, and what is wrong with its shape. */
export function readReaching(source: string): {
  readonly written: WrittenReaching;
  readonly findings: readonly Finding[];
} {
  const { value, findings } = parseAs(reachingSchema, source);
  return { written: value, findings };
}

interface Own {
  readonly timeZone: string;
  readonly rules: NoticeRules;
}

/** How people of a plan are tried. Whoever is not named has the usual rule, on the clocks of the contract. */
export interface Reaching {
  readonly carriers: readonly NoticeMeans[];
  readonly people: ReadonlyMap<string, Own>;
}

/** What keeps rules from being used: where they stand, and why. */
interface ReachingProblem {
  readonly key: string;
  readonly value: string;
  /** A rule that goes beyond its limits; undefined: there is no such person, or no such zone. */
  readonly rule: RuleProblem | undefined;
}

/** Rules ready to be asked; `known` are the people of the plan, and those that a directory names. */
export function reachingOf(
  { carriers = [...NOTICE_MEANS], people = {} }: WrittenReaching,
  { timeZone: fallback, seats }: Pick<Revision, 'timeZone' | 'seats'>,
  others: readonly string[] = [],
): { readonly reaching: Reaching } | { readonly problem: ReachingProblem } {
  const found = new Map<string, Own>();
  for (const [id, { timeZone = fallback, rules: written = [] }] of Object.entries(people)) {
    const key = `people.${id}`;
    if (!Object.hasOwn(seats, id) && !others.includes(id))
      return { problem: { key, value: id, rule: undefined } };
    if (!zoneTable(timeZone))
      return { problem: { key: `${key}.timeZone`, value: timeZone, rule: undefined } };
    const rules = written.map(
      ({ urgency = 'any', tries = [], againMinutes = USUAL_RULE.againMinutes, ...hours }) => ({
        ...{ urgency, tries, againMinutes },
        ...hours,
      }),
    ) as NoticeRules;
    const [rule] = ruleProblems(rules);
    if (rule) return { problem: { key: `${key}.rules`, value: rule.value, rule } };
    found.set(id, { timeZone, rules });
  }
  return { reaching: { carriers, people: found } };
}

interface Level {
  readonly level: number;
  readonly urgency: TrySituation['urgency'];
  readonly at: Instant;
  readonly directory: Directory;
  /** By what somebody has a number or an address. */
  readonly meansOf: (id: string) => readonly NoticeMeans[];
}

const HOUR_MS = 3_600_000;
/** Far more than an hour of any rules comes to. */
const TRIES_MAX = 500;

/** Whom a level that is reached at an instant would have tried in its first hour, so long as nobody answers. */
export function hourOfTries(
  revision: Revision,
  { carriers, people }: Reaching,
  { level, urgency, at, directory, meansOf }: Level,
): readonly OutlookTry[] {
  const contactsAt = (now: Instant) =>
    levelOrder({ revision, directory }, level, now)
      .map((personId) => ({
        ...(people.get(personId) ?? { rules: [], timeZone: revision.timeZone }),
        ...{ personId, has: meansOf(personId) },
      }))
      .filter(({ has }) => has.some((one) => carriers.includes(one)));
  const end = asInstant(at + HOUR_MS);
  return outlook(contactsAt, { urgency, carriers }, { start: at, triesMax: TRIES_MAX }).filter(
    (one) => one.at < end,
  );
}
