import { ACTS } from '../../app/views/case/acts.ts';
import type { Offer } from '../../app/views/case/offers.ts';
import { caseSentences, contextFor } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { buttonRow, linkButton, postForm } from '../parts/form.tsx';
import { actPath, type CaseView, hiddenOf, subjectOf } from './case-view.ts';

/**
 * Everything this reader can do now. What needs no words is a button; the rest leads to a page of its own, so that
 * nothing typed is lost when this one learns of a change.
 */
export function caseActs(view: CaseView): Html | undefined {
  const { sheet, language } = view;
  const words = catalogue(language).casePage.acts;
  const { offers, reader } = sheet;
  const own = offers.filter(({ onBehalf }) => !onBehalf);
  const behalf = offers.filter(({ onBehalf }) => onBehalf);
  if (reader.party === undefined) return undefined;
  return (
    <section aria-labelledby="case-acts-title" class="case-acts">
      <h2 id="case-acts-title">{words.heading}</h2>
      {own.length === 0 && behalf.length === 0 && <p>{words.none}</p>}
      {own.length > 0 && offered(view, own)}
      {behalf.length > 0 && (
        <>
          <h3>{words.behalf}</h3>
          {offered(view, behalf)}
        </>
      )}
      {notYet(view)}
    </section>
  );
}

/** How many stand open; the others are one press away. */
const FIRST = 4;

/** What turns the case comes first; what is seldom wanted, and what cannot be undone, is folded away. */
function offered(view: CaseView, offers: readonly Offer[]): Html {
  const { more } = catalogue(view.language).casePage.acts;
  const first = offers.filter((offer) => !isSeldom(offer)).slice(0, FIRST);
  const rest = offers.filter((offer) => !first.includes(offer));
  return (
    <>
      <ul class="acts">{first.map((offer, index) => actItem(view, offer, index === 0))}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{more}</summary>
          <ul class="acts">{rest.map((offer) => actItem(view, offer, false))}</ul>
        </details>
      )}
    </>
  );
}

const SELDOM: ReadonlySet<Offer['command']> = new Set([
  ...(['changeTrack', 'proposeTrack', 'moveToRevision', 'proposeRevision', 'withdraw', 'close'] as const),
  ...(['chooseAutomatic', 'recordCall', 'requestPause', 'handOver', 'decline'] as const),
]);

/** A move before its time is for danger, not for impatience. */
const isSeldom = ({ command, choices }: Offer): boolean =>
  SELDOM.has(command) || choices.reasons !== undefined;

function actItem(view: CaseView, offer: Offer, isMain: boolean): Html {
  const { sheet, formKey, language } = view;
  const { label, follows } = catalogue(language).casePage.acts.of[offer.command];
  const subject = subjectOf(sheet, offer);
  const kind = isMain ? 'main' : 'plain';
  const path = actPath(sheet, offer);
  if (ACTS[offer.command].weight !== 'press')
    return <li>{linkButton({ label: label(subject), path, kind })}</li>;
  const hidden = { ...hiddenOf(offer), expected: sheet.version, key: keyOf(formKey, offer) };
  return (
    <li>
      {postForm({
        action: path.split('?')[0] ?? path,
        hidden,
        children: (
          <>
            {buttonRow([{ label: label(subject), kind }])}
            <p class="hint">{follows(subject)}</p>
          </>
        ),
      })}
    </li>
  );
}

/** One key a form: the same one sent twice is done once, and another form of the page is another. */
export const keyOf = (formKey: string, offer: Offer): string =>
  [formKey, offer.command, ...Object.values(hiddenOf(offer))].join('-');

/** Steps of this reader's towards which no clock runs, each with what would start it; the others stand above. */
function notYet({ sheet, language, readerZone }: CaseView): Html | undefined {
  const words = catalogue(language).casePage.acts;
  const still = sheet.notYet.filter(({ refusal }) => refusal.code !== 'case-step-too-early');
  if (still.length === 0) return undefined;
  const say = caseSentences(catalogue(language).case, contextFor(sheet.open.revision, readerZone));
  return (
    <>
      <h3>{words.notYet}</h3>
      <ul>
        {still.map(({ refusal }) => {
          const { message, advice } = say.refusal(refusal);
          return (
            <li>
              {message} {advice}
            </li>
          );
        })}
      </ul>
    </>
  );
}
