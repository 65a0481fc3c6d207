import type { Instant } from '../../core/instant.ts';
import type { RulesEvent, RulesState } from '../../core/reach/rules-event.ts';
import type { Person } from './engine.ts';
import type { CaseKey, Recorded } from './store.ts';

/** Before the id of a person, where their rules stand in the record among cases: no case is called so. */
const MARK = 'notice-rules:';

/** Whose rules. */
export interface RulesKey {
  readonly contract: string;
  readonly personId: string;
}

/** The name of somebody's rules in the record, where cases have theirs. */
export const rulesRecordKey = ({ contract, personId }: RulesKey): CaseKey => ({
  contract,
  caseId: `${MARK}${personId}`,
});

/** Whether a name in the record is that of somebody's rules. */
export const areNoticeRules = ({ caseId }: CaseKey): boolean => caseId.startsWith(MARK);

/** Somebody's rules as they are kept. */
export interface KeptRules extends RulesKey {
  readonly state: RulesState;
  readonly events: number;
  /** The digest of its last event, hex; where there is none yet, what the first is bound to. */
  readonly head: string;
  readonly changedAt: Instant | undefined;
}

/** What a transaction on contracts knows of people's rules. */
export interface NoticeRulesTransaction {
  noticeRules(key: RulesKey): Promise<KeptRules>;
  /** All that were ever set in a contract. */
  allNoticeRules(contract: string): Promise<readonly KeptRules[]>;
  /** People by id as they are told of cases: with their rules, and on the clocks they have chosen. */
  toldPeople(contract: string, ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** How many changes somebody has made since an instant. */
  rulesChangedSince(key: RulesKey, since: Instant): Promise<number>;
  recordNoticeRules(kept: KeptRules, event: Recorded<RulesEvent>, state: RulesState): Promise<void>;
}
