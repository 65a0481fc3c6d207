import { randomUUID } from 'node:crypto';
import { machineTime } from '../../src/dev/test-carrier/carrier-time.ts';
import { type TestCarrier, testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';
import type { Chance } from '../case/chance.ts';

/** A carrier outside the nodes, and people with telephones who answer some of what they are told. */
export interface Telephones {
  readonly carrier: TestCarrier;
  /** The carrier's next day: well, or in one kind of trouble. */
  trouble(): void;
  well(): void;
  /** Nobody takes a telephone into the hand any more. */
  rest(): void;
}

const ACCOUNT = `AC${'0'.repeat(32)}`;
const TOKEN = '0123456789abcdef0123456789abcdef';
const OURS = '+12025550100';
/** A minute of the carrier's takes this much of ours: nobody waits here for a telephone to ring out. */
const FASTER = 20;
const KEPT_MAX = 1_000_000;
const LOOK_EVERY_MS = 100;
const HABITS = ['answers', 'answers', 'answers', 'rings', 'busy', 'voicemail'] as const;
/** What the carrier says of numbers that it does not reach: no number, no mobile telephone, off. */
const REFUSED = 21211;
const LOST = [30006, 30003] as const;
/** Telephones that are always taken, so that there are people to reach. */
const SOUND_ONE_IN = 8;

export async function startTelephones(numbers: readonly string[], chance: Chance): Promise<Telephones> {
  const time = {
    ...machineTime,
    after: (ms: number, run: () => Promise<void>) => machineTime.after(ms / FASTER, run),
  };
  const carrier = await testCarrier({
    ...{ account: ACCOUNT, token: TOKEN, number: OURS, time, keeps: KEPT_MAX },
  });
  for (const number of numbers) {
    carrier.phone(number).habit = chance.of(HABITS);
    if (chance.isOneIn(2 * SOUND_ONE_IN)) carrier.faults.refuses.set(number, REFUSED);
    else if (chance.isOneIn(SOUND_ONE_IN)) carrier.faults.loses.set(number, chance.of(LOST));
  }
  const people = answering(carrier, chance);
  const well = (): void => {
    Object.assign(carrier.faults, {
      ...{ isDown: false, hangs: false, losesAnswers: false, answersOnly: undefined, slowMs: 0 },
      ...{ perSecond: undefined, callbacksAfterMs: 0, repeatsCallbacks: 0, dropsCallbacks: false },
    });
  };
  return {
    carrier,
    well,
    trouble() {
      well();
      Object.assign(
        carrier.faults,
        chance.of([
          { isDown: true },
          { hangs: true },
          { losesAnswers: true },
          { answersOnly: 503 },
          { slowMs: 2_000 * FASTER },
          { perSecond: 2 },
          { callbacksAfterMs: 1_000 * FASTER },
          { repeatsCallbacks: 2 },
          { dropsCallbacks: true },
        ]),
      );
    },
    rest: () => clearInterval(people),
  };
}

/** A call that is still going on is one of so many. */
const RECENT_MAX = 200;
/** So many answers of one case end its being answered, or people and Ladder would go on for ever. */
const ANSWERS_MAX = 3;

/** Some of what comes is answered: texts by their digit, calls by a key; each once. */
function answering(carrier: TestCarrier, chance: Chance): NodeJS.Timeout {
  let seen = 0;
  const pressed = new Set<string>();
  const answered = new Map<string, number>();
  /** The digit to answer a notice with, and its case; undefined where nobody answers it. */
  const chosen = (told: string) => {
    const [, caseId, offered = ''] = /Case (\d{6}): .*Keys: ([\d ]*)/.exec(told) ?? [];
    const digits = offered.split(' ').filter((digit) => /^[124]$/.test(digit));
    const times = answered.get(caseId ?? '') ?? 0;
    if (caseId === undefined || digits.length === 0 || times >= ANSWERS_MAX) return undefined;
    answered.set(caseId, times + 1);
    return { caseId, digit: chance.of(digits) };
  };
  const ignore = (): undefined => undefined;
  return setInterval(() => {
    const fresh = carrier.texts.slice(seen);
    seen = carrier.texts.length;
    for (const { from, to, body } of fresh) {
      const answer = from === OURS && chance.isOneIn(2) ? chosen(body) : undefined;
      if (!answer) continue;
      const said = answer.digit === '1' ? '' : ` said ${randomUUID()}`;
      void carrier.phone(to).text(OURS, `${answer.digit} ${answer.caseId}${said}`).catch(ignore);
    }
    for (const { sid, to, awaited, answeredBy, lines } of carrier.calls.slice(-RECENT_MAX)) {
      if (awaited !== 'keys' || answeredBy !== 'human' || pressed.has(sid)) continue;
      pressed.add(sid);
      const answer = chosen(lines.map(({ text }) => text).join(' '));
      // Whoever would have to speak after the key does not: what is said stands nowhere that could be compared.
      if (answer && answer.digit !== '2')
        void Promise.resolve()
          .then(() => carrier.phone(to).press(answer.digit))
          .catch(ignore);
    }
  }, LOOK_EVERY_MS);
}
