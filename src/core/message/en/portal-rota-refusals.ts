import type { RotaWords } from '../portal/rota.ts';
import { counted } from './dates.ts';

export const rotaRefusals: RotaWords['refusals'] = {
  'rota-not-found': ({ rota }) => ({
    message: `The plan in force has no rota ${rota}.`,
    advice: 'Choose one of those on the page.',
  }),
  'rota-not-allowed': () => ({
    message: 'This is for the program manager.',
    advice: 'Ask the program manager, or ask a colleague to swap.',
  }),
  'rota-people-missing': () => ({
    message: 'Nobody was chosen.',
    advice: 'Choose who is meant, and in whose place where somebody is replaced.',
  }),
  'rota-person-unknown': ({ person }) => ({
    message: `The plan in force has no ${person} who could be on duty.`,
    advice: 'Choose somebody whom the plan names.',
  }),
  'rota-times-missing': () => ({
    message: 'From when or until when is not said.',
    advice: 'Give a date and a time of day for both.',
  }),
  'rota-times-turned': () => ({
    message: 'It would end before it begins.',
    advice: 'Let it end later, or begin sooner.',
  }),
  'rota-times-past': () => ({
    message: 'That time has begun or is over already.',
    advice: 'Choose a time that is still to come: who was on duty is not changed afterwards.',
  }),
  'rota-times-far': ({ daysMax }) => ({
    message: `That is more than ${counted(daysMax, 'day')} ahead.`,
    advice: 'What is to hold so late belongs into the plan.',
  }),
  'rota-times-long': ({ daysMax }) => ({
    message: `That is longer than ${counted(daysMax, 'day')}.`,
    advice: 'What is to hold so long belongs into the plan; or choose a shorter time.',
  }),
  'rota-full': ({ entriesMax }) => ({
    message: `There are ${entriesMax} changes ahead already, and that is as many as there may be.`,
    advice: 'Take back what is not needed, or write the new turns into the plan.',
  }),
  'rota-entry-unknown': ({ entry }) => ({
    message: `There is no change ${entry} of this kind.`,
    advice: 'Open the page on who is on duty anew.',
  }),
  'rota-entry-over': ({ entry }) => ({
    message: `Change ${entry} is settled or over, so nothing was done.`,
    advice: 'Open the page on who is on duty anew, and ask for another change.',
  }),
  'rota-entry-withdrawn': ({ entry }) => ({
    message: `Change ${entry} is taken back already, so nothing was done.`,
    advice: 'Open the page on who is on duty anew: it shows who is, without that change.',
  }),
  'rota-swap-others': () => ({
    message: 'A swap is asked for and accepted by the two whose duty it is.',
    advice: 'The program manager can set an override instead.',
  }),
  'rota-swap-alone': () => ({
    message: 'Both duties are the same person’s.',
    advice: 'Choose somebody else’s duty.',
  }),
  'rota-swap-idle': ({ person }) => ({
    message: `${person} is not on duty in that time any more.`,
    advice: 'Open the page anew and choose from the duties of today.',
  }),
};
