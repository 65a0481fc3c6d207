import { type OversightTask, oversightTasks, type WorkSection } from '../../core/case/oversight-tasks.ts';
import { owed } from '../../core/case/owed.ts';
import type { Instant } from '../../core/instant.ts';
import type { CaseLine } from '../ports/lists.ts';
import { type LineView, lineView } from './line-view.ts';

/** A case in oversight's work list, with what is to be done about it and since when, or from when. */
export interface WorkItem {
  readonly view: LineView;
  readonly at: Instant;
  readonly level: number | undefined;
}

const NOBODY: ReadonlySet<never> = new Set();

/** A line of one section, by what its case says now; undefined where that has passed meanwhile. */
export function workItem(line: CaseLine, section: WorkSection, now: Instant): WorkItem | undefined {
  const found = section === 'coming' ? coming(line) : taskOf(line, section);
  return found && { view: lineView(line, NOBODY, now), at: found.at, level: found.level };
}

const taskOf = ({ state }: CaseLine, section: WorkSection): OversightTask | undefined =>
  oversightTasks(state).find(({ work }) => work === section);

/** The first step of oversight's own that is still to fall due. */
function coming({ state }: CaseLine): Pick<WorkItem, 'at' | 'level'> | undefined {
  const step = owed(state).find((one) => one.kind === 'step' && one.party === 'oversight' && !one.isDue);
  return step && { at: step.dueAt, level: step.level };
}
