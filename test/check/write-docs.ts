// Prints the outputs that pages show anew: `npm run docs`. It runs the built program, as a reader would.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { writePictures } from '../render/write-pictures.ts';
import { refreshed, wordsOf } from './printed.ts';
import { ROOT, repositoryFiles } from './source.ts';

async function print(command: string): Promise<string> {
  const [, ...args] = wordsOf(command);
  const { FORCE_COLOR: _forced, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['bin/ladder.js', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

for (const { path, text } of repositoryFiles().filter((file) => file.path.endsWith('.md'))) {
  const written = await refreshed(text, print);
  if (written !== text) {
    writeFileSync(ROOT + path, written);
    process.stdout.write(`${path}\n`);
  }
}

await writePictures(print);
