import type { HeldMailView } from '../../app/views/held-mail-view.ts';
import type { StartView } from '../../app/views/start/start-view.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page, problemBox } from '../frame.tsx';
import { radioField } from '../parts/choices.tsx';
import { selectField, textArea } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { pager, summaryList } from '../parts/lists.tsx';
import { confirmation, emptyState } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

export interface MailFrame extends Frame {
  /** The list's own path. */
  readonly base: string;
  /** The contract's zone. */
  readonly timeZone: string;
}

interface ListView {
  readonly frame: MailFrame;
  readonly mails: readonly HeldMailView[];
  readonly count: number;
  /** Where it goes on, and where it begins for whoever is further down. */
  readonly next: string | undefined;
  readonly first: string | undefined;
  /** Whether mail comes in at all. */
  readonly takesMail: boolean;
  readonly isPutAside: boolean;
}

/** What is shown of a text in the list; the whole of it stands on the mail's own page. */
const EXCERPT_MAX = 600;

/** Mails that wait for the desk, the earliest first. */
export function heldMailsPage({ frame, mails, count, next, first, takesMail, isPutAside }: ListView): string {
  const { language } = frame;
  const words = catalogue(language).heldMails;
  return page({
    ...frame,
    title: words.title,
    children: (
      <>
        {isPutAside && confirmation({ title: words.aside.done })}
        <p>{takesMail ? words.about : words.noMail}</p>
        {count > 0 && <p>{words.waiting({ count })}</p>}
        {count === 0 &&
          takesMail &&
          emptyState({ title: words.empty.title, children: <p>{words.empty.about}</p> })}
        {mails.map((mail) => (
          <section>
            <h2>
              <a href={pathOf(frame, mail)}>{subjectOf(mail, language)}</a>
            </h2>
            {summaryList(factsOf(frame, mail))}
            {textPart(mail, language, EXCERPT_MAX)}
          </section>
        ))}
        {pager({ newer: first, older: next, isByTime: false }, language)}
      </>
    ),
  });
}

const pathOf = ({ base }: MailFrame, { mailId }: HeldMailView): string =>
  `${base}/${encodeURIComponent(mailId)}`;

export function subjectOf({ subject = '' }: Pick<HeldMailView, 'subject'>, language: Language): string {
  return subject || catalogue(language).heldMails.noSubject;
}

function factsOf(
  { language, timeZone, readerZone }: MailFrame,
  { receivedAt, sender = '', isProved, likely, why }: HeldMailView,
) {
  const words = catalogue(language).heldMails;
  const { facts } = words;
  const customers = (likely?.customers ?? []).map(({ name }) => name);
  return [
    { name: facts.received, value: whenPart({ at: receivedAt, timeZone, readerZone, language }) },
    { name: facts.from, value: sender || words.noSender },
    { name: facts.proof, value: isProved ? words.proved : words.unproved },
    {
      name: facts.likely,
      value: likely ? words.likely({ name: likely.name ?? likely.personId, customers }) : words.nobody,
    },
    { name: facts.why, value: why && words.why[why] },
  ];
}

function textPart({ text = '', isErased }: HeldMailView, language: Language, max: number): Html {
  const words = catalogue(language).heldMails;
  if (isErased) return <p>{words.erased}</p>;
  if (text.trim() === '') return <p>{words.noText}</p>;
  const isCut = text.length > max;
  return <blockquote>{isCut ? `${text.slice(0, max).replace(/\p{Surrogate}$/u, '')} …` : text}</blockquote>;
}

