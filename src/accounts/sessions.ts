import type { AccountBook, KeptSession } from '../app/ports/account-book.ts';
import type { Session, Sessions } from '../app/ports/sessions.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import { languageOf } from '../core/message/catalogue.ts';
import { sessionTokenOf } from './cookies.ts';
import { IDLE_MS, SESSION_MS } from './session-spans.ts';

interface SessionsParts {
  readonly book: AccountBook;
  readonly secret: string;
  readonly baseUrl: () => string;
  /** The machine's own clock. */
  readonly now: () => Instant;
  /** How long an answer may be given again; what this node ends is forgotten at once. */
  readonly rememberedMs: number;
}

/** Sessions as a node knows them. */
export interface KnownSessions extends Sessions {
  /** Forgets what was remembered: something about an account has changed. */
  forget(): void;
}

/** Dangerous acts want a proof that is younger. */
const FRESH_MS = 15 * 60_000;
/** A session in use is carried on so often, and not at each request. */
const EXTEND_AFTER_MS = 3_600_000;
/** Sessions remembered at once; when there are more, all are asked for anew. */
const REMEMBERED_MAX = 10_000;

/** Who is signed in, asked of the book in one question and remembered for a moment. */
export function knownSessions({ book, secret, baseUrl, now, rememberedMs }: SessionsParts): KnownSessions {
  const remembered = new Map<string, { readonly at: Instant; readonly session: Session }>();
  let forgotten = 0;
  const tokenOf = (cookies: string | undefined): string | undefined =>
    sessionTokenOf(cookies, { baseUrl, secret });
  const rememberedAt = (token: string, at: Instant): Session | undefined => {
    const known = remembered.get(token);
    return known && at - known.at < rememberedMs && at >= known.at ? known.session : undefined;
  };
  return {
    async of(cookies) {
      const token = tokenOf(cookies);
      if (token === undefined) return undefined;
      const at = now();
      const known = rememberedAt(token, at);
      if (known) return known;
      const asked = forgotten;
      const kept = await book.session(token, at);
      if (!kept) return undefined;
      await carryOn(book, kept, at);
      const session = sessionFrom(kept, at);
      // What was forgotten while we asked is not remembered again.
      if (asked === forgotten && rememberedMs > 0) {
        if (remembered.size >= REMEMBERED_MAX) remembered.clear();
        remembered.set(token, { at, session });
      }
      return session;
    },
    async unused(cookies) {
      const token = tokenOf(cookies);
      if (token === undefined) return undefined;
      const at = now();
      const known = rememberedAt(token, at);
      // Not remembered: the next use would find it so, and not carry the session on.
      const kept = known ? undefined : await book.session(token, at);
      return known ?? (kept && sessionFrom(kept, at));
    },
    forget() {
      forgotten += 1;
      remembered.clear();
    },
  };
}

async function carryOn(book: AccountBook, kept: KeptSession, at: Instant): Promise<void> {
  const expiresAt = asInstant(Math.min(at + IDLE_MS, kept.startedAt + SESSION_MS));
  if (expiresAt - kept.expiresAt >= EXTEND_AFTER_MS) await book.extendSession(kept.sessionId, expiresAt, at);
}

const sessionFrom = (kept: KeptSession, at: Instant): Session => ({
  sessionId: kept.sessionId,
  accountId: kept.accountId,
  email: kept.email,
  name: kept.name,
  language: languageOf(kept.language),
  authenticatedAt: kept.authenticatedAt,
  isFresh: at - kept.authenticatedAt < FRESH_MS,
  isInstallationAdministrator: kept.keepsInstallation,
  people: kept.people,
});
