import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running service writes down in its data folder: while it is there, Ladder runs or has crashed. */
interface RunningMark {
  /** Where it is reached, once it is. */
  readonly url: string | undefined;
}

const fileIn = (folder: string): string => join(folder, 'running.json');

/** What the service on this folder wrote; undefined where the last one stopped cleanly. */
export function runningMark(folder: string): RunningMark | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as RunningMark;
  } catch {
    // It is missing, or a full disk cut it short; nothing but a sentence depends on it.
    return undefined;
  }
}

/** Written aside and renamed: a reader finds it whole. */
export function markRunning(folder: string, url: string | undefined): void {
  const file = fileIn(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify({ url })}\n`);
  renameSync(`${file}.new`, file);
}

export function forgetRunning(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}
