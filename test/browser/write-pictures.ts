import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../check/source.ts';
import { startBrowser } from './chromium.ts';
import { openPictureCases } from './picture-cases.ts';

/** A picture of the README: who looks, at what, on what screen. */
interface Shot {
  readonly file: string;
  readonly as: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** A link to follow from there first. */
  readonly follow?: RegExp;
  /** Taken when weeks have passed, with cases that count. */
  readonly isLater?: boolean;
}

const CONTRACT = '/contracts/calnet-3-category-9-1';

const SHOTS: readonly Shot[] = [
  { file: 'case', as: 'Dana Quill', path: `${CONTRACT}/cases/100001`, width: 1120, height: 1020 },
  { file: 'case-telephone', as: 'Dana Quill', path: `${CONTRACT}/cases/100001`, width: 375, height: 1020 },
  { file: 'queue', as: 'Odile Marsh', path: `${CONTRACT}/queue`, width: 1120, height: 860 },
  {
    file: 'plan',
    as: 'Dana Quill',
    path: '/plans/calnet-3-category-9-1#tracks',
    width: 1120,
    height: 1020,
  },
  {
    file: 'overview',
    as: 'Tamsin Hale',
    path: `${CONTRACT}/overview`,
    width: 1120,
    height: 1020,
    isLater: true,
  },
  { file: 'mail', as: 'Odile Marsh', path: '/outbox', width: 520, height: 1180, follow: /contacted|waits/ },
];

/** Starts a demonstration on an empty folder; its address once it is ready, and how to stop it. */
async function demonstration(): Promise<{
  readonly url: string;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}> {
  const root = mkdtempSync(join(tmpdir(), 'ladder-pictures-'));
  // As root its database runs as another user, who has to pass through.
  chmodSync(root, 0o755);
  const folder = join(root, 'data');
  const child = spawn(process.execPath, ['bin/ladder.js', 'start', '--json'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', LADDER_MAIL_PORT: '0', LADDER_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await once(child, 'close');
    rmSync(root, { recursive: true });
  };
  for await (const line of createInterface(child.stdout)) {
    const url = /"url":\s*"(http:[^"]+)"/.exec(line)?.[1];
    if (url !== undefined) return { url, folder, stop };
  }
  throw new Error('the demonstration did not start');
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const { as, path, width, height, file, follow } = shot;
  const context = await browser.newContext({ baseURL: url, viewport: { width, height }, locale: 'en-US' });
  const page: Page = await context.newPage();
  await page.goto('/step-in');
  await page.getByRole('button', { name: `Step in as ${as}`, exact: true }).click();
  await page.goto(path);
  if (follow) await page.getByRole('link', { name: follow }).last().click();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${ROOT}docs/pictures/${file}.png` });
  await context.close();
}

const { url, folder, stop } = await demonstration();
const browser = await startBrowser();
try {
  for (const shot of SHOTS.filter(({ isLater }) => !isLater)) await take(browser, url, shot);
  await openPictureCases(url, folder);
  for (const shot of SHOTS.filter(({ isLater }) => isLater)) await take(browser, url, shot);
} finally {
  await browser.close();
  await stop();
}
