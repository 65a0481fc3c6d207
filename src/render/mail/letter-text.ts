import type { Letter, LetterPart } from './letter.ts';

/** As wide as an old terminal leaves room for when it quotes a mail. */
const WIDTH = 72;

/**
 * A letter as plain text: complete by itself, in lines of 72 columns; only what a link leads to and a long
 * address stand unbroken. What was typed begins no line that reads as a part of the letter.
 */
export function letterText({ parts }: Letter): string {
  return `${parts.map((part) => partLines(part).join('\n')).join('\n\n')}\n`;
}

function partLines(part: LetterPart): readonly string[] {
  switch (part.kind) {
    case 'marker':
      return [part.text];
    case 'banner':
      return wrapped(part.text, '*** ', '    ');
    case 'heading':
      return [...wrapped(part.text), '-'.repeat(Math.min(WIDTH, [...part.text].length))];
    case 'lead':
    case 'paragraph':
      return wrapped(part.text);
    case 'list':
      return part.items.flatMap((item) => wrapped(item, '- ', '  '));
    case 'links':
      return part.links.flatMap(({ label, says, url }, index) => [
        ...(index === 0 ? [] : ['']),
        ...wrapped(`${label}. ${says}`, '* ', '  '),
        `  ${url}`,
      ]);
    case 'contact':
      return [
        ...wrapped(part.who),
        ...part.means.map(({ label, shown }) => `  ${`${label}:`.padEnd(8)} ${shown}`),
      ];
    case 'verbatim':
      return part.lines;
    case 'quote':
      return [
        ...(part.by === undefined ? [] : wrapped(`${part.by}:`)),
        ...part.lines.flatMap((line) => wrapped(line, '> ', '> ')),
      ];
    case 'facts':
      return part.rows.flatMap(([label, value]) =>
        wrapped(value, `${`${label}:`.padEnd(12)} `, ' '.repeat(13)),
      );
    case 'footer':
      // The mark by which mail programs know a signature; the blank after it belongs to it.
      return ['-- ', ...part.lines.flatMap((line) => wrapped(line))];
  }
}

/** What would make a line look like a part of the letter's own: a quotation, a list, a signature, the marker. */
const STRUCTURE = /^(?:[>*]|--|##)/;

/** A text in lines behind their indentation; a word too long for one is broken. */
function wrapped(text: string, first = '', rest = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap(pieces)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || width(longer) <= WIDTH - 1 - rest.length) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines.map((one, index) => set(one, index === 0 ? first : rest));
}

/** A line moved in by a blank where what was typed would make it look like more than a line. */
function set(line: string, indentation: string): string {
  const blank = indentation === '' && STRUCTURE.test(line) ? ' ' : '';
  return `${indentation}${blank}${line}`.trimEnd();
}

const width = (text: string): number => [...text].length;

/** Shorter than a line, so that it fits behind any indentation. */
const PIECE = 56;

function pieces(word: string): readonly string[] {
  const characters = [...word];
  if (characters.length <= PIECE) return [word];
  return Array.from({ length: Math.ceil(characters.length / PIECE) }, (_, index) =>
    characters.slice(index * PIECE, (index + 1) * PIECE).join(''),
  );
}
