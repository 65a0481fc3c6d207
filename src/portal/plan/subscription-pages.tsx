import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';
import { languageField } from '../parts/language-field.tsx';
import { confirmation } from '../parts/notices.tsx';

/** What the page of a plan offers its reader: to ask for it by an address, or, of somebody of the contract, by one button. */
export interface SubscriptionOffer {
  readonly is: 'anybody' | 'off' | 'on' | 'noAddress';
  /** How many are told; for those who answer for the plan. */
  readonly count: number | undefined;
  /** Where somebody of the contract has programs of their own told. */
  readonly webhooksPath: string | undefined;
}

/** The part of a plan's page that offers to tell of changes. */
export function subscriptionPart(
  { is, count, webhooksPath }: SubscriptionOffer,
  path: string,
  language: Language,
): Html {
  const { subscription, webhooks } = catalogue(language);
  const { offer } = subscription;
  return (
    <section class="no-print" aria-labelledby="told">
      <h2 id="told">{offer.title}</h2>
      <p>{is === 'on' ? offer.on : is === 'noAddress' ? offer.noAddress : offer.about}</p>
      {is === 'anybody' && <p>{linkButton({ label: offer.button, path, kind: 'plain' })}</p>}
      {is === 'off' &&
        postForm({ action: path, children: buttonRow([{ label: offer.button, kind: 'plain' }]) })}
      {is === 'on' &&
        postForm({ action: `${path}/end`, children: buttonRow([{ label: offer.end, kind: 'plain' }]) })}
      {webhooksPath !== undefined && (
        <p>
          <a href={webhooksPath}>{webhooks.own.offer}</a>
        </p>
      )}
      {count !== undefined && <p class="quiet">{offer.count({ count })}</p>}
    </section>
  );
}

interface AskView {
  readonly frame: Frame;
  readonly contractTitle: string;
  readonly planPath: string;
  readonly typed: { readonly email: string; readonly language: string };
  readonly problem: RefusalWords | undefined;
}

/** Asks for an address, in words that say what becomes of it. */
export function askSubscriptionPage({ frame, contractTitle, planPath, typed, problem }: AskView): string {
  const { language } = frame;
  const { offer, form } = catalogue(language).subscription;
  const error = problem && `${problem.message} ${problem.advice}`;
  return page({
    ...frame,
    title: offer.button,
    hasErrors: error !== undefined,
    crumbs: [{ title: contractTitle, path: planPath }],
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'email', error }], language)}
        <p>{form.about({ contractTitle })}</p>
        {postForm({
          action: `${planPath}/subscribe`,
          children: (
            <>
              {textField({
                ...{ language, name: 'email', label: form.email, hint: form.emailHint, error },
                ...{ value: typed.email, type: 'email', autocomplete: 'email', spellcheck: false },
              })}
              {languageField({ language, label: form.language, chosen: typed.language })}
              {buttonRow([{ label: form.button }])}
            </>
          ),
        })}
      </>
    ),
  });
}

/** After an address was given: the same for each, known or not. */
export function askedSubscriptionPage(frame: Frame, planPath: string): string {
  const { asked, toPlan } = catalogue(frame.language).subscription;
  const { outbox } = catalogue(frame.language).signIn.sent;
  return page({
    ...frame,
    title: asked.title,
    children: (
      <>
        <p>{asked.about}</p>
        {frame.isDemonstration && (
          <p>
            <a href="/outbox">{outbox}</a>
          </p>
        )}
        <p>
          <a href={planPath}>{toPlan}</a>
        </p>
      </>
    ),
  });
}

interface LinkView {
  readonly frame: Frame;
  readonly contractTitle: string;
  readonly formPath: string;
}

/** Behind the link that proves an address: only the button does. */
export function provePage({
  frame,
  contractTitle,
  formPath,
  email,
}: LinkView & { readonly email: string }): string {
  const { prove } = catalogue(frame.language).subscription;
  return page({
    ...frame,
    title: prove.title,
    children: (
      <>
        <p>{prove.about({ contractTitle, email })}</p>
        {postForm({ action: formPath, children: buttonRow([{ label: prove.button }]) })}
      </>
    ),
  });
}

/** Behind the link of every letter: only the button ends it. */
export function endPage({ frame, contractTitle, formPath }: LinkView): string {
  const { end } = catalogue(frame.language).subscription;
  return page({
    ...frame,
    title: end.title,
    children: (
      <>
        <p>{end.about({ contractTitle })}</p>
        {postForm({ action: formPath, children: buttonRow([{ label: end.button }]) })}
      </>
    ),
  });
}

/** What was done by a link, and the way to the plan. */
export function subscriptionDonePage(
  frame: Frame,
  done: 'proved' | 'ended',
  { contractTitle, planPath }: { readonly contractTitle: string; readonly planPath: string },
): string {
  const words = catalogue(frame.language).subscription;
  const { title, about } = words[done];
  return page({
    ...frame,
    title,
    children: (
      <>
        {confirmation({ title, children: <p>{about({ contractTitle })}</p> })}
        <p>
          <a href={planPath}>{words.toPlan}</a>
        </p>
      </>
    ),
  });
}

/** A link that does nothing any more. */
export function deadSubscriptionPage(frame: Frame, link: 'prove' | 'end'): string {
  const { dead } = catalogue(frame.language).subscription[link];
  return page({ ...frame, title: dead.title, children: <p>{dead.about}</p> });
}
