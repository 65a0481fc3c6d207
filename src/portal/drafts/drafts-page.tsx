import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { DraftStatus } from '../../core/publication/draft-state.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textArea } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { pager, table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

interface DraftLine {
  readonly draft: number;
  readonly status: DraftStatus;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  readonly revision: number | undefined;
  readonly effectiveAt: Instant | undefined;
}

interface DraftList extends Frame {
  readonly base: string;
  readonly drafts: readonly DraftLine[];
  readonly older: string | undefined;
  readonly timeZone: string;
  readonly planPath: string;
  /** The number of the revision in force. */
  readonly inForce: number | undefined;
  readonly mayWrite: boolean;
  /** What was typed into the form of a new one, and what was wrong with it. */
  readonly typed: string;
  readonly error: string | undefined;
}

/** Plans on their way, and the ways to begin one. */
export function draftListPage(view: DraftList): string {
  const { language, planPath, inForce, error, older } = view;
  const { drafts: words } = catalogue(language);
  const errors = error === undefined ? [] : [{ name: 'text', error }];
  return page({
    ...view,
    title: words.title,
    isWide: true,
    hasErrors: errors.length > 0,
    children: (
      <>
        {errorSummary(errors, language)}
        <p>{words.about}</p>
        <p>
          {inForce === undefined ? (
            words.nothingInForce
          ) : (
            <a href={planPath}>{words.inForce({ number: inForce })}</a>
          )}
        </p>
        {listed(view)}
        {pager({ older }, language)}
        {view.mayWrite && beginning(view)}
      </>
    ),
  });
}

function listed({ language, base, drafts, timeZone, readerZone }: DraftList): Html {
  const { drafts: words } = catalogue(language);
  const { columns } = words;
  if (drafts.length === 0) return emptyState({ title: words.empty, children: <p>{words.emptyAbout}</p> });
  const when = (at: Instant | undefined) =>
    at !== undefined && whenPart({ at, timeZone, readerZone, language });
  return table({
    caption: words.title,
    isCaptionHidden: true,
    columns: [
      columns.draft,
      columns.status,
      columns.made,
      columns.changed,
      columns.effective,
      columns.revision,
    ].map((title) => ({ title })),
    rows: drafts.map(({ draft, status, madeAt, changedAt, effectiveAt, revision }) => [
      <a href={`${base}/${draft}`}>{words.one({ draft })}</a>,
      words.status[status],
      when(madeAt),
      when(changedAt),
      when(effectiveAt),
      revision !== undefined && String(revision),
    ]),
  });
}

function beginning({ language, base, inForce, typed, error }: DraftList): Html {
  const { copy, fromText, labels } = catalogue(language).drafts;
  return (
    <>
      {inForce !== undefined && (
        <section aria-labelledby="copy">
          <h2 id="copy">{copy.title}</h2>
          <p>{copy.about}</p>
          {postForm({
            action: base,
            hidden: { from: 'published' },
            children: buttonRow([{ label: copy.button }]),
          })}
        </section>
      )}
      <section aria-labelledby="from-text">
        <h2 id="from-text">{fromText.title}</h2>
        <p>{fromText.about}</p>
        {postForm({
          action: base,
          children: (
            <>
              {textArea({
                language,
                name: 'text',
                label: labels.text,
                hint: labels.yamlHint,
                value: typed,
                rows: 12,
                error,
              })}
              {buttonRow([{ label: fromText.button, kind: 'plain' }])}
            </>
          ),
        })}
      </section>
    </>
  );
}
