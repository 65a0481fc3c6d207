import type { Course } from '../../core/telephone/course.ts';
import { subjectOf } from '../give-answer.ts';
import type { CaseKey } from '../ports/store.ts';
import { caseForecast } from '../views/case-forecast.ts';
import type { Within } from './telephone-parts.ts';

/** What comes next in a case if nobody answers, on the clocks of whoever has opened it. */
export async function courseOf({ tx, book }: Within, key: CaseKey): Promise<Course> {
  const at = await tx.now();
  const subject = await subjectOf(tx, key, at);
  if (!subject) throw new Error('a case that was opened and is over');
  const { open } = subject;
  const reporter = await book.person(key.contract, open.reporter);
  const titleOf = (level: number): string => open.revision.levels[level - 1]?.title ?? '';
  const { rows } = caseForecast(open, at);
  const [first] = open.contacted;
  const level = first?.level ?? 1;
  const answer = rows.find(
    (row) => row.kind === 'promiseDue' && row.promise.kind === 'respondWithin' && row.level === level,
  );
  return {
    timeZone: reporter?.person.timeZone ?? open.revision.timeZone,
    asked: { level, title: titleOf(level), answerBy: answer?.at },
    moves: rows.flatMap((row) =>
      row.kind === 'move'
        ? [
            {
              ...{ level: row.level, title: titleOf(row.level), at: row.at },
              actor: row.automatic ? ('ladder' as const) : row.actor,
            },
          ]
        : [],
    ),
  };
}
