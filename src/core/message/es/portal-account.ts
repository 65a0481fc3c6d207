import type { AccountWords } from '../portal/account.ts';

const codesWords = (codes: number): string =>
  codes === 1
    ? 'queda un código de recuperación'
    : codes === 0
      ? 'no queda ningún código de recuperación'
      : `quedan ${codes} códigos de recuperación`;

export const account: AccountWords = {
  overview: {
    title: 'Su cuenta',
    done: 'Su cuenta se ha cambiado.',
    who: {
      title: 'Quién es usted',
      email: 'Correo electrónico',
      emailAbout:
        'Con esta dirección inicia sesión. Es la que sus contratos tienen de usted: si allí cambia, entre con un enlace a la nueva.',
    },
    people: {
      title: 'Qué es usted',
      none: 'Todavía no es nadie de ningún contrato. Pida una invitación a la administración de un contrato.',
      keeper: 'usted la administra, con sus contratos, sus medios de envío y su registro',
    },
    password: {
      title: 'Contraseña',
      none: 'No tiene ninguna, y no la necesita: un enlace por correo le deja entrar a cualquier hora.',
      set: 'Tiene una.',
      add: 'Establecer una contraseña',
      change: 'Cambiar o quitar la contraseña',
    },
    secondFactor: {
      title: 'Segunda prueba',
      off: 'No se pide más que su buzón o su contraseña. Un autenticador protege su cuenta también cuando otra persona lee su correo.',
      on: ({ codes }) =>
        `Cada inicio de sesión pide además un código de su autenticador; ${codesWords(codes)}.`,
      add: 'Configurar un autenticador',
      change: 'Cambiar la segunda prueba',
    },
    passkeys: {
      title: 'Llaves de acceso',
      about: ({ count }) =>
        count === 0
          ? 'No tiene ninguna. Con una, su dispositivo inicia la sesión: su huella, su cara o una llave que lleve consigo.'
          : `Tiene ${count === 1 ? 'una' : count}.`,
      change: 'Añadir o quitar llaves de acceso',
    },
    sessions: {
      title: 'Dónde ha iniciado sesión',
      about: '¿No reconoce alguna? Ciérrela y cambie su contraseña si tiene una.',
      columns: {
        browser: 'Navegador',
        began: 'Desde',
        used: 'Último uso',
        by: 'Entró con',
        action: 'Cerrar',
      },
      this: 'este navegador',
      methods: {
        demonstration: 'la demostración',
        link: 'un enlace por correo',
        password: 'una contraseña',
        passkey: 'una llave de acceso',
        organisation: 'su organización',
      },
      unknownBrowser: 'navegador desconocido',
      end: ({ browser }) => `Cerrar la sesión de ${browser}`,
      endOthers: 'Cerrar todas las demás',
    },
  },
  details: {
    title: 'Su nombre, idioma y zona horaria',
    name: 'Nombre',
    nameHint:
      'Como lo muestran esta página y la cabecera de todas. En los casos lleva el nombre que el contrato tiene de usted.',
    nameMissing: { message: 'Escriba su nombre.', advice: 'Una línea.' },
    language: 'Idioma',
    languageNone: 'El que pida mi navegador',
    timeZone: 'Zona horaria',
    timeZoneHint: 'Donde está usted: las horas se muestran en su hora local, junto a las del contrato.',
    timeZoneNone: 'La del contrato',
    timeZoneUnknown: {
      message: 'Elija una zona horaria de la lista.',
      advice: 'Por ejemplo, America/Los_Angeles.',
    },
    button: 'Guardar',
    change: 'Cambiar nombre, idioma o zona horaria',
  },
  password: {
    title: 'Establecer una contraseña',
    about: 'Una contraseña le ahorra ir a su buzón. El enlace por correo sigue sirviendo.',
    hint: 'Al menos 12 signos de cualquier clase, también espacios: unas palabras que solo usted pensaría juntas.',
    label: 'Contraseña nueva',
    repeated: 'La contraseña nueva otra vez',
    button: 'Establecer esta contraseña',
    problems: {
      missing: { message: 'Escriba una contraseña.', advice: 'Al menos 12 signos de cualquier clase.' },
      different: {
        message: 'Las dos no son iguales.',
        advice: 'Escriba la contraseña dos veces, para notar un error.',
      },
      short: {
        message: 'Esta contraseña es demasiado corta.',
        advice: 'Use al menos 12 signos: bastan unas palabras.',
      },
      long: { message: 'Esta contraseña es demasiado larga.', advice: 'Use como máximo 128 signos.' },
      common: {
        message: 'Esta contraseña es de las primeras que se prueban.',
        advice: 'Use unas palabras que nadie más pensaría juntas.',
      },
      own: {
        message: 'Esta contraseña apenas es más que su nombre o su dirección.',
        advice: 'Use unas palabras que nadie relacione con usted.',
      },
      simple: {
        message: 'Esta contraseña repite unos pocos signos o es una simple serie.',
        advice: 'Use unas palabras que nadie más pensaría juntas.',
      },
    },
    remove: {
      title: 'Quitar la contraseña',
      about: 'Después entrará con un enlace por correo o con una llave de acceso.',
      button: 'Quitar la contraseña',
    },
  },
  secondFactor: {
    title: 'Configurar un autenticador',
    about:
      'Un autenticador es un programa en su teléfono o computadora que muestra seis cifras, nuevas cada medio minuto.',
    steps: {
      scan: 'Enseñe esta imagen al autenticador de su celular, o',
      open: 'en el dispositivo que tiene el autenticador, abra este enlace, o',
      type: 'escriba esta clave en el autenticador:',
      code: 'Después escriba las seis cifras que muestre.',
    },
    picture: 'Código QR con la clave que está debajo',
    openLink: 'Abrir en un autenticador de este dispositivo',
    secret: 'Clave',
    label: 'Código',
    hint: 'Seis cifras.',
    button: 'Activar la segunda prueba',
    wrong: {
      message: 'Este código no fue aceptado.',
      advice:
        'Escriba las cifras que el autenticador muestra ahora. ¿Van bien los relojes de ambos dispositivos?',
    },
    codes: {
      title: 'Sus códigos de recuperación',
      about: 'El día en que pierda el autenticador, cada uno le deja entrar una vez en su lugar.',
      once: 'Se muestran solo esta vez. Imprímalos o guárdelos donde guarda lo que no debe perderse.',
      back: 'Los he guardado: volver a mi cuenta',
    },
    on: {
      title: 'Segunda prueba',
      left: ({ codes }) => `La segunda prueba está activa; ${codesWords(codes)}.`,
      newCodes: 'Crear códigos de recuperación nuevos',
      newCodesAbout: 'Los anteriores ya no abrirán nada.',
      remove: 'Desactivar la segunda prueba',
      removeAbout: 'Entonces quien lea su correo podrá entrar en su lugar.',
    },
  },
  passkeys: {
    title: 'Llaves de acceso',
    about:
      'Una llave de acceso está en un dispositivo y nunca sale de él, así que nadie puede sonsacársela. Después de ella no se pide ningún código.',
    name: 'Nombre',
    nameHint: 'Para reconocerla, por ejemplo «Mi teléfono».',
    unnamed: 'sin nombre',
    made: 'Añadida',
    action: 'Quitar',
    remove: ({ name }) => `Quitar la llave de acceso ${name}`,
    scriptMissing:
      'Para añadir una llave de acceso, permita que esta página use programas: solo así puede preguntar a su dispositivo.',
    refused: 'La llave de acceso no fue aceptada. Inténtelo de nuevo y dele un nombre de una línea.',
    add: {
      title: 'Añadir una llave de acceso',
      about: 'Su dispositivo le pedirá que confirme.',
      button: 'Añadir una llave de acceso de este dispositivo',
      failed: 'El dispositivo no dio ninguna llave de acceso. Inténtelo de nuevo.',
    },
  },
};
