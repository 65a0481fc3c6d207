import type { Instant } from '../instant.ts';
import type { NoticeRules } from './notice-rules.ts';

/** What has happened to somebody's rules; `by` is a person. */
export type RulesEvent =
  | {
      readonly type: 'NoticeRulesSet';
      readonly at: Instant;
      readonly by: string;
      readonly rules: NoticeRules;
    }
  /** The usual ones count again. */
  | { readonly type: 'NoticeRulesReset'; readonly at: Instant; readonly by: string };

/** Somebody's rules as their events made them. */
export interface RulesState {
  readonly status: 'usual' | 'set';
  readonly rules: NoticeRules;
}

export const USUAL_RULES: RulesState = { status: 'usual', rules: [] };

/** The rules after an event. */
export const evolveRules = (_state: RulesState, event: RulesEvent): RulesState =>
  event.type === 'NoticeRulesSet' ? { status: 'set', rules: event.rules } : USUAL_RULES;
