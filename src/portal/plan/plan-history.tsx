import type { ChangesView, QuestionView, RevisionView } from '../../app/views/plan/history-view.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { changeSentence } from '../../core/message/diff.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { summaryList, tag } from '../parts/lists.tsx';
import { whenPart } from '../parts/when.tsx';

interface HistoryOfPlan {
  readonly language: Language;
  readonly timeZone: string;
  readonly revisions: readonly RevisionView[];
  /** How many revisions there are before those. */
  readonly older: number;
  readonly written: Plan | undefined;
  /** An id of a person or a seat → a name. */
  readonly nameOf: (id: string) => string;
}

/** Every revision that was in force, and what it changed, in sentences. */
export function historySection(view: HistoryOfPlan): Html {
  const { language, revisions, older, written } = view;
  const words = catalogue(language).planPage.history;
  const versions = written?.document?.history ?? [];
  return (
    <section>
      <h2 id="history">{words.title}</h2>
      <p>{words.about}</p>
      {revisions.map((revision) => revisionPart(view, revision))}
      {older > 0 && <p>{words.older({ count: older })}</p>}
      {versions.length > 0 && (
        <>
          <h3>{words.versions}</h3>
          <ul>
            {versions.map(({ version = '', date, note }) => (
              <li>{words.version({ version, date, note })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function revisionPart(view: HistoryOfPlan, revision: RevisionView): Html {
  const { language, timeZone, nameOf } = view;
  const words = catalogue(language).planPage.history;
  const { number, isInForce, publishedAt, agreedBy, changed, isFirst } = revision;
  return (
    <>
      <h3>
        {words.revision({ number })} {isInForce && tag(words.inForce, 'success')}
      </h3>
      {summaryList([
        {
          name: words.publishedAt,
          value: publishedAt !== undefined && whenPart({ at: publishedAt, timeZone, language }),
        },
        { name: words.agreedBy, value: agreedBy.map(nameOf).join(', ') },
      ])}
      {isFirst && <p>{words.first}</p>}
      {!isFirst && (changed ? changesPart(changed, language) : <p>{words.erased}</p>)}
    </>
  );
}

function changesPart({ changes, kept }: ChangesView, language: Language): Html {
  const { diff, planPage } = catalogue(language);
  const words = planPage.history;
  if (changes.length === 0 && kept === 0) return <p>{words.sameText}</p>;
  return (
    <details>
      <summary>{words.changes({ count: changes.length + kept })}</summary>
      <ul>
        {changes.map((change) => (
          <li>{changeSentence(diff, change)}</li>
        ))}
        {kept > 0 && <li>{words.kept({ count: kept })}</li>}
      </ul>
    </details>
  );
}

interface QuestionsOfPlan {
  readonly language: Language;
  readonly questions: readonly QuestionView[];
  readonly nameOf: (id: string) => string;
}

/** What the plan leaves open, and how what it once said in two ways was settled. */
export function questionsSection(view: QuestionsOfPlan): Html {
  const { language, questions } = view;
  const words = catalogue(language).planPage.questions;
  const open = questions.filter(({ question }) => question.settled === undefined);
  const settled = questions.filter(({ question }) => question.settled !== undefined);
  return (
    <section>
      <h2 id="questions">{words.title}</h2>
      {questions.length === 0 && <p>{words.none}</p>}
      {questions.length > 0 && (
        <p>
          {open.length > 0 ? words.open({ count: open.length }) : words.allSettled({ count: settled.length })}
        </p>
      )}
      {open.map((question) => questionPart(view, question))}
      {settled.length > 0 && (
        <details>
          <summary>{words.settledTitle}</summary>
          {settled.map((question) => questionPart(view, question))}
        </details>
      )}
      <p>{words.noOverrides}</p>
    </section>
  );
}

function questionPart({ language, nameOf }: QuestionsOfPlan, { question, isKept }: QuestionView): Html {
  const words = catalogue(language).planPage.questions;
  const { about = '', readings = [], taken, settled } = question;
  return (
    <>
      <h3>{words.about({ about })}</h3>
      {isKept ? (
        <p>{words.kept}</p>
      ) : (
        <ol>
          {readings.map(({ value, quote, place }, index) => (
            <li>
              {words.reading({ value: [value ?? ''].flat().join(', '), quote, place })}
              {taken === index + 1 && <strong> {words.taken}</strong>}
            </li>
          ))}
        </ol>
      )}
      <p>
        {settled
          ? words.settled({ by: (settled.by ?? []).map(nameOf), date: settled.date })
          : words.unsettled}{' '}
        {settled?.because !== undefined && !isKept && words.because({ because: settled.because })}
      </p>
    </>
  );
}
