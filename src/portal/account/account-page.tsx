import type { Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { RoleName } from '../../core/message/portal/sign-in.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { summaryList, table, tag } from '../parts/lists.tsx';
import { confirmation } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

interface ShownSession {
  readonly sessionId: string;
  readonly startedAt: Instant;
  readonly usedAt: Instant;
  readonly method: string;
  readonly address: string | undefined;
  readonly agent: string | undefined;
}

interface AccountView extends Frame {
  readonly account: {
    readonly name: string;
    readonly email: string;
    readonly language: Language | undefined;
    readonly timeZone: string | undefined;
    readonly hasPassword: boolean;
    readonly hasSecondFactor: boolean;
    readonly recoveryCodesLeft: number;
    readonly passkeys: readonly unknown[];
    readonly sessions: readonly ShownSession[];
  };
  readonly people: readonly {
    readonly contract: string;
    readonly contractTitle: string;
    readonly roles: readonly RoleName[];
    /** Where they have who is on duty in their calendar; undefined where they may not see it. */
    readonly calendarsPath: string | undefined;
    /** Where they see which users of channels are theirs; undefined where they can be none. */
    readonly chatUsersPath: string | undefined;
  }[];
  /** The installation, for whoever keeps it. */
  readonly keeperPath: string | undefined;
  /** A contract's zone. */
  readonly timeZone: string;
  /** The session at this browser. */
  readonly sessionId: string;
  readonly isDone: boolean;
}

/** One's own account: who one is, what proves it, and where one is signed in. */
export function accountPage(view: AccountView): string {
  const words = catalogue(view.language).account.overview;
  return page({
    ...view,
    title: words.title,
    children: (
      <>
        {view.isDone && confirmation({ title: words.done })}
        {who(view)}
        {people(view)}
        {proofs(view)}
        {sessions(view)}
      </>
    ),
  });
}

function who({ language, account }: AccountView): Html {
  const { overview, details } = catalogue(language).account;
  const named = catalogue(account.language ?? language).parts.frame.languageName;
  return (
    <section>
      <h2>{overview.who.title}</h2>
      {summaryList([
        { name: details.name, value: account.name },
        { name: overview.who.email, value: account.email },
        { name: details.language, value: account.language === undefined ? details.languageNone : named },
        { name: details.timeZone, value: account.timeZone ?? details.timeZoneNone },
      ])}
      <p>{overview.who.emailAbout}</p>
      <p>
        <a href="/account/details">{details.change}</a>
      </p>
    </section>
  );
}

function people({ language, people, keeperPath }: AccountView): Html {
  const { account, pages, signIn, dutyFeed, chats } = catalogue(language);
  return (
    <section>
      <h2>{account.overview.people.title}</h2>
      {keeperPath !== undefined && (
        <p>
          <a href={keeperPath}>{pages.places.installation}</a>: {account.overview.people.keeper}.
        </p>
      )}
      {people.length === 0 ? (
        keeperPath === undefined && <p>{account.overview.people.none}</p>
      ) : (
        <ul>
          {people.map(({ contract, contractTitle, roles, calendarsPath, chatUsersPath }) => (
            <li>
              <a href={`/contracts/${encodeURIComponent(contract)}`}>{contractTitle}</a>
              {roles.length > 0 && `: ${roles.map((role) => signIn.role[role]).join(', ')}`}
              {calendarsPath !== undefined && (
                <span>
                  {'. '}
                  <a href={calendarsPath}>{dutyFeed.title}</a>
                </span>
              )}
              {chatUsersPath !== undefined && (
                <span>
                  {'. '}
                  <a href={chatUsersPath}>{chats.mine.title}</a>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function proofs({ language, account }: AccountView): Html {
  const { password, secondFactor, passkeys } = catalogue(language).account.overview;
  return (
    <>
      <section>
        <h2>{password.title}</h2>
        <p>{account.hasPassword ? password.set : password.none}</p>
        <p>
          <a href="/account/password">{account.hasPassword ? password.change : password.add}</a>
        </p>
      </section>
      <section>
        <h2>{passkeys.title}</h2>
        <p>{passkeys.about({ count: account.passkeys.length })}</p>
        <p>
          <a href="/account/passkeys">{passkeys.change}</a>
        </p>
      </section>
      <section>
        <h2>{secondFactor.title}</h2>
        <p>
          {account.hasSecondFactor ? secondFactor.on({ codes: account.recoveryCodesLeft }) : secondFactor.off}
        </p>
        <p>
          <a href="/account/second-factor">
            {account.hasSecondFactor ? secondFactor.change : secondFactor.add}
          </a>
        </p>
      </section>
    </>
  );
}

function sessions(view: AccountView): Html {
  const { account, language, sessionId } = view;
  const words = catalogue(language).account.overview.sessions;
  const { browser, began, used, by, action } = words.columns;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      {table({
        caption: words.title,
        isCaptionHidden: true,
        columns: [browser, began, used, by, action].map((title) => ({ title })),
        rows: account.sessions.map((session) => sessionRow(view, session)),
      })}
      {account.sessions.some((one) => one.sessionId !== sessionId) &&
        postForm({
          action: '/account/sessions/end',
          children: buttonRow([{ label: words.endOthers, kind: 'plain' }]),
        })}
    </section>
  );
}

function sessionRow(view: AccountView, session: ShownSession): readonly (Html | string)[] {
  const { language, sessionId, timeZone, readerZone } = view;
  const words = catalogue(language).account.overview.sessions;
  const shown = sessionName(session, language);
  const method = (['demonstration', 'link', 'password', 'passkey', 'organisation'] as const).find(
    (one) => one === session.method,
  );
  return [
    shown,
    whenPart({ at: session.startedAt, timeZone, readerZone, language }),
    whenPart({ at: session.usedAt, timeZone, readerZone, language }),
    method ? words.methods[method] : session.method,
    session.sessionId === sessionId
      ? tag(words.this, 'info')
      : postForm({
          action: '/account/sessions/end',
          hidden: { session: session.sessionId },
          children: buttonRow([{ label: words.end({ browser: shown }), kind: 'plain' }]),
        }),
  ];
}

/** A session as its owner would know it again: its browser, and where from. */
export function sessionName(
  { agent, address }: Pick<ShownSession, 'agent' | 'address'>,
  language: Language,
): string {
  const { unknownBrowser } = catalogue(language).account.overview.sessions;
  return [browserName(agent) ?? unknownBrowser, address].filter((one) => one !== undefined).join(', ');
}

/** The browser and the system, as far as a reader knows them; programs say much more of themselves. */
export function browserName(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined;
  const browser = /\b(Firefox|Edg|OPR|Chrome|Safari)\b/.exec(agent)?.[1];
  const system = /\b(Windows|Android|iPhone|iPad|Macintosh|Linux)\b/.exec(agent)?.[1];
  const names = [browser === 'Edg' ? 'Edge' : browser === 'OPR' ? 'Opera' : browser, system];
  return names.filter((one) => one !== undefined).join(', ') || undefined;
}
