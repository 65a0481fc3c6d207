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

interface FailedJob extends OfCase {
  readonly since: Instant;
  readonly times: number;
  readonly nextAt: Instant;
  readonly error: string;
  readonly isSeen: boolean;
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
  /** Deadlines of obligations and attestations that a fault of ours keeps from being decided. */
  readonly failedDeadlines: readonly FailedJob[];
  readonly failedLetters: readonly FailedJob[];
  /** Mails that could not be taken from a mailbox. */
  readonly left: readonly {
    readonly mailbox: string;
    readonly why: 'notAddressed' | 'tooLarge' | 'unreadable' | 'tooOld' | 'putOff' | 'ownFault';
    readonly receivedAt: Instant;
    readonly againAt: Instant | undefined;
  }[];
  /** Messages that reached no channel. */
  readonly failedChats: readonly (OfCase & {
    readonly channelId: string;
    readonly channelName: string;
    readonly queuedAt: Instant;
    readonly reason: string | undefined;
  })[];
  readonly refused: readonly (OfCase & {
    readonly at: Instant;
    readonly command: string;
    readonly by: string;
    readonly code: string;
  })[];
  readonly met: readonly {
    readonly asked: string;
    readonly firstAt: Instant;
    readonly lastAt: Instant;
    readonly times: number;
    readonly requestId: string;
    readonly error: string;
  }[];
  readonly failed: readonly (OfCase & {
    readonly queuedAt: Instant;
    readonly means: 'email' | 'text' | 'call';
    readonly name: string;
    readonly subject: string | undefined;
    readonly reason: string | undefined;
    readonly deliveryId: string;
  })[];
}

/** What went wrong and is not mended yet, for whoever keeps the installation. */
export function problemsPage(view: ProblemsView): string {
  const { language, timeZone, readerZone } = view;
  const { admin, pages } = catalogue(language);
  const { carriers } = admin;
  const words = pages.problems;
  const { columns, none } = words;
  const when = (at: Instant): Html => whenPart({ at, timeZone, readerZone, language });
  return page({
    ...view,
    title: words.title,
    isWide: true,
    children: (
      <>
        <p>{words.about}</p>
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
        {failedJobs(view, {
          ...{ title: words.failedDeadlines, about: words.failedDeadlinesAbout, jobs: view.failedDeadlines },
          ...{ action: '/problems/deadlines', again: words.tryDeadlines },
        })}
        {failedJobs(view, {
          ...{ title: words.failedLetters, about: words.failedLettersAbout, jobs: view.failedLetters },
          ...{ action: '/problems/letters', again: words.tryLetters },
        })}
        {leftMails(view)}
        <h2>{words.met}</h2>
        <p>{words.metAbout}</p>
        {listOf(
          none,
          words.met,
          [columns.asked, columns.since, columns.last, columns.times, columns.number, columns.error],
          view.met.map((one) => [
            ...[one.asked, when(one.firstAt), when(one.lastAt), String(one.times), one.requestId],
            <pre>{one.error}</pre>,
          ]),
        )}
        <h2>{words.failed}</h2>
        <p>{words.failedAbout}</p>
        {listOf(
          none,
          words.failed,
          [columns.case, columns.at, carriers.labels.means, columns.person, columns.reason],
          view.failed.map((one) => [
            nameOf(one),
            when(one.queuedAt),
            carriers.means[one.means],
            <a href={`/outbox/${one.deliveryId}`}>{one.name}</a>,
            one.reason ?? '',
          ]),
        )}
        {failedChats(view)}
        <h2>{words.refused}</h2>
        <p>{words.refusedAbout}</p>
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

function leftMails({ language, timeZone, readerZone, left }: ProblemsView): Html {
  const { columns, none, left: title, leftAbout, leftWhy } = catalogue(language).pages.problems;
  const when = (at: Instant): Html => whenPart({ at, timeZone, readerZone, language });
  return (
    <>
      <h2>{title}</h2>
      <p>{leftAbout}</p>
      {listOf(
        none,
        title,
        [columns.mailbox, columns.received, columns.reason, columns.next],
        left.map(({ mailbox, receivedAt, why, againAt }) => [
          ...[mailbox, when(receivedAt), leftWhy[why]],
          againAt === undefined ? '–' : when(againAt),
        ]),
      )}
    </>
  );
}

/** Messages that reached no channel, each with the page on which that is mended. */
function failedChats({ language, timeZone, readerZone, failedChats: failed }: ProblemsView): Html {
  const { chats, pages } = catalogue(language);
  const { columns, none } = pages.problems;
  return (
    <>
      <h2>{chats.failed.title}</h2>
      <p>{chats.failed.about}</p>
      {listOf(
        none,
        chats.failed.title,
        [columns.case, columns.at, chats.columns.channel, columns.reason],
        failed.map((one) => [
          nameOf(one),
          whenPart({ at: one.queuedAt, timeZone, readerZone, language }),
          <a href={`/contracts/${encodeURIComponent(one.contract)}/chats/${one.channelId}`}>
            {one.channelName}
          </a>,
          one.reason ?? '',
        ]),
      )}
    </>
  );
}

interface FailedJobs {
  readonly title: string;
  readonly about: string;
  readonly jobs: readonly FailedJob[];
  /** Where the button is sent that has them tried again. */
  readonly action: string;
  readonly again: string;
}

/** What cannot be done for a fault of ours and is tried again, with a button that does so at once. */
function failedJobs(
  { language, timeZone, readerZone }: ProblemsView,
  { title, about, jobs, action, again }: FailedJobs,
): Html {
  const { columns, none, isSeen, isNotSeen } = catalogue(language).pages.problems;
  const when = (at: Instant): Html => whenPart({ at, timeZone, readerZone, language });
  return (
    <>
      <h2>{title}</h2>
      <p>{about}</p>
      {listOf(
        none,
        title,
        [columns.about, columns.since, columns.times, columns.next, columns.seen, columns.error],
        jobs.map((one) => [
          ...[nameOf(one), when(one.since), String(one.times), when(one.nextAt)],
          ...[one.isSeen ? isSeen : isNotSeen, <pre>{one.error}</pre>],
        ]),
      )}
      {jobs.length > 0 && postForm({ action, children: buttonRow([{ label: again }]) })}
    </>
  );
}

/** Whether the outside is told nothing, and how to have it told again. */
function heartbeat({ now, late, failedDeadlines, failedLetters, language }: ProblemsView): Html | undefined {
  const words = catalogue(language).pages.problems;
  if (![...late, ...failedDeadlines, ...failedLetters].some(({ isSeen }) => !isSeen)) return undefined;
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
