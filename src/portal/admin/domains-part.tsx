import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { textField } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { whenPart } from '../parts/when.tsx';
import { type AdminFrame, byWhom, section } from './admin-frame.tsx';

/** The domains by which a customer's people come by themselves, and what was refused of one. */
export interface CustomerDomains {
  readonly allowed: readonly {
    readonly domain: string;
    readonly since: Instant;
    readonly by: { readonly kind: 'person' | 'account' | 'terminal'; readonly name: string } | undefined;
  }[];
  readonly refused: { readonly typed: string; readonly error: string } | undefined;
}

/** The domains of the customer at this path, and the form by which one is allowed. */
export function domainsPart(frame: AdminFrame, path: string, { allowed, refused }: CustomerDomains): Html {
  const { language } = frame;
  const { domains: words } = catalogue(language).admin;
  return section(
    'domains',
    words.title,
    <>
      <p>{words.about}</p>
      {allowed.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul>
          {allowed.map(({ domain, since, by }) => (
            <li>
              {domain}{' '}
              <span class="quiet">
                {words.since}{' '}
                {whenPart({ at: since, timeZone: frame.timeZone, readerZone: frame.readerZone, language })}
                {by && `, ${words.allowedBy(byWhom(by, frame))}`}
              </span>{' '}
              <a href={`${path}/domains/${encodeURIComponent(domain)}/withdraw`}>
                {words.withdraw}
                <span class="only-read-out">: {domain}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {postForm({
        action: `${path}/domains`,
        children: (
          <>
            {textField({
              language,
              name: 'domain',
              label: words.label,
              hint: words.hint,
              spellcheck: false,
              value: refused?.typed,
              error: refused?.error,
            })}
            {buttonRow([{ label: words.button }])}
          </>
        ),
      })}
    </>,
  );
}
