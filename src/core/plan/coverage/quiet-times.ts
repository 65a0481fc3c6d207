import { compileCalendar } from '../../calendar/compile-calendar.ts';
import { isOpenAt, windowEdges } from '../../calendar/open-windows.ts';
import type { Instant } from '../../instant.ts';
import { contactOf } from '../asked/lookup.ts';
import type { Plan } from '../format/schema.ts';
import { relievedBy } from '../revision/relieved.ts';
import { weekRules } from '../revision/week-rules.ts';

/** Who is reached in the quiet hours of others, and when those begin and end. */
interface QuietTimes {
  /** The people, and in place of those whose hours are quiet their deputies, where these have none just then. */
  readonly relieved: (people: readonly string[], at: Instant) => readonly string[];
  readonly edges: readonly Instant[];
}

/** The quiet hours of a plan's contacts in a period, on the contract's clocks. */
export function quietTimes(plan: Plan, { from, until }: { from: Instant; until: Instant }): QuietTimes {
  const timeZone = plan.contract?.timeZone ?? 'UTC';
  const quiet = new Map(
    Object.entries(plan.contacts ?? {}).flatMap(([id, { quietHours }]) =>
      quietHours ? [[id, compileCalendar(weekRules(quietHours, timeZone))] as const] : [],
    ),
  );
  const isQuiet = (id: string, at: Instant): boolean => {
    const hours = quiet.get(id);
    return hours !== undefined && isOpenAt(hours, at);
  };
  const deputyOf = (id: string): string | undefined => {
    const deputy = contactOf(plan, id)?.deputy;
    return deputy !== undefined && contactOf(plan, deputy) ? deputy : undefined;
  };
  const relieved = (people: readonly string[], at: Instant): readonly string[] =>
    quiet.size === 0 ? people : relievedBy({ isQuiet, deputyOf }, people, at);
  const edges = [...quiet.values()].flatMap((hours) => [...windowEdges(hours, from, until)]);
  return { relieved, edges };
}
