import type { Instant } from '../../core/instant.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { checkboxField } from '../parts/choices.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';
import { summaryList, table, tag } from '../parts/lists.tsx';
import { momentField } from '../parts/moment-field.tsx';
import { confirmation, emptyState, notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

interface WebhooksFrame extends Frame {
  /** The list's own path. */
  readonly base: string;
  readonly timeZone: string;
  /** Of somebody's own, which tell of the plan alone: where that is read. */
  readonly own: { readonly planTitle: string; readonly planPath: string } | undefined;
}

interface ShownWebhook {
  readonly webhookId: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly madeAt: Instant;
  readonly old: { readonly until: Instant } | undefined;
  readonly off: { readonly because: 'person' | 'gone' | 'failing'; readonly at: Instant } | undefined;
}

interface ShownDelivery {
  readonly deliveryId: string;
  readonly type: string;
  readonly caseId: string;
  readonly number: number;
  readonly queuedAt: Instant;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: Instant | undefined;
  readonly reason: string | undefined;
}

/** The programs that are told what happens in a contract. */
export function webhooksPage(frame: WebhooksFrame, webhooks: readonly ShownWebhook[]): string {
  const { language, base, timeZone, readerZone } = frame;
  const words = catalogue(language).webhooks;
  const { columns } = words;
  return page({
    ...frame,
    title: titleOf(frame),
    ...(frame.own && { crumbs: [{ title: frame.own.planTitle, path: frame.own.planPath }] }),
    isWide: true,
    children: (
      <>
        <p>{frame.own ? words.own.about : words.about}</p>
        {frame.isDemonstration && <p>{words.demonstration}</p>}
        <p>{linkButton({ label: words.add.title, path: `${base}/new` })}</p>
        {webhooks.length === 0
          ? emptyState({ title: words.empty })
          : table({
              caption: titleOf(frame),
              isCaptionHidden: true,
              columns: [columns.url, columns.types, columns.state, columns.made].map((title) => ({ title })),
              rows: webhooks.map((one) => [
                <a href={`${base}/${one.webhookId}`}>{one.url}</a>,
                typesWords(one, frame),
                stateTag(one, frame),
                whenPart({ at: one.madeAt, timeZone, readerZone, language }),
              ]),
            })}
      </>
    ),
  });
}

const titleOf = ({ own, language }: WebhooksFrame): string => {
  const { webhooks: words } = catalogue(language);
  return own ? words.own.title : words.title;
};

/** What stands above one of them: the list, and of somebody's own the plan. */
const crumbsAbove = (frame: WebhooksFrame) => [
  ...(frame.own ? [{ title: frame.own.planTitle, path: frame.own.planPath }] : []),
  { title: titleOf(frame), path: frame.base },
];

const typesWords = ({ types }: ShownWebhook, { language }: Frame): Child =>
  types.length === 0
    ? catalogue(language).webhooks.allTypes
    : types.map((type, index) => [index === 0 ? '' : ', ', typeName(type)]);

/** Names of events are those of programs, and the same in every language. */
const typeName = (type: string): Html => <code>{type}</code>;

function stateTag({ off }: ShownWebhook, { language }: Frame): Html {
  const words = catalogue(language).webhooks;
  if (!off) return tag(words.on, 'success');
  return tag(words.off[off.because], off.because === 'person' ? undefined : 'error');
}

interface NewView {
  readonly frame: WebhooksFrame;
  /** Every type that may be chosen; none where there is no choice. */
  readonly types: readonly string[];
  readonly typed: { readonly url: string; readonly types: readonly string[] };
  readonly problem: { readonly field: 'url' | 'types'; readonly words: RefusalWords } | undefined;
}

/** The form by which a webhook is made. */
export function newWebhookPage({ frame, types, typed, problem }: NewView): string {
  const { language, base } = frame;
  const { webhooks: words, admin } = catalogue(language);
  const { add } = words;
  const error = problem && `${problem.words.message} ${problem.words.advice}`;
  const errorAt = (name: string): string | undefined => (problem?.field === name ? error : undefined);
  return page({
    ...frame,
    title: add.title,
    hasErrors: error !== undefined,
    crumbs: crumbsAbove(frame),
    children: (
      <>
        {errorSummary(problem && error ? [{ name: problem.field, error }] : [], language)}
        <p>{frame.own ? words.own.addAbout : add.about}</p>
        {postForm({
          action: `${base}/new`,
          children: (
            <>
              {textField({
                ...{ language, name: 'url', label: add.url, hint: add.urlHint, value: typed.url },
                ...{ error: errorAt('url'), type: 'url', lengthMax: 2000, spellcheck: false },
              })}
              {types.length > 0 &&
                checkboxField({
                  ...{ language, name: 'types', label: add.types, hint: add.typesHint, chosen: typed.types },
                  ...{ error: errorAt('types'), isOptional: true },
                  choices: types.map((value) => ({ value, label: typeName(value) })),
                })}
              {buttonRow([{ label: add.button }], [{ label: admin.cancel, path: base }])}
            </>
          ),
        })}
      </>
    ),
  });
}

/** The only page that ever shows a secret. */
export function webhookSecretPage(
  frame: WebhooksFrame,
  { secret, webhookId, hours }: { secret: string; webhookId: string; hours: number | undefined },
): string {
  const { language, base } = frame;
  const words = catalogue(language).webhooks;
  return page({
    ...frame,
    title: hours === undefined ? words.secret.made : words.secret.renewed,
    crumbs: crumbsAbove(frame),
    children: (
      <>
        {confirmation({ title: words.secret.about, children: <p class="token">{secret}</p> })}
        {hours !== undefined && <p>{words.secret.overlap({ hours })}</p>}
        <p>
          <a href={`${base}/${webhookId}`}>{words.deliveries.title}</a>
        </p>
      </>
    ),
  });
}

interface OneView {
  readonly frame: WebhooksFrame;
  readonly webhook: ShownWebhook;
  readonly deliveries: readonly ShownDelivery[];
  readonly done: string | undefined;
  /** A further secret was asked for, and has to wait. */
  readonly isTooSoon: boolean;
  readonly since: {
    readonly date: string;
    readonly time: string;
    readonly problem: RefusalWords | undefined;
  };
}

/** One webhook: how it stands, what may be done with it, and what was sent to it lately. */
export function webhookPage({ frame, webhook, deliveries, done, isTooSoon, since }: OneView): string {
  const { language, base, timeZone, readerZone } = frame;
  const words = catalogue(language).webhooks;
  const path = `${base}/${webhook.webhookId}`;
  const error = since.problem && `${since.problem.message} ${since.problem.advice}`;
  const clocks = clocksOf(timeZone, readerZone);
  const notYet = webhook.old && words.rotate.notYet({ at: webhook.old.until, timeZone: clocks });
  return page({
    ...frame,
    title: URL.parse(webhook.url)?.host ?? webhook.url,
    isWide: true,
    hasErrors: error !== undefined,
    crumbs: crumbsAbove(frame),
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'since', error }], language)}
        {done !== undefined && notice({ kind: 'success', language, title: done })}
        {isTooSoon && notYet !== undefined && notice({ kind: 'error', language, title: notYet })}
        {summaryList([
          { name: words.columns.url, value: webhook.url },
          { name: words.columns.types, value: typesWords(webhook, frame) },
          { name: words.columns.state, value: stateTag(webhook, frame) },
        ])}
        {webhook.off && <p>{words.offSince({ at: webhook.off.at, timeZone: clocks })}</p>}
        {webhook.old && <p>{words.overlapUntil({ at: webhook.old.until, timeZone: clocks })}</p>}
        {deliveriesPart(frame, path, deliveries)}
        {buttonPart('turn', webhook.off ? words.turnOn : words.turnOff, `${path}/turn`, {
          to: webhook.off ? 'on' : 'off',
        })}
        <section aria-labelledby="again">
          <h2 id="again">{words.since.title}</h2>
          <p>{words.since.about}</p>
          {postForm({
            action: `${path}/again`,
            children: (
              <>
                {momentField({
                  ...{ language, name: 'since', label: words.since.label, error, timeZone },
                  ...{ date: since.date, time: since.time },
                })}
                {buttonRow([{ label: words.since.button, kind: 'plain' }])}
              </>
            ),
          })}
        </section>
        {notYet === undefined ? (
          buttonPart('secret', words.rotate, `${path}/secret`, {})
        ) : (
          <section aria-labelledby="secret">
            <h2 id="secret">{words.rotate.title}</h2>
            <p>{notYet}</p>
          </section>
        )}
        {frame.own && buttonPart('end', words.own.end, `${path}/end`, {})}
      </>
    ),
  });
}

