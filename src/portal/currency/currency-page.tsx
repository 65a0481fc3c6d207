import type {
  ActingLine,
  ContactLine,
  CurrencyView,
  DetailLine,
} from '../../app/views/currency/currency-view.ts';
import { drillFigures } from '../../core/drill/state.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { type Clocks, clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { standingTag } from '../obligations/standing-tag.tsx';
import { table, tag } from '../parts/lists.tsx';
import { reportedLines } from '../parts/reported.tsx';
import { whenPart } from '../parts/when.tsx';

interface CurrencyPage {
  readonly frame: Frame;
  readonly view: CurrencyView;
  /** Where the page stands; its table and its JSON stand beside it. */
  readonly path: string;
  readonly obligationPath: (id: string) => string;
  /** Whether everybody could be reached now. */
  readonly readinessPath: string;
  /** Reports of wrong contacts. */
  readonly reportsPath: string;
  readonly drillsPath: string;
}

/** How current a plan is: the figure, what would raise it, every contact and every obligation. */
export function currencyPage(all: CurrencyPage): string {
  const { frame, view, path } = all;
  const { currency: words } = catalogue(frame.language).attestation;
  const { current, of, percent } = view.figure;
  const { nextRoundAt: at } = view;
  const timeZone = clocksIn(all);
  return page({
    ...frame,
    title: words.title,
    caption: view.contractTitle,
    isWide: true,
    children: (
      <>
        <p>{words.about}</p>
        <p>
          <strong>
            {percent === undefined ? words.nothing : words.figure({ done: current, of, share: percent })}
          </strong>
        </p>
        <p class="quiet">{words.computed}</p>
        <p>{at === undefined ? words.noRound : words.nextRound({ at, timeZone })}</p>
        <p class="no-print">
          <a href={all.readinessPath}>{catalogue(frame.language).readiness.link}</a>
        </p>
        {raiseSection(view, frame.language)}
        {reportsSection(all)}
        {drillsSection(all)}
        {contactsSection(all)}
        {actingSection(all)}
        {obligationsSection(all)}
        <section class="no-print">
          <h2>{words.take.title}</h2>
          <ul>
            <li>
              <a href={`${path}/currency.csv`}>{words.take.csv}</a>
            </li>
            <li>
              <a href={`${path}/currency.json`}>{words.take.json}</a>
            </li>
          </ul>
        </section>
      </>
    ),
  });
}

