import { catalogue } from '../core/message/catalogue.ts';

/** Runs one command line and answers its exit code: 0 yes, 1 refused, 2 misuse, 3 fault. */
export async function run(_args: readonly string[]): Promise<number> {
  process.stdout.write(`${catalogue('en').cli.description}\n`);
  return 0;
}
