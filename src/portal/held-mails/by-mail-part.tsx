import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';

/** Track by track the address that opens a case on it; nothing where none does. */
export function byMailPart(
  addresses: readonly { readonly title: string; readonly address: string }[],
  language: Language,
): Html | undefined {
  if (addresses.length === 0) return undefined;
  const { byMail } = catalogue(language).heldMails;
  return (
    <details class="no-print">
      <summary>{byMail.title}</summary>
      <p>{byMail.about}</p>
      <ul>
        {addresses.map(({ title, address }) => (
          <li>
            {title}: <a href={`mailto:${address}`}>{address}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
