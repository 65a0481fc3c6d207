import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { pager, table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

interface CheckpointList extends Frame {
  /** The page of the installation. */
  readonly base: string;
  readonly timeZone: string;
  readonly checkpoints: readonly {
    readonly number: number;
    readonly at: Instant;
    readonly cases: number;
    readonly events: number;
    readonly digest: string;
  }[];
  readonly older: string | undefined;
}

/** What was signed over the whole record, the newest first. */
export function checkpointsPage(view: CheckpointList): string {
  const { language, timeZone, readerZone, checkpoints, older } = view;
  const { installation, checkpoints: words, labels } = catalogue(language).admin;
  const { number, cases, events, digest } = words.columns;
  return page({
    ...view,
    title: words.title,
    isWide: true,
    crumbs: [{ title: installation.title, path: view.base }],
    children: (
      <>
        <p>{words.about}</p>
        {checkpoints.length === 0
          ? emptyState({ title: words.empty })
          : table({
              caption: words.title,
              isCaptionHidden: true,
              columns: [
                { title: number, isNumber: true },
                { title: labels.at },
                { title: cases, isNumber: true },
                { title: events, isNumber: true },
                { title: digest },
              ],
              rows: checkpoints.map((one) => [
                String(one.number),
                whenPart({ at: one.at, timeZone, readerZone, language }),
                String(one.cases),
                String(one.events),
                <code class="token">{one.digest}</code>,
              ]),
            })}
        {pager({ older }, language)}
      </>
    ),
  });
}
