import type { LettingInWords } from '../portal/letting-in.ts';

export const lettingIn: LettingInWords = {
  title: 'Personas',
  about:
    'Aquellas a quienes usted da entrada en este contrato y a quienes se la retira. Lo que cambie aquí queda registrado con su nombre.',
  empty: 'Todavía no hay nadie. Invite a la primera persona.',
  state: 'Ha iniciado sesión',
  came: 'sí',
  notYet: 'todavía no',
  invite: {
    title: 'Invitar a alguien',
    about:
      'Recibe un correo que dice cuál es este contrato, con un enlace que inicia su sesión, una vez, en el plazo de siete días. Después podrá entrar con un enlace a la misma dirección cuantas veces quiera.',
    nameHint: 'Así aparece en las páginas y en los correos.',
    emailHint: 'La suya propia: quien lee ese buzón actúa en su nombre.',
    button: 'Enviar la invitación',
    done: ({ name, email }) => `Se ha invitado a ${name}: un correo va camino de ${email}.`,
    seen: 'Abrir su página',
  },
  refusals: {
    roleMissing: {
      message: 'No se eligió ninguna función.',
      advice: 'Elija qué va a ser esa persona.',
    },
    theirs: {
      message: 'Alguien con esta dirección ya está en su lista.',
      advice: 'Envíele otra invitación en su propia página.',
    },
    elsewhere: {
      message: 'Esta dirección ya es de alguien en este contrato.',
      advice:
        'Dos personas con una misma dirección no podrían iniciar sesión. Dé otra dirección o pregunte a quien administra el contrato.',
    },
  },
  again: {
    title: 'Invitación',
    about: ({ email }) =>
      `Un correo a ${email} dice cuál es este contrato y lleva un enlace que inicia su sesión, una vez, en el plazo de siete días.`,
    button: 'Enviar una invitación',
  },
  noAddress: 'No consta ninguna dirección de correo suya, así que no se le puede invitar.',
  withdraw: 'Quitar la función',
  withdrawSure: ({ name, role }) => `¿Quitar la función «${role}» a ${name}?`,
  withdrawAbout:
    'Desde lo próximo que pida, ya no podrá hacer lo que esa función permite. Lo que hizo queda en el registro, y puede volver a invitarla.',
  invitationEnds: 'Es la única función que tiene, así que una invitación que no haya usado termina con ella.',
  withdrawn: ({ role }) => `Ya no tiene la función «${role}».`,
  out: 'Ya no tiene ninguna función de las que usted da.',
  cancel: 'No hacer nada',
  language: {
    label: 'Idioma',
    hint: 'En él le hablan los correos y las páginas, hasta que elija por su cuenta en «Su cuenta».',
    none: ({ name }) => `El del contrato: ${name}`,
  },
};
