import type { Tell } from './terminal-words.ts';

/** A terminal's Ctrl-C reaches npm, the outer Node and us, and each of them hands it on: echoes of one wish. */
const ECHO_MS = 400;
/** What a shell says of a program that a signal has ended: 128 and its number. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;

interface Stopping {
  /** Resolves when somebody asks the process to end. */
  readonly asked: Promise<void>;
  readonly forget: () => void;
}

/** Listens for the wish to stop; a second one, while the first is being followed, ends the process at once. */
export function stopping(tell: Tell): Stopping {
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
  return { asked, forget: () => void process.off('SIGINT', listener).off('SIGTERM', listener) };
}
