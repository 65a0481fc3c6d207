import { readFileSync } from 'node:fs';
import { inProject } from '../project.ts';

interface Help {
  /** The first paragraph, on one line. */
  readonly first: string;
  /** The whole section, in Markdown. */
  readonly text: string;
}

/**
 * What `docs/reference/errors.md` says of each code: the section under the heading that is the code.
 * An installation without the papers has no help to give, and goes without.
 */
export function findingHelp(): ReadonlyMap<string, Help> {
  try {
    return helpIn(readFileSync(inProject('docs/reference/errors.md'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

const HEADING = /^#{2,4} `?([a-z]+(?:-[a-z0-9]+)+)`?\s*$/;

/** The sections of a page by the code in their headings. */
export function helpIn(markdown: string): ReadonlyMap<string, Help> {
  const sections = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of markdown.split('\n')) {
    const code = HEADING.exec(line)?.[1];
    if (!/^#{1,4} /.test(line)) {
      current?.push(line);
      continue;
    }
    current = [];
    if (code !== undefined) sections.set(code, current);
  }
  return new Map([...sections].map(([code, lines]) => [code, helpOf(lines.join('\n').trim())]));
}

const helpOf = (text: string): Help => ({
  first: (text.split(/\n\s*\n/)[0] ?? '').replaceAll(/\s+/g, ' '),
  text,
});
