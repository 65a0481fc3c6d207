import type { CaseSheet } from '../../app/views/case/case-sheet.ts';
import type { DeadlineWhy } from '../../app/views/deadlines-view.ts';
import type { CaseState, OpenState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { liveClock } from '../parts/when.tsx';
import { casePath, crumbsAbove } from './case-view.ts';

/** Why a deadline falls where it does. */
interface WhyView extends Frame {
  readonly key: CaseSheet['key'];
  readonly open: OpenState;
  readonly state: CaseState;
  readonly name: string;
  readonly dueAt: Instant;
  readonly now: Instant;
  readonly readerZone: string | undefined;
  readonly why: DeadlineWhy;
}

/** Where the clock started, which hours counted, which days were left out and why: in sentences, in their order. */
export function whyPage(view: WhyView): string {
  const { language, name, open, dueAt, now, readerZone, why, key } = view;
  const path = casePath({ key });
  const { why: words, title } = catalogue(language).casePage;
  const { timeZone } = open.revision;
  return page({
    ...view,
    title: words.title(name, open.revision),
    crumbs: [
      ...crumbsAbove({ key }, language),
      { title: title({ caseId: key.caseId, track: open.track.title }), path },
    ],
    children: (
      <>
        <p class="lead">
          {words.due[dueAt <= now ? 'past' : 'ahead']}{' '}
          {liveClock({ at: dueAt, now, timeZone, readerZone, language, as: 'from' })}
        </p>
        <h2>{words.reasons}</h2>
        {why.reasons.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ol>
            {why.reasons.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ol>
        )}
        {why.isPastData === true && <p>{words.pastData}</p>}
        <p>
          <a href={path}>{words.back}</a>
        </p>
      </>
    ),
  });
}
