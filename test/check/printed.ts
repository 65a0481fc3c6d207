/** A fenced block of a page that shows what a command prints, under a mark `<!-- run: ladder … -->`. */
interface Printed {
  readonly line: number;
  readonly command: string;
  readonly shown: string;
  /** Where the shown text stands in the page. */
  readonly from: number;
  readonly until: number;
}

const MARK = /^<!-- run: (.+?) -->\n\n?```\w*\n([\s\S]*?)^```$/gm;

/** The lines that stand for any number of lines left out. */
const LEFT_OUT = '…';

/** Every printed output of a page. */
export function printedIn(page: string): readonly Printed[] {
  return [...page.matchAll(MARK)].map((found) => {
    const [whole, command = '', shown = ''] = found;
    const from = found.index + whole.length - '```'.length - shown.length;
    const line = page.slice(0, found.index).split('\n').length;
    return { line, command, shown, from, until: from + shown.length };
  });
}

/** Whether a page's excerpt is what the command prints: `…` alone on a line stands for lines left out. */
export function isExcerpt(shown: string, printed: string): boolean {
  const [first = '', ...rest] = `\n${shown}`.split(`\n${LEFT_OUT}\n`);
  const whole = `\n${printed}`;
  if (rest.length === 0) return first === whole;
  const last = rest.pop() ?? '';
  if (!whole.startsWith(`${first}\n`)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = whole.indexOf(`\n${part}\n`, at);
    if (found === -1) return false;
    at = found + part.length + 1;
  }
  return last === '' || whole.slice(at).endsWith(`\n${last}`);
}

/** The page with each whole output printed anew; excerpts are left as they are, for a person chose them. */
export async function refreshed(page: string, print: (command: string) => Promise<string>): Promise<string> {
  let out = '';
  let at = 0;
  for (const { command, shown, from, until } of printedIn(page)) {
    const isWhole = !`\n${shown}`.includes(`\n${LEFT_OUT}\n`);
    out += page.slice(at, from) + (isWhole ? await print(command) : shown);
    at = until;
  }
  return out + page.slice(at);
}

/** The words of a command line: spaces part them, quotation marks keep them together. */
export const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
