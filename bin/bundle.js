// Makes of the sources and the libraries the few files that Ladder is started from: a start that loads thousands of
// modules one by one takes twice as long. What is imported lazily becomes a file of its own, and is loaded when it is
// wanted.
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const FOLDER = at('dist/bundle');

/**
 * Asks the environment at each of the signs of a text whether it is to print them; its other build, of the same
 * sources, does not. A plan of two thousand contacts has 136,000.
 */
const YAML = at('node_modules/yaml/browser/index.js');

/** Libraries that read files of their own, or that are only ever loaded when something wants them. */
const APART = ['date-holidays', 'imapflow', 'mailauth', 'mailparser', 'mammoth', 'pdfkit', 'unpdf'];
const isApart = (id) => APART.some((name) => id === name || id.startsWith(`${name}/`));

/** A node that runs still loads files of the build it was started from. */
const KEPT_MS = 24 * 3_600_000;

const bundle = await rolldown({
  cwd: at('.'),
  // The second is the thread that reads documents.
  input: { main: at('src/main.ts'), worker: at('src/intake/apart/worker.ts') },
  platform: 'node',
  tsconfig: at('tsconfig.json'),
  resolve: { alias: { yaml: YAML, '#html/jsx-runtime': at('src/render/jsx-runtime.ts') } },
  external: isApart,
  onLog(level, log) {
    if (level === 'warn') throw new Error(log.message);
  },
});
const { output } = await bundle.write({
  dir: FOLDER,
  format: 'esm',
  // Not minified: where something fails, operators read the names.
  minify: false,
  sourcemap: true,
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();

const made = new Set(output.map(({ fileName }) => fileName));
for (const name of readdirSync(FOLDER)) {
  const path = at(`dist/bundle/${name}`);
  if (!made.has(name) && Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path);
}
writeFileSync(at('dist/.bundled'), '');
