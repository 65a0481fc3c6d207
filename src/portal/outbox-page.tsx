import { recordedPath } from '../app/views/obligation/obligation-paths.ts';
import type { Instant } from '../core/instant.ts';
import type { RefusalWords } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { digitsOf } from '../core/plan/asked/telephone.ts';
import type { Child, Html } from '../render/jsx-runtime.ts';
import { chatMessagesPart, type ShownChat } from './chats/chat-message-part.tsx';
import { type Frame, page, problemBox } from './frame.tsx';
import { textArea, textField } from './parts/field.tsx';
import { buttonRow, postForm } from './parts/form.tsx';
import { filterBar, pager, summaryList, table, tag } from './parts/lists.tsx';
import { emptyState, notice } from './parts/notices.tsx';
import { whenPart } from './parts/when.tsx';

/** A mail in the list. */
interface ListedMail {
  readonly contract: string;
  readonly deliveryId: string;
  readonly means: 'email' | 'text' | 'call';
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
  /** Of a demonstration: what programs would be told. */
  readonly requests: readonly ShownRequest[];
  /** And its telephones, of which so many ring; undefined where there are none. */
  readonly telephones: { readonly path: string; readonly ringing: number } | undefined;
  /** And what channels would be. */
  readonly chats: readonly ShownChat[];
}

interface ShownRequest {
  readonly url: string;
  readonly type: string;
  readonly queuedAt: Instant;
  readonly body: string;
}

/** Every mail, the newest first. */
export function outboxPage(view: OutboxView): string {
  const { language } = view;
  const words = catalogue(language).pages.outbox;
  return page({
    ...view,
    title: words.title,
    isWide: true,
    children: (
      <>
        <p>
          {words.about} {!view.isDemonstration && words.linksHidden}
        </p>
        {view.telephones && telephonesLink(view.telephones, language)}
        {filterBar({
          action: '/outbox',
          language: view.language,
          isFiltered: view.caseId !== undefined || view.personId !== undefined,
          fields: [
            textField({
              language,
              name: 'case',
              label: words.filter.case,
              value: view.caseId,
              isOptional: 'unsaid',
            }),
            textField({
              language,
              name: 'person',
              label: words.filter.person,
              value: view.personId,
              isOptional: 'unsaid',
            }),
          ],
        })}
        {view.mails.length === 0 ? emptyState({ title: words.empty }) : mailTable(view)}
        {pager({ older: view.older }, language)}
        {view.chats.length > 0 && chatMessagesPart(view, view.chats, view.timeZone)}
        {view.requests.length > 0 && requestsPart(view)}
      </>
    ),
  });
}

function telephonesLink(
  { path, ringing }: NonNullable<OutboxView['telephones']>,
  language: Frame['language'],
): Html {
  const words = catalogue(language).telephones;
  return (
    <p>
      <a href={path}>{words.link}</a> {ringing > 0 && tag(words.ringing({ count: ringing }), 'warning')}
    </p>
  );
}

function requestsPart({ requests, timeZone, readerZone, language }: OutboxView): Html {
  const { outbox, columns } = catalogue(language).webhooks;
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{outbox.title}</h2>
      <p>{outbox.about}</p>
      {table({
        caption: outbox.title,
        isCaptionHidden: true,
        columns: [columns.type, columns.url, columns.queued, outbox.body].map((title) => ({ title })),
        rows: requests.map(({ type, url, queuedAt, body }) => [
          type,
          url,
          whenPart({ at: queuedAt, timeZone, readerZone, language }),
          <code>{body}</code>,
        ]),
      })}
    </section>
  );
}

function mailTable({ mails, timeZone, readerZone, language, telephones }: OutboxView): Html {
  const { pages, admin } = catalogue(language);
  const { title, columns, states, erased } = pages.outbox;
  const { means, labels } = admin.carriers;
  return table({
    caption: title,
    isCaptionHidden: true,
    columns: [columns.subject, labels.means, columns.to, columns.at, columns.case, columns.state].map(
      (one) => ({
        title: one,
      }),
    ),
    rows: mails.map((mail) => [
      <a href={`/outbox/${mail.deliveryId}`}>{mail.subject ?? erased}</a>,
      means[mail.means],
      readerPart(mail, telephones),
      whenPart({ at: mail.queuedAt, timeZone, readerZone, language }),
      mail.caseId,
      tag(stateWords(states, mail), kindOf(mail)),
    ]),
  });
}

