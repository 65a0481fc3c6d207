import { catalogue } from '../core/message/catalogue.ts';
import { type CaseOptions, type CasePlace, casePlace } from './case-place.ts';
import { askedOf } from './case-send.ts';
import { print, printJson } from './case-text.ts';
import { draftLine, draftLines, type ShownDraft, type WholeDraft } from './draft-text.ts';
import type { Io } from './io.ts';

/** Under which path the drafts of a contract stand. */
export const draftsPath = ({ path }: CasePlace): string => `${path}/drafts`;
export const draftPath = (place: CasePlace, draft: string): string =>
  `${draftsPath(place)}/${encodeURIComponent(draft)}`;

/** `ladder plan list`: plans on their way, the newest first. */
export function listDrafts(options: CaseOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const { items } = await place.client.get<{ readonly items: readonly ShownDraft[] }>(draftsPath(place), {
      limit: '200',
    });
    if (options.json) for (const item of items) io.stdout.write(`${JSON.stringify(item)}\n`);
    else if (items.length === 0) print(io, [catalogue('en').drafts.empty]);
    else
      print(
        io,
        items.map((one) => draftLine(one, place.timeZone)),
      );
    return 0;
  });
}

interface ShowOptions extends CaseOptions {
  readonly text?: true;
}

/** `ladder plan show`: one of them, or only its text. */
export function showDraft([draft = '']: readonly string[], options: ShowOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const path = draftPath(place, draft);
    if (options.text) {
      io.stdout.write(await place.client.text(`${path}/text`));
      return 0;
    }
    const whole = await place.client.get<WholeDraft>(path);
    if (options.json) printJson(io, whole);
    else print(io, draftLines(whole, place.timeZone));
    return 0;
  });
}
