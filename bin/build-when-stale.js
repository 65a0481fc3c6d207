// Builds what `npm start` runs, unless it is newer than everything that it is built of: to find that out by compiling
// takes longer than to start.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const at = (path) => join(root, path);
const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const sources = existsSync(at('src'))
  ? readdirSync(at('src'), { recursive: true }).map((name) => at(join('src', name)))
  : [];
const made = [
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
  'bin/bundle.js',
].map(at);
const newest = Math.max(0, ...[...sources, ...made].map(changedAt));
// Written last: what a build that failed has left is stale.
const builtAt = changedAt(at('dist/.bundled'));

if (sources.length > 0 && builtAt <= newest) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
