import type { AdminWords } from '../portal/admin.ts';
import { counted } from './dates.ts';

export const access: AdminWords['access'] = {
  title: 'Inicio de sesión',
  invite: {
    about: (email) =>
      `Un correo a ${email} dice cuál es el contrato y lleva un enlace que inicia su sesión, una vez, en el plazo de siete días.`,
    noAddress: 'No consta ninguna dirección de correo suya, así que no se le puede invitar.',
    button: 'Enviar una invitación',
    done: (email) => `Una invitación va camino de ${email}. Su enlace sirve una vez, durante siete días.`,
  },
  sessions: {
    about: 'Si se pierde un teléfono o una computadora, o si alguien se va, cierre todas sus sesiones.',
    button: 'Cerrar todas sus sesiones',
    sure: (name) => `¿Cerrar todas las sesiones de ${name}?`,
    sureAbout:
      'Se cierran en todos los navegadores y tendrá que volver a iniciar sesión. Sus funciones no cambian: quítelas también si no debe ver nada más.',
    done: 'Se han cerrado todas sus sesiones.',
    none: 'No tenía ninguna sesión abierta.',
  },
};

export const domains: AdminWords['domains'] = {
  title: 'Dominios para entrar',
  about:
    'Quien demuestre que tiene un buzón en uno de estos dominios puede iniciar sesión por su cuenta, como persona de este cliente. Sin ninguno, las personas se añaden una por una.',
  none: 'No se admite ningún dominio.',
  label: 'Dominio',
  hint: 'Lo que va después de la @, como agency.example. Un dominio dentro de otro se admite aparte.',
  button: 'Admitir el dominio',
  withdraw: 'No admitirlo más',
  withdrawSure: ({ domain, customer }) => `¿No admitir más en ${customer} a las personas de ${domain}?`,
  withdrawAbout:
    'Ya nadie entra por él. Quien entró antes conserva su función hasta que se le quite, en su propia página.',
  added: 'El dominio está admitido.',
  withdrawn: 'El dominio ya no se admite.',
  since: 'admitido desde el',
  allowedBy: (by) => `por ${by}`,
  refusals: {
    malformed: (domain) => ({
      message:
        domain === '' ? 'No se escribió ningún dominio.' : `«${domain}» no es un dominio que use el correo.`,
      advice: 'Escriba lo que va después de la @ en las direcciones del cliente, como agency.example.',
    }),
    public: (domain) => ({
      message: `Cualquiera obtiene un buzón en ${domain}, así que no muestra dónde trabaja alguien.`,
      advice: 'Añada a estas personas una por una, en Personas.',
    }),
    taken: (domain) => ({
      message: `${domain} ya es de otro cliente de este contrato.`,
      advice: 'Deje de admitirlo allí primero, o añada a estas personas una por una, en Personas.',
    }),
  },
};

export const door: AdminWords['door'] = {
  empty: 'Todavía no ha llegado nadie.',
  ofInstallation: 'De todos los contratos juntos, y de quien no se sabe de qué contrato es.',
  columns: { who: 'Quién', from: 'Desde' },
  unknown: 'nadie conocido',
  methods: {
    demonstration: 'la entrada de la demostración',
    link: 'un enlace por correo',
    password: 'una contraseña',
    passkey: 'una llave de acceso',
    organisation: 'el directorio de la organización',
    code: 'un código de una aplicación',
    used: 'ya se había usado',
    expired: 'era demasiado antiguo',
    unknown: 'no es de Ladder',
  },
  said: {
    signedIn: ({ method }) => `Inició sesión con ${method}.`,
    signInFailed: ({ method }) => `Intentó iniciar sesión con ${method} y no pudo.`,
    signedOut: () => 'Cerró la sesión.',
    linkSent: () => 'Se le envió un enlace para iniciar sesión.',
    invited: ({ by }) => (by === '' ? 'Recibió una invitación.' : `Recibió una invitación de ${by}.`),
    sessionsEnded: ({ by }) => (by === '' ? 'Cerró sesiones propias.' : `${by} cerró todas sus sesiones.`),
    personJoined: () => 'Llegó al contrato por primera vez.',
    administratorMade: () => 'Pasó a administrar la instalación.',
    passwordSet: () => 'Puso una contraseña.',
    passwordRemoved: () => 'Quitó la contraseña.',
    passkeyAdded: () => 'Añadió una llave de acceso.',
    passkeyRemoved: () => 'Quitó una llave de acceso.',
    secondFactorOn: () => 'Empezó a pedir además el código de una aplicación.',
    secondFactorOff: () => 'Ya no pide el código de una aplicación.',
    secondFactorFailed: () => 'Dio un código equivocado de la aplicación.',
    triedTooOften: ({ method, times }) =>
      `Intentó iniciar sesión con ${method} demasiadas veces, ${counted(times, 'vez', 'veces')} hasta entonces, y se le pidió esperar.`,
    linkFailed: ({ method, times }) =>
      `Llegó con un enlace para iniciar sesión que ${method}${times > 1 ? `, ${counted(times, 'vez', 'veces')} hasta entonces` : ''}.`,
    recoveryCodesMade: () => 'Creó códigos de recuperación nuevos.',
    recoveryCodeUsed: () => 'Usó un código de recuperación.',
  },
};

export const checkpoints: AdminWords['checkpoints'] = {
  title: 'Puntos de control',
  about:
    'Cada uno se firma sobre todo el registro tal como estaba entonces y va a la supervisión. Un resumen que no es el que recibió muestra que el registro ha cambiado.',
  empty: 'Todavía no se ha firmado ningún punto de control.',
  columns: { number: 'Número', cases: 'Casos', events: 'Sucesos', digest: 'Resumen' },
};
