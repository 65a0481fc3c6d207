import type { CalendarRefusals } from '../core/message/calendar.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import type { Io } from './io.ts';
import { painter } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

const REFUSED = 1;
const MISUSE = 2;

/** Holidays that cannot be printed as asked for. */
export class CalendarRefusal<C extends keyof CalendarRefusals = keyof CalendarRefusals> extends Error {
  readonly code: C;
  readonly values: CalendarRefusals[C];

  constructor(code: C, values: CalendarRefusals[C]) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** Runs a command on holidays; a refusal is said on `stderr` and becomes its exit code. */
export async function refusedBy(io: Io, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof CalendarRefusal)) throw error;
    const say = catalogue('en').calendar.refusals[error.code as keyof CalendarRefusals];
    const { message, advice } = (say as (values: unknown) => RefusalWords)(error.values);
    const paint = painter(io.env, io.isTerminal);
    io.stderr.write(`${paint(['red', 'bold'], 'ladder:')} ${printable(message)}\n  ${printable(advice)}\n`);
    // The one that is understood, and the answer is no: the data do not reach so far.
    return error.code === 'calendar-dates-unknown' ? REFUSED : MISUSE;
  }
}
