import { asInstant } from '../../instant.ts';
import type { PagesWords } from '../pages.ts';
import { ofParty } from './case-parts.ts';
import { counted, formatLocal } from './dates.ts';
import { pageRefusals } from './pages-refusals.ts';

const MINUTE_MS = 60_000;

/** What has happened, to the minute that has begun: nobody reads milliseconds. */
const instant: PagesWords['instant'] = (at, timeZone) =>
  formatLocal(asInstant(Math.floor(at / MINUTE_MS) * MINUTE_MS), timeZone, { year: true, zone: true });

const link: PagesWords['link'] = {
  behalf: ({ name, party, customerName }) =>
    party === 'customer'
      ? `Usted actúa como ${name}, en nombre de ${customerName}.`
      : `Usted actúa como ${name}, en nombre ${ofParty(party)}.`,
  onlyThen: 'No se hace nada hasta que usted oprima el botón.',
  textLabel: {
    respond: 'Su respuesta',
    notSatisfied: 'Qué sigue mal (puede dejarlo en blanco)',
    satisfied: 'Algo que quiera agregar (puede dejarlo en blanco)',
  },
  textMissing: 'Primero escriba su respuesta: una respuesta sin palabras no es una respuesta.',
  yourMail: 'El correo que llegó en su nombre',
  stands: 'En qué está el caso ahora',
  doneTitle: 'Hecho',
  done: {
    acknowledge: 'Usted acusó recibo del caso. Eso no es una respuesta.',
    respond: 'Su respuesta está en el caso, y se le avisa al cliente.',
    satisfied:
      'El caso está cerrado. Recibirá un correo con un enlace para deshacerlo, que funciona durante 24 horas.',
    notSatisfied: 'Se pide respuesta de nuevo a todos los niveles contactados.',
    escalate: 'El caso subió de nivel, y se le avisa a ese nivel.',
    undoSatisfied: 'El caso sigue como si nunca se hubiera dicho.',
    confirm: 'El correo cuenta como suyo desde que se recibió.',
  },
  notDone: 'No se hizo',
  dead: {
    used: { message: 'Este enlace ya se usó.', advice: 'Hizo lo que tenía que hacer, una sola vez.' },
    passed: {
      message: 'El caso ha avanzado desde que se envió este enlace.',
      advice: 'Para que usted no conteste a algo distinto de lo que leyó, el enlace ya no funciona.',
    },
    expired: {
      message: 'Este enlace venció: funcionaba durante 72 horas.',
      advice: 'No se hizo nada.',
    },
    unseen: {
      message: 'Este enlace ya no funciona.',
      advice: 'No se hizo nada. Si usted sigue trabajando en el caso, pregunte a quien le dio su función.',
    },
  },
  freshOffer:
    'Puede recibir otra vez lo último que se le dijo, según está el caso ahora, con enlaces que funcionan.',
  freshButton: 'Enviarme un mensaje nuevo',
  fresh: {
    sent: {
      message: 'Un mensaje nuevo va en camino.',
      advice: 'Se envía a la dirección que tenemos de usted, y a ninguna otra.',
    },
    tooMany: {
      message: 'En la última hora se le enviaron varios mensajes nuevos.',
      advice: 'Búsquelos en su correo, también en la carpeta de correo no deseado, o inténtelo más tarde.',
    },
    nothing: {
      message: 'No hay nada que enviar.',
      advice: 'Llame al nivel con el que está tratando, como dice el plan.',
    },
  },
};

const outbox: PagesWords['outbox'] = {
  title: 'Bandeja de salida',
  about: 'Cada correo, mensaje de texto y llamada tal como lo recibe su lector, lo más reciente primero.',
  linksHidden: 'Aquí se ocultan los enlaces que actúan por alguien.',
  hiddenLink: '[enlace oculto]',
  empty: 'No hay correos.',
  older: 'Anteriores',
  back: 'Todos los correos',
  filter: { legend: 'Mostrar solo', case: 'Caso', person: 'Lector', button: 'Mostrar' },
  columns: { at: 'Escrito', to: 'Para', subject: 'Asunto', state: 'Estado', case: 'Caso' },
  states: {
    queued: 'en espera',
    handedOver: 'en manos del operador',
    delivered: 'entregado',
    failed: 'no entregado',
    overtaken: 'no se envió: ya no hacía falta',
  },
  erased: 'Este correo se borró.',
  asText: 'Como texto',
  asHtml: 'Como lo ve su lector',
  reply: {
    title: 'Contestar como su lector',
    about:
      'Esto envía un correo de verdad, firmado por el dominio del lector, al servidor de correo de Ladder, que lo revisa como a cualquier otro. Escriba “satisfecho”, “no satisfecho” o “escalar” solo en la primera línea, o cualquier otra cosa.',
    label: 'Lo que contesta',
    button: 'Enviar el correo',
    sent: 'El correo se recibió.',
  },
};

