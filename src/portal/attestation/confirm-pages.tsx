import { type Detail, isMeans } from '../../core/attestation/standing.ts';
import type { LiveAttestation } from '../../core/attestation/state.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { checkboxField } from '../parts/choices.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';
import { confirmation, emptyState } from '../parts/notices.tsx';

/** Somebody who confirms, with their details as they are used today. */
export interface Confirming {
  readonly name: string;
  readonly contractTitle: string;
  readonly values: Readonly<Partial<Record<Detail, string | undefined>>>;
  readonly state: LiveAttestation;
}

interface ConfirmView {
  readonly frame: Frame;
  readonly confirming: Confirming;
  /** What is asked for now. */
  readonly details: readonly Detail[];
  readonly formPath: string;
  /** Where one changes one's own details. */
  readonly changePath: string;
  readonly problem: RefusalWords | undefined;
}

/** Each detail with a box of its own; only the button confirms. */
export function confirmPage(view: ConfirmView): string {
  const { frame, confirming, details, formPath, changePath, problem } = view;
  const { language } = frame;
  const { page: words } = catalogue(language).attestation;
  const error = problem && `${problem.message} ${problem.advice}`;
  return page({
    ...frame,
    title: words.title,
    hasErrors: error !== undefined,
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'detail', error }], language)}
        <p>{words.about(confirming)}</p>
        {postForm({
          action: formPath,
          children: (
            <>
              {checkboxField({
                ...{ language, name: 'detail', label: words.legend, chosen: [], error },
                choices: details.map((value) => ({
                  value,
                  label: lineOf(value, view),
                  hint: sinceOf(value, view),
                })),
              })}
              {buttonRow([{ label: words.button }])}
            </>
          ),
        })}
        <p>
          {words.wrong} <a href={changePath}>{words.change}</a>
        </p>
        <p class="quiet">{words.onlyThen}</p>
      </>
    ),
  });
}

function lineOf(detail: Detail, { frame, confirming }: ConfirmView): string {
  const words = catalogue(frame.language).attestation;
  const { levels } = confirming.state.standing;
  if (!isMeans(detail)) return words.reachable({ levels });
  return words.detail({ detail, value: confirming.values[detail] ?? '' });
}

function sinceOf(detail: Detail, { frame, confirming: { state } }: ConfirmView): string | undefined {
  const at = state.confirmed[detail];
  const timeZone = clocksOf(state.standing.timeZone, frame.readerZone);
  return at === undefined ? undefined : catalogue(frame.language).attestation.page.last({ at, timeZone });
}

/** What was confirmed, and what is still open. */
export function confirmedPage(frame: Frame, { open }: LiveAttestation, changePath: string): string {
  const { page: words } = catalogue(frame.language).attestation;
  return page({
    ...frame,
    title: words.doneTitle,
    children: (
      <>
        {confirmation({ title: words.doneTitle, children: <p>{words.done}</p> })}
        {open.length > 0 && (
          <p>
            {words.doneRest} <a href={changePath}>{words.change}</a>
          </p>
        )}
      </>
    ),
  });
}

/** Somebody of whom nothing is to be confirmed. */
export function nothingToConfirmPage(frame: Frame): string {
  const { page: words } = catalogue(frame.language).attestation;
  const { title, about } = words.nothing;
  return page({ ...frame, title: words.title, children: emptyState({ title, children: <p>{about}</p> }) });
}

/** A link that confirms nothing any more, and the way that does. */
export function deadConfirmPage(frame: Frame, why: 'used' | 'passed' | 'expired', path: string): string {
  const { page: words } = catalogue(frame.language).attestation;
  const { message, advice } = words.dead[why];
  const way: Html | false = why !== 'used' && <p>{linkButton({ label: words.signIn, path })}</p>;
  return page({
    ...frame,
    title: message.replace(/\.$/, ''),
    children: (
      <>
        <p>{advice}</p>
        {way}
      </>
    ),
  });
}
