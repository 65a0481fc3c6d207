import type { LineView } from '../../app/views/line-view.ts';
import type { Owed } from '../../core/case/owed.ts';
import type { Instant } from '../../core/instant.ts';
import { caseSentences, contextFor } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { ListsWords } from '../../core/message/portal/lists.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { tag } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { liveClock, whenPart } from '../parts/when.tsx';

/** In which words, on whose clocks and when a list is read. */
export interface ListReader {
  readonly language: Language;
  /** Undefined: on the contract's clocks alone. */
  readonly readerZone: string | undefined;
  readonly now: Instant;
  /** The path of the contract's pages. */
  readonly base: string;
}

interface CaseItem {
  readonly view: LineView;
  readonly reader: ListReader;
  /** One below the heading the list stands under. */
  readonly heading: 'h2' | 'h3';
  /** What can be done about it right here. */
  readonly actions?: Child;
}

/** Where lines cannot be made: their cases, each by its number, so that none is out of sight. */
export function unshownPart(caseIds: readonly string[], { language, base }: ListReader): Html | undefined {
  if (caseIds.length === 0) return undefined;
  const { line } = catalogue(language).lists;
  return notice({
    kind: 'warning',
    language,
    children: (
      <>
        <p>{line.unshown}</p>
        <ul>
          {caseIds.map((caseId) => (
            <li>
              <a href={casePath(base, caseId)}>{line.title({ caseId })}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

const casePath = (base: string, caseId: string): string => `${base}/cases/${encodeURIComponent(caseId)}`;

/** One case in a list: its number and names, where it stands, and what is due. */
export function caseItem({ view, reader, heading: Heading, actions }: CaseItem): Html {
  const { lists, case: words } = catalogue(reader.language);
  const { line } = lists;
  const title = line.title({ caseId: view.caseId });
  const link = <a href={casePath(reader.base, view.caseId)}>{title}</a>;
  // What comes next stands beside it, with its clock.
  const waiting = { ...view.waiting, next: undefined };
  return (
    <li class="case-item">
      <div class="case-what">
        {Heading === 'h2' ? <h2>{link}</h2> : <h3>{link}</h3>}
        <p class="quiet">{placeOf(view, line)}</p>
        <p>{caseSentences(words, contextFor(view.revision, reader.readerZone)).waiting(waiting)}</p>
        <p class="quiet">
          {line.openedAt} {momentPart(view.openedAt, view, reader)}
        </p>
      </div>
      <div class="case-when">
        <p>{tagsOf(view, line)}</p>
        {view.closedAt === undefined && (
          <p class={isLate(view) ? 'due late' : 'due'}>{duePart(view, reader)}</p>
        )}
        {actions}
      </div>
    </li>
  );
}

const momentPart = (at: Instant, { revision }: LineView, { language, readerZone }: ListReader): Html =>
  whenPart({ at, timeZone: revision.timeZone, readerZone, language });

const isLate = ({ lateMs }: LineView): boolean => lateMs !== undefined;

function tagsOf(view: LineView, line: ListsWords['line']): readonly Html[] {
  const { party } = view;
  return [
    ...(view.isReadersTurn ? [tag(line.yourTurn, 'warning')] : party ? [tag(line.turn[party])] : []),
    ...(view.closedAt === undefined ? [] : [tag(line.closed)]),
    ...(view.isPractice ? [tag(line.practice, 'info')] : []),
    ...(view.isSetAside ? [tag(line.setAside, 'error')] : []),
  ].flatMap((one, index) => (index === 0 ? [one] : [<> </>, one]));
}

/** `HS-2041 · Department of Harbor Safety · Service · level 1 (Account Manager)` */
function placeOf(view: LineView, line: ListsWords['line']): string {
  const { references, customerName, track, level, revision } = view;
  return [...references, customerName, track, line.level({ level }, revision)].join(' · ');
}

/** What is due and when, and how long ago or how soon that is. */
function duePart({ next, lateMs, revision }: LineView, reader: ListReader): Html {
  const { line } = catalogue(reader.language).lists;
  if (!next) return <>{line.nothingDue}</>;
  const { language, readerZone, now } = reader;
  const when = { at: next.dueAt, timeZone: revision.timeZone, readerZone, language };
  // Only a step that is still to come is said with "from", and is rounded up so that nobody moves too early.
  const as = next.kind === 'step' && !next.isDue ? 'from' : 'at';
  return (
    <>
      {dueWords(next, lateMs !== undefined, line)} {liveClock({ ...when, as, now })}
    </>
  );
}

/** What is due, before its instant. */
export function dueWords(next: Owed, isPast: boolean, line: ListsWords['line']): string {
  if (next.kind === 'step') return next.isDue || isPast ? line.stepDue(next) : line.step(next);
  const { kind, level } = next.promise;
  return (isPast ? line.missed : line.promise)[kind]({ level });
}

/** Cases under each other, in the order they were found. */
export const caseList = (label: string, items: readonly Html[]): Html => (
  <ol class="case-list" aria-label={label}>
    {items}
  </ol>
);
