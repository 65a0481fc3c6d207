import type { ContactLine, CurrencyView, DetailLine } from '../../app/views/currency/currency-view.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { type Clocks, clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { standingTag } from '../obligations/standing-tag.tsx';
import { table, tag } from '../parts/lists.tsx';

interface CurrencyPage {
  readonly frame: Frame;
  readonly view: CurrencyView;
  /** Where the page stands; its table and its JSON stand beside it. */
  readonly path: string;
  readonly obligationPath: (id: string) => string;
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
        {raiseSection(view, frame.language)}
        {contactsSection(all)}
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

/** Whose clocks instants are said on. */
const clocksIn = ({ frame, view }: CurrencyPage): Clocks => clocksOf(view.timeZone, frame.readerZone);

/** One row for each contact, with all of its details: how each stands, then what it is. */
function contactsSection(all: CurrencyPage): Html {
  const { frame, view } = all;
  const clocks = clocksIn(all);
  const { contacts: words } = catalogue(frame.language).attestation.currency;
  const { columns } = words;
  return (
    <section>
      <h2>{words.title}</h2>
      {view.contacts.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [columns.name, columns.levels, columns.details, columns.sign].map((title) => ({ title })),
          rows: view.contacts.map((contact) => [
            <strong>{contact.name}</strong>,
            contact.levels.join(', '),
            <ul class="stood">
              {contact.details.map((detail) => detailLine(detail, contact, clocks, frame.language))}
            </ul>,
            signWords(contact, clocks, frame.language),
          ]),
        })
      )}
    </section>
  );
}

function detailLine(line: DetailLine, { levels }: ContactLine, timeZone: Clocks, language: Language): Html {
  const words = catalogue(language).attestation;
  const { contacts } = words.currency;
  const { detail, value, confirmedAt, isCurrent, missedSince, doubtedSince } = line;
  const standing = confirmedAt === undefined ? 'never' : isCurrent ? 'current' : 'lapsed';
  return (
    <li>
      <span>{tag(contacts[standing], standing === 'current' ? 'success' : 'warning')}</span>
      <div>
        {value === undefined ? words.reachable({ levels }) : words.detail({ detail, value })}
        {confirmedAt !== undefined && <p class="quiet">{words.page.last({ at: confirmedAt, timeZone })}</p>}
        {doubtedSince !== undefined && <p>{words.doubted({ detail, at: doubtedSince, timeZone })}</p>}
        {missedSince !== undefined && <p>{words.missed({ detail, at: missedSince, timeZone })}</p>}
      </div>
    </li>
  );
}

function signWords({ sign }: ContactLine, timeZone: Clocks, language: Language): string {
  const { signs, noSign } = catalogue(language).attestation.currency;
  return sign === undefined ? noSign : signs[sign.by]({ at: sign.at, timeZone });
}

function obligationsSection({ frame, view, obligationPath }: CurrencyPage): Html {
  const { attestation, obligations } = catalogue(frame.language);
  const { obligations: words } = attestation.currency;
  const { what, due, standing } = obligations.list.columns;
  const { language } = frame;
  return (
    <section>
      <h2>{words.title}</h2>
      {view.obligations.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [{ title: what }, { title: due }, { title: standing }],
          rows: view.obligations.map((line) => [
            <a href={obligationPath(line.state.id)}>{line.state.terms.title}</a>,
            obligations.date(line.state.dueOn),
            standingTag(line.standing, language),
          ]),
        })
      )}
    </section>
  );
}
