import type { Instant } from '../core/instant.ts';
import type { RefusalWords } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { clocksOf } from '../core/message/clocks.ts';
import { type Frame, page } from './frame.tsx';
import { textField } from './parts/field.tsx';
import { buttonRow, errorSummary, postForm } from './parts/form.tsx';
import { notice } from './parts/notices.tsx';

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
  const { now, outcome, typed, language } = view;
  const timeZone = clocksOf(view.timeZone, view.readerZone);
  const { clock: words } = catalogue(language).pages;
  const { spans } = catalogue(language).parts;
  return page({
    ...view,
    title: words.title,
    hasErrors: outcome.is === 'refused',
    children: (
      <>
        <p>{words.about}</p>
        {outcome.is === 'refused' && errorSummary([{ name: 'by', error: outcome.words.message }], language)}
        {outcome.is === 'moved' ? (
          notice({
            kind: 'success',
            language,
            title: words.moved({ now, timeZone, stops: outcome.stops }),
          })
        ) : (
          <p>
            <strong>{words.now({ at: now, timeZone })}</strong>
          </p>
        )}
        {outcome.is === 'underWay' &&
          postForm({
            action: '/clock',
            hidden: { until: outcome.target },
            children: (
              <>
                <p>{words.underWay({ now, target: outcome.target, timeZone })}</p>
                {buttonRow([{ label: words.goOn }])}
              </>
            ),
          })}
        {postForm({
          action: '/clock',
          children: (
            <fieldset>
              <legend>{words.label}</legend>
              {buttonRow(SPANS.map((by) => ({ label: spans[by], kind: 'plain', name: 'by', value: by })))}
            </fieldset>
          ),
        })}
        {postForm({
          action: '/clock',
          children: (
            <>
              {textField({
                language,
                name: 'by',
                label: words.label,
                hint: words.hint,
                value: typed,
                width: 'medium',
                error: outcome.is === 'refused' ? wholeOf(outcome.words) : undefined,
              })}
              {buttonRow([{ label: words.button }])}
            </>
          ),
        })}
      </>
    ),
  });
}

/** What is one press away; the words are what the field takes. */
const SPANS = ['15 minutes', '1 hour', '4 hours', '1 day'] as const;

const wholeOf = ({ message, advice }: RefusalWords): string => `${message} ${advice}`;
