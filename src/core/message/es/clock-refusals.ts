import type { RefusalWords } from '../case.ts';
import type { ClockRefusals } from '../pages.ts';
import { counted } from './dates.ts';

export const clockRefusals: {
  readonly [C in keyof ClockRefusals]: (values: ClockRefusals[C]) => RefusalWords;
} = {
  'clock-not-movable': () => ({
    message: 'El reloj de una instalación real no se adelanta.',
    advice: 'Solo el reloj de una demostración se puede adelantar.',
  }),
  'clock-span-not-understood': ({ by }) => ({
    message: `“${by}” no es un lapso de tiempo.`,
    advice: 'Escríbalo como “4 horas”, “90 minutos” o “2 días”.',
  }),
  'clock-span-too-long': ({ by }) => ({
    message: `“${by}” es más de un año.`,
    advice: 'Adelante el reloj un año como máximo, todas las veces que quiera.',
  }),
  'clock-nobody-works': ({ seconds }) => ({
    message: `Hay algo pendiente desde hace ${counted(seconds, 'segundo')} y nadie lo atiende.`,
    advice: 'Inicie Ladder sobre estos datos con `ladder start` y después adelante el reloj.',
  }),
};