function raiseSection({ raise }: CurrencyView, language: Language): Html {
  const { currency, details } = catalogue(language).attestation;
  const { raise: words } = currency;
  const lines = [
    ...raise.vacant.map(({ title }) => words.fill({ title })),
    ...raise.late.map(({ state }) => words.late({ title: state.terms.title })),
    ...raise.contacts.map(({ name, details: wanted }) =>
      words.confirm({ name, names: wanted.map((detail) => details[detail]) }),
    ),
  ];
  return (
    <section>
      <h2>{words.title}</h2>
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What people found wrong about a contact and nobody has answered. */
function reportsSection({ frame, view, reportsPath }: CurrencyPage): Html {
  const { language, readerZone } = frame;
  const { current, list, means, statuses } = catalogue(language).contactReports;
  const { contact, what, reported, due, status } = list.columns;
  const when = (at: typeof view.now) => whenPart({ at, timeZone: view.timeZone, readerZone, language });
  return (
    <section>
      <h2>{current.title}</h2>
      {view.reports.length === 0 ? (
        <p>{current.none}</p>
      ) : (
        table({
          caption: current.title,
          isCaptionHidden: true,
          columns: [contact, what, reported, due, status].map((title) => ({ title })),
          rows: view.reports.map(({ report, name, state }) => [
            <a href={`${reportsPath}/${report}`}>{name}</a>,
            means[state.subject.means],
            when(state.reportedAt),
            when(state.dueAt),
            tag(statuses[state.status], state.status === 'overdue' ? 'warning' : 'info'),
          ]),
        })
      )}
      <p class="no-print">
        <a href={reportsPath}>{current.all}</a>
      </p>
    </section>
  );
}

/** When each level was last reached for practice, and how many of it answered how fast. */
function drillsSection({ frame, view, drillsPath }: CurrencyPage): Html {
  const { language, readerZone } = frame;
  const words = catalogue(language).drills;
  const { current } = words;
  const { level, when, answered, median } = current.columns;
  const rowOf = ({ drill, state }: CurrencyView['drills'][number]) => {
    const { asked, answered: count, percent = 0, medianMs } = drillFigures(state);
    const at = state.begunAt ?? state.startAt;
    return [
      <a href={`${drillsPath}/${drill}`}>{words.level(state)}</a>,
      whenPart({ at, timeZone: view.timeZone, readerZone, language }),
      current.share({ answered: count, asked, percent }),
      medianMs === undefined ? current.noMedian : words.lasting({ ms: medianMs }),
    ];
  };
  return (
    <section>
      <h2>{current.title}</h2>
      {view.drills.length === 0 ? (
        <p>{current.none}</p>
      ) : (
        table({
          ...{ caption: current.title, isCaptionHidden: true },
          columns: [level, when, answered, median].map((title) => ({ title })),
          rows: view.drills.map(rowOf),
        })
      )}
      <p class="no-print">
        <a href={drillsPath}>{current.all}</a>
      </p>
    </section>
  );
}

/** Whose clocks instants are said on. */
const clocksIn = ({ frame, view }: CurrencyPage): Clocks => clocksOf(view.timeZone, frame.readerZone);

/**
 * One row for each contact: how many of its details are confirmed, and behind it how each stands. Whoever is known to be
 * reached in vain comes first, then who has something to confirm.
 */
function contactsSection(all: CurrencyPage): Html {
  const { frame, view } = all;
  const clocks = clocksIn(all);
  const { contacts: words, noSign } = catalogue(frame.language).attestation.currency;
  const { columns } = words;
  const vacant = view.vacant.filter(({ levels }) => levels.length > 0);
  return (
    <section>
      <h2>{words.title}</h2>
      {view.contacts.length + vacant.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [columns.name, columns.levels, columns.details, columns.sign].map((title) => ({ title })),
          rows: [
            ...vacant.map(({ title, levels }) => [
              <strong>{title}</strong>,
              levels.join(', '),
              tag(words.vacant, 'warning'),
              noSign,
            ]),
            ...view.contacts
              .toSorted((a, b) => needOf(b) - needOf(a))
              .map((contact) => [
                <>
                  <strong>{contact.name}</strong>
                  {reportedLines(contact.reported, clocks, frame.language)}
                </>,
                contact.levels.join(', '),
                detailsCell(contact, clocks, frame.language),
                signWords(contact, clocks, frame.language),
              ]),
          ],
        })
      )}
    </section>
  );
}

/** Who acts on cases for a party and stands at no level, where there is anybody such, or a seat for them. */
function actingSection(all: CurrencyPage): Html | undefined {
  const { frame, view } = all;
  const clocks = clocksIn(all);
  const { attestation, obligations } = catalogue(frame.language);
  const { acting: words, contacts, noSign } = attestation.currency;
  const { name, details, sign } = contacts.columns;
  const vacant = view.vacant.filter(({ levels }) => levels.length === 0);
  if (view.acting.length + vacant.length === 0) return undefined;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      {table({
        ...{ caption: words.title, isCaptionHidden: true },
        columns: [name, words.party, details, sign].map((title) => ({ title })),
        rows: [
          ...vacant.map(({ title }) => [
            <strong>{title}</strong>,
            '',
            tag(contacts.vacant, 'warning'),
            noSign,
          ]),
          ...view.acting.map((one) => [
            <>
              <strong>{one.name}</strong>
              {reportedLines(one.reported, clocks, frame.language)}
            </>,
            obligations.parties[one.party],
            <ul class="stood">{one.means.map((line) => meansLine(line, clocks, frame.language))}</ul>,
            signWords(one, clocks, frame.language),
          ]),
        ],
      })}
    </section>
  );
}

