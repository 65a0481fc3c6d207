import type { TimeOffWords } from '../portal/time-off.ts';
import { counted, formatLocal, listed } from './dates.ts';

export const timeOff: TimeOffWords = {
  title: 'Sus ausencias',
  about:
    'Dé la dirección de un calendario de sus ausencias. Se lee cada media hora, y mientras esté ausente no está de turno. De cada ausencia solo se guardan las horas, no cómo se llama.',
  noSeat: 'No ocupa ningún puesto del plan por parte del contratista, así que nadie le pone de turno.',
  ended: 'El calendario ya no se lee, y se retiran las ausencias que decía.',
  given: ({ host, count }) =>
    `Se ha leído el calendario de ${host}: ${count === 0 ? 'no contiene ausencias' : counted(count, 'ausencia')} en los próximos 400 días.`,
  calendars: {
    title: 'Calendarios que se leen',
    empty: 'Todavía ninguno.',
    columns: {
      calendar: 'Calendario',
      clocks: 'Días enteros según la hora de',
      state: 'Lectura',
      act: 'Cambiar',
    },
    readAt: 'última lectura',
    failing: ({ at, timeZone }) =>
      `No se puede leer desde ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
    keeps: ({ at, timeZone }) =>
      `Hasta entonces vale lo que decía en ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
    end: ({ host }) => `Dejar de leer ${host}`,
  },
  times: {
    title: 'Cuándo está ausente',
    empty: 'Nunca, que se sepa.',
    columns: { from: 'Desde', until: 'Hasta', duty: 'Su turno en ese tiempo' },
    noDuty: 'ninguno',
    instead: ({ title, names }) => `${title}: en su lugar ${listed(names)}`,
    nobody: ({ title }) => `${title}: nadie en su lugar, se alcanza a quienes el nivel nombra en su defecto`,
    swap: 'Proponer un intercambio',
    more: ({ count }) => `${counted(count, 'ausencia más', 'ausencias más')} después.`,
  },
  add: {
    title: 'Dar un calendario',
    url: 'Dirección del calendario',
    urlHint:
      'Empieza por https:// o webcal:// y suele acabar en .ics. Quien la conoce lee su calendario: aquí se guarda cifrada y no se vuelve a mostrar. Dé uno que solo tenga ausencias, porque cada cita que no esté marcada como libre le quita el turno.',
    urlDemonstration:
      'Esto es una demostración y no pregunta nada fuera. Lee un calendario de esta máquina, en http://127.0.0.1 y un puerto.',
    zone: 'Su zona horaria',
    zoneHint: 'Las ausencias de días enteros, y las horas sin zona, se leen según esta hora.',
    button: 'Leer este calendario',
    full: ({ count }) =>
      `Se leen ${counted(count, 'calendario suyo', 'calendarios suyos')}: no se admiten más. Deje antes uno.`,
  },
  problems: {
    url: {
      message: 'No es la dirección de un calendario.',
      advice: 'Cópiela entera, desde https:// o webcal:// hasta el final, sin usuario ni contraseña.',
    },
    timeZone: { message: 'No existe esa zona horaria.', advice: 'Elija una de la lista.' },
    tooMany: { message: 'Ya tiene todos los calendarios que se admiten.', advice: 'Deje antes de leer uno.' },
    same: { message: 'Ese calendario ya se lee.', advice: 'No hay nada que hacer.' },
  },
  unread: ({ reason }) => `No se ha podido leer el calendario. ${reason}`,
  reasons: {
    sealed: 'Su dirección la guardó una instalación con otro secreto. Dela de nuevo.',
    'url-not-understood': 'Por esa dirección no se puede preguntar. Cópiela entera.',
    'name-unknown': 'No hay ningún servidor con ese nombre. Revise la dirección.',
    'address-refused':
      'Está en una dirección privada, que quien mantiene esta instalación no ha permitido. Pídale que permita ese servidor.',
    'refused-connection': 'Allí no escucha nadie. Revise la dirección, o pruebe más tarde.',
    'certificate-refused': 'El certificado del servidor no es de fiar. Avise a quien mantiene ese servidor.',
    timeout: 'El servidor no ha contestado a tiempo. Pruebe más tarde.',
    dropped: 'Se ha cortado la conexión. Pruebe más tarde.',
    redirected:
      'Remite a otra dirección, y no se sigue. Ábrala en un navegador y dé la dirección en la que acaba.',
    'reply-too-long': 'Pasa de un megabyte. Dé un calendario que solo tenga ausencias.',
    'no-calendar':
      'Lo que hay allí no es un calendario, quizá una página que pide contraseña. Dé la dirección que su programa llama iCal, ICS o suscripción.',
    'not-understood':
      'Contiene una fecha o una regla que no lo es. Abra el calendario, busque lo raro y pruebe de nuevo.',
    'too-often': 'Algo se repite varias veces al día. Dé un calendario que solo tenga ausencias.',
    'too-many':
      'Tiene más de 200 ausencias en los próximos 400 días. Dé un calendario que solo tenga ausencias.',
    demonstration:
      'Una demostración no pregunta nada fuera. Dé un calendario de esta máquina, en http://127.0.0.1.',
  },
  status: ({ code }) =>
    `El servidor ha contestado con el estado ${code}. ${['401', '403', '404', '410'].includes(code) ? 'Puede que la dirección sea vieja: cree otra en su programa de calendario.' : 'Pruebe más tarde.'}`,
  away: {
    title: 'Ausencias',
    columns: { name: 'Quién', from: 'Desde', until: 'Hasta' },
    empty: ({ count }) => `Nadie de este cuadro de turnos está ausente en ${counted(count, 'día')}.`,
    line: ({ names }) => `ausente: ${listed(names)}`,
  },
  unreadSince: ({ at, timeZone }) =>
    `Calendario de ausencias sin leer desde ${formatLocal(at, timeZone, { year: true, zone: true })}`,
  mail: {
    subject: ({ contractTitle }) => `${contractTitle}: no se puede leer su calendario de ausencias`,
    lead: ({ host, since, timeZone }) =>
      `El calendario de sus ausencias en ${host} no se puede leer desde ${formatLocal(since, timeZone, { year: true, zone: true })}.`,
    keeps: ({ readAt, timeZone }) =>
      `Sigue valiendo lo que decía en ${formatLocal(readAt, timeZone, { year: true, zone: true })}. Lo que haya cambiado en él desde entonces no se conoce aquí: puede estar de turno mientras esté ausente.`,
    what: 'Compruebe si el calendario sigue en su dirección, y si no, dela de nuevo en la página. Se le avisa una vez, hasta que se pueda volver a leer.',
    link: { label: 'Ver sus ausencias', says: 'Muestra cuándo se leyó, y admite otra dirección.' },
    footer: ({ contractTitle }) =>
      `Recibe este correo porque dio un calendario de sus ausencias para ${contractTitle}. No se puede contestar.`,
  },
};
