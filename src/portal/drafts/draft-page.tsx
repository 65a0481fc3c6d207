import type { OpenQuestion } from '../../app/views/drafts/open-questions.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { changeSentence } from '../../core/message/diff.ts';
import type { Change } from '../../core/plan/diff/change.ts';
import type { DraftEventType } from '../../core/publication/draft-event.ts';
import { AGREEING, type DoneBy } from '../../core/publication/draft-state.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { summaryList } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import { actForms, overrideForm, questionForm } from './draft-acts.tsx';
import { findingList } from './draft-findings.tsx';
import { type DraftFrame, draftFrame } from './draft-frame.tsx';

export interface DraftOverview extends DraftFrame {
  readonly questions: readonly OpenQuestion[];
  readonly mayWrite: boolean;
  /** Whether the reader speaks for a party about its plan, and for which. */
  readonly maySpeak: boolean;
  readonly party: string | undefined;
  readonly nameOf: (id: string) => string;
  readonly planPath: string;
  /** What one of its forms says, where one was sent; each field has a name of its own. */
  readonly typed: { text(name: string): string };
  /** Which form was refused, and why. */
  readonly wrong: { readonly field: string; readonly error: string } | undefined;
}

/** A draft: how far it is, what keeps it back, what it changes, what may be done with it, and what was done. */
export function draftOverviewPage(frame: DraftOverview): string {
  const { language, view, base, wrong } = frame;
  return draftFrame({
    frame,
    part: 'draft',
    errors: wrong ? [{ name: wrong.field, error: wrong.error }] : [],
    children: (
      <>
        {standing(frame)}
        {changesPart(frame)}
        {frame.questions.length > 0 && questionsPart(frame)}
        {findingList({
          language,
          judged: view.judged,
          textPath: `${base}/text`,
          beside: (finding, at) => overrideForm(frame, finding, at),
        })}
        {actForms(frame)}
        {historyPart(frame)}
      </>
    ),
  });
}

function standing(frame: DraftOverview): Html {
  const { language, view, nameOf } = frame;
  const { drafts: words } = catalogue(language);
  const { facts } = words;
  const { state } = view.kept;
  const { agreed, proposed, edited, fixed, from, effectiveAt } = state;
  const done = (what: DoneBy | undefined, who?: string): Child =>
    what ? (
      <>
        {whenPart({ at: what.at, timeZone: view.timeZone, readerZone: frame.readerZone, language })}{' '}
        {words.by({ name: nameOf(who ?? what.by) })}
      </>
    ) : (
      words.notYet
    );
  return (
    <>
      {notice({ kind: 'info', language, title: waiting(frame) })}
      {summaryList([
        { name: facts.status, value: words.status[state.status] },
        { name: facts.origin, value: words.origins[state.origin] },
        { name: facts.copyOf, value: from !== undefined && String(from) },
        { name: facts.edited, value: done(edited) },
        { name: facts.proposed, value: done(proposed) },
        { name: facts.contractor, value: done(agreed.contractor, agreed.contractor?.who) },
        { name: facts.oversight, value: done(agreed.oversight, agreed.oversight?.who) },
        {
          name: facts.effective,
          value:
            effectiveAt !== undefined &&
            whenPart({ at: effectiveAt, timeZone: view.timeZone, readerZone: frame.readerZone, language }),
        },
        { name: facts.address, value: state.address },
        { name: facts.revision, value: fixed && String(fixed.revision) },
        { name: facts.digest, value: fixed && <code>{fixed.digest}</code> },
      ])}
    </>
  );
}

function waiting({ language, view }: DraftOverview): string {
  const { drafts: words } = catalogue(language);
  const { status, agreed, effectiveAt } = view.kept.state;
  if (status === 'draft') return words.waitsForProposal;
  if (status === 'agreed') return effectiveAt === undefined ? words.waitsForPublication : words.takesEffect;
  if (status !== 'proposed') return words.status[status];
  return AGREEING.filter((party) => !agreed[party])
    .map((party) => words.waitsFor({ party }))
    .join(' ');
}

function changesPart({ language, view }: DraftOverview): Html {
  const { drafts, diff } = catalogue(language);
  const words = drafts.changes;
  const { changes, inForce } = view;
  const list = (some: readonly Change[]): Html => (
    <ul>
      {some.map((change) => (
        <li>{changeSentence(diff, change)}</li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{words.title}</h2>
      {changes === undefined && <p>{inForce === undefined ? words.nothingBefore : words.unreadable}</p>}
      {changes?.length === 0 && <p>{words.none}</p>}
      {changes !== undefined && changes.length > 0 && list(changes.slice(0, CHANGES_FIRST))}
      {changes !== undefined && changes.length > CHANGES_FIRST && (
        <details>
          <summary>{words.more({ more: changes.length - CHANGES_FIRST })}</summary>
          {list(changes.slice(CHANGES_FIRST))}
        </details>
      )}
    </section>
  );
}

/** So many changes stand open; of a plan that is wholly new there are a hundred. */
const CHANGES_FIRST = 12;

function questionsPart(frame: DraftOverview): Html {
  const words = catalogue(frame.language).drafts.questions;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{words.title}</h2>
      <p>{words.about}</p>
      {frame.questions.map((question) => questionForm(frame, question))}
    </section>
  );
}

/** Events in which the plan itself was written: that is read on its own page. */
const OF_PLAN: ReadonlySet<string> = new Set(['DraftMade', 'DraftEdited']);

function historyPart({ language, readerZone, view, nameOf }: DraftOverview): Html {
  const { drafts: words } = catalogue(language);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.history.title}</h2>
      <ol>
        {view.kept.events.map(({ type, at, body, text }) => (
          <li>
            <p>
              <strong>{words.history.says[type as DraftEventType]}</strong>{' '}
              {whenPart({ at, timeZone: view.timeZone, readerZone, language })}{' '}
              {words.by({ name: nameOf(String(body.by)) })}
            </p>
            {!OF_PLAN.has(type) && text && <p class="typed">{text.kept?.text ?? words.history.erased}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
