import { blockOf, blocksOfLines, type Line } from './blocks.ts';
import type { Part } from './paper.ts';

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const ROW = /^\s*\|.*\|\s*$|^[^|]+\|[^|]+(?:\|[^|]*)*$/;

/** Plain text or Markdown as parts. Marks of emphasis go; what they mark stays where it stands. */
export function partsOfText(text: string): readonly Part[] {
  const lines = text.split(/\r\n|\r|\n/).map(lineOf);
  const parts: Part[] = [];
  let plain: Line[] = [];
  const close = (): void => {
    parts.push(...blocksOfLines(plain));
    plain = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const next = lines[index + 1]?.text ?? '';
    if (ROW.test(line.text) && RULE.test(next) && next.includes('|')) {
      close();
      const rows = [line];
      for (index += 2; index < lines.length && ROW.test(lines[index]?.text ?? ''); index++) {
        rows.push(lines[index] as Line);
      }
      index--;
      parts.push({ kind: 'table', rows: rows.map(cellsOf) });
    } else {
      plain.push(line);
    }
  }
  close();
  return parts;
}

function lineOf(raw: string, index: number): Line {
  const place = { page: undefined, line: index + 1 };
  const heading = /^\s{0,3}#{1,6}\s+(.*?)#*\s*$/.exec(raw);
  const isBold = /^\s*\*\*[^*]+:?\*\*\s*$/.test(raw) && !/:\*?\*?\s*\S/.test(raw.replace(/^\s*\*\*/, ''));
  if (heading) return { text: withoutMarks(heading[1] ?? ''), place, kind: 'heading' };
  if (/^\s*(?:[-*_=]\s*){3,}$/.test(raw)) return { text: '', place, kind: 'text' };
  return { text: withoutMarks(raw), place, kind: isBold && /:\*\*\s*$/.test(raw) ? 'heading' : 'text' };
}

/** Emphasis, raised letters, links and code without their marks. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/\$\s*(\d{1,3})\^\{?(\w{1,3})\}?\s*\$/g, '$1$2')
    .replaceAll(/<\/?(?:su[bp]|b|i|em|strong|u|br|span)\s*\/?>/gi, '')
    .replaceAll(/\[([^\]]{1,200})\]\(([^)\s]{1,300})\)/g, '$1')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\\([\\*_#[\]()])/g, '$1')
    .trimEnd();
}

const cellsOf = (line: Line) =>
  line.text
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((text) => blockOf('cell', [{ ...line, text }]));
