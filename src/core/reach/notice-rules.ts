/** By what a contact of a level is tried. */
export const NOTICE_MEANS = ['email', 'text', 'call'] as const;
export type NoticeMeans = (typeof NOTICE_MEANS)[number];

/** One attempt of a round, so long after the round began. */
export interface RuleTry {
  readonly means: NoticeMeans;
  readonly afterMinutes: number;
}

/** For which tracks a rule is. */
export const RULE_URGENCIES = ['any', 'high', 'normal'] as const;
export type RuleUrgency = (typeof RULE_URGENCIES)[number];

/** How somebody wants to be reached, for tracks of an urgency and in hours of the day by their own clock. */
export interface NoticeRule {
  readonly urgency: RuleUrgency;
  /** `22:00`, with `until`; without both it is for the whole day. Hours may run past midnight. */
  readonly from?: string;
  readonly until?: string;
  readonly tries: readonly RuleTry[];
  /** How long after a round began the next one begins. */
  readonly againMinutes: number;
}

/** The first that fits counts; where none does, the usual one. */
export type NoticeRules = readonly NoticeRule[];

/** Who has said nothing: mail and text at once, a call after five minutes, again every quarter of an hour. */
export const USUAL_RULE: NoticeRule = {
  urgency: 'any',
  tries: [
    { means: 'email', afterMinutes: 0 },
    { means: 'text', afterMinutes: 0 },
    { means: 'call', afterMinutes: 5 },
  ],
  againMinutes: 15,
};

/** What no rule may go beyond, whoever sets it: the next of a level is reached after a quarter of an hour. */
export const RULE_LIMITS = {
  rulesMax: 6,
  triesMax: 6,
  firstMinutesMax: 10,
  againMinutesMin: 5,
  againMinutesMax: 30,
} as const;

/** What is wrong with a rule. */
export type RuleProblemCode =
  | 'tooManyRules'
  | 'noTries'
  | 'tooManyTries'
  | 'minutesInvalid'
  | 'firstTooLate'
  | 'againOutside'
  | 'tryAfterAgain'
  | 'tryTwice'
  | 'hoursIncomplete'
  | 'hoursInvalid';

export interface RuleProblem {
  readonly code: RuleProblemCode;
  /** Which rule, from 0; undefined: all of them together. */
  readonly rule: number | undefined;
  /** As it was given. */
  readonly value: string;
}

const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Everything that keeps rules from being used, each with its rule; nothing where they may be. */
export function ruleProblems(rules: NoticeRules): readonly RuleProblem[] {
  const { rulesMax } = RULE_LIMITS;
  if (rules.length > rulesMax)
    return [{ code: 'tooManyRules', rule: undefined, value: String(rules.length) }];
  return rules.flatMap((rule, index) =>
    problemsOf(rule).map(([code, value]) => ({ code, rule: index, value: String(value) })),
  );
}

type Found = readonly [code: RuleProblemCode, value: string | number];

function problemsOf({ from, until, tries, againMinutes }: NoticeRule): readonly Found[] {
  const { triesMax, firstMinutesMax, againMinutesMin, againMinutesMax } = RULE_LIMITS;
  const found: Found[] = [...hoursProblems(from, until)];
  if (!isMinutes(againMinutes) || againMinutes < againMinutesMin || againMinutes > againMinutesMax)
    found.push(['againOutside', againMinutes]);
  if (tries.length === 0) return [...found, ['noTries', 0]];
  if (tries.length > triesMax) return [...found, ['tooManyTries', tries.length]];
  const wrong = tries.filter(({ afterMinutes }) => !isMinutes(afterMinutes));
  if (wrong.length > 0)
    return [...found, ...wrong.map(({ afterMinutes }): Found => ['minutesInvalid', afterMinutes])];
  const minutes = tries.map(({ afterMinutes }) => afterMinutes);
  const [first, last] = [Math.min(...minutes), Math.max(...minutes)];
  if (first > firstMinutesMax) found.push(['firstTooLate', first]);
  if (last >= againMinutes) found.push(['tryAfterAgain', last]);
  const named = tries.map(({ means, afterMinutes }) => `${means} ${afterMinutes}`);
  const twice = named.find((one, index) => named.indexOf(one) !== index);
  if (twice !== undefined) found.push(['tryTwice', twice]);
  return found;
}

function hoursProblems(from: string | undefined, until: string | undefined): readonly Found[] {
  if (from === undefined && until === undefined) return [];
  if (from === undefined || until === undefined) return [['hoursIncomplete', from ?? until ?? '']];
  const wrong = [from, until].find((time) => !TIME_OF_DAY.test(time));
  if (wrong !== undefined) return [['hoursInvalid', wrong]];
  return from === until ? [['hoursInvalid', `${from}-${until}`]] : [];
}

const isMinutes = (value: number): boolean => Number.isInteger(value) && value >= 0;
