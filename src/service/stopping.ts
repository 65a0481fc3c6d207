import type { Tell } from './terminal-words.ts';

/** A terminal's Ctrl-C reaches npm, the outer Node and us, and each of them hands it on: echoes of one wish. */
const ECHO_MS = 400;
/** What a shell says of a program that a signal has ended: 128 and its number. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Listens, from the call to the end of the process, for the wish to stop, and resolves when somebody has it. A second one,
 * while the first is being followed, ends the process at once.
 */
export function stopping(tell: Tell): Promise<void> {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  let isAsked = false;
  let isEcho = true;
  const listener = (signal: keyof typeof ENDED_BY): void => {
    if (!isAsked) {
      isAsked = true;
      setTimeout(() => {
        isEcho = false;
      }, ECHO_MS).unref();
      tell('stopping', {});
      resolve();
    } else if (!isEcho) {
      tell('stopping-at-once', {});
      process.exit(ENDED_BY[signal]);
    }
  };
  process.on('SIGINT', listener).on('SIGTERM', listener);
  return asked;
}
