import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { summaryList, table } from '../parts/lists.tsx';
import { emptyState, notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

interface ConnectView {
  readonly frame: Frame;
  readonly invited: {
    readonly teamId: string;
    readonly userId: string;
    readonly userName: string;
    readonly channelName: string;
  };
  readonly person: string;
  readonly formPath: string;
}

/** Whoever is signed in says that a user of a channel is them. */
export function connectPage({ frame, invited, person, formPath }: ConnectView): string {
  const { language } = frame;
  const words = catalogue(language).chats.connect;
  const { teamId, userId, userName, channelName: channel } = invited;
  return page({
    ...frame,
    title: words.title,
    children: (
      <>
        <p>{words.about({ channel, user: userName, person })}</p>
        {summaryList([
          { name: words.user, value: `${userName} (${userId})` },
          { name: words.team, value: teamId },
          { name: words.person, value: person },
        ])}
        {notice({ kind: 'warning', language, children: <p>{words.warning}</p> })}
        {postForm({ action: formPath, children: buttonRow([{ label: words.button }]) })}
      </>
    ),
  });
}

interface OwnUsersView {
  readonly frame: Frame & { readonly base: string; readonly timeZone: string };
  readonly users: readonly {
    readonly channelId: string;
    readonly channelName: string;
    readonly teamId: string;
    readonly userId: string;
    readonly at: Instant;
  }[];
  readonly done: string | undefined;
}

/** One's own users in channels, each with the button that ends it. */
export function ownUsersPage({ frame, users, done }: OwnUsersView): string {
  const { language, base, timeZone, readerZone } = frame;
  const { mine, columns, users: words } = catalogue(language).chats;
  return page({
    ...frame,
    title: mine.title,
    children: (
      <>
        {done !== undefined && notice({ kind: 'success', language, title: done })}
        <p>{mine.about}</p>
        {users.length === 0
          ? emptyState({ title: mine.empty })
          : table({
              caption: mine.title,
              isCaptionHidden: true,
              columns: [columns.channel, columns.user, columns.since, columns.act].map((title) => ({
                title,
              })),
              rows: users.map(({ channelId, channelName, teamId, userId, at }) => [
                channelName,
                `${userId} (${teamId})`,
                whenPart({ at, timeZone, readerZone, language }),
                postForm({
                  action: base,
                  hidden: { channel: channelId, team: teamId, user: userId },
                  children: (
                    <button type="submit" class="as-link">
                      {words.end({ name: userId })}
                    </button>
                  ),
                }),
              ]),
            })}
      </>
    ),
  });
}
