import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A file of the repository as the checks see it; `path` starts at the repository's root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The folder of the repository, with a slash at its end. */
export const ROOT = new URL('../../', import.meta.url).pathname;

const BINARY = /\.(?:png|jpe?g|gif|woff2?|ttf|pdf|docx|ico)$/;

/** Every text file that is in the repository or about to be: tracked, or new and not ignored. */
export function repositoryFiles(): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && !BINARY.test(path))
    .flatMap((path) => {
      const text = textAt(path);
      return text === undefined ? [] : [{ path, text }];
    });
}

/** Undefined for a file that git still lists and that is gone from the folder. */
function textAt(path: string): string | undefined {
  try {
    return readFileSync(ROOT + path, 'utf8');
  } catch {
    return undefined;
  }
}

export const isCode = ({ path }: SourceFile): boolean => /\.tsx?$/.test(path);
export const isTest = ({ path }: SourceFile): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/');
export const isProduct = (file: SourceFile): boolean =>
  isCode(file) && file.path.startsWith('src/') && !isTest(file);
