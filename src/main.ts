import { run } from './cli/main.ts';

/** Runs one command line and answers its exit code. The parts of the service come with the commands that want them. */
export const main = (args: readonly string[]): Promise<number> =>
  run(args, async () => (await import('./service/operations.ts')).operations);
