import type { Instant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { Child, Html } from '../render/jsx-runtime.ts';
import { type Frame, page } from './frame.tsx';
import { buttonRow, postForm } from './parts/form.tsx';
import { table } from './parts/lists.tsx';
import { notice } from './parts/notices.tsx';
import { whenPart } from './parts/when.tsx';

interface OfCase {
  readonly contract: string;
  readonly caseId: string;
}

interface ProblemsView extends Frame {
  readonly now: Instant;
  readonly late: readonly (OfCase & {
    readonly dueAt: Instant;
    readonly isSetAside: boolean;
    readonly isSeen: boolean;
  })[];
  readonly timeZone: string;
  readonly setAside: readonly (OfCase & {
    readonly since: Instant;
    readonly error: string;
    readonly version: string;
  })[];
  readonly failedLetters: readonly (OfCase & {
    readonly since: Instant;
    readonly times: number;
    readonly nextAt: Instant;
    readonly error: string;
    readonly isSeen: boolean;
  })[];
  readonly refused: readonly (OfCase & {
    readonly at: Instant;
    readonly command: string;
    readonly by: string;
    readonly code: string;
  })[];
  readonly failed: readonly (OfCase & {
    readonly queuedAt: Instant;
    readonly name: string;
    readonly subject: string | undefined;
    readonly reason: string | undefined;
    readonly deliveryId: string;
  })[];
}

/** What went wrong and is not mended yet, for whoever keeps the installation. */
export function problemsPage(view: ProblemsView): string {
  const { language, timeZone, readerZone } = view;
  const words = catalogue(language).pages.problems;
  const { columns, none } = words;
  const when = (at: Instant): Html => whenPart({ at, timeZone, readerZone, language });
  return page({
    ...view,
    title: words.title,
    isWide: true,
    children: (
      <>
        {heartbeat(view)}
        <h2>{words.late}</h2>
        <p>{words.lateAbout}</p>
        {listOf(
          none,
          words.late,
          [columns.about, columns.due, columns.stands, columns.seen],
          view.late.map((one) => [
            nameOf(one),
            when(one.dueAt),
            one.isSetAside ? words.isSetAside : words.isWaiting,
            one.isSeen ? words.isSeen : words.isNotSeen,
          ]),
        )}
        <h2>{words.setAside}</h2>
        <p>{words.setAsideAbout}</p>
        {listOf(
          none,
          words.setAside,
          [columns.case, columns.since, columns.version, columns.error],
          view.setAside.map((one) => [nameOf(one), when(one.since), one.version, <pre>{one.error}</pre>]),
        )}
        <h2>{words.failedLetters}</h2>
        <p>{words.failedLettersAbout}</p>
        {listOf(
          none,
          words.failedLetters,
          [columns.about, columns.since, columns.times, columns.next, columns.seen, columns.error],
          view.failedLetters.map((one) => [
            nameOf(one),
            when(one.since),
            String(one.times),
            when(one.nextAt),
            one.isSeen ? words.isSeen : words.isNotSeen,
            <pre>{one.error}</pre>,
          ]),
        )}
        {view.failedLetters.length > 0 &&
          postForm({ action: '/problems/letters', children: buttonRow([{ label: words.tryLetters }]) })}
        <h2>{words.failed}</h2>
        {listOf(
          none,
          words.failed,
          [columns.case, columns.at, columns.person, columns.reason],
          view.failed.map((one) => [
            nameOf(one),
            when(one.queuedAt),
            <a href={`/outbox/${one.deliveryId}`}>{one.name}</a>,
            one.reason ?? '',
          ]),
        )}
        <h2>{words.refused}</h2>
        {listOf(
          none,
          words.refused,
          [columns.case, columns.at, columns.command, columns.by, columns.code],
          view.refused.map((one) => [nameOf(one), when(one.at), one.command, one.by, one.code]),
        )}
      </>
    ),
  });
}

/** Whether the outside is told nothing, and how to have it told again. */
function heartbeat({ now, late, failedLetters, language }: ProblemsView): Html | undefined {
  const words = catalogue(language).pages.problems;
  if (![...late, ...failedLetters].some(({ isSeen }) => !isSeen)) return undefined;
  return notice({
    kind: 'warning',
    language,
    title: words.withheld,
    children: (
      <>
        <p>{words.withheldAbout}</p>
        {postForm({
          action: '/problems/seen',
          hidden: { asOf: now },
          children: buttonRow([{ label: words.haveSeen }]),
        })}
      </>
    ),
  });
}

const nameOf = ({ contract, caseId }: OfCase): string => `${contract}/${caseId}`;

function listOf(
  none: string,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Child[])[],
): Html {
  if (rows.length === 0) return <p>{none}</p>;
  return table({ caption, isCaptionHidden: true, columns: columns.map((title) => ({ title })), rows });
}
