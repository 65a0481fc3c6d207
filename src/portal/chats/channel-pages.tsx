import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { ChatKind } from '../../core/message/chat-message.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { buttonRow, linkButton, postForm } from '../parts/form.tsx';
import { summaryList, table, tag } from '../parts/lists.tsx';
import { emptyState, notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

export interface ChannelsFrame extends Frame {
  /** The list's own path. */
  readonly base: string;
  readonly timeZone: string;
}

export interface ShownChannel {
  readonly channelId: string;
  readonly kind: ChatKind;
  readonly name: string;
  readonly room: string;
  readonly levels: readonly number[];
  readonly madeAt: Instant;
  readonly off: { readonly because: 'person' | 'refused'; readonly at: Instant } | undefined;
}

/** The channels that are told of cases. */
export function channelsPage(frame: ChannelsFrame, channels: readonly ShownChannel[]): string {
  const { language, base, timeZone, readerZone } = frame;
  const words = catalogue(language).chats;
  const { columns } = words;
  return page({
    ...frame,
    title: words.title,
    isWide: true,
    children: (
      <>
        <p>{words.about}</p>
        {frame.isDemonstration && <p>{words.demonstration}</p>}
        <p>
          {linkButton({ label: words.add.slack.title, path: `${base}/new/slack` })}{' '}
          {linkButton({ label: words.add.teams.title, path: `${base}/new/teams` })}
        </p>
        {channels.length === 0
          ? emptyState({ title: words.empty })
          : table({
              caption: words.title,
              isCaptionHidden: true,
              columns: [columns.name, columns.kind, columns.levels, columns.state, columns.made].map(
                (title) => ({ title }),
              ),
              rows: channels.map((one) => [
                <a href={`${base}/${one.channelId}`}>{one.name}</a>,
                words.kinds[one.kind],
                levelsWords(one, frame),
                stateTag(one, frame),
                whenPart({ at: one.madeAt, timeZone, readerZone, language }),
              ]),
            })}
      </>
    ),
  });
}

const levelsWords = ({ levels }: ShownChannel, { language }: Frame): string => {
  const words = catalogue(language).chats;
  return levels.length === 0 ? words.allLevels : words.levels({ levels });
};

function stateTag({ off }: ShownChannel, { language }: Frame): Html {
  const words = catalogue(language).chats;
  if (!off) return tag(words.on, 'success');
  return tag(words.off[off.because], off.because === 'person' ? undefined : 'error');
}

interface ShownMessage {
  readonly caseId: string;
  readonly numbers: readonly number[];
  readonly queuedAt: Instant;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: Instant | undefined;
  readonly reason: string | undefined;
}

interface ShownUser {
  readonly teamId: string;
  readonly userId: string;
  readonly name: string;
  readonly at: Instant;
}

interface ChannelView {
  readonly frame: ChannelsFrame;
  readonly channel: ShownChannel;
  readonly messages: readonly ShownMessage[];
  readonly users: readonly ShownUser[];
  readonly done: string | undefined;
  /** Where Slack is to send presses; undefined of another program. */
  readonly pressesTo: string | undefined;
}

/** One channel: how it stands, what it was told lately, and who its users are. */
export function channelPage(view: ChannelView): string {
  const { frame, channel, done, pressesTo } = view;
  const { language, base, timeZone, readerZone } = frame;
  const words = catalogue(language).chats;
  const path = `${base}/${channel.channelId}`;
  const to = channel.off ? 'on' : 'off';
  const turning = channel.off ? words.turnOn : words.turnOff;
  return page({
    ...frame,
    title: channel.name,
    isWide: true,
    crumbs: [{ title: words.title, path: base }],
    children: (
      <>
        {done !== undefined && notice({ kind: 'success', language, title: done })}
        {summaryList([
          { name: words.columns.kind, value: words.kinds[channel.kind] },
          ...(channel.room === '' ? [] : [{ name: words.add.room, value: channel.room }]),
          { name: words.columns.levels, value: levelsWords(channel, frame) },
          { name: words.columns.state, value: stateTag(channel, frame) },
        ])}
        {channel.off && (
          <p>{words.offSince({ at: channel.off.at, timeZone: clocksOf(timeZone, readerZone) })}</p>
        )}
        {pressesTo !== undefined && (
          <section aria-labelledby="presses">
            <h2 id="presses">{words.pressesTo}</h2>
            <p>{words.pressesAbout}</p>
            <p class="token">{pressesTo}</p>
          </section>
        )}
        {messagesPart(view)}
        {pressesTo !== undefined && usersPart(view, `${path}/disconnect`)}
        <section aria-labelledby="turn">
          <h2 id="turn">{turning.title}</h2>
          <p>{turning.about}</p>
          {postForm({
            ...{ action: `${path}/turn`, hidden: { to } },
            children: buttonRow([{ label: turning.button, kind: 'plain' }]),
          })}
        </section>
        <section aria-labelledby="secrets">
          <h2 id="secrets">{words.secrets.title}</h2>
          <p>{words.secrets.about}</p>
          <p>{linkButton({ label: words.secrets.title, path: `${path}/secrets`, kind: 'plain' })}</p>
        </section>
      </>
    ),
  });
}

const KINDS = { waiting: 'info', delivered: 'success', failed: 'error' } as const;

function messagesPart({ frame, messages }: ChannelView): Html {
  const { language, timeZone, readerZone, base } = frame;
  const { messages: words, columns, states } = catalogue(language).chats;
  const cases = base.replace(/chats$/, 'cases');
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{words.title}</h2>
      {messages.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [
            ...[columns.case, columns.events, columns.queued],
            ...[columns.state, columns.attempts, columns.next],
          ].map((title) => ({ title })),
          rows: messages.map(({ caseId, numbers, queuedAt, state, reason, attempts, nextAt }) => [
            <a href={`${cases}/${encodeURIComponent(caseId)}`}>{caseId}</a>,
            numbers.join(', '),
            whenPart({ at: queuedAt, timeZone, readerZone, language }),
            tag(reason === undefined ? states[state] : `${states[state]} (${reason})`, KINDS[state]),
            String(attempts),
            nextAt === undefined ? '' : whenPart({ at: nextAt, timeZone, readerZone, language }),
          ]),
        })
      )}
    </section>
  );
}

function usersPart({ frame, users }: ChannelView, action: string): Html {
  const { language, timeZone, readerZone } = frame;
  const { users: words, columns } = catalogue(language).chats;
  return (
    <section aria-labelledby="users">
      <h2 id="users">{words.title}</h2>
      <p>{words.about}</p>
      {users.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [columns.person, columns.user, columns.since, columns.act].map((title) => ({ title })),
          rows: users.map(({ name, teamId, userId, at }) => [
            name,
            `${userId} (${teamId})`,
            whenPart({ at, timeZone, readerZone, language }),
            postForm({
              action,
              hidden: { team: teamId, user: userId },
              children: (
                <button type="submit" class="as-link">
                  {words.end({ name })}
                </button>
              ),
            }),
          ]),
        })
      )}
    </section>
  );
}
