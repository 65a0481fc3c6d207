import type { DeadlineWhy } from '../../app/views/deadlines-view.ts';
import type { CaseState, OpenState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { liveClock } from '../parts/when.tsx';

/** Why a deadline falls where it does. */
interface WhyView extends Frame {
  readonly caseId: string;
  readonly casePath: string;
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
  const { language, name, open, dueAt, now, readerZone, why, casePath, caseId } = view;
  const { why: words, title } = catalogue(language).casePage;
  const { timeZone } = open.revision;
  return page({
    ...view,
    title: words.title(name, open.revision),
    caption: title({ caseId, track: open.track.title }),
    crumbs: [{ title: title({ caseId, track: open.track.title }), path: casePath }],
    children: (
      <>
        <p class="lead">
          {words.due({ at: dueAt, isPast: dueAt <= now }, open.revision)}{' '}
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
          <a href={casePath}>{words.back}</a>
        </p>
      </>
    ),
  });
}
