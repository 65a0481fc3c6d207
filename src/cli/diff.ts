import { type Catalogue, catalogue } from '../core/message/catalogue.ts';
import { changeSentence } from '../core/message/diff.ts';
import { findingSentences } from '../core/message/findings.ts';
import type { Change, NamedPath } from '../core/plan/diff/change.ts';
import { diff as diffPlans } from '../core/plan/diff/diff.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import { type Parsed, parse } from '../core/plan/reading/parse.ts';
import { findingFrames } from './check-text.ts';
import { CliRefusal } from './cli-refusal.ts';
import type { Io } from './io.ts';
import { REFUSED } from './refused.ts';
import { painter } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

export interface DiffOptions {
  readonly json?: boolean;
}

/**
 * `ladder diff A B`: every difference between two plans as a sentence, and 0 whether there are any or none.
 *
 * A file of which something could not be read is refused, for the part left out would look like no difference.
 */
export async function diff(files: readonly string[], options: DiffOptions, io: Io): Promise<number> {
  const [before = '', after = ''] = files;
  if (before === '-' && after === '-') throw new CliRefusal('cli-input-used-twice', { file: '-' });
  const words = catalogue('en');
  const texts = [await io.readText(before), await io.readText(after)];
  const plans = texts.map((text) => parse(text));
  const isRead = plans.map((plan, index) =>
    sayUnread(files[index] ?? '', texts[index] ?? '', plan, words, io),
  );
  if (isRead.includes(false)) return REFUSED;
  const changes = diffPlans(plans[0]?.value ?? {}, plans[1]?.value ?? {});
  io.stdout.write(options.json ? inJson(changes, words) : inSentences(changes, words));
  return 0;
}

/** Whether all of a file could be read; what could not is said on standard error. */
function sayUnread(file: string, text: string, plan: Parsed<Plan>, words: Catalogue, io: Io): boolean {
  if (plan.findings.length === 0) return true;
  const findings = plan.findings.map((finding) => {
    const { code, severity, line, column } = finding;
    return { code, severity, line, column, ...findingSentences(words.findings, finding) };
  });
  const paint = painter(io.env, io.isTerminal);
  const frames = findingFrames({ file, findings, notChecked: [] }, text, words.cli.check, paint);
  const { message, advice } = words.diff.notRead({ file });
  const refusal = `${paint(['red', 'bold'], 'ladder:')} ${printable(message)}\n  ${advice}`;
  io.stderr.write(`${[...frames, refusal].join('\n\n')}\n`);
  return false;
}

function inSentences(changes: readonly Change[], words: Catalogue): string {
  if (changes.length === 0) return `${words.diff.nothing}\n`;
  return changes.map((change) => `${printable(changeSentence(words.diff, change))}\n`).join('');
}

/** An object a change, each on its own line; two plans that say the same are no line. */
function inJson(changes: readonly Change[], words: Catalogue): string {
  const lines = changes.map((change) => {
    const { code, path, before, after } = change;
    // Something new or gone is told whole by its sentence; only single values stand beside it.
    const values = code === 'plan-thing-added' || code === 'plan-thing-removed' ? {} : { before, after };
    const sentence = changeSentence(words.diff, change);
    return `${JSON.stringify({ code, path: shownPath(path), sentence, ...values })}\n`;
  });
  return lines.join('');
}

/** Only the second and later of several with one name need their number. */
const shownPath = (path: NamedPath): readonly string[] => path.map((part) => part.replace(/#1$/, ''));
