import { asInstant, type Instant, roundedUp } from '../../instant.ts';
import type { AskedNow, Course, CourseMove } from '../../telephone/course.ts';
import { formatLocal, spokenLocal } from './dates.ts';

type On<T> = T & { readonly timeZone: string };

/** Nobody is promised less than the plan promises: what ends inside a minute ends with its beginning. */
const by = (at: Instant): Instant => asInstant(Math.floor(at / MINUTE_MS) * MINUTE_MS);
const MINUTE_MS = 60_000;

const titled = (level: number, title: string): string =>
  title === '' ? `level ${level}` : `level ${level}, ${title},`;

/** `Level 1, Account Manager, is told now, and answers by Sunday 29 November, 9:26 am Pacific.` */
export function courseAsked({ level, title, answerBy, timeZone }: On<AskedNow>): string {
  const told = `${titled(level, title).replace(/^l/, 'L')} is told now`;
  return answerBy === undefined
    ? `${told}, and owes you an answer.`
    : `${told}, and is to answer by ${spokenLocal(by(answerBy), timeZone)}.`;
}

const MAY: Readonly<Record<CourseMove['actor'], (level: string, from: string) => string>> = {
  customer: (level, from) => `From ${from} you may go on to ${level}`,
  contractor: (level, from) => `From ${from} the contractor may go on to ${level}`,
  oversight: (level, from) => `From ${from} oversight may go on to ${level}`,
  ladder: (level, from) => `At ${from} the case goes on to ${level} by itself`,
};

/** `From Sunday 29 November, 12:27 pm Pacific, you may go on to level 2, Solutions Architect.` */
export const courseMove = ({ level, title, at, actor, timeZone }: On<CourseMove>): string =>
  `${MAY[actor](titled(level, title).replace(/,$/, ''), `${spokenLocal(roundedUp(at), timeZone)},`)}.`;

const BRIEFLY: Readonly<Record<CourseMove['actor'], string>> = {
  customer: 'you may go to',
  contractor: 'the contractor may go to',
  oversight: 'oversight may go to',
  ladder: 'it goes by itself to',
};

/** The same in few signs: `Level 1 is to answer by Sun 29 Nov, 9:26 am Pacific. Else you may go to level 2 from …` */
export function courseText({ timeZone, asked, moves }: Course): string {
  const show = { zone: true };
  const answer =
    asked.answerBy === undefined
      ? `Level ${asked.level} is told.`
      : `Level ${asked.level} is to answer by ${formatLocal(by(asked.answerBy), timeZone, show)}.`;
  const each = moves.map(
    ({ level, at, actor }) =>
      `${BRIEFLY[actor]} level ${level} from ${formatLocal(roundedUp(at), timeZone, show)}`,
  );
  return each.length === 0 ? answer : `${answer} If nobody answers: ${each.join('; ')}.`;
}
