import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../../core/instant.ts';
import type { Intake, PagesRead } from '../../intake/read-document.ts';

/** A document that is being read on this node, or was read a while ago. */
export interface DocumentReading {
  readonly id: string;
  readonly contract: string;
  readonly personId: string;
  readonly file: string;
  read: PagesRead | undefined;
  /** Undefined while it is read. */
  outcome: Intake | 'failed' | undefined;
}

type Begun = Pick<DocumentReading, 'contract' | 'personId' | 'file'> & { readonly at: Instant };

/** So many documents are read at a time; each may take a core and some memory of its own. */
const AT_ONCE_MAX = 2;
/** What came of it is kept so long for whoever asked, in memory alone. */
const KEPT_MS = 600_000;
/** Of what is kept at once there is an end too: the oldest go first. */
const KEPT_MAX = 50;
/** Nearly every document is read sooner, and is answered at once. */
const AT_ONCE_MS = 1_500;
/** No reading goes on for longer; what began so lately may be going on at another node. */
const LONGEST_MS = 60_000;

const ID = /^([0-9a-z]{8,10})-[\w-]{22}$/;

/** Documents on their way into drafts. */
export interface DocumentReadings {
  isFull(): boolean;
  /** Begins one, and waits a little for it; `run` hears of its pages by what it is given. */
  begin(begun: Begun, run: (tell: (read: PagesRead) => void) => Promise<Intake>): Promise<DocumentReading>;
  /** One's own, by its name; `elsewhere` where another node may be reading it; undefined where it is gone. */
  find(
    id: string,
    whose: Pick<Begun, 'contract' | 'personId' | 'at'>,
  ): DocumentReading | 'elsewhere' | undefined;
}

/** The readings of one node: what was read lies in its memory for a while, and nowhere else. */
export function documentReadings(failed: (error: unknown) => void): DocumentReadings {
  const kept = new Map<string, DocumentReading>();
  const going = (): number => [...kept.values()].filter(({ outcome }) => outcome === undefined).length;
  return {
    isFull: () => going() >= AT_ONCE_MAX,
    async begin({ at, ...whose }, run) {
      // When it began stands in its name, so that a node which knows nothing of it knows how old it is.
      const id = `${at.toString(36)}-${randomBytes(16).toString('base64url')}`;
      const one: DocumentReading = { id, ...whose, read: undefined, outcome: undefined };
      kept.set(id, one);
      const over = [...kept.values()].filter(({ outcome }) => outcome !== undefined);
      for (const { id: old } of over.slice(0, Math.max(0, kept.size - KEPT_MAX))) kept.delete(old);
      const ended = run((read) => {
        one.read = read;
      })
        .then(
          (outcome) => {
            one.outcome = outcome;
          },
          (error: unknown) => {
            one.outcome = 'failed';
            failed(error);
          },
        )
        .finally(() => setTimeout(() => kept.delete(id), KEPT_MS).unref());
      await Promise.race([ended, wait(AT_ONCE_MS, undefined, { ref: false })]);
      return one;
    },
    find(id, { contract, personId, at }) {
      const one = kept.get(id);
      if (one) return one.contract === contract && one.personId === personId ? one : undefined;
      const [, begun] = ID.exec(id) ?? [];
      const age = begun === undefined ? Number.NaN : at - Number.parseInt(begun, 36);
      return age >= 0 && age < LONGEST_MS ? 'elsewhere' : undefined;
    },
  };
}
