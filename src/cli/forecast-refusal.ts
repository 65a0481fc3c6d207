import { catalogue } from '../core/message/catalogue.ts';
import type { ForecastCliRefusals } from '../core/message/forecast.ts';
import type { Io } from './io.ts';
import { painter } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

const MISUSE = 2;

/** A course that cannot be forecast as asked for; a suggestion is a name that may have been meant. */
export class ForecastCliRefusal<
  C extends keyof ForecastCliRefusals = keyof ForecastCliRefusals,
> extends Error {
  readonly code: C;
  readonly values: ForecastCliRefusals[C];
  readonly suggestion: string | undefined;

  constructor(code: C, values: ForecastCliRefusals[C], suggestion?: string) {
    super(code);
    this.code = code;
    this.values = values;
    this.suggestion = suggestion;
  }
}

/** Runs a forecast; a refusal is said on `stderr` and becomes its exit code. */
export async function refusedBy(io: Io, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof ForecastCliRefusal)) throw error;
    const refusal: ForecastCliRefusal = error;
    const say = catalogue('en').forecast.refusals[refusal.code] as (values: unknown) => {
      message: string;
      advice: string;
    };
    const { message, advice } = say({ ...refusal.values, suggestion: refusal.suggestion });
    const paint = painter(io.env, io.isTerminal);
    io.stderr.write(`${paint(['red', 'bold'], 'ladder:')} ${printable(message)}\n  ${printable(advice)}\n`);
    return MISUSE;
  }
}
