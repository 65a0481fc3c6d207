import type { Target } from '../../app/views/case/acts.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { contextFor } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { page } from '../frame.tsx';
import { followed, notice, region } from '../parts/notices.tsx';
import { caseActs } from './case-acts.tsx';
import { caseConversation } from './case-conversation.tsx';
import { caseClocks, caseFacts } from './case-facts.tsx';
import { caseLadder } from './case-ladder.tsx';
import { caseReach } from './case-reach.tsx';
import { caseStanding, standingWords } from './case-standing.tsx';
import { type CaseView, casePath, crumbsAbove } from './case-view.ts';

/**
 * The page of a case, the same for all parties: each sees of it what it may, and is offered what is possible now. Where
 * the case stands comes first, then what its reader can do, then what has happened.
 */
export function casePage(view: CaseView): string {
  const { sheet, language, sections } = view;
  const words = catalogue(language).casePage;
  const path = casePath(sheet);
  return page({
    ...view,
    title: words.title({ caseId: sheet.key.caseId, track: sheet.open.track.title }),
    ...(sheet.references.length > 0 && { caption: sheet.references.join(' · ') }),
    crumbs: crumbsAbove(sheet, language),
    isWide: true,
    children: followed({
      stream: { path: `${path}/changes`, version: sheet.version },
      told: standingWords(view),
      path,
      language,
      children: (
        <>
          {doneNotice(view)}
          {region('case-standing', caseStanding(view))}
          <div class="case-columns">
            <div>
              {region('case-acts', caseActs(view))}
              {region('case-conversation', caseConversation(view))}
            </div>
            <div>
              {region('case-reach', caseReach(view))}
              {region('case-ladder', caseLadder(view))}
              {region('case-clocks', caseClocks(view))}
              {sections.map(({ id, title, content }) => (
                <section aria-labelledby={`${id}-title`}>
                  <h2 id={`${id}-title`}>{title}</h2>
                  {content}
                </section>
              ))}
              {region('case-facts', caseFacts(view))}
            </div>
          </div>
        </>
      ),
    }),
  });
}

/** What the reader has just done, and what follows. Only to whoever did it: the address may be passed on. */
function doneNotice(view: CaseView): Html | undefined {
  const { done, sheet, language, readerZone } = view;
  if (!done) return undefined;
  const words = catalogue(language).casePage;
  const { act, from, to } = done;
  const own = sheet.entries
    .filter(({ number, event }) => number >= from && number <= to && event.by === sheet.reader.personId)
    .map(({ event }) => event);
  if (to >= from && own.length === 0) return undefined;
  const subject = {
    // A move brings more than its own event: which level it was about is said by one of them.
    ...Object.assign({}, ...own.map(aboutOf)),
    ...{ onBehalf: own.some(({ onBehalfOf }) => onBehalfOf !== undefined), isEarly: false },
    context: contextFor(sheet.open.revision, readerZone),
  };
  return notice({
    kind: 'success',
    language,
    title: words.done.title,
    children: (
      <>
        <p>{own.length > 0 ? words.acts.of[act].done(subject) : words.done.nothingNew}</p>
        <p>
          {words.done.next}: {standingWords(view)}
        </p>
      </>
    ),
  });
}

function aboutOf(event: CaseEvent): Target {
  switch (event.type) {
    case 'Escalated':
    case 'StepDeclined':
      return { level: event.level };
    case 'AutomaticChosen':
      return { automatic: event.automatic ? 1 : 0 };
    case 'MovedToRevision':
    case 'RevisionProposed':
      return { revision: event.revision.number };
    default:
      return {};
  }
}
