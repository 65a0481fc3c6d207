import type { SignInMailWords } from '../portal/sign-in-mails.ts';

export const signInMails: SignInMailWords = {
  mails: {
    signIn: () => ({
      subject: 'Your link to sign in',
      lead: [
        'Somebody, probably you, wants to sign in to Ladder with this address.',
        'The link works once, for 10 minutes from when it was asked for. If you did not ask for it, do nothing: nobody gets in without it.',
      ],
      link: { label: 'Sign in', says: 'Opens a page with a button; only the button signs you in.' },
    }),
    domain: ({ contractTitle = '', customerName = '' }) => ({
      subject: 'Your link to come in',
      lead: [
        `Somebody, probably you, wants to sign in to Ladder with this address. Whoever has a mailbox at it may report trouble under ${contractTitle} for ${customerName}.`,
        'The link works once, for 10 minutes from when it was asked for. If you did not ask for it, do nothing.',
      ],
      link: { label: 'Come in', says: 'Opens a page that asks for your name; only its button signs you in.' },
    }),
    invitation: ({ contractTitle = '' }) => ({
      subject: `You are invited to ${contractTitle}`,
      lead: [
        `You are a person of ${contractTitle} in Ladder, which runs its escalation process, and are invited to sign in.`,
        'The link works once, for 7 days. Later you sign in with a link to this address, as often as you like.',
      ],
      link: { label: 'Sign in', says: 'Opens a page with a button; only the button signs you in.' },
    }),
  },
  footer: ({ contractTitle }) => (contractTitle === undefined ? 'Ladder' : `Ladder, for ${contractTitle}`),
};
