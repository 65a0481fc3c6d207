import { roundedUp } from '../../instant.ts';
import type { PictureWords } from '../picture.ts';
import { PartyWords } from './case-parts.ts';
import { formatDate, formatLocal, listed, sentence } from './dates.ts';
import { meansWords } from './forecast.ts';

export const picture: PictureWords = {
  title: ({ track }) => track,
  opened: ({ at, timeZone }) => `Abierto el ${formatLocal(at, timeZone, { year: true, zone: true })}`,
  supposed: ({ answers, timeZone }) =>
    answers.length === 0
      ? 'Si nadie responde'
      : `Si solo responden: ${listed(answers.map(({ level, at }) => `el nivel ${level} el ${formatLocal(at, timeZone)}`))}`,
  level: ({ level, title }) => (title === '' ? `Nivel ${level}` : `Nivel ${level}: ${title}`),
  standings: {
    reached: 'Contactado',
    due: 'Pendiente',
    next: 'Siguiente',
    later: 'Después',
    never: 'No se alcanza',
  },
  reached: ({ at, timeZone }) => `Desde el ${formatLocal(at, timeZone, { zone: true })}`,
  due: ({ at, timeZone, standing }) =>
    `${standing === 'due' ? 'Desde el' : 'A partir del'} ${formatLocal(roundedUp(at), timeZone, { zone: true })}`,
  undated: (standing) =>
    standing === 'never' ? 'Nunca queda pendiente en este supuesto' : 'Todavía no se puede dar una fecha',
  climb: ({ actor, means, automatic }) =>
    automatic
      ? `Ladder pasa el caso en nombre del cliente${meansWords(means)}`
      : `${PartyWords(actor)} pasa el caso${meansWords(means)}`,
  or: 'o',
  ownContact: (title) => `${title} de cada cliente`,
  otherwise: (name) => `si no, ${name}`,
  call: (number) => number,
  mobile: (number) => `celular ${number}`,
  day: (date) => formatDate(date).split(' ').slice(0, 2).join(' '),
  month: (date) => formatDate(date).split(' ').slice(1).join(' '),
  axis: ({ first, last, timeZone }) =>
    `Tiempo del ${formatLocal(first, timeZone)} al ${formatLocal(last, timeZone)}`,
  sentence: (parts) =>
    parts
      .filter((part) => part !== '')
      .map(sentence)
      .join(' '),
};
