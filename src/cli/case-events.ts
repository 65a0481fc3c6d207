import { type CaseOptions, casePath, casePlace } from './case-place.ts';
import { askedOf } from './case-send.ts';
import { eventLines, print, printJson, type ShownEvent } from './case-text.ts';
import type { Io } from './io.ts';

interface EventsOptions extends CaseOptions {
  readonly after?: string;
}

interface Page {
  readonly items: readonly ShownEvent[];
  readonly next: number | null;
}

/** `ladder case events`: what has happened, page after page of the API, printed as it comes. */
export function listEvents(words: readonly string[], options: EventsOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    let after = options.after;
    for (;;) {
      const { items, next } = await place.client.get<Page>(`${casePath(place, words)}/events`, { after });
      if (options.json) for (const event of items) printJson(io, event);
      else for (const event of items) print(io, eventLines(event, place.timeZone));
      if (next === null) return 0;
      after = String(next);
    }
  });
}
