import type { DutyMailWords } from '../portal/duty-mail.ts';
import { counted, formatLocal, listed } from './dates.ts';

const levelWords = (levels: readonly number[]): string => {
  if (levels.length === 0) return '';
  return levels.length === 1 ? ` (nivel ${levels[0]})` : ` (niveles ${listed(levels.map(String))})`;
};

export const dutyMail: DutyMailWords = {
  ahead: {
    subject: ({ contractTitle, from, timeZone }) =>
      `${contractTitle}: está de turno desde ${formatLocal(from, timeZone, { zone: true })}`,
    lead: ({ count }) => `Tiene por delante ${count === 1 ? 'un turno' : counted(count, 'turno')}.`,
    duty: ({ title, levels, from, until, names, timeZone }) =>
      `${title}${levelWords(levels)}: desde ${formatLocal(from, timeZone, { year: true, zone: until === undefined })}${
        until === undefined ? '' : ` hasta ${formatLocal(until, timeZone, { year: true, zone: true })}`
      }.${names.length === 0 ? '' : ` Releva a ${listed(names)}.`}`,
    more: ({ count }) => `${counted(count, 'turno más', 'turnos más')} en la página.`,
    what: 'Los casos que lleguen entonces a su nivel le llegan a usted. Si no puede estar, proponga en la página un intercambio, o pida una excepción a quien dirige el programa.',
  },
  lost: {
    subject: ({ contractTitle, from, timeZone }) =>
      `${contractTitle}: ya no está de turno desde ${formatLocal(from, timeZone, { zone: true })}`,
    lead: ({ count }) =>
      count === 1
        ? 'Un turno del que se le avisó ya no es suyo.'
        : `${counted(count, 'turno')} de los que se le avisó ya no son suyos.`,
    duty: ({ title, levels, from, names, timeZone }) =>
      `${title}${levelWords(levels)}: desde ${formatLocal(from, timeZone, { year: true, zone: true })}. ${
        names.length === 0
          ? 'Nadie lo tiene en su lugar: se alcanza a quienes el nivel nombra en su defecto.'
          : `En su lugar: ${listed(names)}.`
      }`,
    more: ({ count }) => `${counted(count, 'turno más', 'turnos más')} en la página.`,
    what: 'Lo ha cambiado una excepción, un intercambio o una ausencia. Si no es como debe, avise a quien dirige el programa.',
  },
  over: {
    subject: ({ contractTitle, names }) =>
      `${contractTitle}: su turno ha terminado, ${names.length === 0 ? 'y nadie le ha relevado' : `relevo: ${listed(names)}`}`,
    lead: 'Su turno ha terminado.',
    duty: ({ title, levels, at, names, timeZone }) =>
      `${title}${levelWords(levels)}: ${names.length === 0 ? 'nadie está de turno' : `relevo, ${listed(names)}`}, desde ${formatLocal(at, timeZone, { year: true, zone: true })}.${
        names.length === 0 ? ' Se alcanza a quienes el nivel nombra en su defecto.' : ''
      }`,
    cases: 'Casos abiertos en este nivel',
    oneCase: ({ caseId, level, dueAt, timeZone }) =>
      `${caseId}, nivel ${level}: ${dueAt === undefined ? 'no vence nada' : `vence ${formatLocal(dueAt, timeZone, { year: true, zone: true })}`}.`,
    noCases: 'No hay ningún caso abierto en este nivel.',
    more: ({ count }) => `${counted(count, 'caso más', 'casos más')} en la lista de casos.`,
  },
  link: {
    label: 'Ver quién está de turno',
    says: 'Muestra las próximas semanas. Allí se dejan también de recibir los correos sobre su turno.',
  },
  footer: ({ contractTitle }) =>
    `Recibe este correo porque tiene turnos en ${contractTitle}. No se puede contestar.`,
  choice: {
    sent: {
      about: 'Se le avisa por correo un día antes de que empiece su turno, y de quién le releva al terminar.',
      button: 'No recibir correos sobre mi turno',
    },
    stopped: {
      about:
        'Ha dejado de recibir los correos sobre su turno. Los casos y los intercambios le siguen llegando.',
      button: 'Recibir correos sobre mi turno',
    },
  },
  done: {
    sent: 'Se le vuelve a avisar de su turno por correo.',
    stopped: 'Ya no se le envían correos sobre su turno. Los casos y los intercambios le siguen llegando.',
  },
};
