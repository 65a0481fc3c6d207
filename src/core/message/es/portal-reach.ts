import type { NoticeMeans, NoticeRule } from '../../reach/notice-rules.ts';
import type { ReachWords } from '../portal/reach.ts';
import { formatLocal } from './dates.ts';

const MEANS: Readonly<Record<NoticeMeans, string>> = { email: 'correo', text: 'SMS', call: 'llamada' };
const THE: Readonly<Record<NoticeMeans, string>> = { email: 'el correo', text: 'el SMS', call: 'la llamada' };
const URGENCIES = {
  any: 'todas las vías',
  high: 'las vías urgentes',
  normal: 'las demás vías',
} as const;

const after = (minutes: number): string => {
  if (minutes === 0) return 'de inmediato';
  return minutes === 1 ? 'tras 1 minuto' : `tras ${minutes} minutos`;
};

const hours = ({ from, until }: NoticeRule): string =>
  from === undefined || until === undefined ? 'a cualquier hora' : `de ${from} a ${until}`;

const again = 'Cámbielo y envíe el formulario otra vez.';

export const reach: ReachWords = {
  title: 'Cómo se le localiza',
  about: ({ firstMinutesMax, againMinutesMin, againMinutesMax }) =>
    `Cuando se contacta con un nivel y le toca a usted, se le intenta localizar según estas reglas hasta que alguien acuse recibo, durante ocho horas. El primer intento llega en ${firstMinutesMax} minutos como máximo, y la ronda siguiente entre ${againMinutesMin} y ${againMinutesMax} minutos después. Una regla cambia cuándo se le intenta localizar, nunca un plazo del contrato, y a la persona siguiente del nivel se la contacta al cabo de un cuarto de hora diga lo que diga la regla.`,
  link: 'Por qué medio, cuándo y cada cuánto se le intenta localizar',
  means: MEANS,
  urgencies: URGENCIES,
  now: 'Lo que vale ahora',
  usual: 'No ha fijado nada: vale la regla habitual.',
  since: ({ at, timeZone }) => `Fijado por usted el ${formatLocal(at, timeZone, { year: true })}`,
  rule: ({ rule }) =>
    `Para ${URGENCIES[rule.urgency]}, ${hours(rule)}: ${rule.tries
      .map(({ means, afterMinutes }) => `${MEANS[means]} ${after(afterMinutes)}`)
      .join(', ')}; de nuevo cada ${rule.againMinutes} minutos.`,
  passedOver: ({ passed: { means, afterMinutes, because } }) =>
    because === 'noCarrier'
      ? `No hay ningún proveedor para este medio: se omite ${THE[means]} ${after(afterMinutes)}.`
      : `Falta ${means === 'email' ? 'la dirección de correo' : 'el número'}: se omite ${THE[means]} ${after(afterMinutes)}.`,
  instead: ({ tried: { means, afterMinutes } }) => `En su lugar, ${MEANS[means]} ${after(afterMinutes)}.`,
  cannotBeTried:
    'No queda ningún medio para localizarle: se contacta de inmediato con la persona siguiente del nivel.',
  next: {
    title: {
      high: 'Si se contactara ahora con un nivel de una vía urgente',
      normal: 'Si se contactara ahora con un nivel de otra vía',
    },
    about: 'Los próximos intentos, mientras nadie acuse recibo.',
    columns: { at: 'Cuándo', means: 'Por' },
  },
  form: {
    title: 'Cambiar las reglas',
    about: ({ timeZone }) =>
      `Vale la primera regla que encaje; si ninguna encaja, la habitual: correo y SMS de inmediato, llamada tras 5 minutos, de nuevo cada 15 minutos. Las horas son las de su reloj (${timeZone}).`,
    rule: ({ number }) => `Regla ${number}`,
    another: 'Una regla más',
    urgency: 'Para',
    from: 'Desde',
    until: 'Hasta',
    hoursHint: 'Por ejemplo, 22:00. Deje ambas vacías para todo el día.',
    minutes: {
      email: 'Correo: minutos después',
      text: 'SMS: minutos después',
      call: 'Llamada: minutos después',
    },
    minutesHint: '0 es de inmediato; varios con comas, por ejemplo 0, 10. Vacío: no por este medio.',
    again: 'De nuevo tras, en minutos',
    leaveOut: 'Quitar esta regla',
    use: 'Usar estas reglas',
    look: 'Mostrar lo que significarían',
    reset: 'Volver a la regla habitual',
  },
  whom: {
    title: '¿A quién intentaría localizar Ladder?',
    about:
      'A quién intentaría localizar Ladder si se contactara con un nivel en un momento dado, cuándo y por qué medio, mientras nadie acuse recibo. Cuenta quién está de guardia entonces, y los números, direcciones y reglas de hoy.',
    link: '¿A quién intentaría localizar Ladder, y cuándo?',
    level: 'Nivel',
    track: 'Para',
    customer: 'Cliente',
    anyCustomer: 'Ninguno en particular',
    at: 'Contactado en',
    atHint: 'Si se deja vacío, ahora.',
    button: 'Mostrar a quién se localizaría',
    noInstant: ({ value }) => ({
      message: `«${value}» no es un momento.`,
      advice: 'Indique fecha y hora, o ninguna de las dos para ahora.',
    }),
    answer: ({ level, at, timeZone }) =>
      `Nivel ${level}, contactado el ${formatLocal(at, timeZone, { year: true })}`,
    nobody:
      'No se localizaría a nadie: nadie de este nivel tiene dirección. Sería un suceso del caso, y se avisaría al responsable del programa y a la supervisión.',
    columns: { at: 'Cuándo', name: 'Quién', means: 'Por' },
    why: 'Según estas reglas, por turno',
    usual: 'la regla habitual',
    own: ({ number }) => `regla propia ${number}`,
    set: {
      title: 'Reglas propias',
      none: 'Nadie ha fijado ninguna: a todos se les localiza según la regla habitual.',
      since: ({ at, timeZone }) => `Fijado el ${formatLocal(at, timeZone, { year: true })}`,
    },
    json: 'La respuesta en JSON',
  },
  preview: { title: 'Lo que significarían estas reglas', about: 'Todavía no se usan.' },
  done: {
    set: 'Sus reglas se usan desde ahora, también para lo que aún no tiene acuse de recibo.',
    usual: 'Desde ahora vale la regla habitual.',
  },
  problem: ({ number, refusal }) =>
    `${number === undefined ? '' : `Regla ${number}: `}${refusal.message} ${refusal.advice}`,
  problems: {
    tooManyRules: ({ value }) => ({
      message: `Son ${value} reglas, y seis son el máximo.`,
      advice: 'Quite una.',
    }),
    noTries: () => ({
      message: 'No le localiza por ningún medio.',
      advice: 'Indique minutos para un medio al menos, o quite la regla.',
    }),
    tooManyTries: ({ value }) => ({
      message: `Tiene ${value} intentos por ronda, y seis son el máximo.`,
      advice: 'Quite algunos.',
    }),
    minutesInvalid: ({ value }) => ({
      message: `«${value}» no es un número de minutos.`,
      advice: 'Escriba minutos enteros, como 0 o 5.',
    }),
    firstTooLate: ({ value }) => ({
      message: `El primer intento llegaría tras ${value} minutos.`,
      advice: 'Tiene que llegar en 10 como máximo.',
    }),
    againOutside: ({ value }) => ({
      message: `La ronda siguiente llegaría tras ${value} minutos.`,
      advice: 'Elija entre 5 y 30.',
    }),
    tryAfterAgain: ({ value }) => ({
      message: `Un intento tras ${value} minutos llegaría cuando ya ha empezado la ronda siguiente.`,
      advice: 'Dele menos minutos, o deje que la ronda llegue más tarde.',
    }),
    tryTwice: ({ value }) => ({ message: `El mismo intento figura dos veces: ${value}.`, advice: again }),
    hoursIncomplete: ({ value }) => ({
      message: `De las horas solo figura un extremo: ${value}.`,
      advice: 'Indique ambos, o ninguno.',
    }),
    hoursInvalid: ({ value }) => ({
      message: `«${value}» no son horas.`,
      advice: 'Escriba dos horas distintas entre 00:00 y 23:59.',
    }),
    tooOften: () => ({
      message: 'Hoy ha cambiado sus reglas muchas veces.',
      advice: 'Inténtelo mañana; hasta entonces valen las anteriores.',
    }),
    notTheirs: () => ({
      message: 'Aquí no se conoce a nadie de quien serían estas reglas.',
      advice: 'Inicie sesión otra vez.',
    }),
    unknown: ({ value }) => ({ message: `«${value}» no es ninguna de las opciones.`, advice: again }),
  },
};
