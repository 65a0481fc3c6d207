import type { WorkItem } from '../../app/views/work-view.ts';
import type { WorkSection } from '../../core/case/oversight-tasks.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { pager } from '../parts/lists.tsx';
import { emptyState, followed, region } from '../parts/notices.tsx';
import { liveClock } from '../parts/when.tsx';
import { caseItem, caseList, type ListReader, unshownPart } from './case-lines.tsx';

/** One section of the work list: as many as fit, and where all of them are. */
interface SectionView {
  readonly section: WorkSection;
  readonly items: readonly WorkItem[];
  /** Cases whose lines cannot be made. */
  readonly unshown: readonly string[];
  readonly hasMore: boolean;
}

interface WorkView {
  readonly frame: Frame;
  readonly reader: ListReader;
  readonly path: string;
  /** What the page has seen of the stream it follows. */
  readonly version: string;
  /** What waits beside the cases, above them. */
  readonly above?: Html | undefined;
  readonly sections: readonly SectionView[];
  /** Set where one section stands alone, page by page. */
  readonly alone: { readonly before: string | undefined; readonly after: string | undefined } | undefined;
}

/** What waits for oversight. */
export function workPage(view: WorkView): string {
  const { frame, sections, alone, path } = view;
  const { work } = catalogue(frame.language).lists;
  const filled = sections.filter(({ items, unshown }) => items.length + unshown.length > 0);
  return page({
    ...frame,
    title: work.title,
    isWide: true,
    children: (
      <>
        <p>{alone ? <a href={path}>{work.whole}</a> : work.about}</p>
        {view.above}
        {followed({
          stream: { path: `${path}/changes`, version: view.version },
          told: undefined,
          path,
          language: frame.language,
          children: region(
            'work-cases',
            <>
              {filled.length === 0 &&
                emptyState({ title: work.empty.title, children: <p>{work.empty.about}</p> })}
              {filled.map((section) => sectionPart(section, view))}
              {alone && pager({ newer: alone.before, older: alone.after, isByTime: false }, frame.language)}
            </>,
          ),
        })}
      </>
    ),
  });
}

function sectionPart(
  { section, items, unshown, hasMore }: SectionView,
  { frame, reader, path, alone }: WorkView,
): Html {
  const { work } = catalogue(frame.language).lists;
  const { title, about } = work.sections[section];
  return (
    <section>
      <h2>{title}</h2>
      <p>{about}</p>
      {unshownPart(unshown, reader)}
      {caseList(
        title,
        items.map((item) =>
          caseItem({ view: item.view, reader, heading: 'h3', actions: taskPart(item, section, reader) }),
        ),
      )}
      {hasMore && !alone && (
        <p>
          <a href={`${path}?section=${section}`}>{work.all({ title })}</a>
        </p>
      )}
    </section>
  );
}

/** What is to be done, and since when or from when. */
function taskPart({ view, at, level }: WorkItem, section: WorkSection, reader: ListReader): Html {
  const { language, readerZone, now } = reader;
  const { work } = catalogue(language).lists;
  const as = at > now ? 'from' : 'at';
  const when = { at, timeZone: view.revision.timeZone, readerZone, language, as, now } as const;
  return (
    <p class="task">
      <strong>{work.tasks[section]({ level: level ?? view.level, isPast: at <= now })}</strong>{' '}
      {liveClock(when)}
    </p>
  );
}
