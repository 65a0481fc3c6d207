import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';

/** Somebody to reach. What the reader may not see is not here in the first place. */
interface PersonCard {
  readonly language: Language;
  readonly name: string;
  /** What they are, such as "Level 2, service manager". */
  readonly title?: string;
  readonly phone?: { readonly number: string; readonly shown: string } | undefined;
  /** Called where nobody is at the first number; `shown` says so. */
  readonly mobile?: { readonly number: string; readonly shown: string } | undefined;
  readonly mail?: string | undefined;
  /** There is a number, and this reader is not shown it. */
  readonly isNumberHidden?: boolean;
  /** Where it can be saved from. */
  readonly vcard?: string | undefined;
  readonly heading?: 2 | 3 | 4;
  readonly children?: Child;
}

/** A card that calls, mails, and is saved to a phone. */
export function personCard(card: PersonCard): Html {
  const { language, name, title, phone, mobile, mail, vcard, isNumberHidden = false, heading = 3 } = card;
  const words = catalogue(language).parts.person;
  const Heading = headingOf(heading);
  return (
    <div class="card">
      {Heading(name)}
      {title !== undefined && <p class="quiet">{title}</p>}
      {(phone || mobile || mail !== undefined || vcard !== undefined) && (
        <ul class="reach">
          {phone && (
            <li>
              <a href={`tel:${phone.number}`}>
                {words.call} {phone.shown}
              </a>
            </li>
          )}
          {mobile && (
            <li>
              <a href={`tel:${mobile.number}`}>{mobile.shown}</a>
            </li>
          )}
          {mail !== undefined && (
            <li>
              <a href={`mailto:${mail}`}>
                {words.mail} {mail}
              </a>
            </li>
          )}
          {vcard !== undefined && (
            <li class="no-print">
              <a href={vcard}>
                {words.save}
                <span class="only-read-out"> {name}</span>
              </a>
            </li>
          )}
        </ul>
      )}
      {isNumberHidden && <p class="quiet">{words.numberHidden}</p>}
      {card.children}
    </div>
  );
}

const headingOf =
  (rank: 2 | 3 | 4) =>
  (text: string): Html =>
    rank === 2 ? <h2>{text}</h2> : rank === 3 ? <h3>{text}</h3> : <h4>{text}</h4>;

/** Cards beside each other where there is room. */
export const cards = (all: readonly Html[]): Html => (
  <ul class="cards">
    {all.map((card) => (
      <li>{card}</li>
    ))}
  </ul>
);
