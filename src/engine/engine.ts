import { setTimeout as wait } from 'node:timers/promises';
import { takeUpContacts } from '../app/attestation/take-up-contacts.ts';
import { HeldUp } from '../app/contract-by-contract.ts';
import { undertakePublished } from '../app/obligation/undertake.ts';
import { bringRecordings } from './bring-recordings.ts';
import { startDelivering } from './deliver.ts';
import { fireDeadlines, retrySetAside, SLEEP_MAX_MS } from './fire-deadlines.ts';
import { type Loop, startLoop, type Turn } from './loop.ts';
import { makeLetters } from './make-letters.ts';
import { type EngineParts, noBacklog } from './parts.ts';
import { publishDue } from './publish-due.ts';
import { readTimeOffDue } from './read-time-off.ts';
import { signRecord } from './sign-record.ts';
import { tellDutyAhead } from './tell-duty.ts';
import { tellGapsAhead } from './tell-gaps.ts';
import { tellReadinessDue } from './tell-readiness.ts';
import { feedWebhooks, sendChats, sendWebhooks } from './tell-webhooks.ts';
import { WATCH_EVERY_MS, type Watched, watch } from './watch.ts';
import { writePlanNews } from './write-plan-news.ts';

export interface Engine {
  /** What the watch found when it last looked. */
  readonly watched: () => Watched | undefined;
  /** Ends after the turns that are running, and the mails that are under way. */
  stop(): Promise<void>;
}

/** So soon after a plan is published its obligations and its contacts are taken up. */
const UNDERTAKE_EVERY_MS = 1_000;

/** Loops that send to programs side by side. */
const WEBHOOK_LOOPS = 2;

/** Letters begin a moment later than they could: of what falls due together, all is decided before any is told. */
const LETTERS_LATER_MS = 100;

/** Starts everything that goes on by itself: deadlines, letters, deliveries, and the watch over them. */
export function startEngine(parts: EngineParts): Engine {
  const backlog = noBacklog();
  let watched: Watched | undefined;
  const loop = (name: string, turn: Turn): Loop => startLoop(name, turn, parts.log);
  const fires = Array.from({ length: parts.loops }, () =>
    loop('deadline', () => fireDeadlines(parts, backlog)),
  );
  const letters = loop('notice', async () => {
    await wait(LETTERS_LATER_MS);
    return makeLetters(parts, backlog);
  });
  const deliveries = startDelivering(parts, backlog);
  let isFirst = true;
  const watching = loop('watch', async () => {
    if (isFirst) {
      await retrySetAside(parts);
      await parts.takeWaitingMails();
      await parts.store.transaction((tx) => tx.retryNotices());
      await parts.store.transaction((tx) => tx.retryDeadlines());
    }
    isFirst = false;
    watched = await watch(parts);
    return WATCH_EVERY_MS;
  });
  const publishing = loop('publication', () => publishDue(parts));
  const [undertakes, attests] = [new HeldUp(parts.log), new HeldUp(parts.log)];
  const undertaking = loop('obligation', async () => {
    await undertakePublished(parts.store, undertakes);
    return UNDERTAKE_EVERY_MS;
  });
  const attesting = loop('attestation', async () => {
    await takeUpContacts(parts.store, attests);
    return UNDERTAKE_EVERY_MS;
  });
  const signing = loop('checkpoint', () => signRecord(parts));
  const gaps = loop('coverage', () => tellGapsAhead(parts));
  const digesting = loop('readiness', () => tellReadinessDue(parts));
  const duty = loop('duty', () => tellDutyAhead(parts));
  const away = loop('time-off', () => readTimeOffDue(parts));
  const telling = loop('subscription', () => writePlanNews(parts));
  const feeding = loop('webhook', () => feedWebhooks(parts));
  // One whose receivers hang holds no other up.
  const sending = Array.from({ length: WEBHOOK_LOOPS }, () => loop('webhook', () => sendWebhooks(parts)));
  const chatting = loop('chat', () => sendChats(parts));
  const fetching = loop('recording', () => bringRecordings(parts));
  const deaf = parts.store.onSignal((signal, startsInMs) => {
    if (signal === 'notice') letters.sleeper.wake();
    else if (signal === 'delivery') deliveries.wake();
    else if ((startsInMs ?? 0) < SLEEP_MAX_MS) for (const fire of fires) fire.sleeper.wake();
  });
  return {
    watched: () => watched,
    stop: async () => {
      deaf();
      const others = [
        letters,
        deliveries,
        watching,
        publishing,
        undertaking,
        attesting,
        signing,
        gaps,
        digesting,
        duty,
        away,
        telling,
        feeding,
        chatting,
        fetching,
      ];
      await Promise.all([...fires, ...others, ...sending].map((one) => one.stop()));
    },
  };
}
