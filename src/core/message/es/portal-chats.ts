import type { ChatWords } from '../portal/chats.ts';
import { formatLocal, listed } from './dates.ts';

export const chats: ChatWords = {
  title: 'Canales de chat',
  about:
    'Un canal de Slack o de Microsoft Teams se entera de los casos como el correo al contratista. Allí no se escribe nada que alguien haya tecleado ni ningún número, pues Ladder no sabe quién lo lee.',
  demonstration:
    'En una demostración no sale nada: los mensajes están en la bandeja de salida tal como se verían.',
  empty: 'No se avisa a ningún canal.',
  kinds: { slack: 'Slack', teams: 'Microsoft Teams' },
  columns: {
    name: 'Canal',
    kind: 'Programa',
    levels: 'Se entera de',
    state: 'Estado',
    made: 'Creado',
    case: 'Caso',
    events: 'Sucesos',
    queued: 'En cola',
    attempts: 'Intentos',
    next: 'Próximo intento',
    user: 'Usuario allí',
    person: 'Persona aquí',
    since: 'Desde',
    act: 'Acción',
    channel: 'Canal',
    reason: 'Motivo',
  },
  allLevels: 'Todos los niveles y los puestos propios del contratista',
  levels: ({ levels }) => `${levels.length === 1 ? 'Nivel' : 'Niveles'} ${listed(levels.map(String))}`,
  on: 'Avisado',
  off: { person: 'Apagado', refused: 'Apagado: allí se rechaza' },
  offSince: ({ at, timeZone }) => `No se envía nada desde ${formatLocal(at, timeZone, { year: true })}.`,
  add: {
    slack: {
      title: 'Añadir un canal de Slack',
      about:
        'Necesita una aplicación de Slack con un bot que pueda escribir mensajes (chat:write) y que esté en el canal.',
      button: 'Añadir el canal',
    },
    teams: {
      title: 'Añadir un canal de Microsoft Teams',
      about:
        'Necesita un flujo de trabajo del canal que publique lo que recibe (“Cuando se recibe una solicitud de webhook de Teams”).',
      button: 'Añadir el canal',
    },
    name: 'Cómo se llama aquí',
    nameHint: 'Por ejemplo: Mesa de ayuda',
    room: 'El identificador del canal en Slack',
    roomHint: 'Empieza por C o G y está al pie de lo que Slack dice del canal.',
    token: 'Token del bot',
    tokenHint: 'Empieza por xoxb-. Se guarda cifrado y no se vuelve a mostrar.',
    signingSecret: 'Secreto de firma',
    signingSecretHint:
      'De la aplicación, en Basic Information: 32 caracteres. Por él sabe Ladder que una pulsación viene de Slack.',
    url: 'Dirección del flujo de trabajo',
    urlHint: 'Empieza por https://. Se guarda cifrada y no se vuelve a mostrar.',
    levels: 'De qué se entera',
    levelsHint:
      'No elija ninguno y se entera de todos los niveles y de lo que va a los puestos propios del contratista.',
    level: ({ level }) => `Nivel ${level}`,
  },
  done: 'Guardado.',
  pressesTo: 'Adónde van las pulsaciones',
  pressesAbout:
    'En la aplicación de Slack, en Interactivity, ponga esto como Request URL. Slack tiene que alcanzarlo desde fuera.',
  secrets: {
    title: 'Secretos nuevos',
    about: 'Sustituyen de inmediato a los anteriores.',
    button: 'Guardar los secretos nuevos',
    kept: 'Los secretos nuevos están guardados.',
  },
  turnOff: {
    title: 'No avisarle más',
    about:
      'Lo que espera se conserva y se envía cuando se le vuelva a avisar. Mientras tanto, pulsar en él no hace nada.',
    button: 'Apagar',
  },
  turnOn: { title: 'Volver a avisarle', about: 'Lo que espera se envía de inmediato.', button: 'Encender' },
  messages: { title: 'Mensajes', empty: 'Aún no se ha enviado nada.' },
  states: { waiting: 'En espera', delivered: 'Entregado', failed: 'Fallido' },
  users: {
    title: 'Quién es quién',
    about:
      'Quien haya dicho, con la sesión iniciada aquí, qué usuario del canal es puede acusar recibo allí. Un nombre o una dirección que diga el otro programa no cuenta para nada.',
    empty: 'Nadie lo ha dicho todavía.',
    end: ({ name }) => `Desconectar a ${name}`,
  },
  problems: {
    name: {
      message: 'No tiene nombre.',
      advice: 'Escriba cómo se llama aquí el canal, con 80 caracteres como mucho.',
    },
    room: {
      message: 'Eso no es el identificador de un canal de Slack.',
      advice: 'Cópielo de lo que Slack dice del canal: C o G, y después letras y cifras.',
    },
    token: {
      message: 'Eso no es el token de un bot.',
      advice: 'Copie el Bot User OAuth Token de la aplicación: empieza por xoxb-.',
    },
    signingSecret: {
      message: 'Eso no es un secreto de firma.',
      advice: 'Cópielo de Basic Information de la aplicación: 32 caracteres de 0-9 y a-f.',
    },
    url: {
      message: 'Esa no es una dirección a la que se puedan enviar mensajes.',
      advice: 'Copie la dirección del flujo de trabajo: empieza por https://.',
    },
    level: { message: 'El plan no tiene ese nivel.', advice: 'Elija de la lista.' },
    tooMany: { message: 'Este contrato tiene 10 canales, que es el máximo.', advice: 'Use uno de ellos.' },
    same: {
      message: 'A ese canal ya se le avisa.',
      advice: 'Úselo, o apáguelo antes de añadirlo de nuevo.',
    },
  },
  connect: {
    title: '¿Es usted?',
    about: ({ channel, user, person }) =>
      `El usuario ${user} pulsó un botón en ${channel}. Si fue usted, lo que pulse este usuario cuenta desde ahora como hecho por ${person}.`,
    warning:
      'Siga solo si usted mismo pulsó el botón hace un momento. Si alguien le envió el enlace a esta página, ciérrela.',
    user: 'Usuario allí',
    team: 'Espacio de trabajo',
    person: 'Persona aquí',
    button: 'Sí, soy yo',
    over: {
      message: 'Este enlace ya no sirve.',
      advice: 'Pulse otra vez el botón en el canal: se le mostrará uno nuevo.',
    },
  },
  mine: {
    title: 'Sus usuarios en canales',
    about: 'Lo que pulsa uno de estos usuarios cuenta como hecho por usted.',
    empty:
      'Ningún usuario de un canal está conectado con usted. Pulse un botón en uno de ellos y se le dirá cómo.',
    connected: 'Está conectado: pulse otra vez el botón en el canal.',
    ended: 'Ese usuario ya no está conectado con usted.',
  },
  outbox: {
    title: 'Mensajes a canales',
    about:
      'Lo que se diría a los canales, tal como se vería, lo más nuevo primero. En una demostración no va a ninguna parte.',
  },
  failed: {
    title: 'Mensajes que no llegaron a ningún canal',
    about: 'El correo sobre lo mismo salió junto a ellos. La página del canal dice cómo seguir.',
  },
  message: {
    title: ({ caseId, news }) => `Caso ${caseId}: ${news}`,
    when: ({ at, timeZone }) => formatLocal(at, timeZone, { zone: true, year: true }),
    happened: 'Cuándo',
    stands: 'Ahora',
    demonstration: 'Demostración: nada en este mensaje es real.',
    movedOn: 'El caso ha avanzado desde entonces.',
    acknowledge: 'Acusar recibo',
    respond: 'Responder',
    open: 'Abrir el caso',
  },
  pressed: {
    unknown: ({ url, minutes }) =>
      `Ladder no sabe quién es usted aquí. Abra ${url} en los próximos ${minutes} minutos, inicie sesión y diga que es usted. Después pulse otra vez el botón.`,
    over: ({ url }) => `No se ha hecho nada: el caso ha avanzado desde este mensaje. Está en ${url}.`,
    done: ({ caseId }) =>
      `Ha acusado recibo del caso ${caseId}. Eso no es todavía una respuesta y no detiene ningún reloj del contrato.`,
    already: ({ caseId }) => `Ya había acusado recibo del caso ${caseId}.`,
    off: 'No se ha hecho nada: Ladder no usa este canal por ahora.',
  },
  mail: {
    says: ({ contractTitle, name, reason }) => ({
      subject: `Ya no se avisa a un canal: ${name}`,
      lead: [
        `El canal ${name}, al que se avisaba de los casos de ${contractTitle}, rechaza nuestros mensajes; el último intento acabó en ${reason}. No se le envía nada más. El correo sale como antes.`,
      ],
    }),
    what: 'Corríjalo allí o dé secretos nuevos y enciéndalo otra vez: entonces se envía lo que espera.',
    link: { label: 'Abrir el canal', says: 'Después de iniciar sesión.' },
    footer: ({ contractTitle }) => `Ladder, para ${contractTitle}`,
  },
};
