import { styleText } from 'node:util';
import type { Io } from './io.ts';

export type Colour = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>;
export type Paint = (colours: Colour | readonly Colour[], text: string) => string;

/**
 * Whether to colour: never with `NO_COLOR`, always with `FORCE_COLOR`, else only on a terminal that can.
 * An empty value is as good as none, as no-color.org asks.
 */
function wantsColour(env: Io['env'], isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

/** Colours a text, or leaves it as it is where no colour is wanted. */
export function painter(env: Io['env'], isTerminal: boolean): Paint {
  if (!wantsColour(env, isTerminal)) return (_colours, text) => text;
  return (colours, text) =>
    styleText(colours as Parameters<typeof styleText>[0], text, { validateStream: false });
}
