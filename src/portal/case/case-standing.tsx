import type { CaseSheet } from '../../app/views/case/case-sheet.ts';
import { runningPause } from '../../core/case/state.ts';
import { caseSentences, contextFor } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { tag } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { liveClock } from '../parts/when.tsx';
import { caseClosed } from './case-closed.tsx';
import { firstToReach } from './case-reach.tsx';
import { type CaseView, casePath } from './case-view.ts';

type Standing = Pick<CaseView, 'sheet' | 'language' | 'readerZone'>;

/** Where the case stands and whose turn it is, in the one sentence that every reader has. */
export const standingWords = ({ sheet, language, readerZone }: Standing): string =>
  caseSentences(catalogue(language).case, contextFor(sheet.open.revision, readerZone)).waiting(sheet.waiting);

/** The top of the page: where it stands, what this reader may do about it now and from when, and the clocks. */
export function caseStanding(view: CaseView): Html {
  const { sheet, language } = view;
  const words = catalogue(language).casePage;
  const { open, isSetAside, reader } = sheet;
  return (
    <section class="case-standing" aria-labelledby="case-standing-title">
      {untold(view)}
      <h2 id="case-standing-title">{words.stands}</h2>
      <p class="tags">{tags(view)}</p>
      <p class="lead">{standingWords(view)}</p>
      {mine(view)}
      {firstToReach(view)}
      {open.practice && notice({ kind: 'info', language, children: <p>{words.practice}</p> })}
      {isSetAside && notice({ kind: 'warning', language, children: <p>{words.setAside}</p> })}
      {reader.party === undefined && <p class="quiet">{words.readOnly}</p>}
    </section>
  );
}

/** That messages reach nobody at a level, before all else: whoever waits for an answer there waits in vain. */
function untold({ sheet, language, readerZone, carriers }: CaseView): Html | undefined {
  if (sheet.untold.length === 0) return undefined;
  const { untold: words } = catalogue(language).casePage;
  const say = caseSentences(catalogue(language).case, contextFor(sheet.open.revision, readerZone)).event;
  return notice({
    kind: 'error',
    language,
    title: words.title,
    children: (
      <>
        {sheet.untold.map((event) => (
          <p>{say(event)}</p>
        ))}
        <p>{sheet.reader.isInside ? words.inside({ carriers }) : words.customer}</p>
      </>
    ),
  });
}

function tags({ sheet, language }: CaseView): readonly Html[] {
  const { tags: words } = catalogue(language).casePage;
  const { state, open, isSetAside, waiting } = sheet;
  const isPaused = state.status === 'open' && runningPause(open) !== undefined;
  return [
    tag(words[state.status], state.status === 'open' ? 'info' : 'success'),
    ...(isPaused ? [tag(words.paused, 'warning')] : []),
    ...(waiting.atTop ? [tag(words.top)] : []),
    ...(open.practice ? [tag(words.practice)] : []),
    ...(isSetAside ? [tag(words.setAside, 'error')] : []),
  ];
}

/** What this reader may do about the ladder now, and from when; how long a closed case can be taken up again. */
function mine(view: CaseView): Html {
  const { sheet, language } = view;
  const words = catalogue(language).casePage;
  const { revision } = sheet.open;
  const now = sheet.offers.filter(({ command, choices }) => command === 'escalate' && !choices.reasons);
  const later = sheet.notYet.filter(({ refusal }) => refusal.code === 'case-step-too-early');
  return (
    <ul class="case-mine">
      {sheet.waiting.party === sheet.reader.party && sheet.reader.party !== undefined && (
        <li>
          <strong>{words.yourTurn}.</strong>
        </li>
      )}
      {now.map(({ target: { level = 0 }, onBehalf }) => (
        <li>{words.mayMove({ level, onBehalf }, revision)}</li>
      ))}
      {later.map(({ level, onBehalf, refusal }) =>
        refusal.code === 'case-step-too-early' ? (
          <li>
            {words.mayMoveFrom({ level, onBehalf }, revision)} {clockTo(view, refusal.values.dueAt)}{' '}
            <a href={`${casePath(sheet)}/why/step/${level}`}>{words.why.link}</a>
          </li>
        ) : undefined,
      )}
      {nextOfOthers(view)}
      {caseClosed(view)}
    </ul>
  );
}

/** The clock that runs towards somebody else's step, for those whose it is not. */
function nextOfOthers(view: CaseView): Html | undefined {
  const { sheet, language } = view;
  const { next } = sheet.waiting;
  if (!next || sheet.notYet.some(({ level }) => level === next.level)) return undefined;
  const words = catalogue(language).casePage;
  return (
    <li>
      {words.clocks.deadline(`step/${next.level}`, sheet.open.revision)}: {clockTo(view, next.dueAt)}{' '}
      <a href={`${casePath(sheet)}/why/step/${next.level}`}>{words.why.link}</a>
    </li>
  );
}

const clockTo = ({ sheet, readerZone, language }: CaseView, at: CaseSheet['now']): Html =>
  liveClock({ at, now: sheet.now, timeZone: sheet.open.revision.timeZone, readerZone, language, as: 'from' });
