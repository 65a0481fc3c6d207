import type { QueueGroup, QueueItem } from '../../app/views/queue-view.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page, problemBox } from '../frame.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { pager } from '../parts/lists.tsx';
import { confirmation, emptyState, followed, region } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import { caseItem, caseList, type ListReader, unshownPart } from './case-lines.tsx';

interface QueueView {
  readonly frame: Frame;
  readonly reader: ListReader;
  /** `every`: the reader answers wherever nobody else does. */
  readonly whose: 'own' | 'every';
  /** What waits beside the cases, above them. */
  readonly above: Html | undefined;
  readonly items: readonly QueueItem[];
  /** Cases whose lines cannot be made. */
  readonly unshown: readonly string[];
  /** Names of those who have taken a case, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly path: string;
  /** What the page has seen of the stream it follows. */
  readonly version: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The case that was just acknowledged, or why it was not. */
  readonly outcome: { readonly done: string } | { readonly refused: RefusalWords } | undefined;
}

const GROUPS: readonly QueueGroup[] = ['overdue', 'hour', 'today', 'later', 'undated'];

/** What waits for somebody's answer, what is due first at the top. */
export function queuePage(view: QueueView): string {
  const { frame, items, outcome, whose } = view;
  const { queue } = catalogue(frame.language).lists;
  return page({
    ...frame,
    title: queue.title,
    isWide: true,
    children: (
      <>
        {outcome &&
          'done' in outcome &&
          confirmation({ title: queue.acknowledged({ caseId: outcome.done }) })}
        {outcome && 'refused' in outcome && problemBox(outcome.refused)}
        <p>{queue.about[whose]}</p>
        {view.above}
        {followed({
          stream: { path: `${view.path}/changes`, version: view.version },
          told: undefined,
          path: view.path,
          language: frame.language,
          children: region(
            'queue-cases',
            <>
              {unshownPart(view.unshown, view.reader)}
              {items.length === 0 &&
                view.unshown.length === 0 &&
                emptyState({ title: queue.empty.title, children: <p>{queue.empty.about}</p> })}
              {GROUPS.map((group) => groupPart(group, view))}
              {pager({ newer: view.before, older: view.after, isByTime: false }, frame.language)}
            </>,
          ),
        })}
      </>
    ),
  });
}

function groupPart(group: QueueGroup, view: QueueView): Html | undefined {
  const { frame, reader, items } = view;
  const { queue } = catalogue(frame.language).lists;
  const inside = items.filter((item) => item.group === group);
  if (inside.length === 0) return undefined;
  const title = queue.groups[group];
  return (
    <section class={`case-group ${group}`}>
      <h2>{title}</h2>
      {caseList(
        title,
        inside.map((item) =>
          caseItem({ view: item.view, reader, heading: 'h3', actions: takenPart(item, view) }),
        ),
      )}
    </section>
  );
}

/** Who has it; where nobody has, the button that says "I have it". */
function takenPart({ view, taken }: QueueItem, { frame, reader, path, names }: QueueView): Html {
  const { queue } = catalogue(frame.language).lists;
  if (taken) {
    const name = names.get(taken.by) ?? taken.by;
    const when = { at: taken.at, timeZone: view.revision.timeZone, language: reader.language };
    return (
      <p class="quiet">
        {queue.takenBy({ name })} {whenPart({ ...when, readerZone: reader.readerZone })}
      </p>
    );
  }
  return postForm({
    action: path,
    hidden: { case: view.caseId },
    children: buttonRow([{ label: queue.acknowledge({ caseId: view.caseId }), kind: 'plain' }]),
  });
}
