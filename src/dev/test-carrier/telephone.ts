import type { CallRun } from './call-run.ts';
import { type CarriedCall, type CarriedText, heardIn } from './carried.ts';

/** What a telephone does when it rings and nobody has said otherwise. */
type Habit = 'rings' | 'answers' | 'busy' | 'voicemail';

interface Speaking {
  /** How long it takes to say; made of the words where it is not given. */
  readonly seconds?: number;
  /** The key that ends it; otherwise silence does. */
  readonly key?: string;
  readonly thenHangsUp?: boolean;
}

/** A telephone in somebody's hand. What it does returns when Ladder has answered and the call waits again. */
export interface Telephone {
  readonly number: string;
  habit: Habit;
  /** What came and what was sent, the oldest first. */
  readonly texts: readonly CarriedText[];
  readonly calls: readonly CarriedCall[];
  /** The call that rings or goes on. */
  readonly current: CarriedCall | undefined;
  /** What was said to it in the newest call. */
  readonly heard: readonly string[];
  readonly text: (to: string, body: string) => Promise<void>;
  readonly call: (to: string) => Promise<CarriedCall>;
  /** Takes the receiver of what rings. */
  readonly answer: () => Promise<CarriedCall>;
  /** A machine takes it. */
  readonly voicemail: () => Promise<CarriedCall>;
  readonly busy: () => Promise<void>;
  /** Nobody takes it until the carrier gives up. */
  readonly letRing: () => Promise<void>;
  readonly press: (keys: string) => Promise<void>;
  readonly speak: (text: string, how?: Speaking) => Promise<void>;
  /** Of what only rings: it is turned away. */
  readonly hangUp: () => Promise<void>;
}

interface TelephoneLines {
  readonly texts: readonly CarriedText[];
  readonly calls: readonly CarriedCall[];
  /** The call of a number that is not over, with what keeps it ringing. */
  readonly running: (number: string) => Running | undefined;
  readonly textIn: (from: string, to: string, body: string) => Promise<void>;
  readonly callIn: (from: string, to: string) => Promise<CarriedCall>;
  /** Does something and returns when all that follows from it is through. */
  readonly through: <T>(act: () => Promise<T>) => Promise<T>;
}

export interface Running {
  readonly run: CallRun;
  /** Whether the caller asked to be told if a machine answers, and how. */
  readonly detects: 'machine_start' | 'machine_end_beep' | undefined;
  readonly stopRinging: () => void;
}

const WORDS_A_SECOND = 2.5;

export function telephone(number: string, lines: TelephoneLines): Telephone {
  const current = (): Running => {
    const found = lines.running(number);
    if (!found) throw new Error(`no call at ${number}`);
    return found;
  };
  const ringing = (): Running => {
    const found = current();
    if (found.run.call.status !== 'ringing') throw new Error(`nothing rings at ${number}`);
    found.stopRinging();
    return found;
  };
  const talking = (): CallRun => {
    const { run } = current();
    if (run.call.answeredAt === undefined) throw new Error(`nobody has answered at ${number}`);
    return run;
  };
  const isMine = ({ from, to }: { readonly from: string; readonly to: string }) =>
    from === number || to === number;
  return {
    number,
    habit: 'rings',
    get texts() {
      return lines.texts.filter(isMine);
    },
    get calls() {
      return lines.calls.filter((call) => isOf(call, number));
    },
    get current() {
      return lines.running(number)?.run.call;
    },
    get heard() {
      const newest = lines.calls.findLast((call) => isOf(call, number));
      return newest ? heardIn(newest) : [];
    },
    text: (to, body) => lines.through(() => lines.textIn(number, to, body)),
    call: (to) => lines.through(() => lines.callIn(number, to)),
    answer: () => {
      const { run, detects } = ringing();
      return lines.through(async () => {
        await run.answer(detects && 'human');
        return run.call;
      });
    },
    voicemail: () => {
      const { run, detects } = ringing();
      return lines.through(async () => {
        await run.answer(detects);
        return run.call;
      });
    },
    busy: () => {
      const { run } = ringing();
      return lines.through(() => run.end('busy'));
    },
    letRing: () => {
      const { run } = ringing();
      return lines.through(() => run.end('no-answer'));
    },
    press: (keys) => {
      const run = talking();
      return lines.through(() => run.press(keys));
    },
    speak: (text, { seconds, key, thenHangsUp = false } = {}) => {
      const run = talking();
      const taken = seconds ?? Math.max(1, Math.ceil(text.split(/\s+/).length / WORDS_A_SECOND));
      return lines.through(() => run.speak({ text, seconds: taken, key, thenHangsUp }));
    },
    hangUp: () => {
      const { run, stopRinging } = current();
      stopRinging();
      return lines.through(() => run.end(run.call.answeredAt === undefined ? 'busy' : 'completed'));
    },
  };
}

/** A call has one telephone: the other end of it is Ladder, or the carrier. */
const isOf = ({ direction, from, to }: CarriedCall, number: string): boolean =>
  (direction === 'inbound' ? from : to) === number;
