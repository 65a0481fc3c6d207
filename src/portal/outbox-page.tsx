import type { Instant } from '../core/instant.ts';
import type { RefusalWords } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { PagesWords } from '../core/message/pages.ts';
import type { Html } from '../render/jsx-runtime.ts';
import { type Frame, page, problemBox } from './frame.tsx';

/** A mail in the list. */
interface ListedMail {
  readonly deliveryId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly name: string;
  readonly address: string | undefined;
  readonly subject: string | undefined;
  readonly state: 'queued' | 'handedOver' | 'delivered' | 'failed';
  readonly reason: string | undefined;
  readonly queuedAt: Instant;
}

interface OutboxView extends Frame {
  readonly mails: readonly ListedMail[];
  readonly caseId: string | undefined;
  readonly personId: string | undefined;
  /** Where the list goes on; undefined at its end. */
  readonly older: string | undefined;
  readonly timeZone: string;
}

/** Every mail, the newest first. */
export function outboxPage(view: OutboxView): string {
  const words = catalogue(view.language).pages.outbox;
  return page({
    ...view,
    title: words.title,
    isWide: true,
    children: (
      <>
        <p>
          {words.about} {!view.isDemonstration && words.linksHidden}
        </p>
        <form method="get" action="/outbox">
          <fieldset>
            <legend>{words.filter.legend}</legend>
            <label for="case">{words.filter.case}</label>
            <input id="case" name="case" value={view.caseId ?? ''} autocomplete="off" />
            <label for="person">{words.filter.person}</label>
            <input id="person" name="person" value={view.personId ?? ''} autocomplete="off" />
            <button type="submit" class="plain">
              {words.filter.button}
            </button>
          </fieldset>
        </form>
        {view.mails.length === 0 ? <p>{words.empty}</p> : mailTable(view)}
        {view.older !== undefined && (
          <p>
            <a href={view.older}>{words.older}</a>
          </p>
        )}
      </>
    ),
  });
}

function mailTable({ mails, timeZone, language }: OutboxView): Html {
  const { instant, outbox } = catalogue(language).pages;
  const { columns, states, erased } = outbox;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {[columns.subject, columns.to, columns.at, columns.case, columns.state].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr>
              <td>
                <a href={`/outbox/${mail.deliveryId}`}>{mail.subject ?? erased}</a>
              </td>
              <td>{mail.name}</td>
              <td>{instant(mail.queuedAt, timeZone)}</td>
              <td>{mail.caseId}</td>
              <td>{stateWords(states, mail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const stateWords = (
  states: Readonly<Record<ListedMail['state'], string>>,
  { state, reason }: ListedMail,
): string => (reason === undefined ? states[state] : `${states[state]} (${reason})`);

interface MailView extends Frame {
  readonly mail: ListedMail & { readonly text: string | undefined };
  readonly hasHtml: boolean;
  /** Whether a reply can be written here. */
  readonly canReply: boolean;
  readonly replied: 'no' | 'taken' | RefusalWords;
  readonly timeZone: string;
}

/** One mail as its reader gets it. */
export function mailPage(view: MailView): string {
  const { instant, outbox: words } = catalogue(view.language).pages;
  const { mail, replied } = view;
  const rows = [
    [words.columns.to, mail.address === undefined ? mail.name : `${mail.name} <${mail.address}>`],
    [words.columns.at, instant(mail.queuedAt, view.timeZone)],
    [words.columns.case, mail.caseId],
    [words.columns.state, stateWords(words.states, mail)],
  ];
  return page({
    ...view,
    title: mail.subject ?? words.erased,
    isWide: true,
    children: (
      <>
        <p>
          <a href="/outbox">{words.back}</a>
        </p>
        {replied === 'taken' && <p role="status">{words.reply.sent}</p>}
        {typeof replied === 'object' && problemBox(replied)}
        <dl>
          {rows.map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
        {!view.isDemonstration && <p>{words.linksHidden}</p>}
        {view.hasHtml && (
          <>
            <h2>{words.asHtml}</h2>
            <iframe src={`/outbox/${mail.deliveryId}/html`} title={words.asHtml} sandbox={SANDBOX} />
          </>
        )}
        {mail.text !== undefined && (
          <>
            <h2>{words.asText}</h2>
            <pre>{mail.text}</pre>
          </>
        )}
        {view.canReply && replyForm(mail.deliveryId, words.reply)}
      </>
    ),
  });
}

/** A mail runs nothing and sends no form; its links lead the whole window, and only where somebody follows them. */
const SANDBOX = 'allow-top-navigation-by-user-activation';

function replyForm(deliveryId: string, words: PagesWords['outbox']['reply']): Html {
  return (
    <form method="post" action={`/outbox/${deliveryId}/reply`} accept-charset="utf-8">
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      <label for="text">{words.label}</label>
      <textarea id="text" name="text" rows="6" maxlength="10000" required />
      <button type="submit">{words.button}</button>
    </form>
  );
}