function meansLine(
  { detail, value = '', confirmedAt: at }: ActingLine['means'][number],
  timeZone: Clocks,
  language: Language,
): Html {
  const words = catalogue(language).attestation;
  return (
    <li>
      <div>
        {words.detail({ detail, value })}
        <p class="quiet">
          {at === undefined ? words.currency.contacts.never : words.page.last({ at, timeZone })}
        </p>
      </div>
    </li>
  );
}

const isReachedInVain = ({ doubtedSince, missedSince }: DetailLine): boolean =>
  doubtedSince !== undefined || missedSince !== undefined;

/** How much somebody has to do about their details. */
function needOf({ details }: ContactLine): number {
  if (details.some(isReachedInVain)) return 2;
  return details.every(({ isCurrent }) => isCurrent) ? 0 : 1;
}

/** What is known to be wrong stands open; the details themselves are folded away behind how many are confirmed. */
function detailsCell(contact: ContactLine, timeZone: Clocks, language: Language): Html {
  const words = catalogue(language).attestation;
  const { contacts } = words.currency;
  const { details } = contact;
  const open = details.filter(({ isCurrent }) => !isCurrent).length;
  return (
    <>
      {details.map(({ detail, doubtedSince: doubted, missedSince: missed }) => (
        <>
          {doubted !== undefined && <p>{words.doubted({ detail, at: doubted, timeZone })}</p>}
          {missed !== undefined && <p>{words.missed({ detail, at: missed, timeZone })}</p>}
        </>
      ))}
      <details>
        <summary>
          {open === 0
            ? contacts.allConfirmed({ count: details.length })
            : contacts.toConfirm({ count: open, of: details.length })}
        </summary>
        <ul class="stood">{details.map((detail) => detailLine(detail, contact, timeZone, language))}</ul>
      </details>
    </>
  );
}

function detailLine(line: DetailLine, { levels }: ContactLine, timeZone: Clocks, language: Language): Html {
  const words = catalogue(language).attestation;
  const { contacts } = words.currency;
  const { detail, value, confirmedAt, isCurrent } = line;
  const standing = confirmedAt === undefined ? 'never' : isCurrent ? 'current' : 'lapsed';
  return (
    <li>
      <span>{tag(contacts[standing], standing === 'current' ? 'success' : 'warning')}</span>
      <div>
        {value === undefined ? words.reachable({ levels }) : words.detail({ detail, value })}
        {confirmedAt !== undefined && <p class="quiet">{words.page.last({ at: confirmedAt, timeZone })}</p>}
      </div>
    </li>
  );
}

function signWords({ sign }: Pick<ContactLine, 'sign'>, timeZone: Clocks, language: Language): string {
  const { signs, noSign } = catalogue(language).attestation.currency;
  return sign === undefined ? noSign : signs[sign.by]({ at: sign.at, timeZone });
}

/** What is late stands open; the rest is folded away. */
function obligationsSection(all: CurrencyPage): Html {
  const { frame, view } = all;
  const { obligations: words } = catalogue(frame.language).attestation.currency;
  const late = view.obligations.filter(({ standing }) => standing === 'late');
  const rest = view.obligations.filter(({ standing }) => standing !== 'late');
  return (
    <section>
      <h2>{words.title}</h2>
      {view.obligations.length === 0 && <p>{words.none}</p>}
      {late.length > 0 && obligationTable(all, words.late, late)}
      {rest.length > 0 && (
        <details>
          <summary>{words.inTime({ count: rest.length })}</summary>
          {obligationTable(all, words.inTime({ count: rest.length }), rest)}
        </details>
      )}
    </section>
  );
}

function obligationTable(
  { frame, obligationPath }: CurrencyPage,
  caption: string,
  lines: CurrencyView['obligations'],
): Html {
  const { obligations } = catalogue(frame.language);
  const { what, due, standing } = obligations.list.columns;
  return table({
    ...{ caption, isCaptionHidden: true },
    columns: [{ title: what }, { title: due }, { title: standing }],
    rows: lines.map((line) => [
      <a href={obligationPath(line.state.id)}>{line.state.terms.title}</a>,
      obligations.date(line.state.dueOn),
      standingTag(line.standing, frame.language),
    ]),
  });
}
