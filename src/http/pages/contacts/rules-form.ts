import type { ReachProblemCode } from '../../../core/message/portal/reach.ts';
import {
  NOTICE_MEANS,
  type NoticeMeans,
  type NoticeRule,
  RULE_LIMITS,
  RULE_URGENCIES,
} from '../../../core/reach/notice-rules.ts';
import type { Fields } from '../visit.ts';

/** A rule as it stands in a form. */
export interface TypedRule extends Readonly<Record<NoticeMeans, string>> {
  readonly urgency: string;
  readonly from: string;
  readonly until: string;
  readonly again: string;
}

export interface TypedProblem {
  readonly code: ReachProblemCode;
  /** From 0; undefined: all of them. */
  readonly rule: number | undefined;
  readonly value: string;
}

export const NEW_RULE: TypedRule = {
  urgency: 'any',
  ...{ from: '', until: '', email: '', text: '', call: '', again: '15' },
};

/** A rule as a form shows it. */
export const typedRule = ({ urgency, from = '', until = '', tries, againMinutes }: NoticeRule): TypedRule => {
  const minutesOf = (means: NoticeMeans): string =>
    tries
      .filter((one) => one.means === means)
      .map(({ afterMinutes }) => afterMinutes)
      .join(', ');
  const minutes = { email: minutesOf('email'), text: minutesOf('text'), call: minutesOf('call') };
  return { urgency, from, until, again: String(againMinutes), ...minutes };
};

/** The rules of a form, those left out that are to be taken out or that nothing was typed into. */
export function typedRules(form: Fields): readonly TypedRule[] {
  const rules: TypedRule[] = [];
  // One more than may be, so that too many are refused and not overlooked.
  for (let number = 1; number <= RULE_LIMITS.rulesMax + 1; number++) {
    const text = (name: string): string => form.text(`${name}${number}`).trim();
    const minutes = { email: text('email'), text: text('text'), call: text('call') };
    const rule = {
      urgency: text('urgency'),
      ...{ from: text('from'), until: text('until'), again: text('again') },
      ...minutes,
    };
    const isEmpty = [rule.from, rule.until, ...Object.values(minutes)].every((one) => one === '');
    if (!isEmpty && text('out') === '') rules.push(rule);
  }
  return rules;
}

/** What was typed as rules, or what of it cannot be read. */
export function readRules(
  typed: readonly TypedRule[],
): { readonly rules: readonly NoticeRule[] } | { readonly problems: readonly TypedProblem[] } {
  const problems: TypedProblem[] = [];
  const rules = typed.map((one, rule): NoticeRule => {
    const say = (code: ReachProblemCode, value: string) => problems.push({ code, rule, value });
    const urgency = RULE_URGENCIES.find((known) => known === one.urgency);
    if (!urgency) say('unknown', one.urgency);
    const minutes = (value: string): number => {
      if (!/^\d{1,3}$/.test(value)) say('minutesInvalid', value);
      return Number(value);
    };
    const tries = NOTICE_MEANS.flatMap((means) =>
      one[means]
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => ({ means, afterMinutes: minutes(part) })),
    );
    return {
      urgency: urgency ?? 'any',
      ...(one.from !== '' && { from: one.from }),
      ...(one.until !== '' && { until: one.until }),
      ...{ tries, againMinutes: minutes(one.again) },
    };
  });
  return problems.length > 0 ? { problems } : { rules };
}
