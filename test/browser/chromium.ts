import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { ROOT } from '../check/source.ts';

const PACKED = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** Without these it needs shared memory, a sandbox of the kernel, and hinted fonts: none is sure to be there. */
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Where the browser that npm brings can run. */
export const hasBrowser = process.platform === 'linux' && process.arch === 'x64';

/** Starts the browser that npm brings, with the libraries and the font it comes with: the machine needs none. */
export async function startBrowser(): Promise<Browser> {
  const home = await unpacked();
  writeFileSync(join(home, 'fonts.conf'), fontsFile(home));
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: FLAGS,
    env: {
      ...process.env,
      TMPDIR: home,
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''].join(':'),
    },
  });
}

/** The folder of this version, made once for all runs; workers that come at once make one each and keep the first. */
async function unpacked(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(join(dirname(main), '..', 'package.json')) as {
    readonly version: string;
  };
  const home = join(ROOT, 'node_modules', '.cache', `chromium-${version}`);
  if (existsSync(home)) return home;
  const making = `${home}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  await inflateInto(making, join(dirname(main), '..', 'bin'));
  try {
    renameSync(making, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
    rmSync(making, { recursive: true });
  }
  return home;
}

/** The package unpacks into the folder for temporary files, whatever that is. */
async function inflateInto(folder: string, bin: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    for (const name of PACKED) await inflate(join(bin, name));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

const fontsFile = (home: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>\n`;
