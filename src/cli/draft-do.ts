import { randomUUID } from 'node:crypto';
import { type CaseOptions, type CasePlace, casePlace, typedTime } from './case-place.ts';
import { askedOf, typedText } from './case-send.ts';
import { print, printJson } from './case-text.ts';
import { draftPath, draftsPath } from './draft-read.ts';
import { draftLine, type WholeDraft } from './draft-text.ts';
import type { Io } from './io.ts';

interface KeepOptions extends CaseOptions {
  readonly into?: string;
}

/** `ladder plan draft`: a file as a new draft or as the new text of one; without a file a copy of the plan in force. */
export function keepText([file]: readonly string[], options: KeepOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const { into } = options;
    const place = await casePlace(options, io);
    const text = file === undefined ? undefined : await io.readText(file);
    if (into === undefined) {
      const body = text === undefined ? { copyOf: 'published' } : { text };
      return sent(place, { path: draftsPath(place), body }, options, io);
    }
    const path = draftPath(place, into);
    const { base } = await place.client.get<WholeDraft>(path);
    return sent(place, { path: `${path}/edits`, body: { base, text: text ?? '' } }, options, io);
  });
}

interface MoveOptions extends CaseOptions {
  readonly text?: string;
  readonly reason?: string;
  readonly at?: string;
}

/** Moves a draft on, as it is written now: proposes it, agrees to it, sends it back, publishes it. */
export function moveDraft(
  resource: string,
  [draft = '']: readonly string[],
  options: MoveOptions,
  io: Io,
): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const { timeZone } = place;
    const path = draftPath(place, draft);
    const { base } = await place.client.get<WholeDraft>(path);
    const text = await typedText(options.reason ?? options.text, io);
    const effectiveAt = typedTime(options.at, { option: '--at', timeZone });
    const body = {
      base,
      ...(text !== undefined && { text }),
      ...(effectiveAt !== undefined && { effectiveAt }),
    };
    return sent(place, { path: `${path}/${resource}`, body }, options, io);
  });
}

/** Posts it and says how far the draft is then. What was done already is not done again, so any key will do. */
async function sent(
  { client, timeZone }: CasePlace,
  posted: { readonly path: string; readonly body: object },
  { json }: CaseOptions,
  io: Io,
): Promise<number> {
  const whole = await client.post<WholeDraft>({ ...posted, key: randomUUID(), ifVersion: undefined });
  if (json) printJson(io, whole);
  else print(io, [draftLine(whole, timeZone)]);
  return 0;
}
