import type { SwapWords } from '../portal/swap.ts';
import { formatLocal } from './dates.ts';

export const swaps: SwapWords = {
  mail: {
    subject: {
      asked: ({ contractTitle, name }) => `${contractTitle}: ${name} asks you to swap duty`,
      accepted: ({ contractTitle, name }) => `${contractTitle}: ${name} has accepted the swap of duty`,
      declined: ({ contractTitle, name }) => `${contractTitle}: ${name} has declined the swap of duty`,
      withdrawn: ({ contractTitle, name }) => `${contractTitle}: ${name} asks for the swap of duty no longer`,
      ended: ({ contractTitle, name }) => `${contractTitle}: ${name} has taken back the swap of duty`,
    },
    lead: {
      asked: ({ name }) => `${name} asks you to take each other’s duty.`,
      accepted: ({ name }) => `${name} has accepted: each of you has the other’s duty now.`,
      declined: ({ name }) => `${name} has declined: each of you keeps their own duty.`,
      withdrawn: ({ name }) =>
        `${name} has taken back a swap that was asked for: each of you keeps their own duty.`,
      ended: ({ name }) => `${name} has taken back a swap that held: each of you has their own duty again.`,
    },
    asked:
      'The swap holds once you accept it, which has to be before the first of the two begins. Until then each of you keeps their own duty.',
    yours: 'Your duty',
    theirs: 'The other’s duty',
    levels: 'Reached at',
    time: ({ from, until, timeZone }) =>
      `from ${formatLocal(from, timeZone, { year: true })} until ${formatLocal(until, timeZone, { year: true, zone: true })}`,
    answers: {
      accept: {
        label: 'Accept the swap',
        says: 'Shows the swap once more, with a button: you have the other’s duty, and the other has yours.',
      },
      decline: {
        label: 'Decline the swap',
        says: 'Shows the swap once more, with a button: each of you keeps their own duty.',
      },
    },
    page: {
      label: 'See who is on duty',
      says: 'Shows the weeks ahead with everything that was changed. You sign in there.',
    },
    footer: ({ contractTitle }) =>
      `You get this mail because you have duty under ${contractTitle}. It cannot be answered.`,
  },
  link: {
    title: {
      accept: ({ name }) => `Accept the swap that ${name} asks for`,
      decline: ({ name }) => `Decline the swap that ${name} asks for`,
    },
    about: ({ name, contractTitle }) => `You answer as ${name}, for ${contractTitle}.`,
    button: { accept: 'Accept the swap', decline: 'Decline the swap' },
    done: {
      accept: {
        title: 'The swap holds',
        text: 'Each of you has the other’s duty. Whoever asked is told by mail.',
      },
      decline: {
        title: 'You have declined',
        text: 'Each of you keeps their own duty. Whoever asked is told by mail.',
      },
    },
    dead: {
      answered: {
        message: 'This swap was answered already.',
        advice: 'The page of who is on duty shows what holds now.',
      },
      withdrawn: {
        message: 'This swap is asked for no longer.',
        advice: 'It was taken back, and each of you keeps their own duty.',
      },
      over: {
        message: 'It is too late for this swap: the first of the two duties has begun.',
        advice: 'Somebody else can still take your duty by an override. Ask the program manager for one.',
      },
      expired: {
        message: 'This link has ended: it held for 72 hours.',
        advice: 'Sign in, and answer the swap on the page of who is on duty.',
      },
      notTheirs: {
        message: 'The duty of this swap is not yours any more.',
        advice: 'Whoever fills that seat now answers on the page of who is on duty.',
      },
    },
  },
};
