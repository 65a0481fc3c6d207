import { createHash } from 'node:crypto';
import type { Caller } from '../../app/authorise.ts';
import type { AnswerKey } from '../../app/ports/store.ts';

const KEY = /^[\w-]{8,100}$/;

/** Under which key the answer to a form is kept, bound to what was asked: sent twice, it is done once. */
export function formKey(
  key: string,
  { contract, personId }: Caller,
  ...asked: readonly (string | Uint8Array)[]
): AnswerKey | undefined {
  if (!KEY.test(key)) return undefined;
  const request = createHash('sha256');
  for (const part of asked) request.update(part);
  return { contract, caller: `portal/${personId}`, key, request: request.digest('hex') };
}
