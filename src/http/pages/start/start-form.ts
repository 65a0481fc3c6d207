import { line, typedText } from '../../../app/schemas/values.ts';
import type { StartView } from '../../../app/views/start/start-view.ts';
import { statedProblem } from '../../../core/case/commands/stated.ts';
import { type Instant, parseLocal } from '../../../core/instant.ts';
import { caseSentences } from '../../../core/message/case.ts';
import { catalogue, type Language } from '../../../core/message/catalogue.ts';
import type { StartTrouble, StatedMoment, TypedStart } from '../../../portal/start/start-form-page.tsx';
import { momentAsked } from '../moment-asked.ts';
import type { Fields } from '../visit.ts';

/** An opening as the form says it, ready for the road. */
export interface ReadStart {
  readonly track: string;
  readonly reporter: string | undefined;
  readonly text: string;
  readonly references: readonly string[];
  readonly stated: StatedMoment | undefined;
  readonly automatic: boolean | undefined;
  readonly practice: boolean;
}

const TEXT_MAX = 20_000;
const LINE_MAX = 200;
const REFERENCES_MAX = 20;
/** Enough of what was typed to know it again. */
const SHOWN_MAX = 60;

const oneOf = <T extends string>(text: string, known: readonly T[]): T | '' =>
  known.find((one) => one === text) ?? '';

/** What was typed, to be shown again whatever is wrong with it. */
export const typedStart = (form: Fields): TypedStart => ({
  customer: form.text('customer'),
  reporter: form.text('reporter'),
  track: form.text('track'),
  // A form sends line ends as two signs.
  text: form.text('text').replaceAll(/\r\n?/g, '\n'),
  told: oneOf(form.text('told'), ['now', 'earlier']),
  date: form.text('since-date'),
  time: form.text('since-time'),
  which: oneOf(form.text('which'), ['first', 'second']),
  references: form.text('references').replaceAll(/\r\n?/g, '\n'),
  automatic: oneOf(form.text('automatic'), ['yes', 'no']),
  practice: form.text('practice') === 'yes',
});

/** Numbers stand on lines of their own, or with commas between them; each once. */
const referencesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

/** Everything that is wrong with a form at once, or the opening it makes. */
export function readStart(
  view: StartView,
  typed: TypedStart,
  form: Fields,
  language: Language,
): { readonly read: ReadStart } | { readonly troubles: readonly StartTrouble[] } {
  const words = catalogue(language).startPage.errors;
  const references = referencesIn(typed.references);
  const stated = typed.told === 'earlier' ? statedIn(view, typed, form, language) : undefined;
  const reporter = view.reporters.find(({ personId }) => personId === typed.reporter)?.personId;
  const troubles: (StartTrouble | undefined)[] = [
    view.isOnBehalf && reporter === undefined
      ? { name: 'reporter', error: words.reporterMissing }
      : undefined,
    Object.hasOwn(view.rules.tracks, typed.track) ? undefined : { name: 'track', error: words.trackMissing },
    textTrouble(typed.text, language),
    typed.told === '' ? { name: 'told', error: words.toldMissing } : undefined,
    stated && 'error' in stated ? stated : undefined,
    referencesTrouble(references, language),
  ];
  const found = troubles.filter((one) => one !== undefined);
  if (found.length > 0) return { troubles: found };
  return {
    read: {
      track: typed.track,
      reporter: view.isOnBehalf ? reporter : undefined,
      text: typed.text.trim(),
      references,
      stated: stated && 'at' in stated ? stated : undefined,
      automatic: view.isOnBehalf || typed.automatic === '' ? undefined : typed.automatic === 'yes',
      practice: typed.practice,
    },
  };
}

function textTrouble(text: string, language: Language): StartTrouble | undefined {
  const words = catalogue(language).startPage.errors;
  const trimmed = text.trim();
  if (trimmed === '') return { name: 'text', error: words.textMissing };
  if (trimmed.length > TEXT_MAX) return { name: 'text', error: words.textTooLong({ max: TEXT_MAX }) };
  return typedText.safeParse(trimmed).success ? undefined : { name: 'text', error: words.textUnsound };
}

function referencesTrouble(references: readonly string[], language: Language): StartTrouble | undefined {
  const words = catalogue(language).startPage.errors;
  const name = 'references';
  if (references.length > REFERENCES_MAX) {
    return { name, error: words.referencesTooMany({ count: references.length, max: REFERENCES_MAX }) };
  }
  const odd = references.find((one) => !line.safeParse(one).success);
  if (odd === undefined) return undefined;
  // What no browser can show is not shown again.
  const value = odd
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, SHOWN_MAX);
  return odd.length > LINE_MAX
    ? { name, error: words.referenceTooLong({ value, max: LINE_MAX }) }
    : { name, error: words.referenceUnsound({ value }) };
}

/** When the contractor was told first: by the contract's clocks, at most a day ago, and one of two where they show it twice. */
function statedIn(
  { rules, now }: StartView,
  typed: TypedStart,
  form: Fields,
  language: Language,
): StatedMoment | StartTrouble {
  const { startPage, case: caseWords } = catalogue(language);
  const words = startPage.errors;
  const { timeZone } = rules;
  const asked = momentAsked(form, 'since', timeZone);
  if (asked.is !== 'instant') {
    const value = asked.is === 'problem' ? asked.value : '';
    return { name: 'since', error: words.momentNotUnderstood({ value }) };
  }
  const at = asked.reading === 'twice' ? chosenOf(typed, timeZone) : asked.at;
  if (at === undefined) return { name: 'which', error: words.whichMissing({ value: typed.time }) };
  const problem = statedProblem({ statedAt: at, occurredAt: now }, undefined);
  if (problem) {
    const { message, advice } = caseSentences(caseWords, rules).refusal(problem);
    return { name: 'since', error: `${message} ${advice}` };
  }
  return { at, isMoved: asked.reading === 'never' };
}

function chosenOf({ date, time, which }: TypedStart, timeZone: string): Instant | undefined {
  if (which === '') return undefined;
  return parseLocal(`${date.trim()}T${time.trim()}`, timeZone, which === 'first' ? 'earlier' : 'later');
}
