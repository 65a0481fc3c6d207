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
    more: 'Qué son',
    button: ({ name }) => `Entrar como ${name}`,
    of: ({ customerName }) => `de ${customerName}`,
    now: ({ name }) => `Ahora es usted ${name}.`,
  },
  signedOut: {
    title: 'Ha cerrado la sesión',
    about: 'Ya nadie puede actuar en su nombre en este navegador.',
    again: 'Iniciar sesión de nuevo',
  },
};
