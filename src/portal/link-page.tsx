import type { CaseState, OpenState } from '../core/case/state.ts';
import { waitingFor } from '../core/case/waiting-for.ts';
import { caseSentences, contextFor, type RefusalWords } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { MailAction, MailLink } from '../core/message/mail.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import type { Html } from '../render/jsx-runtime.ts';
import { type Frame, page, problemBox } from './frame.tsx';
import { textArea } from './parts/field.tsx';
import { buttonRow, errorSummary, postForm } from './parts/form.tsx';
import { summaryList } from './parts/lists.tsx';
import { notice } from './parts/notices.tsx';

/** The case as a page about a link shows it. */
interface LinkedCase {
  readonly caseId: string;
  readonly references: readonly string[];
  readonly customerName: string;
  readonly contractTitle: string;
  readonly state: CaseState;
  readonly open: OpenState;
}

export interface LinkView extends Frame {
  /** Where the form goes: the link itself, which stands in no other address. */
  readonly formPath: string;
  readonly action: MailAction | 'confirm';
  readonly level: number | undefined;
  readonly party: Party;
  readonly personName: string;
  /** Undefined where the reader may not see it. */
  readonly about: LinkedCase | undefined;
  readonly heldText: string | undefined;
}

/** What stands on the button and what it does. */
function linkWords({ action, level, party, about, language }: LinkView): MailLink {
  const { mail } = catalogue(language);
  if (action === 'confirm' || !about) return mail.confirm;
  const { customerName, open } = about;
  return mail.actions[action](level, { context: open.revision, audience: party, customerName });
}

/** What the form asks for at most; longer texts are refused. */
const TEXT_MAX = 10_000;

/** The question before anything is done: on whose behalf, about what, and what the button does. */
export function askPage(view: LinkView, asked: { readonly textMissing: boolean }): string {
  const { language } = view;
  const words = catalogue(language).pages.link;
  const { label, says } = linkWords(view);
  const textLabel = words.textLabel[view.action];
  const errors = asked.textMissing ? [{ name: 'text', error: words.textMissing }] : [];
  return page({
    ...view,
    title: label,
    hasErrors: asked.textMissing,
    children: (
      <>
        {errorSummary(errors, language)}
        {view.about && (
          <p>
            {words.behalf({
              name: view.personName,
              party: view.party,
              customerName: view.about.customerName,
            })}
          </p>
        )}
        <p>{says}</p>
        {facts(view)}
        {view.heldText !== undefined && (
          <>
            <h2>{words.yourMail}</h2>
            <blockquote>{view.heldText}</blockquote>
          </>
        )}
        {standsNow(view)}
        {postForm({
          action: view.formPath,
          children: (
            <>
              {textLabel !== undefined &&
                textArea({
                  language,
                  name: 'text',
                  label: textLabel,
                  lengthMax: TEXT_MAX,
                  error: errors[0]?.error,
                  isOptional: view.action === 'respond' ? false : 'unsaid',
                })}
              {buttonRow([{ label }])}
            </>
          ),
        })}
        <p>{words.onlyThen}</p>
      </>
    ),
  });
}

/** What was done, and where the case stands now. */
export function donePage(view: LinkView): string {
  const words = catalogue(view.language).pages.link;
  return page({
    ...view,
    title: `${words.doneTitle}: ${linkWords(view).label}`,
    children: (
      <>
        {notice({ kind: 'success', language: view.language, children: <p>{words.done[view.action]}</p> })}
        {facts(view)}
        {standsNow(view)}
      </>
    ),
  });
}

/** A no of the case, with its reasons. */
export function notDonePage(view: LinkView, refusal: RefusalWords, typed: string): string {
  const words = catalogue(view.language).pages.link;
  return page({
    ...view,
    title: `${words.notDone}: ${linkWords(view).label}`,
    children: (
      <>
        {problemBox(refusal)}
        {typed !== '' && (
          <>
            <h2>{words.textLabel[view.action]}</h2>
            <blockquote>{typed}</blockquote>
          </>
        )}
        {facts(view)}
        {standsNow(view)}
        {view.about && freshForm(view)}
      </>
    ),
  });
}

/** Why a link does nothing any more, where the case stands, and how to get one that works. */
export function deadPage(view: LinkView, why: 'used' | 'passed' | 'expired' | 'unseen'): string {
  const { message, advice } = catalogue(view.language).pages.link.dead[why];
  return page({
    ...view,
    title: message.replace(/\.$/, ''),
    children: (
      <>
        <p>{advice}</p>
        {facts(view)}
        {standsNow(view)}
        {view.about && freshForm(view)}
      </>
    ),
  });
}

function freshForm({ formPath, language }: LinkView): Html {
  const words = catalogue(language).pages.link;
  return postForm({
    action: `${formPath}/fresh`,
    children: (
      <>
        <p>{words.freshOffer}</p>
        {buttonRow([{ label: words.freshButton, kind: 'plain' }])}
      </>
    ),
  });
}

function facts({ about, language }: LinkView): Html | undefined {
  if (!about) return undefined;
  const names = catalogue(language).mail.facts;
  return summaryList([
    { name: names.case, value: about.caseId },
    { name: names.references, value: about.references.join(', ') },
    { name: names.customer, value: about.customerName },
    { name: names.contract, value: about.contractTitle },
    { name: names.track, value: about.open.track.title },
  ]);
}

function standsNow({ about, language, readerZone }: LinkView): Html | undefined {
  if (!about) return undefined;
  const all = catalogue(language);
  return (
    <>
      <h2>{all.pages.link.stands}</h2>
      <p>
        {caseSentences(all.case, contextFor(about.open.revision, readerZone)).waiting(
          waitingFor(about.state),
        )}
      </p>
    </>
  );
}
