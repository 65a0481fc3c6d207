import type { Window } from '../../calendar/calendar.ts';
import { asInstant, type Instant } from '../../instant.ts';
import type { Due } from '../../plan/format/schema-contract.ts';
import type { Clocks } from '../clocks.ts';
import type { PersonField } from '../people.ts';
import type { PlanPageWords } from '../portal/plan.ts';
import { capital, PartyWords, partyWords } from './case-parts.ts';
import {
  counted,
  formatDate,
  formatLocal,
  formatSpan,
  formatTime,
  listed,
  longDate,
  zoneWords,
} from './dates.ts';
import { meansWords } from './forecast.ts';
import { planRecordWords } from './portal-plan-record.ts';

const MINUTE_MS = 60_000;
const at = ({ at: instant, timeZone }: { at: Instant; timeZone: Clocks }): string =>
  formatLocal(asInstant(Math.floor(instant / MINUTE_MS) * MINUTE_MS), timeZone, { year: true, zone: true });

const date = (text: string): string => formatDate(text, { year: true });

const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio'],
  ...['agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
];
const monthWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5)) - 1] ?? ''} de ${month.slice(0, 4)}`;

const WEEKDAYS = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'];

const windowsWords = (windows: readonly Window[]): string =>
  listed(
    windows.map(({ from, until }) => `de ${formatTime(from * MINUTE_MS)} a ${formatTime(until * MINUTE_MS)}`),
  );

const FIELDS: Readonly<Record<PersonField, string>> = {
  name: 'el nombre',
  title: 'el cargo',
  office: 'el teléfono de la oficina',
  mobile: 'el celular',
  email: 'el correo electrónico',
};

const levelsWords = (levels: readonly number[]): string =>
  levels.length === 1 ? `al nivel ${levels.join('')}` : `a los niveles ${listed(levels.map(String))}`;

const AFTER: Readonly<Record<string, string>> = {
  execution: 'la firma del contrato',
  publication: 'la publicación del plan',
  change: 'un cambio',
};

function dueWords({ due, on }: { due: Due; on: string | undefined }): string {
  if (typeof due === 'string') return date(due);
  const { days, of, every, monthly, months = 1, after } = due;
  const parts = [
    days === undefined
      ? undefined
      : `${counted(days, 'día')}${of === undefined ? '' : ` del calendario “${of}”`}`,
    every && `cada “${every}”`,
    monthly === undefined
      ? undefined
      : `el día ${monthly} de cada ${months === 1 ? 'mes' : `${months} meses`}`,
    after && `después de ${AFTER[after] ?? after}`,
  ].filter((part) => part !== undefined);
  const words = capital(parts.join(' '));
  return on === undefined ? words : `${words}: hasta el final del ${longDate(on, { year: true })}`;
}

export const planPage: PlanPageWords = {
  list: {
    title: 'Planes de escalamiento',
    about:
      'Cada plan dice a quién se contacta en cada nivel, por qué número y después de cuánto tiempo se puede subir. Elija su contrato.',
    revision: ({ number }) => `Está en vigor la revisión ${number}`,
    emptyTitle: 'Todavía no se ha publicado ningún plan',
    empty:
      'Un plan aparece aquí cuando el contratista y la supervisión lo han acordado. Hasta entonces, quienes lo preparan pueden decirle a quién llamar.',
  },
  title: 'Plan de escalamiento',
  contents: 'En esta página',
  emergency: ({ says }) => (says === '' ? 'En una emergencia' : says),
  emergencyCall: ({ number }) => `Llame al ${number}`,
  emergencyNot: 'No espere a nadie de este plan.',
  party: PartyWords,
  limit: ({ span, calendar, isAlways }) => {
    if (isAlways) return `${formatSpan(span)}, de día y de noche`;
    return span.unit === 'time' && calendar !== undefined
      ? `${formatSpan(span)} de horario “${calendar}”`
      : formatSpan(span);
  },
  open: {
    about:
      '¿Algo anda mal? Abra un caso: el nivel 1 recibe el aviso al instante, empiezan a correr los plazos de abajo y usted siempre ve quién sigue y desde cuándo.',
    button: 'Abrir un caso',
    signIn: 'Iniciar sesión para abrir un caso',
  },
  notPublished: {
    message: 'Todavía no se ha publicado nada de este plan.',
    advice:
      'Entra en vigor, y aparece aquí, cuando el contratista y la supervisión lo han acordado. Hasta entonces ningún caso se rige por él.',
  },
  people: {
    title: 'A quién se contacta',
    about:
      'Estas son las personas de hoy. Las reglas del plan quedan como se acordaron; quién ocupa un puesto puede cambiar y, si cambió, la tarjeta lo dice.',
    level: ({ level, title }) => (title === '' ? `Nivel ${level}` : `Nivel ${level}: ${title}`),
    responsibility: 'Responsable de:',
    nobody: 'Hoy nadie ocupa este puesto',
    nobodyAbout:
      'Un caso que llega a este nivel se comunica a la supervisión, para que no se pierda. Llame al nivel de abajo o al de arriba.',
    eachCustomer: ({ title }) => `${title}: la persona propia de cada cliente`,
    eachCustomerAbout: 'Quién es depende del cliente. Inicie sesión para ver la suya.',
    ownOf: ({ customerName }) => `Para ${customerName}`,
    otherwise: 'Cuando no se puede contactar a nadie de los anteriores:',
    deputy: ({ name }) => `Suplente: ${name}`,
    since: ({ at: instant, timeZone }) =>
      `Ocupa este puesto desde: ${formatLocal(instant, timeZone, { year: true })}`,
    notConfirmed: 'La persona todavía no ha confirmado sus datos',
    partlyConfirmed: ({ fields, last, timeZone }) =>
      `La persona todavía no ha confirmado: ${listed(fields.map((field) => FIELDS[field]))}; la última vez que confirmó algo: ${formatLocal(last, timeZone, { year: true })}`,
    confirmed: ({ first, last, timeZone }) =>
      first === last
        ? `La persona confirmó todos sus datos: ${formatLocal(last, timeZone, { year: true })}`
        : `La persona ha confirmado todos sus datos, el último: ${formatLocal(last, timeZone, { year: true })}; el que confirmó hace más tiempo: ${formatLocal(first, timeZone, { year: true })}`,
    differs: ({ fields }) =>
      `Distinto de la revisión acordada: ${listed(fields.map((field) => FIELDS[field]))}`,
    kept: {
      customers: 'Hay números, que se muestran a los clientes de este contrato. Inicie sesión para verlos.',
      parties:
        'Hay números, que se muestran solo a las partes. Abra un caso o llame al nivel 1 para que le comuniquen.',
    },
    quietHours: ({ hours }) => `No se le llama en este horario: ${hours}`,
    mobile: ({ number }) => `Llamar al celular ${number}`,
  },
  tracks: {
    title: 'Cuándo se puede subir',
    about:
      'Un caso sigue una de estas rutas. Al nivel 1 se le pide respuesta al abrir el caso; el plan dice desde cuándo, y quién, puede contactar a cada nivel superior.',
    covers: ({ covers }) => `Para: ${covers}.`,
    examples: 'Por ejemplo:',
    urgency: { high: 'Urgente', normal: 'No urgente' },
    picture: ({ track, at: instant, timeZone }) =>
      `Los niveles de “${track}”, como si un caso se abriera ${at({ at: instant, timeZone })} y nadie respondiera. Debajo está lo mismo en palabras.`,
    columns: { who: 'Quién da el paso', when: 'Cuándo', promises: 'El contratista promete' },
    opens: ({ means }) => `El cliente, al abrir el caso${meansWords(means)}`,
    moves: ({ actor, means }) => `${PartyWords(actor)}${meansWords(means)}`,
    automatic: 'Ladder da el paso por sí mismo en nombre del cliente, salvo que el cliente diga otra cosa.',
    or: 'o',
    requires: ({ levels }) => `Solo después de contactar ${levelsWords(levels)}.`,
    warned: ({ spans }) => `Se envía un aviso ${listed(spans.map(formatSpan))} antes.`,
    early: ({ reasons }) => `Antes por estas razones: ${reasons.join('; ')}.`,
    ifNotTaken: ({ within, to }) =>
      `Si no se da el paso en un plazo de ${within}, puede darlo ${partyWords(to)}.`,
    promises: {
      acknowledgeWithin: ({ within }) => `acusar recibo en un plazo de ${within}`,
      respondWithin: ({ within }) => `responder en un plazo de ${within}`,
      updateEvery: ({ within }) => `dar novedades al cliente cada ${within}`,
      longestAtLevel: ({ within }) => `no tener el caso en este nivel más de ${within}`,
    },
    noPromises: 'nada para este nivel',
  },
  forecast: {
    title: 'Qué pasaría si abriera un caso ahora',
    about:
      'Las horas se calculan con las mismas reglas que un caso real, para un caso al que nadie responde. Deje la hora en blanco para ahora.',
    track: 'Ruta',
    at: 'Abierto el',
    atHint: 'Con esto no se abre nada.',
    button: 'Mostrar qué pasaría',
    opened: ({ track, at: instant, timeZone }) =>
      `${track}, abierto ${at({ at: instant, timeZone })}, si nadie responde y todos dan su paso en cuanto pueden:`,
    table: 'Qué pasaría, y por qué entonces',
    columns: { when: 'Cuándo', what: 'Qué', why: 'Por qué entonces' },
    why: '¿Por qué entonces?',
    whom: ({ level }) => `A quién del nivel ${level} probaría Ladder entonces`,
    notUnderstood: ({ value }) => ({
      message: `“${value}” no es una fecha con su hora.`,
      advice:
        'Escriba ambas, como 2026-11-20 y 16:30, entre los años 1900 y 2199, o deje ambas en blanco para ahora.',
    }),
    readTwice: ({ at: instant, timeZone }) =>
      `Los relojes muestran esa hora dos veces, porque esa noche se atrasan: se toma la primera, ${formatLocal(instant, timeZone, { year: true, zone: true })}.`,
    readNever: ({ at: instant, timeZone }) =>
      `Los relojes saltan esa hora, porque se adelantan: se toma ${formatLocal(instant, timeZone, { year: true, zone: true })}.`,
  },
  calendars: {
    title: 'Días hábiles y feriados',
    previous: ({ month }) => `Mostrar ${monthWords(month)}`,
    next: ({ month }) => `Mostrar ${monthWords(month)}`,
    always: ({ calendar }) =>
      `El calendario “${calendar}” no cierra nunca: sus plazos corren de día y de noche, todos los días.`,
    calendar: ({ calendar, timeZone }) => `El calendario “${calendar}”, ${zoneWords(timeZone)}`,
    table: ({ calendar, month }) => `${capital(monthWords(month))} en el calendario “${calendar}”`,
    weekColumn: 'Semana del',
    weekdays: WEEKDAYS,
    businessDays: ({ count }) => `Este mes tiene ${counted(count, 'día hábil', 'días hábiles')}.`,
    meaning: {
      'same-time': '“1 día hábil después” es la misma hora del siguiente día hábil.',
      close: '“1 día hábil después” es el cierre del siguiente día hábil.',
      hours: '“1 día hábil después” son tantas horas de horario abierto como tiene un día hábil.',
    },
    hours: ({ weekdays, windows }) =>
      `Abierto ${listed(weekdays.map((index) => WEEKDAYS[index] ?? ''))}, ${windowsWords(windows)}`,
    open: 'abierto',
    closed: 'cerrado',
    holiday: 'feriado',
    exception: 'otro horario',
    week: ({ from }) => formatDate(from).split(' ').slice(1).join(' '),
    closedDay: ({ date: day, name }) => `${formatDate(day)}: cerrado (${name})`,
    otherHours: ({ date: day, windows }) =>
      windows.length === 0
        ? `${formatDate(day)}: cerrado por excepción`
        : `${formatDate(day)}: abierto ${windowsWords(windows)} por excepción`,
    knownUntil: ({ until }) =>
      `Los feriados se conocen solo hasta el ${longDate(until, { year: true })}; después pueden agregarse otros.`,
    monthNotUnderstood: ({ value }) => ({
      message: `“${value}” no es un mes.`,
      advice: 'Escriba año y mes, como 2026-11, de 1900 a 2199. Se muestra este mes.',
    }),
  },
  rules: {
    title: 'Qué más vale',
    pauses: 'Pausas',
    pausesSay: ({ longest, reasons }) =>
      `El contratista puede pedir una, y empieza cuando el cliente la acepta; no dura más de ${longest}. Razones: ${reasons.join('; ')}.`,
    noPauses: 'Este plan no conoce pausas: los plazos de un caso corren hasta que se cierra.',
    reopening: 'Reapertura',
    reopeningSays: ({ within }) =>
      `Un caso cerrado puede reabrirse en un plazo de ${within}; después se abre uno nuevo.`,
    noReopening: 'Un caso cerrado no se reabre: se abre uno nuevo, enlazado con él.',
    closing: 'Cierre por silencio',
    closingSays: ({ silentFor }) =>
      `La supervisión puede cerrar un caso cuando el cliente ha callado ${silentFor} después de una propuesta y tres recordatorios.`,
    noClosing: 'Ningún caso se cierra porque el cliente calle.',
    changes: 'Cambios de contactos',
    changesSay: ({ within }) => `Los acuerdan las partes en un plazo de ${within}.`,
    acknowledgement: 'Después de un acuse de recibo',
    acknowledgementSays: ({ span }) =>
      `A quien acusó recibo no se le envían avisos durante ${formatSpan(span)}. Los plazos del plan siguen corriendo.`,
  },
  roles: {
    title: 'Funciones y responsabilidades',
    columns: { role: 'Función', party: 'Parte', does: 'Qué hace' },
    none: 'El plan no nombra funciones.',
  },
  obligations: {
    title: 'Hitos, entregables y compromisos',
    about: 'Lo que el plan promete además de atender los casos, para cuándo, y quién lo debe y lo acepta.',
    columns: { what: 'Qué', kind: 'Clase', due: 'Para cuándo', owner: 'Lo debe', acceptedBy: 'Lo acepta' },
    kinds: { milestone: 'hito', deliverable: 'entregable', commitment: 'compromiso' },
    due: dueWords,
    unsaid: 'no se dice',
    none: 'El plan no nombra ninguno.',
  },
  ...planRecordWords,
};
