import type { ChatMessage } from '../../core/message/chat-message.ts';

/** What Slack draws: Block Kit. A text of a header has 150 characters at most, a section's 3000. */
const HEADER_MAX = 150;
const TEXT_MAX = 3_000;
const FIELD_MAX = 2_000;
const BUTTON_MAX = 75;

/** The three signs that Slack reads as marks of its own; all else of its markup is turned off by `plain_text`. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const cut = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max - 1)}…`);

const plain = (text: string, max: number) => ({ type: 'plain_text', text: cut(text, max), emoji: false });

/** A message in Slack: its blocks, and the text that notifications and screen readers have instead. */
export function slackBlocks({ title, lead, facts, notes, acknowledge, links }: ChatMessage): {
  readonly text: string;
  readonly blocks: readonly object[];
} {
  const section = (text: string) => ({ type: 'section', text: plain(text, TEXT_MAX) });
  const fields = facts.map(({ name, value }) => plain(`${name}\n${value}`, FIELD_MAX));
  const buttons = [
    ...(acknowledge
      ? [
          {
            ...{ type: 'button', action_id: 'acknowledge', style: 'primary' },
            ...{ text: plain(acknowledge.label, BUTTON_MAX), value: acknowledge.messageId },
          },
        ]
      : []),
    ...links.map(({ label, url }, at) => ({
      ...{ type: 'button', action_id: `open-${at}`, text: plain(label, BUTTON_MAX), url },
    })),
  ];
  return {
    text: escaped([title, ...lead].join('\n')).slice(0, TEXT_MAX),
    blocks: [
      { type: 'header', text: plain(title, HEADER_MAX) },
      ...lead.map(section),
      ...(fields.length > 0 ? [{ type: 'section', fields }] : []),
      ...(notes.length > 0 ? [{ type: 'context', elements: notes.map((one) => plain(one, TEXT_MAX)) }] : []),
      ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []),
    ],
  };
}
