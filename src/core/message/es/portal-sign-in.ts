import type { SignInWords } from '../portal/sign-in.ts';

export const signIn: SignInWords = {
  role: {
    customer: 'cliente',
    customerManager: 'responsable del cliente',
    desk: 'mesa de ayuda',
    accountManager: 'gestor de cuenta',
    contact: 'contacto',
    programManager: 'director del programa',
    oversight: 'supervisión',
    auditor: 'auditoría',
    administrator: 'administración',
  },
  roles: {
    customer: 'Clientes',
    customerManager: 'Responsables de los clientes',
    desk: 'Mesa de ayuda',
    accountManager: 'Gestores de cuenta',
    contact: 'Contactos',
    programManager: 'Dirección del programa',
    oversight: 'Supervisión',
    auditor: 'Auditoría',
    administrator: 'Administración',
  },
  stepIn: {
    title: 'Entrar como otra persona',
    about:
      'Esto es una demostración: todas las personas son inventadas. Elija en lugar de quién quiere entrar. Puede cambiar cuando quiera, o entrar como varias personas en navegadores distintos.',
    empty:
      'No hay nadie en cuyo lugar entrar: ninguna persona de esta demostración tiene todavía una función.',
    button: ({ name }) => `Entrar como ${name}`,
    of: ({ customerName }) => `de ${customerName}`,
    try: {
      customer: 'Abra un caso y, cuando llegue su hora, páselo a un nivel más alto.',
      customerManager: 'Vea todos los casos de un cliente y cuánto tardan las respuestas.',
      desk: 'Tome un caso de la cola o abra uno por quien llama.',
      accountManager: 'Responda lo que le espera en el nivel 1.',
      contact: 'Acuse recibo y responda a un caso que ha subido hasta usted.',
      programManager: 'Vea si el contratista cumple sus promesas.',
      oversight: 'Vea todos los casos, dé los pasos de supervisión y decida las impugnaciones.',
      auditor: 'Lea todo y verifique que el registro está completo.',
      administrator: 'Cuide de personas, clientes, tokens e inicios de sesión.',
    },
    now: ({ name }) => `Ahora es usted ${name}.`,
  },
  page: {
    title: 'Iniciar sesión',
    again: {
      title: 'Demuestre de nuevo quién es',
      about:
        'Lo que quiere hacer exige una prueba de hace menos de un cuarto de hora. Después seguirá donde estaba.',
    },
    signedInAs: ({ name }) => `Ha iniciado sesión como ${name}.`,
    email: 'Correo electrónico',
    byLink: {
      title: 'Con un enlace por correo',
      about:
        'Le enviamos un enlace que inicia la sesión. Sirve una sola vez, durante 10 minutos. No necesita contraseña.',
      button: 'Enviarme un enlace',
    },
    byPassword: {
      title: 'Con una contraseña',
      password: 'Contraseña',
      button: 'Iniciar sesión',
      forgotten:
        '¿La ha olvidado o todavía no tiene? Entre con un enlace y establezca una contraseña en “Su cuenta”.',
    },
    byPasskey: {
      title: 'Con una llave de acceso',
      about: 'Su dispositivo, su huella o una llave que lleve consigo.',
      button: 'Entrar con una llave de acceso',
      failed: 'La llave de acceso no fue aceptada. Inténtelo de nuevo o entre con un enlace.',
    },
    byOrganisation: {
      title: 'Con su organización',
      button: ({ name }) => `Entrar con ${name}`,
      failed:
        'El acceso de su organización no le ha dejado entrar aquí. Entre con un enlace o pregunte a quien lleva el directorio.',
    },
    stepIn: 'En esta demostración también puede entrar como otra persona.',
    problems: {
      emailMissing: {
        message: 'Escriba su correo electrónico.',
        advice: 'Tiene la forma nombre@organismo.example.',
      },
      passwordMissing: { message: 'Escriba su contraseña.', advice: 'O entre con un enlace por correo.' },
      wrong: {
        message: 'La dirección y la contraseña no corresponden.',
        advice: 'Revise ambas o entre con un enlace por correo: no necesita contraseña.',
      },
    },
  },
  sent: {
    title: 'Mire su buzón',
    about:
      'Si esta dirección se conoce aquí, ya va hacia ella un correo con un enlace. El enlace sirve una sola vez, durante 10 minutos.',
    nothing:
      '¿No llega en unos minutos? Mire en el correo no deseado y compruebe que la dirección es la que el contrato tiene de usted. Si lo es, pregunte a la administración del contrato.',
    outbox: 'Ver el correo en la bandeja de esta demostración',
    back: 'Pedir otro enlace',
  },
  link: {
    titles: {
      signIn: 'Iniciar sesión',
      invitation: 'Le han invitado',
      domain: 'Entrar como cliente',
      administrator: 'Hacerse cargo de la administración',
    },
    signIn: ({ email }) => `Este enlace inicia la sesión de ${email} en este navegador.`,
    invitation: ({ email, contractTitle }) =>
      `Este enlace inicia la sesión de ${email} en este navegador, para ${contractTitle}.`,
    domain: ({ email, contractTitle, customerName }) =>
      `Quien tenga un buzón en esta dirección puede comunicar problemas del contrato ${contractTitle} por ${customerName}. Este enlace inicia la sesión de ${email} en este navegador.`,
    administrator:
      'Este enlace pone esta instalación a su cargo. Diga quién es; después entrará con un enlace a esta dirección o con lo que establezca en “Su cuenta”.',
    onlyThen: 'No ocurre nada hasta que oprima el botón. Entonces el enlace queda gastado.',
    button: 'Iniciar sesión',
    name: 'Su nombre',
    nameHint: 'Como lo verán los demás en un caso.',
    email: 'Su correo electrónico',
    emailHint: 'Allí llegarán los correos con enlaces para iniciar sesión.',
    problems: {
      nameMissing: {
        message: 'Escriba su nombre.',
        advice: 'Una línea, como lo verán los demás en un caso.',
      },
      emailMissing: {
        message: 'Escriba su correo electrónico.',
        advice: 'Tiene la forma nombre@organismo.example.',
      },
    },
    dead: {
      used: {
        message: 'Este enlace ya se ha usado.',
        advice: 'Un enlace sirve una sola vez. Pida otro.',
      },
      expired: { message: 'Este enlace ha caducado.', advice: 'Su tiempo ha pasado. Pida otro.' },
      unknown: {
        message: 'Este enlace no lleva a ninguna parte.',
        advice: 'Quizá se cortó una parte. Ábralo otra vez desde el correo o pida otro.',
      },
    },
    fresh: 'Pedir otro enlace',
  },
  code: {
    title: 'Escriba su código',
    about: 'Su cuenta pide una segunda prueba: las seis cifras que muestra ahora su autenticador.',
    label: 'Código',
    hint: 'Seis cifras, o uno de sus códigos de recuperación.',
    button: 'Continuar',
    lost: '¿Ha perdido el autenticador? Escriba uno de los códigos de recuperación que recibió al configurarlo.',
    wrong: {
      message: 'Este código no fue aceptado.',
      advice: 'Cada código vale una sola vez. Espere a que el autenticador muestre el siguiente y escríbalo.',
    },
    over: {
      message: 'Este inicio de sesión ha terminado.',
      advice: 'Tardó demasiado o hubo demasiados códigos erróneos. Empiece de nuevo.',
    },
    begin: 'Empezar de nuevo',
  },
  nobody: {
    title: 'Todavía no es nadie aquí',
    about: ({ email }) =>
      `Ha iniciado sesión como ${email}, pero ningún contrato tiene una persona con esta dirección. Pida una invitación a la administración del contrato y vuelva a iniciar sesión.`,
  },
  tooOften: ({ seconds }) => ({
    message: 'Demasiados intentos desde aquí.',
    advice: `Inténtelo de nuevo dentro de ${minutesWords(seconds)}. A nadie más se le impide entrar, y un enlace por correo sigue sirviendo desde otro lugar.`,
  }),
  signedOut: {
    title: 'Ha cerrado la sesión',
    about: 'Ya nadie puede actuar en su nombre en este navegador.',
    again: 'Iniciar sesión de nuevo',
  },
};

function minutesWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'un minuto' : `${minutes} minutos`;
}
