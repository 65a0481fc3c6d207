import type { Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { ChatKind, ChatMessage } from '../../core/message/chat-message.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import type { Frame } from '../frame.tsx';
import { linkButton } from '../parts/form.tsx';
import { summaryList } from '../parts/lists.tsx';
import { whenPart } from '../parts/when.tsx';

export interface ShownChat {
  readonly kind: ChatKind;
  /** In which the message is. */
  readonly language: Language;
  readonly channel: string;
  readonly queuedAt: Instant;
  readonly message: ChatMessage;
}

/** What channels would be told, each as it would look there. */
export function chatMessagesPart(
  { language, readerZone }: Frame,
  chats: readonly ShownChat[],
  timeZone: string,
): Html {
  const { outbox, kinds } = catalogue(language).chats;
  return (
    <section aria-labelledby="chats">
      <h2 id="chats">{outbox.title}</h2>
      <p>{outbox.about}</p>
      {chats.map(({ kind, channel, queuedAt, message, language: written }) => (
        <>
          <p>
            {kinds[kind]}, {channel}, {whenPart({ at: queuedAt, timeZone, readerZone, language })}
          </p>
          <article class="card" lang={written}>
            <h3>{message.title}</h3>
            {message.lead.map((text) => (
              <p>{text}</p>
            ))}
            {summaryList(message.facts)}
            {message.notes.map((text) => (
              <p class="quiet">{text}</p>
            ))}
            <p>
              {message.acknowledge && <strong>[{message.acknowledge.label}] </strong>}
              {message.links.map(({ label, url }) => [linkButton({ label, path: url, kind: 'plain' }), ' '])}
            </p>
          </article>
        </>
      ))}
    </section>
  );
}
