import { formatInstant } from '../core/instant.ts';
import { onCall } from '../core/rota/on-call.ts';
import { isCuttable, PERIOD_DAYS_MAX, shifts } from '../core/rota/shifts.ts';
import { DeadlineRefusal } from './deadline-refusal.ts';
import { instantOf, knownKeys, type LineError, lineObject } from './line-values.ts';
import { RotaReader } from './rota-of-line.ts';

/** What a line is answered with, before it is written as JSON. */
type OnCallAnswer =
  | { readonly onCall: readonly string[] }
  | { readonly shifts: readonly { readonly id: string; readonly from: string; readonly until: string }[] }
  | LineError;

const KEYS: ReadonlySet<string> = new Set(['rota', 'calendars', 'at', 'from', 'until']);

/** Answers one line after another: who is on duty at an instant, or the shifts of a period. */
export class OnCallAnswerer {
  readonly #rotas = new RotaReader();

  answer(line: string): OnCallAnswer {
    try {
      return this.#answered(line);
    } catch (error) {
      if (!(error instanceof DeadlineRefusal)) throw error;
      return { error: { code: error.code, message: error.words } };
    }
  }

  #answered(text: string): OnCallAnswer {
    const line = lineObject(text);
    knownKeys(line, KEYS);
    const { at, from, until } = line;
    const read = this.#rotas.read(line);
    if ('error' in read) return read;
    if ((at ?? undefined) !== undefined) {
      const other = [from, until].findIndex((value) => (value ?? undefined) !== undefined);
      if (other >= 0) {
        throw new DeadlineRefusal('deadline-keys-conflict', {
          first: 'at',
          second: other === 0 ? 'from' : 'until',
        });
      }
      return { onCall: onCall(read.rules, instantOf('at', at)) };
    }
    if ((from ?? until ?? undefined) === undefined)
      throw new DeadlineRefusal('deadline-key-missing', { key: 'at' });
    const [begin, end] = [instantOf('from', from), instantOf('until', until)];
    if (!isCuttable(read.rules, begin, end)) {
      throw new DeadlineRefusal('deadline-period-too-long', { daysMax: PERIOD_DAYS_MAX });
    }
    return {
      shifts: shifts(read.rules, begin, end).map((shift) => {
        return { id: shift.id, from: formatInstant(shift.from), until: formatInstant(shift.until) };
      }),
    };
  }
}
