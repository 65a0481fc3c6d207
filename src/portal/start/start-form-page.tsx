import type { StartView } from '../../app/views/start/start-view.ts';
import { type Instant, parseLocal } from '../../core/instant.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { emergencyBlocks } from '../../render/publication/emergency-block.ts';
import { type Frame, page, problemBox } from '../frame.tsx';
import { byMailPart } from '../held-mails/by-mail-part.tsx';
import { checkbox, radioField } from '../parts/choices.tsx';
import { textArea } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { momentField } from '../parts/moment-field.tsx';
import { blocksHtml, NO_PLACES } from '../plan/paper-html.tsx';
import { type ByTelephone, byTelephonePart } from './by-telephone-part.tsx';

/** What was typed into the form, as it was typed. */
export interface TypedStart {
  readonly customer: string;
  readonly reporter: string;
  readonly track: string;
  readonly text: string;
  /** Whether the contractor is told by this form, or was told before. */
  readonly told: '' | 'now' | 'earlier';
  readonly date: string;
  readonly time: string;
  /** Of a time that the clocks show twice: which of the two. */
  readonly which: '' | 'first' | 'second';
  readonly references: string;
  readonly automatic: '' | 'yes' | 'no';
  readonly practice: boolean;
}

/** What is wrong with one field, in words. */
export interface StartTrouble {
  readonly name: string;
  readonly error: string;
}

/** When the contractor was told first, as it was stated. */
export interface StatedMoment {
  readonly at: Instant;
  /** The clocks skip the time that was typed, and this one is taken. */
  readonly isMoved: boolean;
}

interface StartFormView extends Frame {
  readonly start: StartView;
  readonly typed: TypedStart;
  /** Sent twice under the same key, a form opens one case. */
  readonly key: string;
  readonly troubles: readonly StartTrouble[];
  /** Track by track the address that opens a case as well. */
  readonly byMail: readonly { readonly title: string; readonly address: string }[];
  /** How it is opened by telephone; undefined where no carrier brings calls. */
  readonly byTelephone: ByTelephone | undefined;
  /** A no of the whole. */
  readonly refused: RefusalWords | undefined;
}

const TEXT_MAX = 20_000;

export const startPath = ({ contract }: Pick<StartView, 'contract'>): string =>
  `/contracts/${encodeURIComponent(contract)}/start`;

/** What happened, on which track, and since when: one page of questions, none of them asked again. */
export function startFormPage(view: StartFormView): string {
  const { start, language, troubles, refused, key } = view;
  const words = catalogue(language).startPage.form;
  const { customer, isOnBehalf, customers } = start;
  const customerName = customer?.name ?? '';
  return page({
    ...view,
    title: isOnBehalf ? words.titleOnBehalf({ customerName }) : words.title,
    caption: customers.length > 1 || isOnBehalf ? customerName : start.contractTitle,
    hasErrors: troubles.length > 0,
    children: (
      <>
        {blocksHtml(emergencyBlocks(start.written, language), { language, places: NO_PLACES })}
        {refused && problemBox(refused)}
        {errorSummary(troubles, language)}
        <p>{words.about}</p>
        {byMailPart(view.byMail, language)}
        {byTelephonePart(view.byTelephone, language)}
        {isOnBehalf && (
          <p>
            <a href={startPath(start)}>{words.other}</a>
          </p>
        )}
        {postForm({
          action: startPath(start),
          hidden: { key, customer: customer?.customerId },
          children: fields(view),
        })}
      </>
    ),
  });
}

function fields(view: StartFormView): Html {
  const { start, typed, language } = view;
  const words = catalogue(language).startPage.form;
  return (
    <>
      {start.isOnBehalf && reporterField(view)}
      {trackField(view)}
      {textArea({
        language,
        name: 'text',
        label: words.text,
        hint: words.textHint,
        value: typed.text,
        lengthMax: TEXT_MAX,
        error: errorOf(view, 'text'),
      })}
      {toldField(view)}
      {textArea({
        language,
        name: 'references',
        label: words.references,
        hint: words.referencesHint,
        value: typed.references,
        rows: 3,
        isOptional: true,
        error: errorOf(view, 'references'),
      })}
      {!start.isOnBehalf && automaticField(view)}
      {checkbox({
        name: 'practice',
        value: 'yes',
        label: words.practice,
        hint: words.practiceHint,
        isChosen: typed.practice,
      })}
      {!start.isOnBehalf && reachPart(view)}
      {buttonRow(
        [{ label: words.check, name: 'step', value: 'check' }],
        [{ label: words.cancel, path: `/contracts/${encodeURIComponent(start.contract)}` }],
      )}
    </>
  );
}

const errorOf = ({ troubles }: StartFormView, name: string): string | undefined =>
  troubles.find((one) => one.name === name)?.error;

