import type { Kysely } from 'kysely';
import type { Log } from '../app/ports/log.ts';
import type { RecordLook, RecordRun } from '../app/ports/record-look.ts';
import { type Secret, signingKey } from '../app/secret.ts';
import { verifyCase, verifyRecord } from '../app/verify.ts';
import type { Instant } from '../core/instant.ts';
import { checkpointBook } from '../store/record/checkpoints.ts';
import { readCaseRecord, readRecord } from '../store/record/read-record.ts';

interface Parts {
  readonly db: Kysely<unknown>;
  readonly secret: Secret;
  readonly now: () => Promise<Instant>;
  readonly log: Log;
}

/** The record as pages show it. One walk of the whole at a time goes on in a node: it reads everything there is. */
export function recordLook({ db, secret, now, log }: Parts): RecordLook {
  const { publicKey } = signingKey(secret);
  let last: RecordRun | undefined;
  const isGoingOn = (): boolean => last !== undefined && last.proof === undefined && !last.hasFailed;
  return {
    latestCheckpoint: () => checkpointBook(db).latest(),
    verifyCase: (key) => readCaseRecord(db, key, (record) => verifyCase(record, { publicKey })),
    run: () => last,
    async begin() {
      if (isGoingOn()) return;
      let run: RecordRun = { begunAt: await now(), done: 0, total: 0, proof: undefined, hasFailed: false };
      if (isGoingOn()) return;
      const becomes = (changes: Partial<RecordRun>): void => {
        run = { ...run, ...changes };
        last = run;
      };
      becomes({});
      const progress = (done: number, total: number): void => becomes({ done, total });
      void readRecord(db, (record) => verifyRecord(record, { against: [], publicKey, progress }))
        .then((proof) => becomes({ proof }))
        .catch((error: unknown) => {
          log.error('record-not-verified', error);
          becomes({ hasFailed: true });
        });
    },
  };
}
