import { randomUUIDv7 } from 'node:crypto';
import type { CaseKey } from '../app/ports/store.ts';
import type { Instant } from '../core/instant.ts';
import type { Queues } from './queues.ts';

/** As much of a change as its next deadline's job depends on. */
interface Dated {
  readonly before: { readonly deadlineJob: string | undefined };
  readonly nextDueAt: Instant | undefined;
  readonly renewJob: boolean;
}

/** A change of something that has a chain of its own, such as an obligation, with the job of its next deadline. */
export interface Written<C extends Dated> {
  readonly change: C;
  /** The job that will act on its next deadline. */
  readonly job: string | null;
}

/** Each change with its job: the one it had, or a new one where it had none and needs one. */
export const withJobs = <C extends Dated>(changes: readonly C[]): readonly Written<C>[] =>
  changes.map((change) => ({
    change,
    job: change.nextDueAt === undefined ? null : (change.before.deadlineJob ?? randomUUIDv7()),
  }));

/** The jobs that the changed ones had: what was decided has not failed any more. */
export const jobsBefore = (changes: readonly Dated[]): readonly string[] =>
  changes.flatMap(({ before }) => before.deadlineJob ?? []);

/** Queues, moves and removes the jobs of changes, in the transaction that writes them. */
export async function queueDeadlines<C extends Dated>(
  queues: Queues,
  written: readonly Written<C>[],
  keyOf: (change: C) => CaseKey,
  offsetMs: number,
): Promise<void> {
  const jobs = (chosen: (change: C) => boolean) =>
    written.flatMap(({ change, job }) =>
      job !== null && change.nextDueAt !== undefined && chosen(change)
        ? [{ id: job, key: keyOf(change), startAt: change.nextDueAt - offsetMs }]
        : [],
    );
  const hadOne = ({ before }: C): boolean => before.deadlineJob !== undefined;
  await queues.dropDeadlines(
    written.flatMap(({ change, job }) => (job === null ? (change.before.deadlineJob ?? []) : [])),
  );
  await queues.addDeadlines(jobs((change) => !hadOne(change)));
  await queues.moveDeadlines(jobs((change) => hadOne(change) && change.renewJob));
}
