/** What may stand before a slash that begins a regular expression and is no division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|=>))\s*$/;

/**
 * A program's text with its comments, strings and regular expressions blanked out, lines and columns kept:
 * what is left is code. What stands in `${…}` is code too.
 */
export function codeOnly(text: string): string {
  let out = '';
  let at = 0;
  const blankTo = (end: number): void => {
    out += text.slice(at, end).replaceAll(/[^\n]/g, ' ');
    at = end;
  };
  while (at < text.length) {
    const end = endOfLiteral(text, at, out);
    if (end > at) blankTo(end);
    else if (text[at] === '`') at = template(text, at, (code) => (out += code));
    else out += text[at++];
  }
  return out;
}

/** Where the comment, string or regular expression that begins at `at` ends; `at` itself where none does. */
function endOfLiteral(text: string, at: number, before: string): number {
  const two = text.slice(at, at + 2);
  if (two === '//') return upTo(text, '\n', at);
  if (two === '/*') return upTo(text, '*/', at + 2) + 2;
  const mark = text[at];
  if (mark === "'" || mark === '"') return endOfRun(text, at + 1, mark);
  if (mark === '/' && BEFORE_REGEX.test(before.slice(-40))) return endOfRegex(text, at + 1);
  return at;
}

function upTo(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found === -1 ? text.length : found;
}

function endOfRun(text: string, from: number, mark: string): number {
  let at = from;
  while (at < text.length && text[at] !== mark && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfRegex(text: string, from: number): number {
  let isInClass = false;
  let at = from;
  while (at < text.length && text[at] !== '\n' && (isInClass || text[at] !== '/')) {
    if (text[at] === '[') isInClass = true;
    if (text[at] === ']') isInClass = false;
    at += text[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

/** Blanks the text of a template and keeps the code in its holes; answers where it ends. */
function template(text: string, from: number, add: (code: string) => void): number {
  let at = from + 1;
  add(' ');
  while (at < text.length && text[at] !== '`') {
    if (text.startsWith('${', at)) {
      const end = endOfHole(text, at + 2);
      add(`  ${codeOnly(text.slice(at + 2, end))} `);
      at = end + 1;
    } else {
      const length = text[at] === '\\' ? 2 : 1;
      add(text.slice(at, at + length).replaceAll(/[^\n]/g, ' '));
      at += length;
    }
  }
  add(' ');
  return at + 1;
}

function endOfHole(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length) {
    if (text[at] === '`') at = template(text, at, () => undefined) - 1;
    else if (text[at] === "'" || text[at] === '"') at = endOfRun(text, at + 1, text[at] ?? '') - 1;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
    at++;
  }
  return at;
}
