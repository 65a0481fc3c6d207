import { dirname, join } from 'node:path';
import type { SourceFile } from './source.ts';

/** One import of another file or of a library. */
export interface Import {
  readonly line: number;
  /** A path from the repository's root for our own files, else the library as written. */
  readonly from: string;
  readonly isOwn: boolean;
  /** The names taken; `*` where it cannot be told which. */
  readonly names: readonly string[];
  readonly isReExport: boolean;
}

const STATIC = /^(import|export)\s+(?:type\s+)?([^;'"]*?)\s*from\s+'([^']+)'/gm;
const BARE = /^import\s+'([^']+)'/gm;
const DYNAMIC =
  /(?:(?:const|let)\s*\{([^}]*)\}\s*=\s*\(?await\s+)?(?:typeof\s+)?import\(\s*'([^']+)'\s*\)(\)*\.(\w+))?/g;

/** Every import of a file, static and dynamic. It reads formatted code: each statement begins its line. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const made = (at: number, from: string, names: readonly string[], isReExport = false): Import => {
    const isOwn = from.startsWith('.');
    const line = text.slice(0, at).split('\n').length;
    return { line, from: isOwn ? join(dirname(path), from) : from, isOwn, names, isReExport };
  };
  const found: Import[] = [];
  for (const { index, 1: word, 2: clause = '', 3: from = '' } of text.matchAll(STATIC)) {
    found.push(made(index, from, namesIn(clause), word === 'export'));
  }
  for (const { index, 1: from = '' } of text.matchAll(BARE)) found.push(made(index, from, []));
  for (const { index, 1: taken, 2: from = '', 4: member } of text.matchAll(DYNAMIC)) {
    const names = taken === undefined ? [member ?? '*'] : namesIn(`{${taken}}`);
    found.push(made(index, from, names));
  }
  return found;
}

function namesIn(clause: string): readonly string[] {
  if (clause.includes('*')) return ['*'];
  const listed = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  const names = listed.split(',').map((one) =>
    one
      .trim()
      .replace(/^type\s+/, '')
      .split(/\s+as\s+|:/)[0]
      ?.trim(),
  );
  return names.filter((name): name is string => name !== undefined && name !== '');
}

const EXPORT =
  /^export\s+(?:declare\s+)?(?:async\s+)?(?:abstract\s+)?(?:function\*?|const|let|class|interface|type|enum)\s+(\w+)/gm;
const LIST = /^export\s+(?:type\s+)?\{([^}]*)\}\s*;/gm;

/** The names a file exports itself. */
export function exportsOf({ text }: SourceFile): readonly string[] {
  const declared = [...text.matchAll(EXPORT)].map((found) => found[1] ?? '');
  const listed = [...text.matchAll(LIST)].flatMap((found) =>
    (found[1] ?? '').split(',').map(
      (one) =>
        one
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  return [...declared, ...listed].filter((name) => name !== '');
}
