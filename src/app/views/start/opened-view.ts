import type { ForecastRow } from '../../../core/case/play/forecast-rows.ts';
import type { DueStep, OpenState } from '../../../core/case/state.ts';
import type { Instant } from '../../../core/instant.ts';
import type { Caller } from '../../authorise.ts';
import type { Reading } from '../../ports/reading.ts';
import { caseForecast } from '../case-forecast.ts';
import { planReader } from '../plan/plan-reader.ts';
import { type StandingView, standingView } from '../plan/seats-view.ts';
import { sightOf } from '../sight.ts';

/** A level that was asked, and whom to call there. */
export interface AskedLevel {
  readonly level: number;
  readonly title: string;
  readonly from: Instant;
  readonly people: readonly StandingView[];
}

/** A case that was just opened: who was asked, and what comes next if nobody answers. */
export interface OpenedView {
  readonly caseId: string;
  readonly open: OpenState;
  readonly references: readonly string[];
  readonly asked: readonly AskedLevel[];
  /** Moves that may be made already. */
  readonly due: readonly DueStep[];
  readonly moves: readonly Extract<ForecastRow, { kind: 'move' }>[];
}

/** What to tell whoever has opened a case; undefined of one that is out of their sight, or over. */
export async function openedView(
  reading: Reading,
  caller: Caller,
  caseId: string,
): Promise<OpenedView | undefined> {
  const { contract } = caller;
  const found = await reading.case({ contract, caseId }, sightOf(caller));
  if (found?.state.status !== 'open') return undefined;
  const { state: open, references } = found;
  const reader = planReader(caller);
  const ids = open.contacted.flatMap(({ contacts }) => contacts);
  const people = await reading.standing(contract, ids);
  const asked = open.contacted.map(({ level, from, contacts }) => ({
    level,
    title: open.revision.levels[level - 1]?.title ?? '',
    from,
    people: contacts.flatMap((id) => {
      const person = people.get(id);
      return person && !person.isErased ? [standingView(person, reader)] : [];
    }),
  }));
  const { rows, dueAlready } = caseForecast(open, await reading.now());
  const dueLevels = new Set(dueAlready.map(({ level }) => level));
  const moves = rows.flatMap((row) => (row.kind === 'move' && !dueLevels.has(row.level) ? [row] : []));
  return { caseId, open, references, asked, due: dueAlready, moves };
}
