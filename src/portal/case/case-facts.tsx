import { deadlines } from '../../core/case/deadlines.ts';
import { deadlineName } from '../../core/case/deadlines-by-name.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { summaryList } from '../parts/lists.tsx';
import { liveClock, whenPart } from '../parts/when.tsx';
import { type CaseView, casePath } from './case-view.ts';

/** Every clock that runs, the earliest first, each with why it falls when it does. */
export function caseClocks(view: CaseView): Html {
  const { sheet, language, readerZone } = view;
  const words = catalogue(language).casePage;
  const running = sheet.isSetAside ? [] : deadlines(sheet.state);
  const { revision } = sheet.open;
  return (
    <section aria-labelledby="case-clocks-title">
      <h2 id="case-clocks-title">{words.clocks.heading}</h2>
      {running.length === 0 && <p>{words.clocks.none}</p>}
      <ul class="clocks">
        {running.map((deadline) => {
          const name = deadlineName(deadline);
          return (
            <li>
              {words.clocks.deadline(name, revision)}:{' '}
              {liveClock({
                ...{ at: deadline.dueAt, now: sheet.now, timeZone: revision.timeZone, readerZone, language },
                as: 'from',
              })}{' '}
              <a href={`${casePath(sheet)}/why/${name}`}>
                {words.why.link}
                <span class="only-read-out"> {words.clocks.deadline(name, revision)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the case is: numbers, people, rules. */
export function caseFacts(view: CaseView): Html {
  const { sheet, language, readerZone, contractTitle } = view;
  const { facts, automatic } = catalogue(language).casePage;
  const { open, key, references, customerName, reporter, faces } = sheet;
  const { timeZone, number, seats } = open.revision;
  const when = { timeZone, readerZone, language };
  const owner = open.owner;
  return (
    <section aria-labelledby="case-facts-title">
      <h2 id="case-facts-title">{facts.heading}</h2>
      {summaryList([
        { name: facts.case, value: key.caseId },
        { name: facts.references, value: references.join(', ') },
        { name: facts.customer, value: customerName },
        { name: facts.reporter, value: reporter.name ?? open.reporter },
        { name: facts.contract, value: contractTitle },
        { name: facts.track, value: open.track.title },
        { name: facts.opened, value: whenPart({ at: open.openedAt, ...when }) },
        {
          name: facts.counts,
          value: open.openedFrom === open.openedAt ? '' : whenPart({ at: open.openedFrom, ...when }),
        },
        { name: facts.revision, value: String(number) },
        {
          name: facts.owner,
          value:
            owner === undefined
              ? ''
              : ((faces.seats.get(owner) ?? faces.people.get(owner))?.name ?? seats[owner]?.title ?? owner),
        },
        {
          name: facts.automatic,
          value: automatic[open.automatic === undefined ? 'plan' : open.automatic ? 'on' : 'off'],
        },
      ])}
    </section>
  );
}
