import type { SignInMailWords } from '../portal/sign-in-mails.ts';

export const signInMails: SignInMailWords = {
  mails: {
    signIn: () => ({
      subject: 'Su enlace para iniciar sesión',
      lead: [
        'Alguien, probablemente usted, quiere iniciar sesión en Ladder con esta dirección.',
        'El enlace sirve una sola vez, durante los 10 minutos siguientes a su petición. Si no lo pidió, no haga nada: nadie entra sin él.',
      ],
      link: {
        label: 'Iniciar sesión',
        says: 'Abre una página con un botón; solo el botón inicia la sesión.',
      },
    }),
    domain: ({ contractTitle = '', customerName = '' }) => ({
      subject: 'Su enlace para entrar',
      lead: [
        `Alguien, probablemente usted, quiere iniciar sesión en Ladder con esta dirección. Quien tenga un buzón en ella puede comunicar problemas del contrato ${contractTitle} por ${customerName}.`,
        'El enlace sirve una sola vez, durante los 10 minutos siguientes a su petición. Si no lo pidió, no haga nada.',
      ],
      link: {
        label: 'Entrar',
        says: 'Abre una página que le pide su nombre; solo su botón inicia la sesión.',
      },
    }),
    invitation: ({ contractTitle = '' }) => ({
      subject: `Invitación a ${contractTitle}`,
      lead: [
        `Usted es una persona de ${contractTitle} en Ladder, que lleva su proceso de escalamiento, y se le invita a iniciar sesión.`,
        'El enlace sirve una sola vez, durante 7 días. Después podrá entrar con un enlace a esta dirección cuantas veces quiera.',
      ],
      link: {
        label: 'Iniciar sesión',
        says: 'Abre una página con un botón; solo el botón inicia la sesión.',
      },
    }),
  },
  footer: ({ contractTitle }) => (contractTitle === undefined ? 'Ladder' : `Ladder, para ${contractTitle}`),
};
