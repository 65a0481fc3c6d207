import type { AnyRule } from '../rule.ts';
import { levelUncovered } from './level-uncovered.ts';
import { rotaEmpty } from './rota-empty.ts';
import { rotaEntryIncomplete } from './rota-entry-incomplete.ts';
import { rotaHoursDoubled } from './rota-hours-doubled.ts';
import { rotaIdTaken } from './rota-id-taken.ts';
import { rotaLayerIncomplete } from './rota-layer-incomplete.ts';
import { rotaOverrideUnclear } from './rota-override-unclear.ts';
import { rotaPeriodReversed } from './rota-period-reversed.ts';
import { rotaSwapOpen } from './rota-swap-open.ts';
import { rotaUnused } from './rota-unused.ts';

/** The rules about who is on duty when. */
export const ROTA_RULES: readonly AnyRule[] = [
  levelUncovered,
  rotaEmpty,
  rotaEntryIncomplete,
  rotaHoursDoubled,
  rotaIdTaken,
  rotaLayerIncomplete,
  rotaOverrideUnclear,
  rotaPeriodReversed,
  rotaSwapOpen,
  rotaUnused,
];
