import type { Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type {
  CallAwaits,
  CallOutcome,
  TelephoneProblem,
  TelephoneState,
} from '../../core/message/portal/telephones.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textArea, textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { followed, notice, region } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

interface HeardLine {
  readonly by: 'ladder' | 'me' | 'other';
  readonly how: 'said' | 'pressed' | 'spoken';
  readonly text: string;
  readonly language: Language | undefined;
}

interface ShownCall {
  readonly isIncoming: boolean;
  readonly other: string;
  readonly outcome: CallOutcome | undefined;
  readonly isByMachine: boolean;
  readonly awaits: CallAwaits;
  readonly typed: string;
  readonly startedAt: Instant;
  readonly lines: readonly HeardLine[];
}

interface ShownText {
  readonly isIncoming: boolean;
  readonly body: string;
  readonly at: Instant;
  readonly isLost: boolean;
}

interface TelephoneView extends Frame {
  readonly base: string;
  readonly list: string;
  readonly number: string;
  readonly ladder: string;
  /** Whose it is, where that is known. */
  readonly name: string | undefined;
  readonly state: TelephoneState;
  readonly current: ShownCall | undefined;
  readonly calls: readonly ShownCall[];
  readonly texts: readonly ShownText[];
  readonly timeZone: string;
  /** Why what was asked for was not done. */
  readonly problem: { readonly field: TelephoneField | undefined; readonly is: TelephoneProblem } | undefined;
  /** Where links in texts may lead. */
  readonly site: string;
}

export type TelephoneField = 'body' | 'keys' | 'spoken';

const AGAIN_SECONDS = 2;
/** What a carrier takes at once. */
export const TEXT_MAX = 1_600;
export const SPOKEN_MAX = 1_000;
export const KEYS_MAX = 32;

/** A telephone in the hand of whoever looks: what rings, what is said, keys, words, and texts. */
export function telephonePage(view: TelephoneView): string {
  const { language, base, list, problem } = view;
  const words = catalogue(language).telephones;
  const error = problem && words.problems[problem.is];
  return page({
    ...view,
    title: words.one.title({ name: view.name }),
    crumbs: [
      { title: catalogue(language).pages.outbox.title, path: '/outbox' },
      { title: words.title, path: list },
    ],
    hasErrors: error !== undefined,
    children: (
      <>
        {error !== undefined &&
          (problem?.field
            ? errorSummary([{ name: problem.field, error }], language)
            : notice({ kind: 'warning', language, title: error }))}
        <p>{words.one.about(view)}</p>
        {followed({
          againSeconds: AGAIN_SECONDS,
          told: toldOf(view),
          path: base,
          language,
          children: (
            <>
              {region('call', callPart(view))}
              <h2>{words.one.texts}</h2>
              {region('texts', textsPart(view))}
              {textForm(view)}
              {region('calls', view.calls.length > 0 && callsBefore(view))}
            </>
          ),
        })}
      </>
    ),
  });
}

/** How it stands, and what was said since one last did something: said aloud when it is new. */
function toldOf(view: TelephoneView): string {
  const lines = view.current?.lines ?? [];
  const last = lines.findLastIndex(({ by }) => by === 'me');
  const since = lines.slice(last + 1).map(({ text }) => text);
  const texts = view.texts.slice(-1).map(({ body }) => body);
  return [standing(view), ...since, ...texts].join(' ');
}

function standing({ state, current, ladder, language }: TelephoneView): string {
  const { one } = catalogue(language).telephones;
  const other = current?.other ?? ladder;
  switch (state) {
    case 'quiet':
      return one.quiet;
    case 'rings':
      return one.rings({ from: other });
    case 'calls':
      return one.calls({ to: other });
    case 'talks':
      return [one.talks({ other }), one.awaits[current?.awaits ?? 'nothing']].join(' ').trim();
  }
}

function callPart(view: TelephoneView): Html {
  const { current, state, base, language } = view;
  const { one } = catalogue(language).telephones;
  return (
    <>
      <p class="telephone-standing">
        <strong>{standing(view)}</strong>{' '}
        <noscript>
          <a href={base}>{one.again}</a>
        </noscript>
      </p>
      {state === 'quiet' && buttons(`${base}/call`, one.call)}
      {state === 'rings' &&
        postForm({
          action: `${base}/answer`,
          children: buttonRow([
            { label: one.answer },
            { label: one.voicemail, kind: 'plain', action: `${base}/voicemail` },
            { label: one.turnAway, kind: 'plain', action: `${base}/turn-away` },
          ]),
        })}
      {current && state === 'talks' && (
        <>
          <h2>{one.heard}</h2>
          {heard(current, language)}
          {current.typed !== '' && <p>{one.typed({ keys: current.typed })}</p>}
          {keypad(view)}
          {speakForm(view)}
        </>
      )}
      {(state === 'talks' || state === 'calls') && buttons(`${base}/hang-up`, one.hangUp, 'grave')}
    </>
  );
}

const buttons = (action: string, label: string, kind: 'main' | 'grave' = 'main'): Html =>
  postForm({ action, children: buttonRow([{ label, kind }]) });

function heard({ lines, isByMachine }: ShownCall, language: Language): Html {
  const { one } = catalogue(language).telephones;
  return (
    <>
      {isByMachine && <p class="quiet">{one.machine}</p>}
      {lines.length === 0 ? (
        <p>{one.heardNothing}</p>
      ) : (
        <ol class="spoken">
          {lines.map((line) => (
            <li class={line.by === 'me' ? 'mine' : undefined}>
              <span class="spoken-by">{one.by[line.by]}:</span>{' '}
              {line.how === 'pressed' ? (
                one.pressed({ keys: line.text })
              ) : (
                <span lang={line.language}>{line.text}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

function keypad({ base, language, problem }: TelephoneView): Html {
  const words = catalogue(language).telephones;
  const error = problem?.field === 'keys' ? words.problems[problem.is] : undefined;
  return (
    <>
      {postForm({
        action: `${base}/press`,
        children: (
          <fieldset>
            <legend>{words.one.keypad}</legend>
            <div class="keypad">
              {KEYS.map((key) => (
                <button type="submit" class="plain" name="key" value={key}>
                  {key}
                </button>
              ))}
            </div>
          </fieldset>
        ),
      })}
      {postForm({
        action: `${base}/press`,
        children: (
          <>
            {textField({
              ...{ language, name: 'keys', label: words.one.keys, hint: words.one.keysHint, error },
              ...{ width: 'medium', inputmode: 'tel', lengthMax: KEYS_MAX },
            })}
            {buttonRow([{ label: words.one.press, kind: 'plain' }])}
          </>
        ),
      })}
    </>
  );
}

function speakForm({ base, language, problem }: TelephoneView): Html {
  const words = catalogue(language).telephones;
  const error = problem?.field === 'spoken' ? words.problems[problem.is] : undefined;
  return postForm({
    action: `${base}/speak`,
    children: (
      <>
        {textArea({
          ...{ language, name: 'spoken', label: words.one.speak, hint: words.one.speakHint, error },
          ...{ rows: 3, lengthMax: SPOKEN_MAX },
        })}
        {buttonRow([
          { label: words.one.say },
          { label: words.one.sayAndHangUp, kind: 'plain', name: 'then', value: 'hang-up' },
        ])}
      </>
    ),
  });
}

function textsPart({ texts, timeZone, readerZone, language, site }: TelephoneView): Html {
  const { one } = catalogue(language).telephones;
  if (texts.length === 0) return <p>{one.noTexts}</p>;
  return (
    <ol class="spoken texts">
      {texts.map(({ isIncoming, body, at, isLost }) => (
        <li class={isIncoming ? undefined : 'mine'}>
          <span class="spoken-by">
            {isIncoming ? 'Ladder' : one.by.me}, {whenPart({ at, timeZone, readerZone, language })}
            {isLost && `, ${one.lost}`}
          </span>
          <span class="spoken-text">{linked(body, site)}</span>
        </li>
      ))}
    </ol>
  );
}

/** A telephone makes addresses of this installation links. */
function linked(body: string, site: string): readonly Child[] {
  return body
    .split(/(https?:\/\/\S+)/)
    .map((piece) => (piece.startsWith(`${site}/`) ? <a href={piece}>{piece}</a> : piece));
}

function textForm({ base, language, problem }: TelephoneView): Html {
  const words = catalogue(language).telephones;
  const error = problem?.field === 'body' ? words.problems[problem.is] : undefined;
  return postForm({
    action: `${base}/text`,
    children: (
      <>
        {textArea({
          ...{ language, name: 'body', label: words.one.text, hint: words.one.textHint, error },
          ...{ rows: 3, lengthMax: TEXT_MAX },
        })}
        {buttonRow([{ label: words.one.send }])}
      </>
    ),
  });
}

function callsBefore({ calls, timeZone, readerZone, language }: TelephoneView): Html {
  const { one } = catalogue(language).telephones;
  return (
    <section>
      <h2>{one.before}</h2>
      {calls.map((call, at) => {
        const summary = (
          <>
            {call.isIncoming ? one.fromLadder : one.toLadder},{' '}
            {whenPart({ at: call.startedAt, timeZone, readerZone, language })}
            {call.outcome && `: ${one.outcomes[call.outcome]}`}
          </>
        );
        // A call that nobody took has nothing to open.
        if (call.lines.length === 0) return <p>{summary}</p>;
        return (
          <details open={at === 0}>
            <summary>{summary}</summary>
            {heard(call, language)}
          </details>
        );
      })}
    </section>
  );
}
