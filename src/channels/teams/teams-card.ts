import type { ChatMessage } from '../../core/message/chat-message.ts';

/** Buttons of one card that every client shows. */
const ACTIONS_MAX = 6;

/** A text block reads a little Markdown: what is none of ours stays text. */
const plain = (text: string): string => text.replace(/[\\`*_[\]()#~>|<!-]/g, (sign) => `\\${sign}`);

const block = (text: string, more: object = {}) => ({
  ...{ type: 'TextBlock', text: plain(text), wrap: true },
  ...more,
});

/** A message as a workflow of Teams takes it: an Adaptive Card of version 1.4, whose buttons lead to pages of ours. */
export function teamsCard({ title, lead, facts, notes, links }: ChatMessage): object {
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: [title, ...lead].join('\n'),
    body: [
      block(title, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...lead.map((text) => block(text)),
      ...(facts.length > 0
        ? [
            {
              type: 'FactSet',
              facts: facts.map(({ name, value }) => ({ title: plain(name), value: plain(value) })),
            },
          ]
        : []),
      ...notes.map((text) => block(text, { isSubtle: true, size: 'Small' })),
    ],
    actions: links
      .slice(0, ACTIONS_MAX)
      .map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
    msteams: { width: 'Full' },
  };
  return {
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
    ],
  };
}