function reporterField(view: StartFormView): Html {
  const { start, typed, language } = view;
  const words = catalogue(language).startPage.form;
  return radioField({
    language,
    name: 'reporter',
    label: words.reporter,
    hint: words.reporterHint,
    chosen: typed.reporter,
    error: errorOf(view, 'reporter'),
    choices: start.reporters.map(({ personId, name = personId, title }) => ({
      value: personId,
      label: title === undefined ? name : `${name}, ${title}`,
    })),
  });
}

/** Each track by what it covers, and by examples: its reader need not know the plan. */
function trackField(view: StartFormView): Html {
  const { start, typed, language } = view;
  const { form: words } = catalogue(language).startPage;
  return radioField({
    language,
    name: 'track',
    label: words.track,
    hint: words.trackHint,
    chosen: typed.track,
    error: errorOf(view, 'track'),
    choices: Object.values(start.rules.tracks).map(({ id, title, urgency }) => {
      const { covers, examples = [] } = start.written?.tracks?.[id] ?? {};
      const hint = [
        covers && `${covers}.`,
        examples.length > 0 ? words.examples({ examples }) : undefined,
        urgency === 'high' ? words.urgent : undefined,
      ].filter((part) => part !== undefined && part !== '');
      return { value: id, label: title, ...(hint.length > 0 && { hint: hint.join(' ') }) };
    }),
  });
}

/** Whether this form is the first that the contractor hears of it; otherwise when that was. */
function toldField(view: StartFormView): Html {
  const { start, typed, language } = view;
  const words = catalogue(language).startPage.form;
  const { timeZone } = start.rules;
  return radioField({
    language,
    name: 'told',
    label: words.told,
    hint: words.toldHint,
    chosen: typed.told,
    error: errorOf(view, 'told'),
    choices: [
      { value: 'now', label: words.toldNow },
      {
        value: 'earlier',
        label: words.toldEarlier,
        reveals: (
          <>
            {momentField({
              language,
              name: 'since',
              label: words.toldAt,
              hint: words.toldAtHint,
              timeZone,
              date: typed.date,
              time: typed.time,
              isOptional: 'unsaid',
              error: errorOf(view, 'since'),
            })}
            {whichField(view)}
          </>
        ),
      },
    ],
  });
}

/** Which of two instants is meant, where the clocks showed the time twice: asked only then. */
function whichField(view: StartFormView): Html | undefined {
  const { start, typed, language } = view;
  const words = catalogue(language).startPage.form;
  const { timeZone } = start.rules;
  const local = `${typed.date.trim()}T${typed.time.trim()}`;
  const first = parseLocal(local, timeZone, 'earlier');
  const second = parseLocal(local, timeZone, 'later');
  if (first === undefined || second === undefined || first === second) return undefined;
  if (first !== parseLocal(local, timeZone)) return undefined;
  return radioField({
    language,
    name: 'which',
    label: words.which,
    chosen: typed.which,
    error: errorOf(view, 'which'),
    choices: [
      { value: 'first', label: words.first({ at: first, timeZone: clocksOf(timeZone, view.readerZone) }) },
      { value: 'second', label: words.second({ at: second, timeZone: clocksOf(timeZone, view.readerZone) }) },
    ],
  });
}

function automaticField({ typed, language }: StartFormView): Html {
  const words = catalogue(language).startPage.form;
  return radioField({
    language,
    name: 'automatic',
    label: words.automatic,
    hint: words.automaticHint,
    isOptional: 'unsaid',
    chosen: typed.automatic,
    choices: [
      { value: 'no', label: words.automaticNo },
      { value: 'yes', label: words.automaticYes },
    ],
  });
}

/** How they are reached is known from their account, and not asked again. */
function reachPart({ start: { self }, language }: StartFormView): Html {
  const words = catalogue(language).startPage.form;
  const ways = [self?.email, self?.office, self?.mobile].filter((way) => way !== undefined);
  return (
    <>
      <h2>{words.reach}</h2>
      <p>{ways.length > 0 ? `${words.reachAbout} ${ways.join(', ')}` : words.reachNothing}</p>
      <p>
        <a href="/account">{words.reachChange}</a>
      </p>
    </>
  );
}

/** The form's fields once more, unseen: nothing is lost between one page and the next. */
export const hiddenOf = (typed: TypedStart, key: string): Readonly<Record<string, string>> => ({
  key,
  customer: typed.customer,
  reporter: typed.reporter,
  track: typed.track,
  text: typed.text,
  told: typed.told,
  'since-date': typed.date,
  'since-time': typed.time,
  which: typed.which,
  references: typed.references,
  automatic: typed.automatic,
  practice: typed.practice ? 'yes' : '',
});
