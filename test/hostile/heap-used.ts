import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What the whole of a flood may cost at its end, once it is over. */
export const LEFT_BYTES_MAX = 64 * 1024 * 1024;

/** Bytes in use once everything that nobody holds is collected. */
export const heapUsed = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
};
