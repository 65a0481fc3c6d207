import type { TriedView } from '../../app/views/reach/tried-view.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { table } from '../parts/lists.tsx';
import { whenPart } from '../parts/when.tsx';
import { ruleSentence } from './rule-sentence.tsx';

interface Shown {
  readonly timeZone: string;
  readonly readerZone: string | undefined;
  readonly language: Language;
}

/** How somebody is tried, in sentences, and when next if a level were reached now. */
export function triedPart({ rules, outlooks }: TriedView, shown: Shown): Html {
  const { reach: words } = catalogue(shown.language);
  return (
    <>
      <ol>
        {rules.map(({ rule, round }) => (
          <li>{ruleSentence({ rule, round }, shown.language)}</li>
        ))}
      </ol>
      {outlooks.map(({ urgency, bundles }) => (
        <>
          <h3>{words.next.title[urgency]}</h3>
          {bundles.length === 0 ? (
            <p>{words.cannotBeTried}</p>
          ) : (
            table({
              caption: words.next.about,
              columns: [{ title: words.next.columns.at }, { title: words.next.columns.means }],
              rows: bundles.map(({ at, means }) => [
                whenPart({ at, ...shown }),
                means.map((one) => words.means[one]).join(', '),
              ]),
            })
          )}
        </>
      ))}
    </>
  );
}
