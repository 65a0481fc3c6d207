import type { RotaView } from '../../app/views/rota/rota-view.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import { selectField } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { emptyState } from '../parts/notices.tsx';
import { around, type RotaFrame } from './rota-frame.tsx';

/** A duty that may be exchanged; `name` is what the form sends for it. */
export interface OfferedDuty {
  readonly name: string;
  readonly who: string;
  readonly rota: string;
  readonly from: Instant;
  readonly until: Instant;
}

interface SwapPage {
  readonly frame: RotaFrame;
  readonly view: RotaView;
  readonly own: readonly OfferedDuty[];
  readonly others: readonly OfferedDuty[];
  readonly typed: { readonly own: string; readonly other: string };
  readonly errors: readonly { readonly name: string; readonly error: string }[];
}

/** The form by which somebody asks a colleague to take each other's duty. */
export function swapPage({ frame, view, own, others, typed, errors }: SwapPage): string {
  const { language, base } = frame;
  const { rota: words, parts } = catalogue(language);
  const { swap: said, acts } = words;
  const errorAt = (name: string) => errors.find((one) => one.name === name)?.error;
  const timeZone = clocksOf(view.timeZone, frame.readerZone);
  const options = (duties: readonly OfferedDuty[]) =>
    duties.map(({ name, who, from, until }) => ({
      value: name,
      label: said.option({
        name: view.nameOf(who),
        since: parts.time.at({ at: from, timeZone }),
        to: parts.time.at({ at: until, timeZone }),
      }),
    }));
  return around({
    frame,
    title: acts.swap,
    errors,
    children:
      own.length === 0 || others.length === 0 ? (
        <>
          {emptyState({ title: said.none })}
          <p>
            <a href={base}>{words.title}</a>
          </p>
        </>
      ) : (
        <>
          <p>{said.about}</p>
          {postForm({
            action: `${base}/swap`,
            children: (
              <>
                {selectField({
                  ...{ language, name: 'own', label: said.own, chosen: typed.own, error: errorAt('own') },
                  options: options(own),
                })}
                {selectField({
                  ...{
                    language,
                    name: 'other',
                    label: said.other,
                    chosen: typed.other,
                    error: errorAt('other'),
                  },
                  hint: said.otherHint,
                  options: options(others),
                })}
                {buttonRow([{ label: said.button }], [{ label: acts.cancel, path: base }])}
              </>
            ),
          })}
        </>
      ),
  });
}
