import type { CaseEvent } from '../../core/case/event.ts';

/** A word in a sentence or a header: a name, a title, a reason. */
const LINE_MAX = 200;
/** A quoted text; the whole of it stands on the page of the case. */
const QUOTE_MAX = 2000;
const QUOTE_LINES_MAX = 40;

/** The blank at which no line is broken. */
const UNBROKEN = '\u00a0';

/** Characters that show nothing and turn or hide what stands around them; the joiners of scripts and pictures stay. */
const UNSEEN = /(?![\u200c\u200d])\p{Cf}/gu;
const BREAKS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** What stands for a link, a page or a code until a mail is sent: nobody gets one by typing its name. */
const LINK_NAME = /(ladder-(?:link|code|page)):/gi;

const withoutTricks = (text: string): string =>
  text.toWellFormed().replace(UNSEEN, '').replace(LINK_NAME, '$1 ');

const shortened = (text: string, max: number): string => {
  const characters = [...text];
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
};

/**
 * Typed text as a part of one line: no break, no control character, no row of blanks, nothing that turns the direction
 * of what follows, and no longer than `max` characters. A single blank keeps its kind: some times are not broken.
 *
 *     oneLine('INC-4711\r\nBcc: eve@mail.example')  // 'INC-4711 Bcc: eve@mail.example'
 */
export function oneLine(text: string, max = LINE_MAX): string {
  const spaced = withoutTricks(text.replace(BREAKS, ' ')).replace(/[\p{Cc}\s]+/gu, (blank) =>
    blank === UNBROKEN ? blank : ' ',
  );
  return shortened(spaced.trim(), max);
}

/** Typed text as lines to be quoted, and whether some of it was cut. */
export function quoted(text: string): { readonly lines: readonly string[]; readonly isCut: boolean } {
  const whole = withoutTricks(text.replace(BREAKS, '\n')).trim();
  const lines = shortened(whole, QUOTE_MAX)
    .split('\n')
    .map((line) =>
      line
        .replaceAll('\t', '  ')
        .replace(/\p{Cc}/gu, ' ')
        .trimEnd(),
    );
  const shown = lines.slice(0, QUOTE_LINES_MAX);
  return { lines: shown, isCut: [...whole].length > QUOTE_MAX || lines.length > QUOTE_LINES_MAX };
}

/** An event whose every short text is one line; what was said at length is quoted and cleaned there. */
export function cleanEvent<T extends CaseEvent>(event: T): T {
  const entries = Object.entries(event).map(([key, value]) => [
    key,
    typeof value === 'string' && key !== 'text' ? oneLine(value) : value,
  ]);
  return Object.fromEntries(entries) as T;
}