/** Whom it goes to; of a text or a call in a demonstration it leads to the telephone that gets it. */
function readerPart({ means, name, address }: ListedMail, telephones: OutboxView['telephones']): Child {
  if (!telephones || means === 'email' || address === undefined) return name;
  return <a href={`${telephones.path}/${digitsOf(address)}`}>{name}</a>;
}

const STATE_KINDS = { queued: undefined, handedOver: 'info', delivered: 'success', failed: 'error' } as const;

/** It waited until nobody needed to hear it any more: nothing is wrong with it. */
const isOvertaken = ({ state, reason }: ListedMail): boolean => state === 'failed' && reason === 'overtaken';

const kindOf = (mail: ListedMail) => (isOvertaken(mail) ? undefined : STATE_KINDS[mail.state]);

function stateWords(
  states: Readonly<Record<ListedMail['state'] | 'overtaken', string>>,
  mail: ListedMail,
): string {
  const { state, reason } = mail;
  if (isOvertaken(mail)) return states.overtaken;
  return reason === undefined ? states[state] : `${states[state]} (${reason})`;
}

interface MailView extends Frame {
  readonly mail: ListedMail & { readonly text: string | undefined; readonly isOfPerson: boolean };
  readonly hasHtml: boolean;
  /** Whether a reply can be written here. */
  readonly canReply: boolean;
  readonly replied: 'no' | 'taken' | RefusalWords;
  readonly timeZone: string;
}

/** One mail as its reader gets it. */
export function mailPage(view: MailView): string {
  const { language, mail, replied, timeZone, readerZone } = view;
  const { carriers } = catalogue(language).admin;
  const words = catalogue(language).pages.outbox;
  return page({
    ...view,
    title: mail.subject ?? words.erased,
    crumbs: [{ title: words.back, path: '/outbox' }],
    isWide: true,
    children: (
      <>
        {replied === 'taken' && notice({ kind: 'success', language, title: words.reply.sent })}
        {typeof replied === 'object' && problemBox(replied)}
        {summaryList([
          {
            name: words.columns.to,
            value: mail.address === undefined ? mail.name : `${mail.name} <${mail.address}>`,
          },
          { name: carriers.labels.means, value: carriers.means[mail.means] },
          { name: words.columns.at, value: whenPart({ at: mail.queuedAt, timeZone, readerZone, language }) },
          { name: words.columns.case, value: mail.caseId },
          {
            name: words.columns.state,
            value: tag(stateWords(words.states, mail), kindOf(mail)),
          },
        ])}
        {view.isDemonstration ? mail.isOfPerson && stepIn(view) : <p>{words.linksHidden}</p>}
        {view.hasHtml && (
          <>
            <h2>{words.asHtml}</h2>
            <iframe
              class="mail"
              src={`/outbox/${mail.deliveryId}/html`}
              title={words.asHtml}
              sandbox={SANDBOX}
            />
          </>
        )}
        {mail.text !== undefined && (
          <details open={!view.hasHtml}>
            <summary>{words.asText}</summary>
            <pre>{mail.text}</pre>
          </details>
        )}
        {view.canReply && replyForm(view)}
      </>
    ),
  });
}

/** In a demonstration its reader's place is one press away, and leads to what the mail is about. */
function stepIn({ mail, language }: MailView): Html {
  const { contract, personId, caseId, name } = mail;
  const path = recordedPath({ contract, caseId });
  return postForm({
    action: '/step-in',
    hidden: { contract, person: personId },
    children: (
      <>
        <input type="hidden" name="then" value={path} />
        {buttonRow([{ label: catalogue(language).signIn.stepIn.button({ name }), kind: 'plain' }])}
      </>
    ),
  });
}

/** A mail runs nothing and sends no form; its links lead the whole window, and only where somebody follows them. */
const SANDBOX = 'allow-top-navigation-by-user-activation';

function replyForm({ mail, language }: MailView): Html {
  const words = catalogue(language).pages.outbox.reply;
  return (
    <>
      <h2>{words.title}</h2>
      {postForm({
        action: `/outbox/${mail.deliveryId}/reply`,
        children: (
          <>
            <p>{words.about}</p>
            {textArea({ language, name: 'text', label: words.label, lengthMax: REPLY_MAX })}
            {buttonRow([{ label: words.button }])}
          </>
        ),
      })}
    </>
  );
}

const REPLY_MAX = 10_000;
