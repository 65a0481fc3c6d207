import { type CaseOptions, type CasePlace, casePlace } from './case-place.ts';
import { askedOf } from './case-send.ts';
import { print, printJson } from './case-text.ts';
import type { Io } from './io.ts';
import {
  obligationLines,
  obligationText,
  type ShownObligation,
  type WholeObligation,
} from './obligation-text.ts';

/** Under which path an obligation stands. */
export const obligationPath = ({ path }: CasePlace, [obligation = '']: readonly string[]): string =>
  `${path}/obligations/${encodeURIComponent(obligation)}`;

interface ListOptions extends CaseOptions {
  readonly show?: string;
}

/** `ladder obligation list`: those of a contract by date. */
export function listObligations(options: ListOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const { client, path } = await casePlace(options, io);
    const { show } = options;
    const { items } = await client.get<{ readonly items: readonly ShownObligation[] }>(
      `${path}/obligations`,
      { show },
    );
    if (options.json) for (const item of items) printJson(io, item);
    else print(io, obligationLines(items));
    return 0;
  });
}

/** `ladder obligation show`: one of them, and what has happened. */
export function showObligation(words: readonly string[], options: CaseOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const whole = await place.client.get<WholeObligation>(obligationPath(place, words));
    if (options.json) printJson(io, whole);
    else print(io, obligationText(whole, place.timeZone));
    return 0;
  });
}
