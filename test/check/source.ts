import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the repository as the checks see it; `path` starts at the repository's root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The folder of the repository, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const BINARY = /\.(?:png|jpe?g|gif|woff2?|ttf|pdf|docx|ico)$/;

/**
 * Every file of the repository's folder that its `.gitignore` does not leave out; one that is no text has none. The
 * folder is walked rather than git asked, so that a copy without its history is checked as well.
 */
export function repositoryFiles(): readonly SourceFile[] {
  const isIgnored = ignoring(readFileSync(`${ROOT}.gitignore`, 'utf8'));
  return filesUnder('', isIgnored).map((path) => ({
    path,
    text: BINARY.test(path) ? '' : readFileSync(ROOT + path, 'utf8'),
  }));
}

function filesUnder(folder: string, isIgnored: (name: string) => boolean): readonly string[] {
  return readdirSync(ROOT + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isDirectory()) return isIgnored(`${entry.name}/`) ? [] : filesUnder(`${path}/`, isIgnored);
    return entry.isFile() && !isIgnored(entry.name) ? [path] : [];
  });
}

/** Whether a name, a folder's with its slash, is left out; only the two forms that our list uses are known. */
function ignoring(list: string): (name: string) => boolean {
  const names = new Set([...list.split('\n'), '.git', '.git/']);
  const endings = list.split('\n').filter((line) => line.startsWith('*.'));
  return (name) => names.has(name) || endings.some((ending) => name.endsWith(ending.slice(1)));
}

export const isCode = ({ path }: SourceFile): boolean => /\.tsx?$/.test(path);
export const isTest = ({ path }: SourceFile): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/');
export const isProduct = (file: SourceFile): boolean =>
  isCode(file) && file.path.startsWith('src/') && !isTest(file);
