import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { pager, summaryList, table } from '../parts/lists.tsx';
import { followed, notice, progressMeter, region } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

interface Checkpoint {
  readonly number: number;
  readonly at: Instant;
  readonly cases: number;
  readonly events: number;
  readonly digest: string;
}

/** What a verification came to, in what this reader may know of it. */
export interface ShownProof {
  readonly cases: number;
  readonly events: number;
  readonly texts: number;
  readonly erased: number;
  /** The first thing that does not hold; `elsewhere` is not of this contract. */
  readonly broken: { readonly message: string; readonly advice: string } | 'elsewhere' | undefined;
}

interface RecordFrame extends Frame {
  readonly base: string;
  readonly timeZone: string;
}

interface RecordView extends RecordFrame {
  readonly checkpoint: Checkpoint | undefined;
  readonly run:
    | {
        readonly begunAt: Instant;
        readonly done: number;
        readonly total: number;
        readonly hasFailed: boolean;
        readonly proof: ShownProof | undefined;
      }
    | undefined;
  /** A case number that was looked for in vain. */
  readonly missing: string | undefined;
}

const instantIn = ({ language, timeZone, readerZone }: RecordFrame, at: Instant): string =>
  catalogue(language).pages.instant(at, clocksOf(timeZone, readerZone));

/** The record of a contract: its last checkpoint, whether it holds, and the way to one case. */
export function recordPage(view: RecordView): string {
  const { language, base, missing } = view;
  const { recordPage: words } = catalogue(language);
  const error = missing === undefined ? undefined : words.one.missing(missing);
  return page({
    ...view,
    title: words.title,
    hasErrors: error !== undefined,
    renewSeconds: isRunning(view) ? AGAIN_SECONDS : undefined,
    children: (
      <>
        {error !== undefined && errorSummary([{ name: 'case', error }], language)}
        <p>{words.about}</p>
        <h2>{words.checkpoint.title}</h2>
        {lastCheckpoint(view)}
        <h2>{words.whole.title}</h2>
        <p>{words.whole.about}</p>
        {followed({
          againSeconds: isRunning(view) ? AGAIN_SECONDS : undefined,
          told: verdictWords(view),
          path: base,
          language,
          children: region('record-run', runState(view)),
        })}
        <h2>{words.one.title}</h2>
        <form method="get" action={base} accept-charset="utf-8">
          {textField({
            language,
            name: 'case',
            label: words.one.label,
            hint: words.one.hint,
            width: 'short',
            value: missing,
            error,
          })}
          {buttonRow([{ label: words.one.button, kind: 'plain' }])}
        </form>
      </>
    ),
  });
}

function lastCheckpoint(view: RecordView): Html {
  const { language, checkpoint } = view;
  const { checkpoint: words } = catalogue(language).recordPage;
  if (!checkpoint) return <p>{words.none}</p>;
  const { cases, events, digest } = checkpoint;
  const at = instantIn(view, checkpoint.at);
  return (
    <>
      <p>{words.said({ number: checkpoint.number, at, cases, events })}</p>
      {summaryList([{ name: words.digest, value: <code>{digest}</code> }])}
    </>
  );
}

/** While a verification goes on the page looks again after so long. */
const AGAIN_SECONDS = 3;

const isRunning = ({ run }: RecordView): boolean => run !== undefined && !run.proof && !run.hasFailed;

/** What the last verification came to, in a sentence. */
function verdictWords({ run, language }: RecordView): string | undefined {
  const { recordPage: words } = catalogue(language);
  if (run?.hasFailed) return words.whole.failed;
  if (!run?.proof) return undefined;
  const { broken } = run.proof;
  if (broken === 'elsewhere') return words.whole.elsewhere;
  return broken ? words.broken : words.holds;
}

function runState(view: RecordView): Html {
  const { language, base, run } = view;
  const { whole: words } = catalogue(language).recordPage;
  if (run && isRunning(view)) {
    const { done, total } = run;
    return (
      <>
        {progressMeter({ label: words.progress, done, of: Math.max(1, total), language })}
        <p>
          <a id="record-again" href={base}>
            {words.again}
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      {run?.hasFailed && notice({ kind: 'error', language, title: words.failed })}
      {run?.proof && (
        <>
          {proofNotice(run.proof, view)}
          <p class="quiet">{words.of(instantIn(view, run.begunAt))}</p>
        </>
      )}
      {postForm({ action: `${base}/verify`, children: buttonRow([{ label: words.button }]) })}
    </>
  );
}

function proofNotice({ broken, ...counts }: ShownProof, { language }: RecordFrame): Html {
  const { recordPage: words } = catalogue(language);
  if (broken === 'elsewhere') return notice({ kind: 'error', language, title: words.whole.elsewhere });
  if (broken) {
    // Whoever keeps records reads of them in English, as the terminal says it.
    return notice({
      kind: 'error',
      language,
      title: words.broken,
      children: (
        <p lang="en">
          {broken.message} {broken.advice}
        </p>
      ),
    });
  }
  return notice({
    kind: 'success',
    language,
    title: words.holds,
    children: <p>{words.holdsOf(counts)}</p>,
  });
}

interface CaseRecordView extends RecordFrame {
  readonly caseId: string;
  readonly casePath: string;
  readonly proof: ShownProof;
  readonly checkpoint: Checkpoint | undefined;
  readonly events: readonly {
    readonly number: number;
    readonly at: Instant | undefined;
    readonly type: string;
    readonly text: 'kept' | 'erased' | 'none';
    readonly digest: string;
  }[];
  readonly older: string | undefined;
}

/** One case's record: whether it holds, and each event with its digest. */
export function caseRecordPage(view: CaseRecordView): string {
  const { language, base, caseId, checkpoint, timeZone, readerZone } = view;
  const { recordPage: words } = catalogue(language);
  const { one } = words;
  return page({
    ...view,
    title: one.heading(caseId),
    isWide: true,
    crumbs: [{ title: words.title, path: base }],
    children: (
      <>
        {proofNotice(view.proof, view)}
        <p>
          {checkpoint
            ? one.listed({ number: checkpoint.number, at: instantIn(view, checkpoint.at) })
            : one.unlisted}
        </p>
        <ul>
          <li>
            <a href={view.casePath}>{one.open}</a>
          </li>
          <li>
            <a href={`${base}/${encodeURIComponent(caseId)}/events.json`} download="">
              {one.download}
            </a>
          </li>
        </ul>
        <h2>{one.chain}</h2>
        <p>{one.chainAbout}</p>
        {table({
          caption: one.chain,
          isCaptionHidden: true,
          columns: (['number', 'at', 'type', 'text', 'digest'] as const).map((name) => ({
            title: one.columns[name],
          })),
          rows: view.events.map((event) => [
            String(event.number),
            event.at !== undefined && whenPart({ at: event.at, timeZone, readerZone, language }),
            event.type,
            one.texts[event.text],
            <code class="token">{event.digest}</code>,
          ]),
        })}
        {pager({ older: view.older }, language)}
      </>
    ),
  });
}
