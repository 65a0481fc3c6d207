import type { LevelPeople, Reachable } from '../../app/views/case/people.ts';
import { highestLevel } from '../../core/case/state.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { cards, personCard } from '../parts/people.tsx';
import { reportedLines } from '../parts/reported.tsx';
import type { CaseView } from './case-view.ts';

/**
 * Whom to call now: the level to be contacted, where its step is due, and those that owe an answer, the highest first;
 * for whoever is not of the customer, the customer's own person too.
 */
export function caseReach(view: CaseView): Html | undefined {
  const { sheet, language } = view;
  const words = catalogue(language).casePage.reach;
  const { open, state, waiting, levels, reader, customerName, reporter } = sheet;
  if (state.status === 'closed' && !reader.isInside) return undefined;
  const reached = highestLevel(open);
  const wanted = waiting.due.map(({ level }) => level);
  const shown = levels.filter(({ level }) => level <= reached || wanted.includes(level)).reverse();
  return (
    <section aria-labelledby="case-reach-title">
      <h2 id="case-reach-title">{words.heading}</h2>
      {reader.isInside && (
        <>
          <h3>{words.customer({ customerName })}</h3>
          {cards([cardOf(view, reporter)])}
        </>
      )}
      {state.status === 'open' && shown.map((level) => levelCards(view, level))}
    </section>
  );
}

type Reading = Pick<CaseView, 'sheet' | 'language' | 'readerZone'>;

/** Whom to call at one level: the move itself sends messages, and a call is sooner heard. */
export function levelReach(view: Reading, level: number | undefined): Html | undefined {
  const found = view.sheet.levels.find((one) => one.level === level);
  if (!found) return undefined;
  return (
    <>
      <h2>{catalogue(view.language).casePage.reach.heading}</h2>
      {levelCards(view, found)}
    </>
  );
}

/**
 * The one to call first, at the top of the page: of the level whose answer or whose step the case waits for; for the
 * contractor the customer's own person.
 */
export function firstToReach({ sheet, language }: Reading): Html | undefined {
  const { reader, reporter, levels, waiting, open, state } = sheet;
  if (state.status === 'closed') return undefined;
  const words = catalogue(language).casePage.reach;
  const level = waiting.kind === 'move' ? (waiting.level ?? 0) : highestLevel(open);
  const found = levels.find((one) => one.level === level);
  const person =
    reader.party === 'contractor'
      ? reporter
      : [...(found?.reach ?? []), ...(found?.otherwise ?? [])].find(hasName);
  const number = person?.office ?? person?.mobile;
  if (!person || !hasName(person) || (number === undefined && person.email === undefined)) return undefined;
  return (
    <p>
      {words.first}: <strong>{person.name}</strong>
      {person.title !== '' && person.title !== person.name && `, ${person.title}`}
      {number !== undefined && (
        <>
          {' · '}
          <a href={`tel:${number}`}>{words.number(number)}</a>
        </>
      )}
      {person.email !== undefined && (
        <>
          {' · '}
          <a href={`mailto:${person.email}`}>{person.email}</a>
        </>
      )}
    </p>
  );
}

const hasName = ({ name }: Reachable): boolean => name !== undefined;

function levelCards(view: Reading, { level, reach, otherwise }: LevelPeople): Html {
  const { sheet, language } = view;
  const words = catalogue(language).casePage.reach;
  return (
    <>
      <h3>{words.level(level, sheet.open.revision)}</h3>
      {cards(reach.map((one) => cardOf(view, one)))}
      {otherwise.length > 0 && (
        <details>
          <summary>{words.otherwise}</summary>
          {cards(otherwise.map((one) => cardOf(view, one)))}
        </details>
      )}
    </>
  );
}

/** A person or desk: the office number first, which somebody answers. */
function cardOf({ language, sheet, readerZone }: Reading, person: Reachable): Html {
  const words = catalogue(language).casePage.reach;
  const { name, title, office, mobile, email, isHidden } = person;
  const number = office ?? mobile;
  return personCard({
    language,
    heading: 4,
    name: name ?? (title === '' ? words.erased : title),
    ...(name !== undefined && title !== '' && title !== name && { title }),
    phone: number === undefined ? undefined : { number, shown: words.number(number) },
    mail: email,
    isNumberHidden: isHidden,
    children: (
      <>
        {office !== undefined && mobile !== undefined && (
          <p>
            <a href={`tel:${mobile}`}>
              {words.mobile} {words.number(mobile)}
            </a>
          </p>
        )}
        {reportedLines(person.reported, clocksOf(sheet.open.revision.timeZone, readerZone), language)}
        {name === undefined && !isHidden && number === undefined && <p class="quiet">{words.nobody}</p>}
      </>
    ),
  });
}
