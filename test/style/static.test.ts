import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ROOT } from '../check/source.ts';
import { compiledScript, compiledStyle } from './compiled.ts';
import { joined } from './joined.ts';

const SCRIPT_BYTES_MAX = 15 * 1024;
const STYLE_BYTES_MAX = 12 * 1024;
const sent = (name: string): string => readFileSync(`${ROOT}src/portal/static/${name}`, 'utf8');

test('the style sheet that is sent is what its sources make (npm run style writes it)', () => {
  expect(sent('ladder.css')).toBe(compiledStyle());
});

test('the script that is sent is what its sources make (npm run style writes it)', () => {
  expect(sent('ladder.js')).toBe(compiledScript());
});

test('script and style are small', () => {
  expect(sent('ladder.js').length).toBeLessThan(SCRIPT_BYTES_MAX);
  expect(gzipSync(sent('ladder.css')).length).toBeLessThan(STYLE_BYTES_MAX);
});

test('the style asks nobody for anything', () => {
  expect(sent('ladder.css')).not.toMatch(/url\(|@import|@font-face/);
});

test('modules are joined in the order in which they need each other', () => {
  const files: Readonly<Record<string, string>> = {
    'main.js': "import { a } from './a.js';\nimport { b } from './b.js';\na(b);\n",
    'a.js': "import { b } from './b.js';\nexport const a = () => b;\n",
    'b.js': 'export const b = 1;\n',
  };
  expect(joined('main.js', (name) => files[name] ?? '')).toBe('const b = 1;\nconst a = () => b;\na(b);\n');
});

test('a name that two modules use is refused', () => {
  const files: Readonly<Record<string, string>> = {
    'main.js': "import { a } from './a.js';\nconst b = 2;\na(b);\n",
    'a.js': 'const b = 1;\nexport const a = () => b;\n',
  };
  expect(() => joined('main.js', (name) => files[name] ?? '')).toThrow(
    'b is declared in a.js and in main.js',
  );
});
