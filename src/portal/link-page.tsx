import type { CaseState, OpenState } from '../core/case/state.ts';
import { waitingFor } from '../core/case/waiting-for.ts';
import { caseSentences, type RefusalWords } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { MailAction, MailLink } from '../core/message/mail.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import type { Html } from '../render/jsx-runtime.ts';
import { type Frame, page, problemBox } from './frame.tsx';

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
  /** Where the form goes: the link itself. */
  readonly path: string;
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

/** The question before anything is done: on whose behalf, about what, and what the button does. */
export function askPage(view: LinkView, asked: { readonly textMissing: boolean }): string {
  const words = catalogue(view.language).pages.link;
  const { label, says } = linkWords(view);
  const textLabel = words.textLabel[view.action];
  return page({
    ...view,
    title: label,
    children: (
      <>
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
        {asked.textMissing && problemBox({ message: words.textMissing, advice: '' })}
        <form method="post" action={view.path} accept-charset="utf-8">
          {textLabel !== undefined && (
            <>
              <label for="text">{textLabel}</label>
              <textarea
                id="text"
                name="text"
                rows="6"
                maxlength="10000"
                required={view.action === 'respond'}
              />
            </>
          )}
          <button type="submit">{label}</button>
        </form>
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
        <p>{words.done[view.action]}</p>
        {facts(view)}
        {standsNow(view)}
      </>
    ),
  });
}

/** A no of the case, with its reasons. */
export function notDonePage(view: LinkView, refusal: RefusalWords): string {
  const words = catalogue(view.language).pages.link;
  return page({
    ...view,
    title: `${words.notDone}: ${linkWords(view).label}`,
    children: (
      <>
        {problemBox(refusal)}
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

function freshForm({ path, language }: LinkView): Html {
  const words = catalogue(language).pages.link;
  return (
    <form method="post" action={`${path}/fresh`}>
      <p>{words.freshOffer}</p>
      <button type="submit" class="plain">
        {words.freshButton}
      </button>
    </form>
  );
}

function facts({ about, language }: LinkView): Html | undefined {
  if (!about) return undefined;
  const names = catalogue(language).mail.facts;
  const rows = [
    [names.case, about.caseId],
    [names.references, about.references.join(', ')],
    [names.customer, about.customerName],
    [names.contract, about.contractTitle],
    [names.track, about.open.track.title],
  ].filter(([, value]) => value !== '');
  return (
    <dl>
      {rows.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

function standsNow({ about, language }: LinkView): Html | undefined {
  if (!about) return undefined;
  const all = catalogue(language);
  return (
    <>
      <h2>{all.pages.link.stands}</h2>
      <p>{caseSentences(all.case, about.open.revision).waiting(waitingFor(about.state))}</p>
    </>
  );
}
