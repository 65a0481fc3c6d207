import { sql } from 'kysely';
import type { Instant } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { type CarrierTime, machineTime } from '../../src/dev/test-carrier/carrier-time.ts';
import { testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';

export const OURS = '+12025550100';
export const ACCOUNT = `AC${'0'.repeat(32)}`;
export const TOKEN = '0123456789abcdef0123456789abcdef';
/** Of people of the world, by their id. */
export const NUMBERS = {
  dana: '+12025550111',
  ana: '+12025550121',
  bo: '+12025550122',
  cy: '+12025550123',
  desk: '+12025550131',
  olga: '+12025550141',
} as const;
export const STRANGER = '+12025550199';

/** A telephone rings as long on a slow machine too: only its owner ends that, by picking up or by letting it ring. */
const UNHURRIED: CarrierTime = { ...machineTime, after: (ms, run) => machineTime.after(ms * 20, run) };

/** A world whose people have telephones, with a carrier on this machine that really calls Ladder over HTTP. */
export async function conversationWorld(
  now: Instant,
  {
    settings,
    ...options
  }: { readonly revision?: Revision; readonly settings?: Readonly<Record<string, string>> } = {},
) {
  const carrier = await testCarrier({ account: ACCOUNT, token: TOKEN, number: OURS, time: UNHURRIED });
  const here: AnswersWorld = await answersWorld(now, {
    ...options,
    settings: {
      LADDER_TWILIO_ACCOUNT: ACCOUNT,
      LADDER_TWILIO_TOKEN: TOKEN,
      LADDER_TWILIO_URL: carrier.url,
      LADDER_TELEPHONE_NUMBER: OURS,
      LADDER_URL: 'http://ladder.example',
      LADDER_OUTGOING_PRIVATE: '127.0.0.1',
      LADDER_CALLS_PER_MINUTE: '6000',
      LADDER_TEXTS_PER_MINUTE: '6000',
      ...settings,
    },
  });
  for (const [person, number] of Object.entries(NUMBERS)) {
    await sql`update person set mobile = ${number} where contract_id = ${here.contract} and person_id = ${person}`.execute(
      here.connection.db,
    );
  }
  const listensAt = await here.server.listen({ host: '127.0.0.1', port: 0 });
  carrier.ladderAt({ url: 'http://ladder.example', listensAt });
  return {
    ...here,
    carrier,
    phone: carrier.phone.bind(carrier),
    /** Everything of a call that was said to a telephone, as one text. */
    heard: (number: string) => carrier.phone(number).heard.join(' '),
    lastText: (number: string) =>
      carrier.phone(number).texts.findLast((text) => text.to === number)?.body ?? '',
    rows: async <T>(text: string): Promise<readonly T[]> =>
      (await sql.raw<T>(text).execute(here.connection.db)).rows,
    /** Brings recordings, and writes and sends what is due. */
    bring: async () => {
      while (await here.parts.bringRecordings());
      return here.settle();
    },
    close: async () => {
      await carrier.close();
      await here.close();
    },
  };
}

export type ConversationWorld = Awaited<ReturnType<typeof conversationWorld>>;
