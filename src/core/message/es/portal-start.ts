import { asInstant, type Instant, roundedUp } from '../../instant.ts';
import type { Clocks } from '../clocks.ts';
import type { StartPageWords } from '../portal/start.ts';
import { counted, formatLocal } from './dates.ts';

const MINUTE_MS = 60_000;

interface Moment {
  readonly at: Instant;
  readonly timeZone: Clocks;
}

const at = ({ at: instant, timeZone }: Moment): string =>
  formatLocal(asInstant(Math.floor(instant / MINUTE_MS) * MINUTE_MS), timeZone, { year: true, zone: true });

export const startPage: StartPageWords = {
  who: {
    title: '¿Quién llama?',
    titleOwn: '¿Para quién abre el caso?',
    about: 'Usted abre el caso para el cliente que llama, y se le avisa al instante de que lo hizo.',
    customer: 'Cliente',
    button: 'Continuar',
    none: {
      message: 'No hay ningún cliente para el que abrir un caso.',
      advice: 'Quien administra aquí este contrato tiene que registrar primero a sus clientes.',
    },
    nobody: ({ customerName }) => ({
      message: `Aquí no se conoce a nadie de ${customerName}.`,
      advice:
        'Un caso necesita a alguien del cliente que reciba los avisos y responda. Quien administra aquí este contrato tiene que registrarlo primero.',
    }),
  },
  form: {
    title: 'Abrir un caso',
    titleOnBehalf: ({ customerName }) => `Abrir un caso para ${customerName}`,
    about: 'Lo verá todo una vez más antes de que se envíe nada.',
    other: 'Llama otro cliente',
    track: '¿De qué se trata?',
    trackHint: 'De esto depende cuán pronto se puede contactar al siguiente nivel.',
    urgent: 'Urgente.',
    examples: ({ examples }) => `Por ejemplo: ${examples.join('; ')}.`,
    text: '¿Qué ha pasado?',
    textHint:
      'Qué no funciona, dónde, desde cuándo y qué le impide hacer. Lo leen todas las personas a las que se pide respuesta.',
    told: '¿Lo sabe ya el contratista?',
    toldHint: 'Los plazos del plan cuentan desde que el contratista lo supo por primera vez.',
    toldNow: 'No, lo sabrá por este caso',
    toldEarlier: 'Sí, antes les llamé o les escribí',
    toldAt: '¿Cuándo fue?',
    toldAtHint:
      'Hace 24 horas como máximo. Se muestra como declarado por usted, y el contratista puede impugnarlo.',
    which: 'Los relojes mostraron esa hora dos veces, porque se atrasaron. ¿Cuál de las dos fue?',
    first: (moment) => `La primera: ${at(moment)}`,
    second: (moment) => `La segunda: ${at(moment)}`,
    references: 'Números de referencia',
    referencesHint:
      'El suyo, el del contratista, un circuito o un servicio: uno por línea. Van en todos los correos y se pueden buscar.',
    reporter: '¿Quién del cliente llama?',
    reporterHint: 'Recibe todos los avisos, y el caso es suyo.',
    automatic: 'Cuando se pueda contactar a un nivel superior',
    automaticHint: 'Puede cambiarlo cuando quiera. Si no elige nada, cada paso se da como dice el plan.',
    automaticNo: 'Avíseme, y yo decido',
    automaticYes: 'Ladder lo contacta al instante, en mi nombre',
    practice: 'Es un simulacro',
    practiceHint:
      'Corre como cualquier otro caso, dice en todas partes que es un simulacro y no cuenta en ninguna estadística.',
    reach: 'Cómo se le contacta a usted',
    reachAbout: 'Según su cuenta:',
    reachNothing: 'Su cuenta no tiene todavía ninguna dirección ni número.',
    reachChange: 'Ver su cuenta',
    check: 'Revisar antes de enviar',
    cancel: 'Salir sin abrir un caso',
  },
  errors: {
    trackMissing: 'Elija de qué se trata.',
    textMissing: 'Diga qué ha pasado.',
    textTooLong: ({ max }) => `Diga qué ha pasado en ${counted(max, 'carácter', 'caracteres')} como máximo.`,
    textUnsound:
      'Lo que ha escrito tiene signos que no se pueden guardar. Escríbalo de nuevo, sin lo que pegó.',
    toldMissing: 'Diga si el contratista lo sabe ya.',
    momentNotUnderstood: ({ value }) =>
      value === ''
        ? 'Dé la fecha y la hora en que avisó al contratista.'
        : `“${value}” no es una fecha con su hora. Dé ambas, como 2026-11-20 y 16:30.`,
    whichMissing: ({ value }) => `Ese día los relojes mostraron ${value} dos veces: elija a cuál se refiere.`,
    referenceTooLong: ({ value, max }) =>
      `El número de referencia “${value}…” tiene más de ${counted(max, 'carácter', 'caracteres')}. Acórtelo.`,
    referenceUnsound: ({ value }) =>
      `El número de referencia “${value}” tiene signos que no se pueden guardar. Escríbalo de nuevo.`,
    referencesTooMany: ({ count, max }) =>
      `Dio ${counted(count, 'número', 'números')} de referencia; un caso guarda ${max} como máximo. Quite algunos.`,
    reporterMissing: 'Elija quién del cliente llama.',
  },
  check: {
    title: 'Revisar antes de enviar',
    about: 'Todavía no se ha enviado nada.',
    facts: {
      customer: 'Cliente',
      reporter: 'Llama',
      track: 'Se trata de',
      text: 'Qué ha pasado',
      told: 'Primer aviso',
      references: 'Números de referencia',
      automatic: 'Niveles superiores sin preguntar',
      practice: 'Simulacro',
    },
    toldNow: 'Con este caso',
    toldAt: (moment) => `${at(moment)}, según declara`,
    skipped: 'Los relojes saltaron la hora escrita, así que se mueve lo que ellos saltan.',
    yes: 'Sí',
    no: 'No se hace',
    none: 'Ninguno',
    next: 'Qué pasa después, si nadie responde',
    asked: ({ level }) => `${level}: se le pide respuesta al instante.`,
    send: 'Abrir el caso',
    change: 'Cambiar algo',
  },
  opened: {
    title: ({ caseId }) => `El caso ${caseId} está abierto`,
    number: ({ caseId }) => `El número de su caso es ${caseId}`,
    keep: 'Lo encuentra en “Casos”, y en el correo que está en camino.',
    asked: ({ level, ...moment }) => `${level}: se le pidió respuesta ${at(moment)}.`,
    nobody: 'De momento no hay nadie registrado allí; se avisa a la supervisión.',
    call: 'Llámeles ahora',
    counts: (moment) => `Sus plazos cuentan desde ${at(moment)}, según se declaró.`,
    next: 'Qué pasa ahora, y cuándo',
    nextAbout: 'Si nadie responde:',
    due: ({ level }) => `${level}: ya se le puede contactar.`,
    from: ({ at: instant, timeZone }) =>
      `Desde ${formatLocal(roundedUp(instant), timeZone, { year: true, zone: true })}:`,
    nothing: 'No hay ningún nivel superior al que contactar.',
    told: 'También se les escribe, una y otra vez hasta que alguien diga que lo tiene. A usted se le avisa de lo que hagan.',
    toCase: 'Ir al caso',
    toPlan: 'Ver el plan',
  },
  sentBefore: {
    message: 'Este formulario ya se envió, y abrió un caso con lo que decía entonces.',
    advice:
      'Busque ese caso en “Casos” y añada allí lo nuevo. Si se trata de otro problema, revíselo y envíelo: será un caso aparte.',
  },
};
