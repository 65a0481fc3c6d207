import type { Io } from '../cli/io.ts';
import { MISUSE, Refused, sayRefusal } from '../cli/refused.ts';
import type { SettingProblem } from '../config/kinds.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import type { RunningNews, RunningRefusals } from '../core/message/running.ts';
import { codeOf, type Say, StartFault } from '../store/start-fault.ts';
import { SecretFault } from './secret.ts';

/** Tells the terminal what happens while Ladder runs. */
export type Tell = <C extends keyof RunningNews>(code: C, values: RunningNews[C]) => void;

const FAULT = 3;
/** What somebody decided; the rest is what the world is like. */
const DECIDED: readonly (keyof RunningRefusals)[] = [
  'installation-in-use',
  'installation-there',
  'installation-missing',
];

/** A no to running, making or entering an installation. */
export function refused<C extends keyof RunningRefusals>(code: C, values: RunningRefusals[C]): Refused {
  const words = catalogue('en').running.refusals[code](values);
  return new Refused(code, values, words, DECIDED.includes(code) ? 1 : FAULT);
}

/** Each wrong setting is said; the last of them is the answer, to be thrown. */
export function refusedSettings(problems: readonly SettingProblem[], io: Io): Refused {
  const all = problems.map(
    (problem) => new Refused(problem.code, problem.values, settingWords(problem), MISUSE),
  );
  for (const { words } of all.slice(0, -1)) sayRefusal(io, words);
  return all.at(-1)!;
}

/** What was thrown, as a refusal with its sentences where it is one of those a start can meet; else as it was. */
export function saidFault(error: unknown): unknown {
  if (error instanceof StartFault) return new Refused(error.code, error.values, startWords(error), FAULT);
  if (error instanceof SecretFault) return new Refused(error.code, error.values, settingWords(error), FAULT);
  const code = codeOf(error);
  // The database's own words for a disk that is full, and for one that may only be read.
  if (['53100', '25006', 'ENOSPC', 'EDQUOT'].includes(code))
    return refused('database-write-refused', { reason: code });
  return error;
}

/** Why something could not be done, in one sentence. */
export function reasonOf(error: unknown): string {
  const said = saidFault(error);
  if (said instanceof Refused) return said.words.message;
  return error instanceof Error ? error.message : String(error);
}

/** Says on the terminal what the database does while it starts. */
export const sayer =
  (io: Io): Say =>
  (code, values) =>
    io.stderr.write(`${catalogue('en').start.news[code](values)}\n`);

/** Says on the terminal what the service does. */
export const teller =
  (io: Io): Tell =>
  (code, values) =>
    io.stderr.write(`${catalogue('en').running.news[code](values)}\n`);

/** The table gives each code the sentence for its own values. */
function settingWords({ code, values }: { code: SettingProblem['code']; values: unknown }): RefusalWords {
  const say = catalogue('en').settings.problems[code] as (values: unknown) => RefusalWords;
  return say(values);
}

/** Their sentences say what to do themselves; the first is the message, the rest the advice. */
function startWords({ code, values }: StartFault): RefusalWords {
  const say = catalogue('en').start.faults[code] as (values: unknown) => string;
  return { message: say(values), advice: '' };
}
