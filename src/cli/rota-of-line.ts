import { catalogue } from '../core/message/catalogue.ts';
import { findingSentences } from '../core/message/findings.ts';
import { check } from '../core/plan/check.ts';
import { rotaRulesOf } from '../core/plan/revision/rota-rules-of.ts';
import type { RotaRules } from '../core/rota/rota.ts';
import { DeadlineRefusal } from './deadline-refusal.ts';
import type { Line, LineError } from './line-values.ts';

/** The name under which the rota of a line stands in the plan that is made of it. */
const NAME = 'rota';

/** What the rules may find of a rota that is part of no plan. */
const FOUND = /^(?:plan|rota|calendar)-/;

/** What becomes of the text of a rota: rules, or what is wrong with it. */
type Read = { readonly rules: RotaRules } | LineError;

/** Characters of rotas that are remembered; a stream asks most often about the same few. */
const CHARACTERS_MAX = 4_000_000;

/** Reads rotas of lines, each text once. */
export class RotaReader {
  readonly #known = new Map<string, Read>();
  #characters = 0;

  /** The rules of the rota that a line brings, or what the line is answered with instead. */
  read(line: Line): Read {
    const { rota, calendars } = line;
    if ((rota ?? undefined) === undefined) throw new DeadlineRefusal('deadline-key-missing', { key: 'rota' });
    const text = JSON.stringify({ ladder: 1, calendars, rotas: { [NAME]: rota } });
    const known = this.#known.get(text);
    if (known) return known;
    const read = readText(text);
    this.#characters += text.length;
    if (this.#characters > CHARACTERS_MAX) {
      this.#known.clear();
      this.#characters = text.length;
    }
    this.#known.set(text, read);
    return read;
  }
}

function readText(text: string): Read {
  const { plan, findings } = check(text);
  const found = findings.find(({ severity, code }) => severity === 'blocking' && FOUND.test(code));
  if (found) {
    const { message, advice } = findingSentences(catalogue('en').findings, found);
    return { error: { code: found.code, message: `${message} ${advice}` } };
  }
  const rules = rotaRulesOf(plan, NAME);
  if (rules) return { rules };
  // Nothing else is left to be missing: the contract, whose zone a rota of a plan falls back on, is not here.
  const refusal = new DeadlineRefusal('deadline-key-missing', { key: 'rota.timeZone' });
  return { error: { code: refusal.code, message: refusal.words } };
}
