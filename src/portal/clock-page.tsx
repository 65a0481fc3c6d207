import type { Instant } from '../core/instant.ts';
import type { RefusalWords } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { type Frame, page, problemBox } from './frame.tsx';

interface ClockView extends Frame {
  readonly now: Instant;
  readonly timeZone: string;
  readonly typed: string;
  readonly outcome:
    | { readonly is: 'none' }
    | { readonly is: 'refused'; readonly words: RefusalWords }
    | { readonly is: 'moved'; readonly stops: number }
    | { readonly is: 'underWay'; readonly target: Instant };
}

/** The clock of a demonstration, and how to move it. */
export function clockPage(view: ClockView): string {
  const words = catalogue(view.language).pages.clock;
  const { now, timeZone, outcome, typed } = view;
  return page({
    ...view,
    title: words.title,
    children: (
      <>
        <p>{words.about}</p>
        <p role="status">
          <strong>
            {outcome.is === 'moved'
              ? words.moved({ now, timeZone, stops: outcome.stops })
              : words.now({ at: now, timeZone })}
          </strong>
        </p>
        {outcome.is === 'refused' && problemBox(outcome.words)}
        {outcome.is === 'underWay' && (
          <form method="post" action="/clock">
            <p>{words.underWay({ now, target: outcome.target, timeZone })}</p>
            <input type="hidden" name="until" value={String(outcome.target)} />
            <button type="submit">{words.goOn}</button>
          </form>
        )}
        <form method="post" action="/clock" accept-charset="utf-8">
          <label for="by">{words.label}</label>
          <p class="hint" id="by-hint">
            {words.hint}
          </p>
          <input id="by" name="by" value={typed} aria-describedby="by-hint" autocomplete="off" required />
          <button type="submit">{words.button}</button>
        </form>
      </>
    ),
  });
}
