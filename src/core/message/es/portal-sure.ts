import type { SureWords } from '../portal/sure.ts';

const PARTY = { contractor: 'el contratista', oversight: 'la supervisión' } as const;
const OF = { contractor: 'del contratista', oversight: 'de la supervisión' } as const;

export const sure: SureWords = {
  back: 'Volver sin hacerlo',
  typed: 'Lo que escribió va incluido',
  drafts: {
    agree: {
      title: ({ draft, party }) => `¿Aprobar el borrador ${draft}${party ? ` por ${PARTY[party]}` : ''}?`,
      about: ({ party, isLast }) =>
        `Usted aprueba el texto tal como está ahora${party ? `, en nombre ${OF[party]}` : ''}. Su nombre y el momento quedan en el historial del borrador. ${
          isLast
            ? 'La otra parte ya lo aprobó: después de esto el borrador se puede publicar.'
            : 'Se avisa a la otra parte de que es su turno.'
        }`,
      button: 'Sí, aprobarlo',
    },
    publish: {
      title: ({ draft }) => `¿Publicar el borrador ${draft}?`,
      about: ({ number, from }) =>
        `${from === undefined ? 'Desde este momento' : `El ${from}`} pasa a ser el plan que todos leen y con el que funciona cada caso nuevo${
          number === undefined ? '' : `, en lugar de la revisión ${number}`
        }. Los casos en curso conservan sus reglas. Lo publicado no se puede retirar; solo otro borrador puede reemplazarlo.`,
      button: 'Sí, publicarlo',
    },
    drop: {
      title: ({ draft }) => `¿Descartar el borrador ${draft}?`,
      about: () =>
        'Nadie puede editarlo, proponerlo ni publicarlo más, y ambas partes ven que usted lo descartó. Se puede seguir leyendo. Para continuar, alguien tiene que empezar otro borrador.',
      button: 'Sí, descartarlo',
    },
    override: {
      title: () => '¿Dejar así esta observación?',
      about: ({ party }) =>
        `Su motivo queda con su nombre${party ? `, por ${PARTY[party]},` : ''} en el historial del borrador, y en el plan publicado para todos los que lo leen. No se puede retirar mientras el borrador diga lo mismo.`,
      button: 'Sí, dejarla así',
    },
  },
  putMailAside: {
    title: ({ subject }) => `¿Apartar el correo «${subject}»?`,
    about: () =>
      'No se abre ningún caso por él, no corre ningún plazo y a quien lo escribió no se le dice nada más. Sale de la lista, y su motivo queda con él bajo su nombre.',
    button: 'Sí, apartarlo',
  },
  passkey: {
    title: ({ name }) => `¿Quitar la llave de acceso ${name}?`,
    about: ({ isLast }) =>
      `Ya no abre su cuenta, en ningún dispositivo.${isLast ? ' Es su única llave de acceso.' : ''} Para volver a usarla tiene que agregarla de nuevo.`,
    button: 'Sí, quitarla',
  },
  password: {
    title: () => '¿Quitar su contraseña?',
    about: ({ email }) =>
      `Nadie más inicia sesión con ella. Usted inicia sesión con un enlace que se envía a ${email}, o con una llave de acceso.`,
    button: 'Sí, quitarla',
  },
  secondFactor: {
    title: () => '¿Desactivar la segunda prueba?',
    about: ({ email }) =>
      `Su autenticador y sus códigos de recuperación dejan de servir desde ahora, y quien lea el correo de ${email} puede iniciar sesión en su nombre. Para activarla otra vez se empieza de nuevo.`,
    button: 'Sí, desactivarla',
  },
  newCodes: {
    title: () => '¿Crear códigos de recuperación nuevos?',
    about: ({ codes }) =>
      `${
        codes === 0
          ? 'No le queda ninguno.'
          : codes === 1
            ? 'El que queda ya no abre nada.'
            : `Los ${codes} que quedan ya no abren nada.`
      } Los nuevos se le muestran una sola vez: tenga a mano papel, o donde guarda sus contraseñas.`,
    button: 'Sí, crear otros',
  },
  endSession: {
    title: ({ browser }) => `¿Cerrar la sesión de ${browser}?`,
    about: () =>
      'A quien esté allí se le cierra la sesión de inmediato y tiene que iniciarla de nuevo. Lo que haya escrito sin enviar sigue en la página.',
    button: 'Sí, cerrarla',
  },
  endSessions: {
    title: () => '¿Cerrar todas las demás sesiones?',
    about: ({ sessions }) =>
      `Se cierra de inmediato la sesión ${sessions === 1 ? 'del otro navegador' : `de los otros ${sessions} navegadores`}. Aquí la suya sigue abierta.`,
    button: 'Sí, cerrar las demás',
  },
  obligations: {
    accept: {
      title: ({ title }) => `¿Aceptar “${title}”?`,
      about: () =>
        'Entonces cuenta como cumplida, con su nombre en el registro, y se avisa a quien la debe. Ya no se puede devolver.',
      button: 'Sí, aceptarla',
    },
    agree: {
      title: ({ title }) => `¿Aceptar el cambio de “${title}”?`,
      about: ({ due }) =>
        `${due === undefined ? 'Entonces ya no se debe' : `Entonces vence el ${due}`}, y se avisa a ambas partes. Para cambiarlo otra vez, alguien tiene que proponerlo y la otra parte aceptarlo.`,
      button: 'Sí, aceptarlo',
    },
  },
  report: {
    title: ({ name, answer }) =>
      ({
        corrected: `¿Contestar que está corregido: ${name}?`,
        confirmedRight: `¿Contestar que es correcto: ${name}?`,
        unfounded: `¿Contestar que no hay motivo: ${name}?`,
      })[answer],
    about: () =>
      'El aviso queda cerrado, registrado a su nombre. Lo sabe la persona de contacto, y quien avisó y ha probado su dirección. No se puede contestar otra vez; lo que siga mal hay que avisarlo de nuevo.',
    button: 'Sí, contestarlo',
  },
  drill: {
    title: ({ level }) => `¿Hacer ahora un simulacro del nivel ${level}?`,
    about: () =>
      'A todas las personas a quienes el nivel localizaría primero les llega enseguida un correo que dice SIMULACRO y pregunta si están localizables. No se puede retirar, y el nivel no tiene otro simulacro en siete días.',
    button: 'Sí, hacerlo ahora',
  },
  stopDrill: {
    title: ({ level }) => `¿Cancelar el simulacro del nivel ${level}?`,
    about: ({ isRunning, isSeries }) =>
      isRunning
        ? 'Los correos que salieron se quedan donde están y ya nadie puede responder. Lo respondido hasta ahora queda registrado y no cuenta en ninguna cifra.'
        : isSeries
          ? 'No empieza, y no viene ninguno después.'
          : 'No empieza.',
    button: 'Sí, cancelarlo',
  },
  seat: {
    title: ({ seat, holder }) => `¿Poner a ${holder ?? 'nadie'} en el puesto ${seat}?`,
    about: ({ holder }) =>
      `Desde este momento los mensajes de cada caso van ${
        holder === undefined ? 'al siguiente contacto del nivel' : 'allí'
      }. Quien ocupa hoy el puesto pierde los derechos que lleva y recibe aviso. La supervisión lo aprueba después o lo devuelve al puesto.`,
    button: 'Sí, hacerlo ahora',
  },
  seatVerdict: {
    agree: {
      title: ({ seat, holder }) => `¿Aprobar que ${holder ?? 'nadie'} ocupe ${seat}?`,
      about: () =>
        'Queda como está, registrado a su nombre, y el plan publicado dice que la supervisión lo ha aprobado.',
      button: 'Sí, aprobarlo',
    },
    refuse: {
      title: ({ seat, holder }) => `¿Rechazar que ${holder ?? 'nadie'} ocupe ${seat}?`,
      about: ({ before }) =>
        `El puesto lo ocupa entonces en seguida, como antes: ${before ?? 'nadie'}. Su motivo queda registrado a su nombre, y lo leen ambas personas y el director del programa.`,
      button: 'Sí, rechazarlo',
    },
  },
  judge: {
    use: {
      title: ({ name, value }) => `¿Usar ${value} para ${name}?`,
      about: ({ isLast }) =>
        isLast
          ? 'La otra parte dijo lo mismo. Desde ahora los mensajes van allí, y aquí no se puede deshacer.'
          : 'La palabra de su parte queda en el registro. Se usa cuando la otra parte diga lo mismo.',
      button: 'Sí, usarlo',
    },
    keep: {
      title: ({ name, value }) => `¿Mantener ${value} para ${name}?`,
      about: ({ isLast }) =>
        isLast
          ? 'La otra parte dijo lo mismo. El cambio termina, y hay que empezarlo de nuevo si era correcto.'
          : 'La palabra de su parte queda en el registro. El cambio termina cuando la otra parte diga lo mismo.',
      button: 'Sí, mantenerlo',
    },
  },
};
