import { isBug } from './bug.ts';
import type { CaseKey } from './ports/store.ts';

/** A case that cannot be decided for a bug of ours, which is the cause; whatever was begun with it is undone. */
export class CaseFailed extends Error {
  readonly key: CaseKey;

  constructor(key: CaseKey, cause: unknown) {
    super(`case ${key.caseId} of ${key.contract} cannot be decided`, { cause });
    this.key = key;
  }
}

/** Does something that hangs on one case alone; a bug in it is the case's. */
export function onCase<T>(key: CaseKey, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw blamed(key, error);
  }
}

/** The error as one of this case, where it is a bug of ours; what the database says stays what it is. */
export const blamed = (key: CaseKey, error: unknown): unknown =>
  isBug(error) && !isOfDatabase(error) ? new CaseFailed(key, error) : error;

const isOfDatabase = (error: unknown): boolean => (error as { code?: unknown }).code !== undefined;

/** What went wrong, without whose it is. */
export const causeOf = (error: unknown): unknown => (error instanceof CaseFailed ? error.cause : error);
