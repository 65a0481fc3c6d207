import { exportsOf, importsOf } from './imports.ts';
import { isProduct, type SourceFile } from './source.ts';

/** Where the program, the script of its pages and the thread that reads documents begin: what nothing reachable from here imports is dead. */
const ENTRIES = ['src/main.ts', 'src/portal/script/main.ts', 'src/intake/apart/worker.ts'];

/** Names that are called from outside: the program's entry, and the runtime the compiler calls for pages. */
const CALLED_FROM_OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['main'],
  'src/render/jsx-runtime.ts': ['*'],
  'vitest.config.ts': ['*'],
  'test/last-line.ts': ['*'],
  'test/global-setup.ts': ['setup'],
};

/** Exports that no other file takes, as `file exports name, and nobody imports it`. */
export function unusedExports(files: readonly SourceFile[]): readonly string[] {
  const taken = new Map<string, Set<string>>();
  for (const file of files) {
    for (const { from, names } of importsOf(file)) {
      taken.set(from, new Set([...(taken.get(from) ?? []), ...names]));
    }
  }
  return files.flatMap((file) => {
    const used = new Set([...(taken.get(file.path) ?? []), ...(CALLED_FROM_OUTSIDE[file.path] ?? [])]);
    if (used.has('*')) return [];
    return exportsOf(file)
      .filter((name) => !used.has(name))
      .map((name) => `${file.path} exports ${name}, and nobody imports it`);
  });
}

/** Files of the program that no way from its entries reaches, tests left aside. */
export function deadFiles(
  files: readonly SourceFile[],
  ahead: readonly string[] = [],
  entries = ENTRIES,
): readonly string[] {
  const product = new Map(files.filter(isProduct).map((file) => [file.path, file]));
  const reached = new Set<string>();
  const waiting = [...entries, ...ahead].filter((path) => product.has(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = product.get(path);
    if (!file || reached.has(path)) continue;
    reached.add(path);
    waiting.push(...importsOf(file).map(({ from }) => from));
  }
  // The runtime of pages is imported by the compiler.
  return [...product.keys()].filter((path) => !reached.has(path) && path !== 'src/render/jsx-runtime.ts');
}
