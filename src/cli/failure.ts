import type { Cli, RefusalWords } from '../core/message/cli.ts';
import { CliRefusal, type CliRefusalCode } from './cli-refusal.ts';
import type { Io } from './io.ts';
import { MISUSE } from './refused.ts';
import { painter } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

/** A mistyped line or name is misuse; a text that is read and cannot be a plan is refused; the rest is the world's. */
const EXITS: Readonly<Partial<Record<CliRefusalCode, number>>> = {
  'file-too-large': 1,
  'document-not-read': 1,
  'file-exists': 1,
  'plan-not-runnable': 1,
  'scenario-not-understood': 1,
  'scenario-key-missing': 1,
  'scenario-instant-unclear': 1,
  'scenario-time-reversed': 1,
  'scenario-actor-unknown': 1,
  'scenario-key-surplus': 1,
  'file-not-readable': 3,
  'file-not-written': 3,
  fault: 3,
};

interface Failure {
  /** What is wrong, alone. */
  readonly message: string;
  /** What a terminal shows: that, and what to do. */
  readonly text: string;
  readonly code: number;
}

/** What to print of something thrown, and the exit code it stands for. */
export function failure(error: unknown, words: Cli, io: Io): Failure {
  const refusal: CliRefusal =
    error instanceof CliRefusal ? error : new CliRefusal('fault', { reason: reasonOf(error) }, error);
  const { message, advice } = refusalWords(refusal, words);
  const paint = painter(io.env, io.isTerminal);
  const stack = io.env.LADDER_DEBUG === '1' ? `${stackOf(error)}\n` : '';
  return {
    message,
    text: `${paint(['red', 'bold'], 'ladder:')} ${printable(message)}\n  ${printable(advice)}\n${stack}`,
    code: EXITS[refusal.code] ?? MISUSE,
  };
}

/** The sentences of a refusal: the code picks them, its values fill them. */
function refusalWords(refusal: CliRefusal, words: Cli): RefusalWords {
  const say = words.refusals[refusal.code] as (values: unknown) => RefusalWords;
  return say(refusal.values);
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const stackOf = (error: unknown): string =>
  error instanceof Error ? `${error.stack}${error.cause ? `\n${stackOf(error.cause)}` : ''}` : String(error);
