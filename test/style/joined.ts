import { posix } from 'node:path';

const IMPORT = /^import \{[^}]*\} from '(\.[^']+)';\n/gm;
const DECLARED = /^(?:export )?(?:async )?(?:const|let|function|class) (\w+)/gm;

/**
 * Modules as one: each after those it imports, its imports and the word `export` left out. They then share one
 * scope, so a name that two of them use is refused.
 */
export function joined(entry: string, read: (name: string) => string): string {
  const parts = new Map<string, string>();
  const owners = new Map<string, string>();
  const visit = (name: string): void => {
    if (parts.has(name)) return;
    const text = read(name);
    parts.set(name, '');
    for (const [, from = ''] of text.matchAll(IMPORT)) visit(posix.join(posix.dirname(name), from));
    for (const [, declared = ''] of text.matchAll(DECLARED)) claim(owners, declared, name);
    // Last once more, after everything it needs.
    parts.delete(name);
    parts.set(name, text.replaceAll(IMPORT, '').replaceAll(/^export (?:\{\};\n)?/gm, ''));
  };
  visit(entry);
  return [...parts.values()].join('');
}

function claim(owners: Map<string, string>, declared: string, name: string): void {
  const owner = owners.get(declared);
  if (owner !== undefined) throw new Error(`${declared} is declared in ${owner} and in ${name}`);
  owners.set(declared, name);
}
