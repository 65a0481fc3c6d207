import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { loadPlan } from '../../src/app/load-plan.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { writeNews } from '../../src/app/subscriptions/write-news.ts';
import type { Instant } from '../../src/core/instant.ts';
import { composeSubscription } from '../../src/render/mail/compose-subscription.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { fakeLog, TEST_SECRET } from '../build/engine-parts.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';

const SAMPLE = new URL('../../plans/calnet-3-category-9.1.plan.yaml', import.meta.url);

/** The pages of the sample plan, with whoever is told when it changes. */
export interface SubscriptionsWorld extends PlanWorld {
  readonly plan: string;
  readonly log: ReturnType<typeof fakeLog>;
  readonly newsParts: Parameters<typeof writeNews>[0];
  /** The sample plan taken in once more, changed. */
  publish(change: (text: string) => string, at?: Instant): Promise<void>;
  /** Writes whatever is to be told and sends it: all mails since the last time. */
  told(): Promise<readonly OutgoingMail[]>;
  /** Asks for it with an address: the path of the link that came, where one came. */
  asks(email: string, language?: string): Promise<string | undefined>;
  /** Asks for it and proves the address. */
  subscribed(email: string, language?: string): Promise<void>;
}

export async function subscriptionsWorld(
  options: Parameters<typeof planWorld>[0] = {},
): Promise<SubscriptionsWorld> {
  const made = await planWorld(options);
  const { store, db, contracts } = made;
  const plan = `/plans/${made.contract}`;
  const log = fakeLog();
  const newsParts: Parameters<typeof writeNews>[0] = {
    ...{ contracts, log, secret: TEST_SECRET, newId: randomUUID, compose: composeSubscription },
    reading: postgresReading({ db, revisions: store.revisions, now: () => store.now() }),
    isDemonstration: false,
  };
  await made.settle();
  const told = async (): Promise<readonly OutgoingMail[]> => {
    for (let turns = 0; await writeNews(newsParts); turns++)
      if (turns > 50) throw new Error('news without end');
    return made.settle();
  };
  const asks = async (email: string, language = 'en'): Promise<string | undefined> => {
    await made.post(undefined, `${plan}/subscribe`, { email, language });
    return pathIn((await made.settle()).find(({ to }) => to.address === email.trim().toLowerCase()));
  };
  await told();
  return {
    ...{ ...made, plan, log, newsParts, told, asks },
    publish: async (change, at = FRIDAY) => {
      const text = change(await readFile(SAMPLE, 'utf8'));
      const agreed = ['solutions-architect', 'contract-office'];
      const loaded = await loadPlan(contracts, { text, agreed, at, by: 'tester', facts: {} });
      if (!('outcome' in loaded) || loaded.outcome !== 'published') throw new Error(JSON.stringify(loaded));
    },
    subscribed: async (email, language) => {
      const path = await asks(email, language);
      if (path === undefined) throw new Error('no link came');
      const { statusCode } = await made.post(undefined, path.replace('/l/', '/subscribe/'), {});
      if (statusCode !== 200) throw new Error(`not proved: ${statusCode}`);
    },
  };
}

/** The path of the last link in a mail. */
export const pathIn = (mail: OutgoingMail | undefined): string | undefined =>
  [...(mail?.text ?? '').matchAll(/http:\/\/ladder\.example(\/l\/[\w-]{43})/g)].at(-1)?.[1];
