import type { ReceivedMail } from '../../../app/ports/mail.ts';

type Word = Exclude<ReceivedMail['word'], undefined>;

/*
 * The line is read as a whole sentence or not at all. A search for words would take "I am not sure I am satisfied"
 * for an answer; here every word has to have its place, so whatever is not foreseen is a message, and its writer is
 * asked which of the two it means. A question mark, a doubt, a condition, a double negation and a second thought are
 * all not foreseen, and must stay so.
 */
const GREETING = `(?:(?:hi|hello|hola|ok|okay|yes|sí|thanks|thank you|gracias) )*`;
const NO_GREETING = `(?:(?:hi|hello|hola|no|no,|thanks|thank you|gracias) )*`;
const ENDING = `(?: (?:thanks|thank you|many thanks|thx|cheers|gracias|muchas gracias|saludos|please|por favor))*`;
const I_AM = `(?:i am |im |we are |still )?`;
const VERY = `(?:very |fully |completely |entirely |totally )?`;
const ESTOY = `(?:(?:yo |nosotros )?(?:estoy |estamos ))?`;
const MUY = `(?:muy |totalmente |completamente )?`;
const THING = `(?:answer|response|reply|solution|result|outcome|explanation)`;
const COSA = `(?:la respuesta|la solución|el resultado|su respuesta)`;
const WITH = `(?: with (?:the|this|that|your|it)(?: ${THING})?)?`;
const CON = `(?: con ${COSA})?`;
const THE_CASE = `(?: (?:it|this|this case|the case|my case|our case|now|to the next level))*`;
const EL_CASO = `(?: (?:el caso|este caso|mi caso|ahora|al siguiente nivel))*`;
const SATISFECHO = `satisfech(?:o|a|os|as)`;

const SENTENCES: readonly (readonly [Word, RegExp])[] = [
  ['satisfied', sentence(`${GREETING}(?:i am |im |we are )?${VERY}satisfied${WITH}(?: now)?`)],
  ['satisfied', sentence(`${GREETING}${ESTOY}${MUY}${SATISFECHO}${CON}`)],
  [
    'notSatisfied',
    sentence(`${NO_GREETING}${I_AM}(?:still )?not (?:yet )?${VERY}satisfied${WITH}(?: yet| at all)?`),
  ],
  ['notSatisfied', sentence(`${NO_GREETING}${I_AM}${VERY}(?:unsatisfied|dissatisfied|notsatisfied)${WITH}`)],
  [
    'notSatisfied',
    sentence(`(?:hola )?(?:no, )?(?:todavía |aún )?no ${ESTOY}${MUY}${SATISFECHO}${CON}(?: todavía| aún)?`),
  ],
  ['notSatisfied', sentence(`(?:hola )?${ESTOY}${MUY}in${SATISFECHO}${CON}`)],
  [
    'escalate',
    sentence(
      `${GREETING}(?:please )?(?:i want to |we want to |i would like to |id like to )?escalate${THE_CASE}`,
    ),
  ],
  [
    'escalate',
    sentence(`${GREETING}(?:por favor )?(?:quiero |queremos )?(?:escalar|escale|escalen)${EL_CASO}`),
  ],
  ['confirmed', sentence(`${GREETING}(?:all |everything )?(?:is )?confirmed`)],
  [
    'confirmed',
    sentence(`${GREETING}i (?:hereby )?confirm(?: (?:it|this|these|them|that|all|everything))?(?: details)?`),
  ],
  ['confirmed', sentence(`${GREETING}(?:(?:todo|está|están) )*confirmad(?:o|a|os|as)`)],
  [
    'confirmed',
    sentence(`${GREETING}(?:lo |los |yo )?confirmo(?: (?:todo|estos datos|los datos|mis datos))?`),
  ],
];

const FIRST_LINE_MAX = 120;

/**
 * What the first line of an answer says, where it says so without doubt; undefined where it is anything else.
 *
 * A sentence that runs on in the next line is none: "I am satisfied" above "only if you call me" promises nothing.
 *
 *     firstWord('Not satisfied!')                    // 'notSatisfied'
 *     firstWord('I am not sure I am satisfied')      // undefined
 */
export function firstWord(text: string): Word | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() !== '');
  const line = lines[at] ?? '';
  if (line.length > FIRST_LINE_MAX || isCarriedOn(line, lines[at + 1] ?? '')) return undefined;
  const words = plainWords(line);
  if (words === undefined) return undefined;
  return SENTENCES.find(([, form]) => form.test(words))?.[0];
}

function sentence(form: string): RegExp {
  return new RegExp(`^${form}${ENDING}$`, 'u');
}

/**
 * Words in small letters with one space between; undefined where a sign stands there that could turn the sense. The
 * comma after a "no" is kept, for in Spanish it does: "No, estoy satisfecho" says the opposite of the same without it.
 */
function plainWords(line: string): string | undefined {
  const plain = line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/['’‘`´]/g, '')
    .replace(NO_APART, '$1\u0000 ')
    .replace(/[\s.,;:!¡*"“”«»()[\]_-]+/g, ' ')
    .replaceAll('\u0000', ',')
    .trim();
  return /^[\p{Letter}\p{Mark} ,]+$/u.test(plain) ? plain : undefined;
}

/** A "no" that stands apart from what follows it. */
const NO_APART = /(?<![\p{Letter}\p{Mark}])(no)(?:\s*[.,;:!)–—…]|\s+-)[\s.,;:!–—…-]*(?=\S)/gu;

const CLOSING =
  /^(thanks|thank you|many thanks|regards|kind regards|best|cheers|gracias|saludos)\b[\p{Letter}\s.,!-]{0,40}$/iu;

/** The next line begins small, is no closing, and the first does not end as a sentence does. */
const isCarriedOn = (line: string, next: string): boolean =>
  /^\s*[\p{Ll}(,;&+…-]/u.test(next) && !/[.!]["')*]*\s*$/.test(line) && !CLOSING.test(next.trim());
