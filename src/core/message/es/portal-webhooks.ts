import type { WebhookWords } from '../portal/webhooks.ts';
import { counted, formatLocal } from './dates.ts';

export const webhooks: WebhookWords = {
  title: 'Avisos a programas',
  about:
    'Un programa se entera de lo que pasa en este contrato por peticiones firmadas a una dirección suya. Las peticiones nombran a las personas solo por su identificador y no llevan nada que alguien haya escrito.',
  demonstration: 'En una demostración no sale nada: lo que se enviaría está en la bandeja de salida.',
  empty: 'No se avisa a ningún programa.',
  columns: {
    url: 'Dirección',
    types: 'Se le avisa de',
    state: 'Estado',
    made: 'Creado',
    type: 'Tipo',
    about: 'Sobre',
    queued: 'En cola',
    attempts: 'Intentos',
    next: 'Próximo intento',
  },
  allTypes: 'Todo',
  on: 'Recibe avisos',
  off: {
    person: 'Apagado',
    gone: 'Apagado: contestó 410',
    failing: 'Apagado: no se le alcanza desde hace días',
  },
  offSince: ({ at, timeZone }) => `No se envía nada desde el ${formatLocal(at, timeZone, { year: true })}.`,
  add: {
    title: 'Avisar a un programa',
    about: 'Su secreto se muestra una sola vez, en la página siguiente.',
    button: 'Crear el aviso',
    url: 'Dirección del programa',
    urlHint: 'Empieza por https:// y acepta peticiones POST con JSON.',
    types: 'De qué se le avisa',
    typesHint: 'Si no elige nada, se le avisa de todo, también de lo que añadan versiones posteriores.',
  },
  secret: {
    made: 'El aviso está creado',
    renewed: 'El aviso tiene un secreto nuevo',
    about: 'Copie ahora su secreto: no se vuelve a mostrar. El programa reconoce por él nuestras peticiones.',
    overlap: ({ hours }) =>
      `Durante ${hours} horas las peticiones se firman también con el secreto anterior, para que ningún programa pierda alguna mientras usted lo cambia.`,
  },
  rotate: {
    title: 'Secreto nuevo',
    about: 'Durante un día las peticiones se firman con los dos, para poder cambiar el programa entretanto.',
    button: 'Crear un secreto nuevo',
    sure: '¿Crear un secreto nuevo?',
    notYet: ({ at, timeZone }) =>
      `Se podrá crear otro secreto a partir del ${formatLocal(at, timeZone, { year: true })}: hasta entonces el programa puede reconocer las peticiones todavía por el secreto anterior. Si alguien más conoce un secreto, apague este aviso y cree otro.`,
  },
  overlapUntil: ({ at, timeZone }) =>
    `Hasta el ${formatLocal(at, timeZone, { year: true })} las peticiones se firman también con el secreto anterior.`,
  turnOff: {
    title: 'No avisarle más',
    about: 'Lo que espera se guarda, y se envía cuando vuelva a recibir avisos.',
    button: 'Apagar',
  },
  turnOn: {
    title: 'Volver a avisarle',
    about:
      'Lo que espera se envía enseguida. Lo que pasó mientras estaba apagado se envía solo si usted lo pide abajo.',
    button: 'Encender',
  },
  since: {
    title: 'Enviar de nuevo',
    about:
      'Todo lo que pasó desde entonces se envía otra vez, con los mismos identificadores, para que el programa descarte lo que ya tiene.',
    button: 'Enviarlo de nuevo',
    label: 'Desde',
  },
  repeated: ({ count }) => `${counted(count, 'envío')} en cola para salir de nuevo.`,
  done: 'Guardado.',
  deliveries: { title: 'Envíos', empty: 'Todavía no se ha enviado nada.', repeat: 'Enviar de nuevo' },
  states: { waiting: 'En espera', delivered: 'Entregado', failed: 'Fallido' },
  ofCase: ({ caseId, number }) => `Caso ${caseId}, suceso ${number}`,
  ofPlan: 'El plan',
  problems: {
    url: {
      message: 'Esa no es una dirección a la que se puedan enviar peticiones.',
      advice:
        'Escriba una que empiece por https://, sin nombre, contraseña ni # en ella. Solo a los servidores que permite quien opera la instalación puede empezar por http://.',
    },
    typeUnknown: { message: 'Uno de los tipos no está en el catálogo.', advice: 'Elija de la lista.' },
    tooMany: {
      message: 'Este contrato tiene 10 avisos a programas, que es el máximo.',
      advice: 'Use uno de ellos.',
    },
    tooManyOwn: {
      message: 'Ya tiene tres, o los lectores de este plan tienen tantos como puede haber.',
      advice: 'Termine uno que ya no necesite.',
    },
    same: { message: 'A esa dirección ya se le avisa.', advice: 'Apague antes ese aviso, o úselo.' },
    since: {
      message: 'Ese no es un momento de los últimos 30 días.',
      advice: 'Elija una fecha y una hora ya pasadas, de hace 30 días como mucho.',
    },
  },
  own: {
    title: 'Sus programas avisados de este plan',
    about:
      'Un programa suyo se entera por una petición firmada cuando entra en vigor otra revisión de este plan o cuando otra persona ocupa un puesto. Solo usted los ve; puede tener tres como máximo, y terminan cuando usted deja de tener una función en el contrato.',
    offer: 'Avisar en su lugar a un programa suyo',
    addAbout:
      'Se le avisa cuando entra en vigor otra revisión y cuando alguien ocupa un puesto: solo con identificadores y nada de ningún caso. Su secreto se muestra una sola vez, en la página siguiente.',
    end: {
      title: 'Terminarlo',
      about: 'La dirección se olvida, con lo que se le envió y lo que espera.',
      button: 'Terminarlo',
      sure: '¿No avisar más a este programa?',
    },
  },
  outbox: {
    title: 'Peticiones a programas',
    about:
      'De qué se avisaría a los programas, lo más reciente primero. En una demostración no va a ninguna parte.',
    body: 'Qué dice',
  },
  mail: {
    says: ({ contractTitle, host, off, reason }) => ({
      subject: `Ya no se avisa a un programa: ${host}`,
      lead: [
        off === 'gone'
          ? `El programa en ${host}, al que se avisaba de lo que pasa en ${contractTitle}, contestó que ya no existe (410). No se le envía nada más.`
          : `Al programa en ${host}, al que se avisaba de lo que pasa en ${contractTitle}, no se le alcanza desde hace más de dos días; el último intento acabó en ${reason}. No se le envía nada más.`,
      ],
    }),
    what: 'Cuando se le pueda alcanzar, vuelva a encenderlo: entonces se envía lo que espera, y lo que pasó entretanto se puede enviar de nuevo.',
    link: { label: 'Abrir el aviso', says: 'Después de iniciar sesión.' },
    footer: ({ contractTitle }) => `Ladder, para ${contractTitle}`,
  },
};
