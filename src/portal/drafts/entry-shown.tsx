import type { EntryShown } from '../../app/views/drafts/entry-view.ts';
import type { Reason } from '../../core/calendar/explain.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { changeSentence } from '../../core/message/diff.ts';
import { reasonSentence } from '../../core/message/explain.ts';
import { findingSentences } from '../../core/message/findings.ts';
import type { OfStep } from '../../core/plan/edit/part-field.ts';
import type { WorkedClock } from '../../core/plan/edit/worked-examples.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { buttonRow } from '../parts/form.tsx';
import { table, tag } from '../parts/lists.tsx';
import { whenPart } from '../parts/when.tsx';
import { quoted } from './draft-findings.tsx';

interface ShownPart {
  readonly language: Language;
  readonly shown: EntryShown;
  /** What the button below does with it. */
  readonly act: 'keep' | 'remove';
  /** Something was typed after it was shown. */
  readonly isAgain: boolean;
}

/** What an entry's form changes, in sentences, and the button that keeps it. */
export function shownPart({ language, shown, act, isAgain }: ShownPart): Html {
  const { drafts, diff } = catalogue(language);
  const { shown: words, keep, removal } = drafts.planForms;
  const { changes, blocking, seen } = shown;
  return (
    <section aria-labelledby="shown-title">
      <h2 id="shown-title">{words.title}</h2>
      {isAgain && <p>{words.again}</p>}
      {changes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <ul>
            {changes.map((change) => (
              <li>{changeSentence(diff, change)}</li>
            ))}
          </ul>
          <p>{words.blocking(blocking)}</p>
          {broughtAlong(shown, language)}
          <input type="hidden" name="seen" value={seen} />
          {buttonRow([
            act === 'keep'
              ? { label: keep, name: 'do', value: 'keep' }
              : { label: removal.button, kind: 'grave', name: 'do', value: 'remove' },
          ])}
        </>
      )}
    </section>
  );
}

const KINDS = { blocking: 'error', warning: 'warning', advice: 'info' } as const;

function broughtAlong({ findings }: EntryShown, language: Language): Html | undefined {
  const { drafts, findings: sentences } = catalogue(language);
  if (findings.length === 0) return undefined;
  return (
    <>
      <h3>{drafts.planForms.shown.brings}</h3>
      {language !== 'en' && <p class="quiet">{drafts.findings.inEnglish}</p>}
      <ul>
        {findings.map((finding) => {
          const { message, advice } = findingSentences(sentences, finding);
          return (
            <li>
              {tag(drafts.findings.severity[finding.severity], KINDS[finding.severity])}{' '}
              <span lang="en">
                {quoted(message)} {quoted(advice)}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface Examples {
  readonly language: Language;
  readonly plan: Plan;
  readonly timeZone: string;
  readonly readerZone: string | undefined;
  readonly clocks: readonly WorkedClock[];
}

/** What stands beside one condition of a step, or beside a calendar, to be replaced while somebody types. */
export const examplesId = (step: OfStep | undefined): string =>
  step ? `examples-${step.level}-${step.condition ?? 0}` : 'examples';

/** What clocks come to, each from a few starts and with why. */
export function examplesPart({ language, plan, timeZone, readerZone, clocks }: Examples): Html {
  const { drafts, planPage } = catalogue(language);
  const words = drafts.planForms.examples;
  return (
    <>
      {clocks.map(({ span, calendar, runs }) => {
        const isAlways = plan.calendars?.[calendar]?.hours === 'always';
        const caption = `${words.title}: ${planPage.limit({ span, calendar, isAlways })}`;
        if (!runs) return <p>{words.uncounted}</p>;
        return table({
          caption,
          columns: [
            { title: words.columns.from },
            { title: words.columns.due },
            { title: words.columns.why },
          ],
          rows: runs.map(({ from, explanation }) => [
            whenPart({ at: from, timeZone, readerZone, language }),
            explanation
              ? whenPart({ at: explanation.dueAt, timeZone, readerZone, language, as: 'from' })
              : words.never,
            explanation ? reasonsPart(explanation.reasons, language, readerZone) : '',
          ]),
        });
      })}
    </>
  );
}

function reasonsPart(reasons: readonly Reason[], language: Language, readerZone: string | undefined): Html {
  const { explain, planPage } = catalogue(language);
  return (
    <details>
      <summary>{planPage.forecast.why}</summary>
      <ul>
        {reasons.map((one) => (
          <li>{reasonSentence(explain, one, readerZone)}</li>
        ))}
      </ul>
    </details>
  );
}
