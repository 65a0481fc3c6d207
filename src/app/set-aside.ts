import { sayBug } from './bug.ts';
import { CaseFailed } from './case-failed.ts';
import type { LetterParts } from './notices/letters.ts';
import { everybody, letterCase, plainSystemLetter } from './notices/system.ts';
import { seatsOf } from './notices/who.ts';
import type { EngineStore, EngineTransaction } from './ports/engine.ts';
import type { Log } from './ports/log.ts';
import type { CaseKey } from './ports/store.ts';
import { noteUndone } from './undone.ts';

interface AsideParts {
  readonly log: Log;
  readonly letters: LetterParts;
  /** When this node started, and of which Ladder: a later start tries the case again. */
  readonly version: string;
}

/** As many as a batch of deadlines has. */
const CASES_MAX = 500;

/** Works with the database as a whole; each of its transactions is a work of its own. */
type Working = <T>(work: (tx: EngineTransaction) => Promise<T>) => Promise<T>;

/**
 * A store on which no case holds up another, or whoever asks something of it: one whose decision fails by a bug is set
 * aside in a transaction of its own, and the work is done once more. It then finds the case set aside, and answers
 * what is answered of such a case. A fault of the world goes to whoever asked, as ever.
 */
export function settingAside<S extends EngineStore>(store: S, parts: AsideParts): S {
  const once: Working = (work) => store.transaction(work);
  const transaction: Working = async (work) => {
    const aside = new Set<string>();
    for (;;) {
      try {
        return await once(work);
      } catch (error) {
        noteUndone(error);
        if (!(error instanceof CaseFailed)) throw error;
        const name = JSON.stringify(error.key);
        // It was set aside and is decided all the same: whoever tries it again hears how that ended.
        if (aside.has(name) || aside.size >= CASES_MAX) throw error;
        aside.add(name);
        await setAside(once, parts, error.key, error.cause);
      }
    }
  };
  return { ...store, transaction };
}

/** Sets a case aside with its error, and tells those who act on it that nobody acts on its clocks. */
export async function setAside(
  once: Working,
  { log, letters, version }: AsideParts,
  key: CaseKey,
  error: unknown,
): Promise<void> {
  const fields = { contract: key.contract, caseId: key.caseId };
  log.error('case-set-aside', error, fields);
  const isNew = await once(async (tx) => tx.setAside(key, await tx.now(), sayBug(error), version));
  if (!isNew) return;
  // The letters need the case's own events, which may be what is broken: without them operators still know.
  await once((tx) => tellClocksStand(tx, letters, key)).catch((failed) =>
    log.error('letters-failed', failed, fields),
  );
}

async function tellClocksStand(tx: EngineTransaction, letters: LetterParts, key: CaseKey): Promise<void> {
  const since = await tx.now();
  const subject = letterCase(key, await tx.papers(key, seatsOf), since);
  if (!subject) return;
  const told = everybody(letters, subject).map((reader) =>
    plainSystemLetter(letters, subject, reader, { kind: 'clocksNotActedOn', since }),
  );
  await tx.addDeliveries(told);
}
