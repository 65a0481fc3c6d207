import type { DutyFeedWords } from '../portal/duty-feed.ts';

export const dutyFeed: DutyFeedWords = {
  title: 'Los turnos en su calendario',
  about:
    'Un programa de calendario que recibe una de estas direcciones muestra quién está de turno, desde ocho semanas atrás hasta dentro de un año, y sigue lo que se cambia aquí. Quien tiene la dirección lee el calendario sin iniciar sesión: guárdela para usted y termínela cuando ya no haga falta.',
  empty: 'Usted no tiene ninguna dirección de calendario.',
  columns: { what: 'Calendario', made: 'Creada', act: 'Acción' },
  own: 'Sus propios turnos',
  level: ({ level }) => `Los turnos de todos en el nivel ${level}`,
  add: {
    title: 'Crear una dirección',
    what: 'Qué muestra',
    ownHint: 'De cada puesto que usted ocupa, mientras lo ocupe.',
    levelHint: 'Por nombre, mientras usted pueda ver quién está de turno.',
    button: 'Crear la dirección',
    none: 'Ningún nivel alcanza un cuadro de turnos, así que no hay nada que mostrar en un calendario.',
  },
  made: {
    title: 'La dirección está creada',
    about:
      'Cópiela ahora en su programa de calendario: se muestra esta única vez y después no se puede consultar.',
  },
  end: ({ name }) => `Terminar «${name}»`,
  ended: 'Esa dirección ha terminado: los programas de calendario ya no reciben nada en ella.',
  problems: {
    choose: {
      message: 'No se ha dicho qué muestra el calendario.',
      advice: 'Elija sus propios turnos o uno de los niveles.',
    },
    tooMany: {
      message: 'Usted tiene tantas direcciones como puede tener una persona.',
      advice: 'Termine una que ya no haga falta y cree después la nueva.',
    },
  },
  feed: {
    ownName: ({ contractTitle }) => `Mis turnos: ${contractTitle}`,
    levelName: ({ contractTitle, level }) => `De turno en el nivel ${level}: ${contractTitle}`,
    ownDuty: ({ title }) => `De turno: ${title}`,
    duty: ({ name, title }) => `${name} de turno: ${title}`,
    gone: 'Este calendario ha terminado. Cree una dirección nueva en la página de quién está de turno.',
  },
};
