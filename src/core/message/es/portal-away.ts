import type { AwayWords } from '../portal/away.ts';
import { formatLocal } from './dates.ts';

export const away: AwayWords = {
  title: 'Ladder no se puede usar en este momento',
  about:
    'Su base de datos no contesta. Nada de lo aceptado se pierde y ningún vencimiento se mueve. Vuelve por sí solo: pruebe de nuevo en un minuto.',
  sent: 'No es seguro que se haya recibido lo que acaba de enviar. Cuando Ladder vuelva, compruébelo antes de enviarlo de nuevo.',
  callTitle: 'A quién llamar mientras tanto',
  call: 'Llame y anote la hora: después se puede declarar.',
  none: 'En esta máquina no se guarda ningún plan publicado. Llame a su mesa de ayuda o a quien supervisa su contrato.',
  noNumbers:
    'Los números de este plan se muestran solo a quienes tienen la sesión iniciada. Llame al número que usted tenga.',
  whole: ({ title }) => `El plan completo: ${title}`,
  pdf: 'Esta copia para imprimir (PDF)',
  copyTitle: 'Esto es una copia: Ladder no se puede usar en este momento',
  copy: ({ at, timeZone }) =>
    `Su base de datos no contesta. El plan de abajo es el publicado, tal como estaba el ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
  copyNumbers:
    'Mientras tanto nadie puede iniciar sesión, así que aquí están solo los números que se muestran a todos. Llame y anote la hora: después se puede declarar.',
};