function filesPart(frame: MailFrame, held: HeldMailView): Html {
  const { heldMails, mail } = catalogue(frame.language);
  const words = heldMails.files;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      <ul>
        {held.files.map(({ number, name, size, why }) => (
          <li>
            {why === undefined ? (
              <a href={`${pathOf(frame, held)}/files/${number}`}>{words.line({ name, bytes: size })}</a>
            ) : (
              mail.leftFiles.line({ name, why })
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was chosen and typed on a mail's page. */
interface TypedHeld {
  readonly reporter: string;
  readonly track: string;
  readonly reason: string;
}

interface OneView {
  readonly frame: MailFrame;
  readonly mail: HeldMailView;
  /** For whom it can be opened; undefined where no plan is in force. */
  readonly start: StartView | undefined;
  readonly typed: TypedHeld;
  readonly troubles: readonly { readonly name: string; readonly error: string }[];
  /** A no of the whole. */
  readonly refused: RefusalWords | undefined;
  /** Of a call: whom Ladder rang for it, in words. */
  readonly rung: readonly string[];
  /** Why the case could not be opened when the mail came in, in words. */
  readonly heldBecause: RefusalWords | undefined;
}

/** The most that anybody writes about why. */
export const REASON_MAX = 2000;

/** One mail, and what the desk makes of it; of one that does not wait any more, what came of it. */
export function heldMailPage(view: OneView): string {
  const { frame, mail, start, troubles, refused, heldBecause } = view;
  const { language, base } = frame;
  const words = catalogue(language).heldMails;
  const isHeld = mail.outcome === 'held';
  const track =
    mail.track === undefined ? words.noTrack : (start?.rules.tracks[mail.track]?.title ?? mail.track);
  return page({
    ...frame,
    title: words.one.title({ subject: subjectOf(mail, language) }),
    crumbs: [{ title: words.title, path: base }],
    hasErrors: troubles.length > 0,
    children: (
      <>
        {refused && problemBox(refused)}
        {errorSummary(troubles, language)}
        {summaryList([
          { name: words.facts.state, value: outcomePart(view) },
          ...factsOf(frame, mail),
          { name: words.facts.track, value: track },
        ])}
        {heldBecause && (
          <p>
            {heldBecause.message} {heldBecause.advice}
          </p>
        )}
        <h2>{words.facts.text}</h2>
        {textPart(mail, language, Number.POSITIVE_INFINITY)}
        {rungPart(view)}
        {isHeld && mail.files.length > 0 && filesPart(frame, mail)}
        {isHeld && openPart(view)}
        {isHeld && asidePart(view)}
      </>
    ),
  });
}

function rungPart({ frame: { language }, mail, rung }: OneView): Html | undefined {
  if (rung.length === 0) return undefined;
  const words = catalogue(language).heldMails.rung;
  return (
    <section>
      <h2>{words.title}</h2>
      {mail.outcome === 'held' && <p>{words.about}</p>}
      <ul>
        {rung.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </section>
  );
}

function outcomePart({ frame, mail }: OneView): Html {
  const { language, timeZone, readerZone } = frame;
  const { one } = catalogue(language).heldMails;
  const { outcome, caseId, settledBy, settledAt, reason = '' } = mail;
  const name = settledBy?.name ?? settledBy?.personId ?? '';
  const when = settledAt !== undefined && (
    <p class="quiet small">{whenPart({ at: settledAt, timeZone, readerZone, language })}</p>
  );
  if (outcome === 'putAside') {
    return (
      <>
        {one.putAside({ name, text: reason })} {when}
      </>
    );
  }
  if (caseId === undefined) return <>{one.held}</>;
  const path = `/contracts/${encodeURIComponent(mail.contract)}/cases/${encodeURIComponent(caseId)}`;
  return (
    <>
      <p>
        {one.opened({ caseId, name })}. <a href={path}>{one.toCase({ caseId })}</a>
      </p>
      {when}
    </>
  );
}

function openPart(view: OneView): Html {
  const { frame, start } = view;
  const { heldMails, planPage } = catalogue(frame.language);
  const words = heldMails.open;
  return (
    <section>
      <h2>{words.title}</h2>
      {start ? (
        <>
          <p>{words.about}</p>
          {start.customer ? openForm(view, start, start.customer) : customerForm(view, start)}
        </>
      ) : (
        problemBox(planPage.notPublished)
      )}
    </section>
  );
}

function customerForm({ frame, mail }: OneView, { customers }: StartView): Html {
  const { language } = frame;
  const { startPage, heldMails } = catalogue(language);
  if (customers.length === 0) return problemBox(startPage.who.none);
  return (
    <form method="get" action={pathOf(frame, mail)} accept-charset="utf-8">
      {selectField({
        language,
        name: 'customer',
        label: startPage.who.customer,
        options: customers.map(({ customerId, name }) => ({ value: customerId, label: name })),
      })}
      {buttonRow([{ label: heldMails.open.choose }])}
    </form>
  );
}

function openForm(
  { frame, mail, typed, troubles }: OneView,
  start: StartView,
  { customerId, name }: NonNullable<StartView['customer']>,
): Html {
  const { language } = frame;
  const { startPage, heldMails } = catalogue(language);
  const { form } = startPage;
  const errorOf = (field: string): string | undefined => troubles.find((one) => one.name === field)?.error;
  return (
    <>
      <p>
        <strong>{heldMails.open.customer({ customerName: name })}</strong>
        {start.customers.length > 1 && (
          <>
            {' '}
            <a href={`${pathOf(frame, mail)}?customer=`}>{heldMails.open.other}</a>
          </>
        )}
      </p>
      {start.reporters.length === 0
        ? problemBox(startPage.who.nobody({ customerName: name }))
        : postForm({
            action: `${pathOf(frame, mail)}/open`,
            hidden: { customer: customerId },
            children: (
              <>
                {radioField({
                  language,
                  name: 'reporter',
                  label: heldMails.facts.from,
                  hint: form.reporterHint,
                  chosen: typed.reporter,
                  error: errorOf('reporter'),
                  choices: start.reporters.map(({ personId, name: called = personId, title }) => ({
                    value: personId,
                    label: title === undefined ? called : `${called}, ${title}`,
                  })),
                })}
                {radioField({
                  language,
                  name: 'track',
                  label: form.track,
                  hint: form.trackHint,
                  chosen: typed.track,
                  error: errorOf('track'),
                  choices: Object.values(start.rules.tracks).map(({ id, title }) => ({
                    value: id,
                    label: title,
                  })),
                })}
                {buttonRow([{ label: heldMails.open.button }])}
              </>
            ),
          })}
    </>
  );
}

function asidePart({ frame, mail, typed, troubles }: OneView): Html {
  const { language } = frame;
  const words = catalogue(language).heldMails.aside;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      {postForm({
        action: `${pathOf(frame, mail)}/aside`,
        children: (
          <>
            {textArea({
              language,
              name: 'reason',
              label: words.reason,
              hint: words.reasonHint,
              value: typed.reason,
              rows: 3,
              lengthMax: REASON_MAX,
              error: troubles.find(({ name }) => name === 'reason')?.error,
            })}
            {buttonRow([{ label: words.button, kind: 'grave' }])}
          </>
        ),
      })}
    </section>
  );
}
