/** What is kept of a mail's text; what was written beyond is cut, and nobody writes so much in a mail. */
const TEXT_MAX = 10_000;

export const cleanText = (text: string): string =>
  text
    .replaceAll('\0', '')
    .toWellFormed()
    .slice(0, TEXT_MAX)
    .replace(/\p{Surrogate}$/u, '');

interface Written {
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
}

/** What a case says that a mail opens: its subject, and what was written; undefined where neither says anything. */
export function openingText({ subject, text }: Written): string | undefined {
  const said = [subject, text].map((part = '') => part.trim()).filter((part) => part !== '');
  return said.length === 0 ? undefined : cleanText(said.join('\n\n'));
}
