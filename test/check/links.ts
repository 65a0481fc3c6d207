import { dirname, join } from 'node:path';
import type { SourceFile } from './source.ts';

const LINK = /(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)/g;
const HEADING = /^#{1,6} (.+?)\s*$/gm;

/** The anchor that a heading gets: lower case, spaces to hyphens, marks left out. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/** Links of the pages that lead nowhere: to no file or folder of the repository, or to no heading of a page. */
export function brokenLinks(files: readonly SourceFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const anchors = new Map(files.filter(isPage).map((page) => [page.path, anchorsOf(page.text)]));
  return files.filter(isPage).flatMap((page) =>
    linksIn(page)
      .filter(({ to }) => !/^[a-z]+:/i.test(to))
      .filter(({ to }) => {
        const [path = '', anchor] = to.split('#');
        const target = path === '' ? page.path : join(dirname(page.path), decodeURI(path)).replace(/\/$/, '');
        if (!paths.has(target) && !folders.has(target)) return true;
        return anchor !== undefined && !(anchors.get(target)?.has(anchor) ?? false);
      })
      .map(({ line, to }) => `${page.path}:${line} ${to}`),
  );
}

/** As pages name files: alone in `code`, within a command, or in words. */
const NAMED = /(?<![\w./-])((?:src|test|docs|plans|scenarios|bin)\/(?:[\w*<>/.-]*[\w*>/])?)/g;

/** As the terminal's sentences name pages. */
const TOLD = /\b((?:docs|plans|scenarios)\/[\w/.-]*\w)/g;
const isSentences = ({ path }: SourceFile): boolean => path.startsWith('src/core/message/en/');

/** Files and folders that pages and sentences name and that are not there; `*` stands for any letters of a name. */
export function missingPaths(files: readonly SourceFile[]): readonly string[] {
  const paths = files.flatMap(({ path }) => [path, ...foldersOf(path)]);
  return files
    .filter((file) => isPage(file) || isSentences(file))
    .flatMap((page) =>
      [...page.text.matchAll(isPage(page) ? NAMED : TOLD)]
        .map(([, named = '']) => named)
        .filter((named) => !named.includes('<'))
        .filter((named) => !paths.some((path) => fits(path, named)))
        .map((named) => `${page.path} names ${named}`),
    );
}

const fits = (path: string, named: string): boolean =>
  new RegExp(
    `^${named
      .replace(/\/$/, '')
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')}$`,
  ).test(path);

const isPage = ({ path }: SourceFile): boolean => path.endsWith('.md');

/** Links outside fenced blocks, each with its line. */
function linksIn({ text }: SourceFile): readonly { line: number; to: string }[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, (block) => block.replaceAll(/[^\n]/g, ' '));
  return [...prose.matchAll(LINK)].map((found) => ({
    line: prose.slice(0, found.index).split('\n').length,
    to: found[1] ?? found[2] ?? '',
  }));
}

function anchorsOf(text: string): ReadonlySet<string> {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  const seen = new Map<string, number>();
  return new Set(
    [...prose.matchAll(HEADING)].map((found) => {
      const anchor = anchorOf(found[1] ?? '');
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['.', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))];
}
