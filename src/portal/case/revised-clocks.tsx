import { clocksAfter } from '../../app/views/case/clocks-after.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { table } from '../parts/lists.tsx';
import { whenPart } from '../parts/when.tsx';
import type { ActView } from './act-page.tsx';

/** Before a case moves to other rules: each of its clocks, when it runs out now and when it would then. */
export function revisedClocks({ sheet, language, readerZone }: ActView): Html | undefined {
  const { state, later, now } = sheet;
  if (state.status !== 'open' || !later) return undefined;
  const { revised: words, clocks } = catalogue(language).casePage;
  const changes = clocksAfter(state, later, now);
  if (changes.length === 0) return <p>{words.none}</p>;
  const { timeZone } = state.revision;
  const shown = (at: Instant | undefined) =>
    at === undefined ? words.notRunning : whenPart({ at, timeZone, readerZone, language, as: 'from' });
  return table({
    caption: words.caption({ revision: later.number }),
    columns: [{ title: words.clock }, { title: words.before }, { title: words.after }],
    rows: changes.map(({ name, before, after }) => [
      clocks.deadline(name, later),
      shown(before),
      // What the move puts into the past falls due with it.
      after !== undefined && after <= now && after !== before ? words.atOnce : shown(after),
    ]),
  });
}