/** Units of a span as they are typed, with or without their accents. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\bsemanas?\b/iu, 'weeks'],
  [/\bd[ií]as?\b/iu, 'days'],
  [/\bhoras?\b/iu, 'hours'],
  [/\bminutos?\b/iu, 'minutes'],
  [/\bsegundos?\b/iu, 'seconds'],
];

const clock: PagesWords['clock'] = {
  title: 'Reloj',
  about:
    'El reloj de una demostración se puede adelantar. Se detiene en cada momento en que algo está pendiente hasta que se hace, así que nada se atrasa por ello; y nunca retrocede.',
  now: ({ at, timeZone }) => `Ahora es: ${instant(at, timeZone)}.`,
  label: 'Adelantar',
  hint: 'Por ejemplo “4 horas”, “90 minutos” o “2 días”.',
  button: 'Adelantar el reloj',
  moved: ({ now, timeZone, stops }) =>
    `Ahora es: ${instant(now, timeZone)}; ${counted(stops, 'parada')} en el camino.`,
  underWay: ({ now, target, timeZone }) =>
    `Ahora es: ${instant(now, timeZone)}, en camino al ${instant(target, timeZone)}: entre uno y otro hay mucho pendiente.`,
  goOn: 'Seguir',
  spanTyped: (typed) => UNITS.reduce((text, [words, unit]) => text.replace(words, unit), typed),
};

const ownFault: PagesWords['ownFault'] = {
  title: 'Ladder falló con esto',
  about: ({ requestId }) =>
    `La falla es de Ladder, y no de lo que usted hizo. Quienes lo operan lo ven con el número ${requestId}.`,
  undone: 'No se hizo nada de lo que usted envió, y no se perdió nada de lo que ya estaba.',
  uncertain: 'No se sabe si se hizo lo que usted envió. Mírelo antes de enviarlo de nuevo.',
  kept: 'Lo que usted escribió está al final de esta página. Déjela abierta y envíelo de nuevo un poco más tarde.',
  back: 'Vuelva atrás en su navegador para encontrar lo que escribió.',
};

const keptForm: PagesWords['keptForm'] = {
  title: 'Su sesión terminó: no se perdió nada',
  about:
    'Lo que usted envió no se hizo, porque su sesión había terminado. Inicie sesión aparte, en otra pestaña; después vuelva aquí y envíelo de nuevo.',
  staleTitle: 'Demuestre de nuevo quién es: no se perdió nada',
  staleAbout:
    'Lo que usted envió no se deshace con facilidad, y por eso exige una prueba de hace menos de un cuarto de hora. No se hizo. Inicie sesión aparte, en otra pestaña; después vuelva aquí y envíelo de nuevo.',
  signIn: 'Iniciar sesión (abre otra pestaña)',
  typed: 'Lo que usted escribió',
  again: 'Enviarlo de nuevo',
  often:
    'Lo que usted envió no se hizo, y no se perdió nada. Deje esta página abierta y envíelo de nuevo entonces.',
  secrets: 'Lo que es secreto no está aquí: se le pedirá de nuevo.',
  file: 'Elija de nuevo el archivo',
  fileHint: ({ name }) =>
    `Lo que usted envió llevaba el archivo ${name}. Una página no puede guardar un archivo: solo se envía si lo elige aquí.`,
  withoutFile: 'Enviarlo sin el archivo',
};

export const pages: PagesWords = {
  site: 'Ladder',
  demonstration: 'Demostración: nada de esto es real, y cualquiera en esta máquina puede usarlo.',
  navigation: 'Páginas',
  places: {
    overview: 'Resumen',
    compliance: 'Cumplimiento',
    currency: 'Vigencia',
    people: 'Personas',
    record: 'Registro',
    admin: 'Administrar',
    installation: 'Instalación',
    webhooks: 'Avisos a programas',
    chats: 'Canales de chat',
    queue: 'Mi cola',
    mail: 'Correo',
    work: 'Lista de trabajo',
    cases: 'Casos',
    promises: 'Promesas',
    contacts: 'Contactos',
    customers: 'Clientes',
    rota: 'De turno',
    readiness: 'Disponibilidad',
    drills: 'Simulacros',
    start: 'Abrir un caso',
    plan: 'Plan',
    import: 'Importar',
    obligations: 'Obligaciones',
    drafts: 'Borradores',
    outbox: 'Bandeja de salida',
    clock: 'Reloj',
    problems: 'Problemas',
    api: 'API',
  },
  placeGroups: {
    contract: 'Contrato',
    cases: 'Casos',
    directory: 'Directorio',
    plan: 'Plan',
    installation: 'Instalación',
  },
  instant,
  refusals: pageRefusals,
  link,
  outbox,
  clock,
  problems: {
    title: 'Problemas',
    about:
      'Lo que ha fallado en esta instalación y necesita a quien la mantiene: lo que nadie ha atendido, aquello en lo que Ladder falla y lo que no llegó. Cada lista dice qué hacer. Las cinco primeras afectan a personas que esperan: empiece por ellas.',
    none: 'Ninguno.',
    setAside: 'Casos apartados',
    setAsideAbout:
      'Una falla de Ladder le impide decidir en estos casos. Nadie atiende sus plazos, y ya se les avisó a sus personas. Se intenta de nuevo cada vez que arranca un nodo.',
    late: 'Con más de un minuto de retraso',
    lateAbout: 'Plazos de casos, obligaciones y confirmaciones que ya vencieron y que nadie ha atendido.',
    isSetAside: 'Apartado',
    isWaiting: 'Se está intentando',
    isSeen: 'Visto',
    isNotSeen: 'Sin ver todavía',
    withheld: 'La señal de vida está retenida',
    withheldAbout:
      'Algo de esta página está retrasado o no se puede escribir, y nadie de quienes mantienen esta instalación ha dicho que lo vio. Quien escucha la señal no oye nada mientras tanto, y llama a alguien. Lea primero las listas. Después la señal sigue, hasta que se retrase otra cosa.',
    haveSeen: 'Ya vi todo esto',
    failedDeadlines: 'Obligaciones y confirmaciones que no se pueden decidir',
    failedDeadlinesAbout:
      'Venció uno de sus plazos, y una falla de Ladder le impide decidir lo que sigue. Se intenta de nuevo después de un minuto, luego cada vez con menos frecuencia hasta una vez por hora, y cada vez que arranca un nodo. Mientras tanto no se le recuerda a nadie: avise a quien deba actuar.',
    tryDeadlines: 'Intentar estos plazos otra vez ahora',
    failedLetters: 'Cartas que no se pueden escribir',
    failedLettersAbout:
      'Hay que avisar de algo a alguien, y una falla de Ladder le impide escribir la carta. Se intenta de nuevo después de un minuto, luego cada vez con menos frecuencia hasta una vez por hora, y cada vez que arranca un nodo. La persona interesada aún no lo sabe: llámela.',
    tryLetters: 'Intentar estas cartas otra vez ahora',
    left: 'Correos que se quedaron en el buzón',
    leftAbout:
      'Están marcados en el buzón, y nadie más que usted los va a leer: mire si alguno es para un caso, y llame a quien lo escribió. Para que uno se intente de nuevo, quítele la marca en un programa de correo; el que se mueva o se borre allí sale de esta lista.',
    leftWhy: {
      notAddressed: 'Ninguna de sus direcciones es de las que Ladder atiende.',
      tooLarge: 'Pesa más de 16 MiB.',
      unreadable: 'No se puede leer.',
      tooOld: 'Llevaba más de 14 días en el buzón.',
      putOff: 'En ese momento no se pudo recibir.',
      ownFault: 'Una falla de Ladder impide recibirlo; está en el registro.',
    },
    met: 'Fallas que alguien encontró',
    metAbout:
      'Alguien pidió algo y Ladder falló. A quien lo pidió se le dijo qué pasó con ello y a quién llamar. Esto es lo que ha encontrado este nodo desde que arrancó; los demás nodos muestran lo suyo, y el registro lo tiene todo.',
    failed: 'Mensajes que no llegaron',
    failedAbout:
      'Correos, mensajes de texto y llamadas que se rechazaron de forma definitiva, o que se intentaron hasta que ya no servía. Cada uno consta en su caso y, si la persona tiene otro medio, se intentó por ese. Haga corregir la dirección o el número que esté mal; si fallaron muchos en poco tiempo, mire los operadores. Que nadie contestara consta solo en el caso.',
    refused: 'Acciones que no se aceptaron',
    refusedAbout:
      'Alguien pidió a un caso algo que sus reglas no permiten, y se le dijo. No hay que hacer nada. Si hay muchos iguales, puede que un programa o la página de alguien esté mal.',
    columns: {
      about: 'Sobre',
      due: 'Vencía',
      stands: 'Estado',
      seen: 'Visto por operadores',
      times: 'Intentos',
      next: 'Próximo intento',
      case: 'Caso',
      since: 'Desde',
      version: 'Último intento, del arranque de',
      error: 'Error',
      at: 'Cuándo',
      command: 'Acción',
      by: 'De',
      code: 'Por qué',
      person: 'Para',
      reason: 'Por qué',
      asked: 'Qué se pidió',
      number: 'Número que se dio',
      last: 'Última vez',
      mailbox: 'Buzón',
      received: 'Recibido',
    },
  },
  keptForm,
  ownFault,
};
