import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, Logger } from 'sass';
import { ROOT } from '../check/source.ts';
import { joined } from './joined.ts';

/** The style sheet that its sources make; comments of the design system are left out. */
export function compiledStyle(): string {
  const { css } = compile(`${ROOT}src/portal/style/ladder.scss`, {
    loadPaths: [`${ROOT}node_modules/@uswds/uswds/packages`],
    quietDeps: true,
    logger: Logger.silent,
  });
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\n(?:\s*\n)+/g, '\n');
  return `${bare.trim()}\n`;
}

/** The one module that its sources make. */
export function compiledScript(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ladder-script-'));
  try {
    const { status, stdout } = spawnSync(
      `${ROOT}node_modules/.bin/tsc`,
      ['-p', `${ROOT}src/portal/script`, '--noEmit', 'false', '--outDir', folder],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stdout);
    return narrow(joined('main.js', (name) => readFileSync(join(folder, name), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each level is one space, not four: a sixth of the bytes. No text of the script goes over lines. */
const narrow = (script: string): string =>
  script.replaceAll(/^(?: {4})+/gm, (spaces) => ' '.repeat(spaces.length / 4));
