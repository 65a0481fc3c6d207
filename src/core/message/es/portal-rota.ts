import type { RotaWords } from '../portal/rota.ts';
import { counted, formatDate, formatLocal, listed, zoneWords } from './dates.ts';
import { rotaRefusals } from './portal-rota-refusals.ts';

export const rota: RotaWords = {
  title: 'Quién está de turno',
  about:
    'Quien está de turno recibe aviso cuando un caso llega a su nivel. Lo que se cambie aquí rige enseguida, también para los casos en curso, y queda registrado con su nombre.',
  none: {
    title: 'El plan no tiene cuadro de turnos',
    about:
      'Cada nivel alcanza a las personas que nombra, a cualquier hora. Los turnos se escriben en el plan.',
  },
  you: {
    title: 'Usted',
    on: ({ title }) => `Usted está de turno: ${title}.`,
    off: ({ title }) => `Usted no está de turno ahora: ${title}.`,
    until: 'Su turno termina',
    next: 'Su próximo turno empieza',
    nothing: ({ count }) => `Nada suyo en ${counted(count, 'día')}.`,
  },
  now: {
    title: 'Ahora',
    nobody: 'Nadie: se alcanza a quienes el nivel nombra en su defecto.',
    until: 'hasta',
    next: 'Después',
    steady: ({ count }) => `Nada cambia en ${counted(count, 'día')}.`,
    levels: ({ levels }) =>
      levels.length === 1 ? `Nivel ${levels[0]}` : `Niveles ${listed(levels.map(String))}`,
  },
  rota: 'Cuadro de turnos',
  onDuty: 'De turno',
  plan: {
    choose: 'Cuadro de turnos',
    views: 'Semana o mes',
    week: 'Semana',
    month: 'Mes',
    weekOf: ({ title, date }) => `${title}: semana del ${formatDate(date, { year: true })}`,
    monthOf: ({ title, date }) => `${title}: ${monthOf(date)}`,
    day: 'Día',
    weekdays: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
    date: (date) => formatDate(date),
    zone: ({ timeZone }) => `Las horas son las de los relojes del contrato: ${zoneWords(timeZone)}.`,
    nobody: 'nadie',
    today: 'hoy',
    picture: ({ title }) =>
      `${title}, en una imagen: una barra por cada tiempo de turno, una línea por persona.`,
  },
  changes: {
    title: 'Cambios que rigen o que esperan respuesta',
    empty: 'No se ha cambiado nada a mano: rigen los turnos del plan, salvo ausencias.',
    what: 'Cambio',
    when: 'Cuándo',
    state: 'Estado',
    overrides: {
      replace: ({ name, contacts }) => `${listed(contacts)} en lugar de ${name}`,
      only: ({ contacts }) => `Solo ${listed(contacts)}`,
      add: ({ contacts }) => `También ${listed(contacts)}`,
      remove: ({ contacts }) => `Sin ${listed(contacts)}`,
    },
    swap: ({ name, to }) => `${name} y ${to} se intercambian el turno`,
    holds: 'Rige',
    asked: ({ name }) => `Espera a ${name}`,
    to: 'a',
    madeBy: ({ name }) => `fijado por ${name}`,
  },
  asked: {
    title: ({ name }) => `${name} le propone intercambiar el turno.`,
    yours: 'Haría el turno de usted',
    theirs: 'Usted haría el suyo',
  },
  acts: {
    override: 'Fijar una excepción',
    swap: 'Proponer un intercambio',
    accept: 'Aceptar el intercambio',
    decline: 'Rechazar',
    withdraw: 'Retirar',
    cancel: 'No hacer nada',
  },
  done: {
    override: 'La excepción rige.',
    asked:
      'Lo ha propuesto. A la otra persona se le avisa por correo, y el intercambio rige cuando lo acepte allí o en esta página.',
    untold:
      'Lo ha propuesto, pero aquí no se conoce el correo de la otra persona: avísele usted. El intercambio rige cuando lo acepte en esta página.',
    accepted: 'El intercambio rige: cada uno hace el turno del otro.',
    declined: 'Lo ha rechazado. Cada uno conserva su turno.',
    withdrawn: 'Se ha retirado. Desde ahora ya no rige.',
  },
  override: {
    about:
      'Una excepción rige en lugar de los turnos, desde un instante hasta otro. También la siguen los casos en curso.',
    kind: 'Qué hace',
    kinds: {
      replace: {
        label: 'Otras personas en lugar de una',
        hint: 'Dondequiera que esa persona estaría de turno, están las que usted elija.',
      },
      only: { label: 'Solo estas', hint: 'Nadie más está de turno.' },
      add: { label: 'Estas también', hint: 'Junto a quien esté de turno.' },
      remove: {
        label: 'Sin estas',
        hint: 'Si no queda nadie, se alcanza a quienes se nombra en su defecto.',
      },
    },
    who: 'En lugar de quién',
    people: 'Quién',
    from: 'Desde',
    until: 'Hasta',
    button: 'Fijar la excepción',
  },
  swap: {
    about:
      'Cada uno hace el turno entero del otro. La otra persona tiene que aceptarlo antes de que empiece el primero de los dos; hasta entonces puede retirarlo.',
    own: 'Su turno',
    other: 'A cambio de',
    otherHint: 'El turno que usted haría en su lugar.',
    none: 'No hay ningún turno suyo por venir que se pueda intercambiar, o ninguno de otra persona.',
    button: 'Proponer el intercambio',
    missing: 'Elija su turno y el que haría en su lugar.',
    option: ({ name, since, to }) => `${name}: ${since} a ${to}`,
  },
  coverage: {
    title: 'Cobertura',
    about:
      'Si en todo instante hay alguien de turno en cada nivel a quien se llega por dos medios que no fallan juntos, con lo que se cambió aquí y los números de hoy. Dos de los medios tienen que estar confirmados; donde los hay y no lo están, la brecha lo dice, y no se avisa por correo.',
    periods: 'Hasta cuándo',
    period: ({ count }) => counted(count, 'día'),
    whole: ({ count }) =>
      `Todos los niveles están cubiertos en todo instante de los próximos ${counted(count, 'día')}.`,
    level: ({ level, title }) => (title === '' ? `Nivel ${level}` : `Nivel ${level}, ${title}`),
    columns: {
      level: 'Nivel',
      from: 'Desde',
      until: 'Hasta',
      cover: 'Qué falta',
      people: 'A quién se alcanza',
    },
    covers: {
      covered: 'Cubierto',
      unconfirmed: 'De turno, pero sin dos medios confirmados',
      thin: 'De turno, pero sin dos medios',
      otherwise: 'Nadie de turno: en su defecto',
      nobody: 'Nadie en absoluto',
    },
    picture: 'Cobertura de cada nivel',
    key: 'Una barra entera está cubierta; media tiene menos de dos medios, o menos de dos confirmados; un marco alcanza a quienes se nombra en su defecto; un aspa es nadie.',
    gapTitle: 'Huecos',
    erased: 'El texto del plan se borró, así que ya no se puede saber su cobertura.',
    more: ({ count }) =>
      `${counted(count, 'hueco')} más en este período. Un período más corto los muestra todos.`,
  },
  gapMail: {
    subject: ({ contractTitle, count }) =>
      `${contractTitle}: nadie de turno en ${count === 1 ? 'un momento' : `${count} momentos`} de las próximas dos semanas`,
    lead: ({ count }) =>
      `En las próximas dos semanas hay ${count === 1 ? 'un tiempo' : `${count} tiempos`} sin nadie de turno.`,
    gap: ({ level, title, from, until, timeZone, instead }) =>
      `${title === '' ? `Nivel ${level}` : `Nivel ${level}, ${title}`}: desde ${formatLocal(from, timeZone, { year: true })} hasta ${formatLocal(until, timeZone, { year: true, zone: true })}. ${
        instead.length === 0
          ? 'No se alcanza entonces a nadie.'
          : `Se alcanza entonces, en su defecto, a ${listed(instead)}.`
      }`,
    more: ({ count }) => `${counted(count, 'tiempo más', 'tiempos más')} en la página.`,
    what: 'Ponga a alguien de turno para ese tiempo, o cambie los turnos. Cada uno se avisa una sola vez, y de nuevo si crece o si ya no queda nadie en él.',
    link: { label: 'Ver la cobertura', says: 'Enumera cada tiempo sin cubrir y lleva a cambiarlo.' },
    footer: ({ contractTitle }) =>
      `Recibe este correo porque responde por ${contractTitle} o lo supervisa. No se puede contestar.`,
  },
  refusals: rotaRefusals,
};

const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio'],
  ...['julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
];

function monthOf(date: string): string {
  const { month, year } = Temporal.PlainDate.from(date);
  return `${MONTHS[month - 1]} de ${year}`;
}
