import type { CarrierWords } from '../portal/carriers.ts';

export const carriers: CarrierWords = {
  title: 'Transportes',
  about:
    'Lo que lleva los mensajes y trae las respuestas, según los ajustes de esta instalación, y cómo fue la última vez que se usó, en cualquier nodo.',
  demonstration:
    'Esto es una demostración: nada sale de esta máquina, y todos los correos, mensajes y llamadas están en la bandeja de salida.',
  ownTelephones:
    'Un transporte pequeño que corre junto a Ladder los lleva a los teléfonos de la demostración, como haría uno de verdad.',
  mailOut: {
    title: 'Correo de salida',
    about: 'Por este servidor se avisa a quien debe saber de un caso.',
    unset:
      'No hay servidor de correo, así que todos los correos se quedan en la bandeja de salida. Ponga SMTP_URL y LADDER_MAIL_FROM.',
  },
  mailIn: {
    title: 'Correo de entrada',
    about: 'Aquí llegan las contestaciones a los correos y los informes de los que no llegaron.',
    unset:
      'No se recibe correo, así que no se puede contestar a los correos. Ponga LADDER_MAIL_PORT o IMAP_URL.',
  },
  mailbox: {
    title: 'Buzón',
    about: 'El correo se recoge de este buzón, por un nodo a la vez.',
    unset: 'No se recoge correo de ningún buzón. Ponga IMAP_URL si el correo para Ladder llega a uno.',
  },
  texts: {
    title: 'Mensajes de texto',
    about: 'A quien tiene un teléfono móvil le avisa de un caso este operador.',
    unset:
      'No hay operador de mensajes de texto, así que a nadie se le avisa por texto. Ponga LADDER_TWILIO_ACCOUNT o LADDER_TEXT_GATEWAY_URL.',
  },
  calls: {
    title: 'Llamadas',
    about: 'A quien no contesta le llama este operador, y a Ladder se le llama a su número.',
    unset: 'No hay operador de llamadas, así que a nadie se le llama. Ponga LADDER_TWILIO_ACCOUNT.',
  },
  heartbeat: {
    title: 'Señal de vida',
    about:
      'Cada diez segundos se dice a un vigilante de fuera que todo va bien; si no oye nada, llama a alguien.',
    unset: 'No se dice a nadie de fuera que todo va bien. Ponga HEARTBEAT_URL.',
  },
  labels: {
    server: 'Servidor',
    encrypted: 'Cifrado',
    signsIn: 'Se identifica con contraseña',
    from: 'Los correos son de',
    listens: 'Escucha en',
    domain: 'Las contestaciones van a direcciones de',
    user: 'Se identifica como',
    folder: 'Carpeta',
    watcher: 'Vigilante',
    number: 'Número de este Ladder',
    perMinute: 'Por minuto, de un nodo',
    lastDone: 'Último éxito',
    lastFailed: 'Último fallo',
    why: 'Por qué',
    waiting: 'En espera',
    waitingWhy: 'Por qué esperan',
    means: 'Medio',
    lastTaken: 'Última contestación recibida',
    lastHeld: 'Última contestación retenida hasta que la confirme quien la escribió',
  },
  never: 'nunca todavía',
  yes: 'sí',
  no: 'no',
  encrypted: {
    always: 'siempre',
    offered: 'cuando el servidor lo ofrece',
    never: 'nunca, según los ajustes',
    asked: 'cuando el otro lado lo pide',
    unset: 'nunca: no hay certificado',
  },
  means: { call: 'Llamada', email: 'Correo', text: 'Mensaje de texto' },
  ofContract: {
    out: 'Mensajes de salida',
    outAbout:
      'Cómo salieron los últimos mensajes de este contrato. Lo que no se aceptó por el momento se intenta de nuevo durante dos días.',
    noneOut: 'Todavía no ha salido ningún mensaje.',
    in: 'Contestaciones',
    inAbout: 'Lo que llegó por correo sobre casos de este contrato.',
    noneIn: 'Todavía no ha llegado ninguna contestación por correo.',
    keeper: 'De los servidores y los ajustes se ocupa quien mantiene la instalación.',
  },
  reasons: {
    timeout: 'El otro lado no contestó a tiempo.',
    tls: 'Su certificado o su cifrado no es de fiar.',
    'unknown-host': 'No hay ningún servidor con ese nombre.',
    'sign-in': 'No aceptó nuestro nombre y contraseña.',
    'lost-connection': 'La conexión se cortó.',
    'unknown-answer': 'Su contestación no es de las que usa el correo.',
    'carrier-settings': 'Los ajustes del servidor de correo no casan entre sí.',
    'refused-connection': 'Allí no escucha nadie.',
    unreachable: 'Desde esta máquina no hay camino hasta allí.',
    'unusable-address': 'A esa dirección no se puede enviar correo.',
    'address-erased': 'La dirección se borró antes de que saliera el correo.',
    'own-fault': 'Un fallo de Ladder impidió enviarlo.',
    'put-off': 'En ese momento no se pudo recibir un correo; se dijo a quien lo enviaba que volviera.',
    'url-not-understood': 'A esa dirección no se puede preguntar.',
    'name-unknown': 'No hay ningún servidor con ese nombre.',
    'address-refused': 'Está en una dirección privada, que LADDER_OUTGOING_PRIVATE no permite.',
    'certificate-refused': 'Su certificado no es de fiar.',
    dropped: 'La conexión se cortó.',
    redirected: 'Nos mandó a otra dirección, y eso no se sigue.',
    'mailbox-no-folder': 'El buzón no tiene una carpeta con ese nombre. Mire el final de IMAP_URL.',
    'mailbox-read-only': 'La carpeta solo se puede leer, así que nada en ella se puede mover ni marcar.',
    'mailbox-no-place': 'La carpeta Ladder/Taken no se puede crear allí. Créela en un programa de correo.',
    'mailbox-not-read': 'El servidor no dijo qué hay en la carpeta.',
    'mailbox-not-moved': 'Un correo ya recibido no se pudo mover a Ladder/Taken.',
    'database-away': 'La base de datos de Ladder no contestó.',
    'reply-too-long': 'Su contestación era más larga que cualquiera de ese tipo.',
    'reply-not-understood': 'Su contestación no es de las que se conocen.',
    throttled: 'Era más de lo que el operador recibe a la vez; se vuelve a intentar.',
    stopped: 'Quien tiene el número ha detenido nuestros mensajes de texto.',
    busy: 'El teléfono estaba ocupado.',
    'no-answer': 'Nadie contestó.',
    voicemail: 'Contestó un buzón de voz.',
    canceled: 'El operador abandonó la llamada.',
    'not-delivered': 'El operador no pudo llevarlo.',
    'not-completed': 'No se pudo poner la llamada: lo más probable es que ese número no exista.',
    'unusable-number': 'A ese número no se puede llamar desde todas partes.',
    'no-carrier': 'Ya no hay ningún operador para ello.',
    overtaken: 'Se respondió antes de que llegara su turno, y no se envió.',
  },
  smtp: ({ code }) =>
    code.startsWith('4')
      ? `El servidor de correo lo aplazó, con el código ${code}.`
      : code === '535'
        ? 'El servidor de correo no aceptó nuestro nombre y contraseña, con el código 535.'
        : `El servidor de correo lo rechazó, con el código ${code}.`,
  bounce: ({ code }) => `Volvió: el buzón no lo aceptó, con el estado ${code}.`,
  status: ({ code }) => `Contestó con el estado ${code}.`,
  carrier: ({ code }) => `El operador lo rechazó, con su número ${code}.`,
  test: {
    title: 'Probarlo',
    about: ({ email }) =>
      `Un correo va a su propia dirección, ${email}, ahora mismo y una sola vez. Esta página dice después qué contestó el servidor.`,
    aboutOutbox: 'Un correo para usted va a la bandeja de salida, como todos los demás aquí.',
    button: 'Enviarme un correo de prueba',
    handedOver: ({ email }) => `El servidor de correo aceptó el correo para ${email}`,
    handedOverAbout: 'Mire en su buzón: que llegue allí depende de los servidores que hay en el camino.',
    outbox: 'El correo de prueba está en la bandeja de salida',
    toOutbox: 'Leerlo allí',
    refused: {
      message: 'El servidor de correo no aceptó el correo',
      advice:
        'Sus propias palabras dicen por qué. Corrija el ajuste o pregunte a quien mantiene ese servidor, e inténtelo de nuevo.',
    },
    notReached: {
      message: 'No se llegó al servidor de correo',
      advice: 'Mire SMTP_URL y el camino hasta ese servidor, e inténtelo de nuevo.',
    },
    busy: {
      message: 'Otro correo de prueba está todavía en camino',
      advice: 'Inténtelo de nuevo dentro de medio minuto.',
    },
    said: ({ said }) => `Sus propias palabras: ${said}`,
  },
  testMail: {
    subject: 'Correo de prueba de Ladder',
    lead: [
      'Quien mantiene la instalación pidió a Ladder que enviara esto, para ver si el correo sale.',
      'Que usted lo lea muestra que sale. No hay nada que hacer.',
    ],
  },
  testText: {
    about:
      'Sale un mensaje de texto a un número suyo, en seguida y una vez. Esta página dice después qué contestó el operador.',
    field: 'Su número móvil',
    hint: 'Con + y el país delante, como +1 916 555 0100',
    button: 'Enviar un mensaje de prueba',
    handedOver: ({ number }) => `El operador aceptó el mensaje para ${number}`,
    handedOverAbout: 'Mire su teléfono: si llega es cosa de las compañías telefónicas del camino.',
    refused: {
      message: 'El operador no aceptó el mensaje',
      advice:
        'Sus propias palabras dicen por qué. Corrija el ajuste o la cuenta del operador y pruebe otra vez.',
    },
    notReached: {
      message: 'No se pudo hablar con el operador',
      advice: 'Mire los ajustes del teléfono y el camino hasta el operador, y pruebe otra vez.',
    },
    notUnderstood: ({ value }) => ({
      message: `“${value}” no es un número al que se pueda llamar desde todas partes.`,
      advice: 'Escríbalo con + y el país delante.',
    }),
    said: 'Ladder: una prueba. La pidió quien mantiene la instalación. No hay nada que hacer.',
  },
};
