import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { carrierReason } from '../../core/message/portal/carriers.ts';
import type { Means } from '../../core/plan/format/schema-routes.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { summaryList, table } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import { type AdminFrame, adminPage, section } from './admin-frame.tsx';

interface News {
  readonly doneAt: Instant | undefined;
  readonly failedAt: Instant | undefined;
  readonly reason: string | undefined;
}

type CarrierName = 'mailOut' | 'mailIn' | 'mailbox' | 'heartbeat' | 'texts' | 'calls';

/** What came of a test mail. */
type Tested =
  | { readonly is: 'handedOver'; readonly said: string }
  | { readonly is: 'failed'; readonly reason: string; readonly said: string | undefined }
  | { readonly is: 'outbox'; readonly path: string }
  | { readonly is: 'busy' };

interface CarriersView extends Frame {
  /** The page of the installation. */
  readonly base: string;
  readonly timeZone: string;
  readonly settings: {
    readonly mailOut:
      | {
          readonly host: string;
          readonly port: number;
          readonly encrypted: 'always' | 'offered' | 'never';
          readonly signsIn: boolean;
          readonly from: string;
        }
      | undefined;
    readonly mailIn:
      | {
          readonly host: string;
          readonly port: number;
          readonly domain: string;
          readonly offersTls: boolean;
        }
      | undefined;
    readonly mailbox:
      | {
          readonly host: string;
          readonly port: number;
          readonly encrypted: 'always' | 'never';
          readonly user: string;
          readonly folder: string;
          readonly domain: string;
        }
      | undefined;
    readonly texts:
      | { readonly host: string; readonly number: string | undefined; readonly perMinute: number }
      | undefined;
    readonly calls:
      | { readonly host: string; readonly number: string; readonly perMinute: number }
      | undefined;
    readonly heartbeat: { readonly host: string } | undefined;
  };
  /** Of those that were ever used. */
  readonly news: ReadonlyMap<CarrierName, News>;
  /** Messages that nobody has taken yet. */
  readonly waiting: number;
  /** Of whoever looks, for a mail to themselves. */
  readonly email: string;
  readonly testPath: string;
  readonly tested: Tested | undefined;
  readonly text: TextTrial;
  /** Of a demonstration, where its telephones are. */
  readonly telephonesPath: string | undefined;
}

/** A text by which the carrier of texts is tried. */
interface TextTrial {
  readonly path: string;
  /** As it was typed. */
  readonly number: string;
  readonly isNumber: boolean;
  readonly tested: Exclude<Tested, { is: 'outbox' }> | undefined;
}

/** What carries messages of an installation, how it did, and a mail to try it by. */
export function carriersPage(view: CarriersView): string {
  const { language, isDemonstration, tested, settings } = view;
  const { installation, carriers: words } = catalogue(language).admin;
  return page({
    ...view,
    title: words.title,
    crumbs: [{ title: installation.title, path: view.base }],
    children: (
      <>
        {tested && testedPart(tested, view)}
        {view.text.tested && textTested(view.text.tested, view)}
        <p>{words.about}</p>
        {isDemonstration && notice({ kind: 'info', language, title: words.demonstration })}
        {section('mail-out', words.mailOut.title, mailOut(view))}
        {(settings.mailIn !== undefined || settings.mailbox === undefined) &&
          section('mail-in', words.mailIn.title, mailIn(view))}
        {section('mailbox', words.mailbox.title, mailbox(view))}
        {section('texts', words.texts.title, isDemonstration ? ofItsOwn('texts', view) : texts(view))}
        {section('calls', words.calls.title, isDemonstration ? ofItsOwn('calls', view) : calls(view))}
        {section('heartbeat', words.heartbeat.title, heartbeat(view))}
      </>
    ),
  });
}

function testedPart(tested: Tested, { language, email }: CarriersView): Html {
  const words = catalogue(language).admin.carriers;
  const { test } = words;
  const said = (text: string | undefined): Child =>
    text !== undefined && text !== '' && <p>{test.said({ said: text })}</p>;
  switch (tested.is) {
    case 'handedOver':
      return notice({
        kind: 'success',
        language,
        title: test.handedOver({ email }),
        children: (
          <>
            {said(tested.said)}
            <p>{test.handedOverAbout}</p>
          </>
        ),
      });
    case 'outbox':
      return notice({
        kind: 'success',
        language,
        title: test.outbox,
        children: (
          <p>
            <a href={tested.path}>{test.toOutbox}</a>
          </p>
        ),
      });
    case 'busy':
      return notice({
        kind: 'warning',
        language,
        title: test.busy.message,
        children: <p>{test.busy.advice}</p>,
      });
    case 'failed': {
      const { message, advice } = tested.said === undefined ? test.notReached : test.refused;
      return notice({
        kind: 'error',
        language,
        title: message,
        isUrgent: true,
        children: (
          <>
            <p>{carrierReason(words, tested.reason)}</p>
            {said(tested.said)}
            <p>{advice}</p>
          </>
        ),
      });
    }
  }
}