const buttonPart = (
  id: string,
  { title, about, button }: { title: string; about: string; button: string },
  action: string,
  hidden: Readonly<Record<string, string>>,
): Html => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <p>{about}</p>
    {postForm({ action, hidden, children: buttonRow([{ label: button, kind: 'plain' }]) })}
  </section>
);

function deliveriesPart(
  { language, timeZone, readerZone }: WebhooksFrame,
  path: string,
  deliveries: readonly ShownDelivery[],
): Html {
  const { deliveries: words, columns, states, ofCase, ofPlan } = catalogue(language).webhooks;
  const KINDS = { waiting: 'info', delivered: 'success', failed: 'error' } as const;
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{words.title}</h2>
      {deliveries.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [
            ...[columns.type, columns.about, columns.queued, columns.state],
            ...[columns.attempts, columns.next, words.repeat],
          ].map((title) => ({ title })),
          rows: deliveries.map((one) => [
            typeName(one.type),
            one.caseId === '' ? ofPlan : ofCase(one),
            whenPart({ at: one.queuedAt, timeZone, readerZone, language }),
            tag(
              one.reason === undefined ? states[one.state] : `${states[one.state]} (${one.reason})`,
              KINDS[one.state],
            ),
            String(one.attempts),
            one.nextAt === undefined ? '' : whenPart({ at: one.nextAt, timeZone, readerZone, language }),
            one.state === 'waiting'
              ? ''
              : postForm({
                  action: `${path}/deliveries/${one.deliveryId}/again`,
                  children: (
                    <button type="submit" class="as-link">
                      {words.repeat}
                      <span class="only-read-out">: {typeName(one.type)}</span>
                    </button>
                  ),
                }),
          ]),
        })
      )}
    </section>
  );
}
