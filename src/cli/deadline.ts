import { type Answer, LineAnswerer } from './deadline-line.ts';
import { DeadlineRefusal } from './deadline-refusal.ts';
import { answerLines, LINE_CHARACTERS_MAX } from './deadline-stream.ts';
import type { Io } from './io.ts';

/** What was typed after `ladder deadline`. */
export interface DeadlineOptions {
  readonly stdin?: boolean;
  readonly strict?: boolean;
  readonly explain?: boolean;
}

const YES = 0;
const REFUSED = 1;

/**
 * Answers each line of standard input with one line: `{"dueAt"}`, `{"elapsedMs"}` or `{"error"}`.
 *
 * A bad line is answered in its place and the rest goes on; the exit code is 0 all the same, and 1 only with
 * `--strict`, so that a pipe of a million lines does not fail for one.
 */
export async function deadlineLines(options: DeadlineOptions, io: Io): Promise<number> {
  const answerer = new LineAnswerer();
  let refused = 0;
  await answerLines(io.stdin, io.stdout, (line) => {
    const answer = line === undefined ? tooLong() : answerer.answer(line);
    if ('error' in answer) refused++;
    return JSON.stringify(answer);
  });
  return options.strict && refused > 0 ? REFUSED : YES;
}

function tooLong(): Answer {
  const refusal = new DeadlineRefusal('deadline-line-too-long', { charactersMax: LINE_CHARACTERS_MAX });
  return { error: { code: refusal.code, message: refusal.words } };
}