function mailOut(view: CarriersView): Html {
  const { language, settings, isDemonstration, testPath, email, waiting } = view;
  const { mailOut: about, labels, encrypted, yes, no, test } = catalogue(language).admin.carriers;
  const { mailOut: set } = settings;
  return (
    <>
      {(set !== undefined || !isDemonstration) && <p>{set === undefined ? about.unset : about.about}</p>}
      {summaryList([
        { name: labels.server, value: set && `${set.host}:${set.port}` },
        { name: labels.encrypted, value: set && encrypted[set.encrypted] },
        { name: labels.signsIn, value: set && (set.signsIn ? yes : no) },
        { name: labels.from, value: set?.from },
        ...newsLines('mailOut', view),
        { name: labels.waiting, value: String(waiting) },
      ])}
      <h3>{test.title}</h3>
      <p>{set === undefined ? test.aboutOutbox : test.about({ email })}</p>
      {postForm({ action: testPath, children: buttonRow([{ label: test.button }]) })}
    </>
  );
}

function mailIn(view: CarriersView): Html {
  const { language, settings } = view;
  const { mailIn: about, labels, encrypted } = catalogue(language).admin.carriers;
  const { mailIn: set } = settings;
  if (set === undefined) return <p>{about.unset}</p>;
  return (
    <>
      <p>{about.about}</p>
      {summaryList([
        { name: labels.listens, value: `${set.host}:${set.port}` },
        { name: labels.domain, value: set.domain },
        { name: labels.encrypted, value: set.offersTls ? encrypted.asked : encrypted.unset },
        ...newsLines('mailIn', view),
      ])}
    </>
  );
}

function mailbox(view: CarriersView): Html {
  const { language, settings } = view;
  const { mailbox: about, labels, encrypted } = catalogue(language).admin.carriers;
  const { mailbox: set } = settings;
  if (set === undefined) return <p>{about.unset}</p>;
  return (
    <>
      <p>{about.about}</p>
      {summaryList([
        { name: labels.server, value: `${set.host}:${set.port}` },
        { name: labels.encrypted, value: encrypted[set.encrypted] },
        { name: labels.user, value: set.user },
        { name: labels.folder, value: set.folder },
        { name: labels.domain, value: set.domain },
        ...newsLines('mailbox', view),
      ])}
    </>
  );
}

function textTested(tested: Exclude<Tested, { is: 'outbox' }>, { language, text }: CarriersView): Html {
  const words = catalogue(language).admin.carriers;
  const { testText, test } = words;
  if (tested.is === 'handedOver')
    return notice({
      ...{ kind: 'success', language, title: testText.handedOver({ number: text.number }) },
      children: <p>{testText.handedOverAbout}</p>,
    });
  if (tested.is === 'busy')
    return notice({
      ...{ kind: 'warning', language, title: test.busy.message },
      children: <p>{test.busy.advice}</p>,
    });
  const { message, advice } = tested.said === undefined ? testText.notReached : testText.refused;
  return notice({
    ...{ kind: 'error', language, title: message, isUrgent: true },
    children: (
      <>
        <p>{carrierReason(words, tested.reason)}</p>
        {tested.said !== undefined && tested.said !== '' && <p>{test.said({ said: tested.said })}</p>}
        <p>{advice}</p>
      </>
    ),
  });
}

function texts(view: CarriersView): Html {
  const { language, settings, text } = view;
  const { texts: about, labels, test, testText } = catalogue(language).admin.carriers;
  const { texts: set } = settings;
  if (set === undefined) return <p>{about.unset}</p>;
  const error = text.isNumber ? undefined : testText.notUnderstood({ value: text.number }).message;
  return (
    <>
      <p>{about.about}</p>
      {summaryList([
        { name: labels.server, value: set.host },
        { name: labels.number, value: set.number },
        { name: labels.perMinute, value: String(set.perMinute) },
        ...newsLines('texts', view),
      ])}
      <h3>{test.title}</h3>
      <p>{testText.about}</p>
      {postForm({
        action: text.path,
        children: (
          <>
            {textField({
              ...{ language, name: 'number', label: testText.field, hint: testText.hint, error },
              ...{ value: text.number, type: 'tel', autocomplete: 'tel', lengthMax: 40, width: 'medium' },
            })}
            {buttonRow([{ label: testText.button }])}
          </>
        ),
      })}
    </>
  );
}

