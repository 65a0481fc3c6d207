import type { OverviewChoice } from '../../app/views/overview-choice.ts';
import type { OverviewView } from '../../app/views/overview-view.ts';
import type { PeriodRefusal } from '../../core/message/portal/overview.ts';
import type { Frame } from '../frame.tsx';

/** What the overview shows, and around what. */
export interface OverviewPage extends Frame {
  /** Where the overview of this contract is. */
  readonly base: string;
  readonly choice: OverviewChoice;
  readonly refusals: readonly PeriodRefusal[];
  readonly view: OverviewView;
}

/** What of the address is kept while one part of it changes. */
export function pathWith({ base, choice }: OverviewPage, changes: Partial<OverviewChoice>): string {
  const { from, until, kind: answer, clock } = { ...choice, ...changes };
  return `${base}?${new URLSearchParams({ from, until, answer, clock })}`;
}
