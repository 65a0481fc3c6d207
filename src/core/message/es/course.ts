import { asInstant, type Instant, roundedUp } from '../../instant.ts';
import type { AskedNow, Course, CourseMove } from '../../telephone/course.ts';
import { formatLocal, longLocal, sentence } from './dates.ts';

type On<T> = T & { readonly timeZone: string };

/** Nobody is promised less than the plan promises: what ends inside a minute ends with its beginning. */
const by = (at: Instant): Instant => asInstant(Math.floor(at / MINUTE_MS) * MINUTE_MS);
const MINUTE_MS = 60_000;

const titled = (level: number, title: string): string =>
  title === '' ? `nivel ${level}` : `nivel ${level}, ${title},`;

const spoken = (at: Instant, timeZone: string): string => longLocal(at, timeZone, { zone: true });

/** `Se avisa ahora al nivel 1, Account Manager, que debe responder antes del domingo 29 de noviembre, …` */
export function courseAsked({ level, title, answerBy, timeZone }: On<AskedNow>): string {
  const told = `Se avisa ahora al ${titled(level, title)}`;
  return answerBy === undefined
    ? `${told} que le debe una respuesta.`
    : sentence(`${told} que debe responder a más tardar el ${spoken(by(answerBy), timeZone)}`);
}

const MAY: Readonly<Record<CourseMove['actor'], string>> = {
  customer: 'usted puede subir',
  contractor: 'el contratista puede subir',
  oversight: 'la supervisión puede subir',
  ladder: 'el caso sube por sí solo',
};

/** `Desde el domingo 29 de noviembre, 12:27 p. m., hora del Pacífico, usted puede subir al nivel 2, Solutions Architect.` */
export const courseMove = ({ level, title, at, actor, timeZone }: On<CourseMove>): string =>
  sentence(
    `Desde el ${spoken(roundedUp(at), timeZone)}, ${MAY[actor]} al ${titled(level, title).replace(/,$/, '')}`,
  );

/** The same in few signs. */
export function courseText({ timeZone, asked, moves }: Course): string {
  const show = { zone: true };
  const answer =
    asked.answerBy === undefined
      ? `Se avisa al nivel ${asked.level}.`
      : sentence(
          `El nivel ${asked.level} debe responder antes de: ${formatLocal(by(asked.answerBy), timeZone, show)}`,
        );
  const each = moves.map(
    ({ level, at, actor }) =>
      `${MAY[actor]} al nivel ${level} desde ${formatLocal(roundedUp(at), timeZone, show)}`,
  );
  return each.length === 0 ? answer : `${answer} ${sentence(`Si nadie responde: ${each.join('; ')}`)}`;
}
