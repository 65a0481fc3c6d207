import { asInstant, type Instant } from '../../../core/instant.ts';
import { type NoticeRule, USUAL_RULE } from '../../../core/reach/notice-rules.ts';
import {
  type Bundle,
  INSIST_MS,
  type Round,
  roundOf,
  type Tried,
  type TrySituation,
  triesOf,
} from '../../../core/reach/tries.ts';

/** A rule, and what can be carried out of it. */
interface TriedRule {
  readonly rule: NoticeRule;
  readonly round: Round;
}

/** How somebody is tried. */
export interface TriedView {
  /** Theirs; where there are none, the usual one alone. */
  readonly rules: readonly TriedRule[];
  /** What comes next if a level were reached now, by the urgency of the track. */
  readonly outlooks: readonly {
    readonly urgency: TrySituation['urgency'];
    readonly bundles: readonly Bundle[];
  }[];
}

const BUNDLES_SHOWN = 6;

/** How somebody is tried by the rules given, and when next if a level were reached now. */
export function triedView(who: Tried, carriers: TrySituation['carriers'], now: Instant): TriedView {
  const rules = who.rules.length > 0 ? who.rules : [USUAL_RULE];
  const end = asInstant(now + INSIST_MS);
  return {
    rules: rules.map((rule) => ({ rule, round: roundOf(rule, who, { carriers }) })),
    outlooks: (['high', 'normal'] as const).map((urgency) => ({
      urgency,
      bundles: [...triesOf(who, { urgency, carriers }, { start: now, end }).take(BUNDLES_SHOWN)],
    })),
  };
}
