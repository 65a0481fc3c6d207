import { asInstant, type Instant, roundedUp } from '../../instant.ts';
import type { Clocks } from '../clocks.ts';
import type { PartsWords } from '../portal/parts.ts';
import { besideLocal, counted, formatLocal, zoneWords } from './dates.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Hours and minutes up to two days, then days and hours. */
function coarse(ms: number): string {
  if (ms < MINUTE_MS) return 'menos de un minuto';
  const [days, rest] = ms < 2 * DAY_MS ? [0, ms] : [Math.floor(ms / DAY_MS), ms % DAY_MS];
  const hours = Math.floor(rest / HOUR_MS);
  const minutes = days > 0 ? 0 : Math.floor((rest % HOUR_MS) / MINUTE_MS);
  return [
    days > 0 && counted(days, 'día', 'días'),
    hours > 0 && counted(hours, 'hora', 'horas'),
    minutes > 0 && counted(minutes, 'minuto', 'minutos'),
  ]
    .filter((part) => part !== false)
    .join(' y ');
}

const begun = (at: Instant): Instant => asInstant(Math.floor(at / MINUTE_MS) * MINUTE_MS);
const shown = (at: Instant, timeZone: Clocks): string =>
  formatLocal(at, timeZone, { year: true, zone: true });

export const portalParts: PartsWords = {
  frame: {
    languageName: 'Español',
    languages: 'Idioma',
    skip: 'Ir al contenido principal',
    menu: 'Menú',
    whereYouAre: 'Dónde se encuentra',
    account: ({ name }) => `${name}, su cuenta`,
    signOut: 'Cerrar sesión',
    help: 'Ayuda',
    helpAbout:
      '¿Algo no funciona o no lo encuentra? Conteste el último correo que recibió sobre su caso o llame a la persona que allí se nombra.',
    begin: 'Ir a donde empieza',
    helpPlan: 'A quién se contacta en cada nivel, por qué número y cuándo: el plan',
    errorTitle: ({ title }) => `Error: ${title}`,
  },
  time: {
    at: ({ at, timeZone }) => shown(begun(at), timeZone),
    from: ({ at, timeZone }) => shown(roundedUp(at), timeZone),
    beside: {
      at: ({ at, ...clocks }) => besideLocal(begun(at), clocks),
      from: ({ at, ...clocks }) => besideLocal(roundedUp(at), clocks),
    },
    left: ({ ms }) => `en ${coarse(ms)}`,
    late: ({ ms }) => `hace ${coarse(ms)}`,
    now: 'ahora',
  },
  zone: {
    contract: ({ timeZone }) => `Las horas son las de los relojes del contrato: ${zoneWords(timeZone)}.`,
    both: ({ timeZone, readerZone }) =>
      `Las horas son las de los relojes del contrato, ${zoneWords(timeZone)}; entre paréntesis va la ${zoneWords(readerZone)}.`,
    show: 'Mostrar también su propia zona horaria',
    change: 'Cambiar su zona horaria',
    title: 'Su propia zona horaria',
    about:
      'Todos los plazos corren según los relojes del contrato. Diga dónde está, y cada hora se mostrará también en sus relojes. Este navegador guarda lo que elija.',
    label: 'Zona horaria',
    none: 'Solo la del contrato',
    button: 'Mostrar las horas así',
    unknown: { message: 'No hay ninguna zona horaria con ese nombre.', advice: 'Elija una de la lista.' },
  },
  script: {
    charactersLeft: 'caracteres disponibles',
    charactersOver: 'caracteres de más',
    missing: 'Complete este campo.',
    changed: 'Lo que se muestra aquí ha cambiado.',
    newer: 'Esta página muestra algo nuevo.',
    show: 'Mostrarlo como está ahora',
  },
  notices: { info: 'Tenga en cuenta', success: 'Hecho', warning: 'Atención', error: 'No se hizo' },
  errorSummary: 'Hay algo que corregir',
  error: 'Error:',
  optional: '(puede dejarlo en blanco)',
  lengthMax: ({ characters }) => `Como máximo ${counted(characters, 'carácter', 'caracteres')}.`,
  date: 'Fecha',
  timeOfDay: 'Hora',
  zoneHint: ({ timeZone }) => `Según el reloj del contrato: ${zoneWords(timeZone)}.`,
  choose: 'Elija una opción',
  change: 'Cambiar',
  pager: {
    label: 'Más',
    newer: 'Más recientes',
    older: 'Más antiguos',
    previous: 'Anterior',
    next: 'Siguiente',
  },
  filters: { title: 'Mostrar solo', more: 'Más filtros', show: 'Mostrar', clear: 'Mostrar todo' },
  tableHint: 'Esta tabla puede ser más ancha que su pantalla: se desplaza hacia los lados.',
  person: {
    call: 'Llamar',
    mail: 'Escribir a',
    save: 'Guardar en su teléfono',
    numberHidden: 'Hay un número de teléfono, que no se le muestra.',
  },
  spans: { '15 minutes': '15 minutos', '1 hour': '1 hora', '4 hours': '4 horas', '1 day': '1 día' },
  progress: ({ done, of }) => `${done} de ${of}`,
};
