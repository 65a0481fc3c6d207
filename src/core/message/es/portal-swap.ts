import type { SwapWords } from '../portal/swap.ts';
import { formatLocal } from './dates.ts';

export const swaps: SwapWords = {
  mail: {
    subject: {
      asked: ({ contractTitle, name }) => `${contractTitle}: ${name} le propone intercambiar el turno`,
      accepted: ({ contractTitle, name }) => `${contractTitle}: ${name} ha aceptado el intercambio de turnos`,
      declined: ({ contractTitle, name }) =>
        `${contractTitle}: ${name} ha rechazado el intercambio de turnos`,
      withdrawn: ({ contractTitle, name }) =>
        `${contractTitle}: ${name} ya no propone el intercambio de turnos`,
      ended: ({ contractTitle, name }) => `${contractTitle}: ${name} ha retirado el intercambio de turnos`,
    },
    lead: {
      asked: ({ name }) => `${name} le propone que cada uno haga el turno del otro.`,
      accepted: ({ name }) => `${name} ha aceptado: desde ahora cada uno tiene el turno del otro.`,
      declined: ({ name }) => `${name} lo ha rechazado: cada uno conserva su turno.`,
      withdrawn: ({ name }) => `${name} ha retirado un intercambio propuesto: cada uno conserva su turno.`,
      ended: ({ name }) => `${name} ha retirado un intercambio que regía: cada uno vuelve a tener su turno.`,
    },
    asked:
      'El intercambio rige cuando usted lo acepte, y ha de ser antes de que empiece el primero de los dos turnos. Hasta entonces cada uno conserva el suyo.',
    yours: 'Su turno',
    theirs: 'El turno de la otra persona',
    levels: 'Se alcanza en',
    time: ({ from, until, timeZone }) =>
      `desde ${formatLocal(from, timeZone, { year: true })} hasta ${formatLocal(until, timeZone, { year: true, zone: true })}`,
    answers: {
      accept: {
        label: 'Aceptar el intercambio',
        says: 'Muestra otra vez el intercambio, con un botón: usted hace el turno de la otra persona, y ella el suyo.',
      },
      decline: {
        label: 'Rechazar el intercambio',
        says: 'Muestra otra vez el intercambio, con un botón: cada uno conserva su turno.',
      },
    },
    page: {
      label: 'Ver quién está de turno',
      says: 'Muestra las próximas semanas con todo lo que se ha cambiado. Hay que iniciar sesión.',
    },
    footer: ({ contractTitle }) =>
      `Recibe este correo porque tiene turnos en ${contractTitle}. No se puede contestar.`,
  },
  link: {
    title: {
      accept: ({ name }) => `Aceptar el intercambio que propone ${name}`,
      decline: ({ name }) => `Rechazar el intercambio que propone ${name}`,
    },
    about: ({ name, contractTitle }) => `Responde como ${name}, en ${contractTitle}.`,
    button: { accept: 'Aceptar el intercambio', decline: 'Rechazar el intercambio' },
    done: {
      accept: {
        title: 'El intercambio rige',
        text: 'Cada uno tiene el turno del otro. A quien lo propuso se le avisa por correo.',
      },
      decline: {
        title: 'Lo ha rechazado',
        text: 'Cada uno conserva su turno. A quien lo propuso se le avisa por correo.',
      },
    },
    dead: {
      answered: {
        message: 'A este intercambio ya se ha respondido.',
        advice: 'La página de quién está de turno muestra lo que rige ahora.',
      },
      withdrawn: {
        message: 'Este intercambio ya no se propone.',
        advice: 'Se ha retirado, y cada uno conserva su turno.',
      },
      over: {
        message: 'Es tarde para este intercambio: el primero de los dos turnos ha empezado.',
        advice:
          'Otra persona aún puede hacer su turno por una excepción. Pídasela a quien dirige el programa.',
      },
      expired: {
        message: 'Este enlace ha terminado: valía 72 horas.',
        advice: 'Inicie sesión y responda al intercambio en la página de quién está de turno.',
      },
      notTheirs: {
        message: 'El turno de este intercambio ya no es de usted.',
        advice: 'Quien ocupa ahora ese puesto responde en la página de quién está de turno.',
      },
    },
  },
};