/** What a demonstration brings to its own telephones, which a visitor may take into the hand. */
function ofItsOwn(carrier: 'texts' | 'calls', view: CarriersView): Html {
  const { language, telephonesPath } = view;
  const { admin, telephones } = catalogue(language);
  return (
    <>
      <p>{admin.carriers.ownTelephones}</p>
      {summaryList(newsLines(carrier, view))}
      {telephonesPath !== undefined && (
        <p>
          <a href={telephonesPath}>{telephones.link}</a>
        </p>
      )}
    </>
  );
}

function calls(view: CarriersView): Html {
  const { language, settings } = view;
  const { calls: about, labels } = catalogue(language).admin.carriers;
  const { calls: set } = settings;
  if (set === undefined) return <p>{about.unset}</p>;
  return (
    <>
      <p>{about.about}</p>
      {summaryList([
        { name: labels.server, value: set.host },
        { name: labels.number, value: set.number },
        { name: labels.perMinute, value: String(set.perMinute) },
        ...newsLines('calls', view),
      ])}
    </>
  );
}

function heartbeat(view: CarriersView): Html {
  const { language, settings } = view;
  const { heartbeat: about, labels } = catalogue(language).admin.carriers;
  const { heartbeat: set } = settings;
  if (set === undefined) return <p>{about.unset}</p>;
  return (
    <>
      <p>{about.about}</p>
      {summaryList([{ name: labels.watcher, value: set.host }, ...newsLines('heartbeat', view)])}
    </>
  );
}

function newsLines(carrier: CarrierName, { language, timeZone, readerZone, news }: CarriersView) {
  const words = catalogue(language).admin.carriers;
  const { labels } = words;
  const { doneAt, failedAt, reason } = news.get(carrier) ?? {};
  const when = (at: Instant | undefined): Child =>
    at === undefined ? words.never : whenPart({ at, timeZone, readerZone, language });
  return [
    { name: labels.lastDone, value: when(doneAt) },
    { name: labels.lastFailed, value: when(failedAt) },
    { name: labels.why, value: reason !== undefined && carrierReason(words, reason) },
  ];
}

interface CarriedView {
  readonly frame: AdminFrame;
  readonly carried: readonly {
    readonly means: Exclude<Means, 'portal'>;
    readonly lastDeliveredAt: Instant | undefined;
    readonly lastFailedAt: Instant | undefined;
    readonly lastReason: string | undefined;
    readonly waiting: number;
    readonly waitingReason: string | undefined;
  }[];
  readonly answered: { readonly lastTakenAt: Instant | undefined; readonly lastHeldAt: Instant | undefined };
}

/** How messages of one contract went out, and answers came in. */
export function carriedPage({ frame, carried, answered }: CarriedView): string {
  const { language, timeZone, readerZone, isDemonstration } = frame;
  const { carriers: words, parts } = catalogue(language).admin;
  const { labels, ofContract } = words;
  const when = (at: Instant | undefined): Child =>
    at === undefined ? words.never : whenPart({ at, timeZone, readerZone, language });
  const why = (reason: string | undefined): Child =>
    reason === undefined ? '–' : carrierReason(words, reason);
  const isAnswered = answered.lastTakenAt !== undefined || answered.lastHeldAt !== undefined;
  return adminPage({
    frame,
    title: parts.carriers.title,
    isWide: true,
    children: (
      <>
        <p>{isDemonstration ? words.demonstration : ofContract.keeper}</p>
        {section(
          'out',
          ofContract.out,
          carried.length === 0 ? (
            <p>{ofContract.noneOut}</p>
          ) : (
            <>
              <p>{ofContract.outAbout}</p>
              {table({
                caption: ofContract.out,
                isCaptionHidden: true,
                columns: [
                  { title: labels.means },
                  { title: labels.lastDone },
                  { title: labels.lastFailed },
                  { title: labels.why },
                  { title: labels.waiting, isNumber: true },
                  { title: labels.waitingWhy },
                ],
                rows: carried.map((one) => [
                  words.means[one.means],
                  when(one.lastDeliveredAt),
                  when(one.lastFailedAt),
                  why(one.lastReason),
                  String(one.waiting),
                  why(one.waitingReason),
                ]),
              })}
            </>
          ),
        )}
        {section(
          'in',
          ofContract.in,
          isAnswered ? (
            <>
              <p>{ofContract.inAbout}</p>
              {summaryList([
                { name: labels.lastTaken, value: when(answered.lastTakenAt) },
                { name: labels.lastHeld, value: when(answered.lastHeldAt) },
              ])}
            </>
          ) : (
            <p>{ofContract.noneIn}</p>
          ),
        )}
      </>
    ),
  });
}
