import type { Instant } from '../../instant.ts';
import type { Means } from '../../plan/revision/revision.ts';
import type { MailWords, SystemReader } from '../mail.ts';
import { ofParty } from './case-parts.ts';
import { leftFiles } from './left-files.ts';
import { moment } from './mail-parts.ts';

const until = (at: Instant | undefined, reader: SystemReader): string =>
  at === undefined ? '' : ` El enlace funciona hasta el ${moment(at, reader)}.`;

const MESSAGES: Readonly<Partial<Record<Means, string>>> = {
  text: 'Un mensaje de texto para',
  call: 'Una llamada a',
};

const KEPT = 'Su correo se guardó como mensaje';

/** Mails about mail, and about Ladder itself. */
export const systemMails: MailWords['system'] = {
  unclearReply: () => ({
    subject: KEPT,
    lead: [
      'Su correo no empezó con una palabra que Ladder conozca, así que se guardó como mensaje: las personas del caso lo leen, y no cambia ningún plazo.',
      'Si quería dar una respuesta, hágalo con uno de los enlaces, o conteste con “satisfecho” o “no satisfecho” solo en la primera línea.',
    ],
  }),
  keptReply: ({ party, isAsked, refused }) =>
    refused
      ? {
          subject: 'No se hizo: su correo se guardó como mensaje',
          lead: [
            `Lo que pide la primera línea de su correo no se hizo. ${refused.message} ${refused.advice}`,
            `${KEPT}: las personas del caso lo leen.`,
          ],
        }
      : {
          subject: KEPT,
          lead: [
            party === 'contractor'
              ? `${KEPT}: las personas del caso lo leen. No es un acuse de recibo ni una respuesta, y no cambia ningún plazo.`
              : `${KEPT}: las personas del caso lo leen, y no cambia ningún plazo.`,
            ...(isAsked ? ['Si quería dar una respuesta, hágalo con un enlace.'] : []),
          ],
        },
  waitingReply: () => ({
    subject: 'Su correo espera: ahora no se hace nada en este caso',
    lead: [
      'Este caso está apartado por una falla de Ladder, así que nadie del caso tiene aún su correo, y nada de lo que dice se ha hecho. Su correo está guardado. Ladder lo toma en cuanto el caso siga, con la hora en que llegó; no hace falta que lo envíe de nuevo.',
      'Mientras tanto, llame a las personas del caso. Quienes operan Ladder ya saben de la falla.',
    ],
  }),
  filesLeft: ({ files }) => ({
    subject: 'Archivos de su correo que no se guardan',
    lead: [
      'Su correo llegó, pero estos de sus archivos no están en el caso:',
      ...files.map(leftFiles.line),
      'Todo lo demás de su correo vale como lo escribió. Para que un archivo esté en el caso, envíelo en otra forma, o adjúntelo en la página del caso.',
    ],
  }),
  held: (values, reader) => ({
    subject: 'Por favor confirme su correo',
    lead: [
      `Llegó a este caso un correo en su nombre sin prueba de que sea suyo. Está retenido, y no se hizo nada.${until(values.until, reader)}`,
      'Si usted lo escribió, confírmelo. Si no, no haga nada.',
    ],
  }),
  clocksNotActedOn: ({ since }, reader) => ({
    subject: 'Nadie atiende los plazos de este caso',
    lead: [
      `Una falla de Ladder le impide atender los plazos de este caso desde el ${moment(since, reader)}. Los plazos siguen contando y nada de lo dicho se pierde; pero nadie recibe aviso cuando algo queda pendiente.`,
      'Hasta que se le avise que está arreglado, vigile usted las horas y llame. Quienes operan Ladder ya lo saben.',
    ],
  }),
  notReached: ({ name, whom, by }) => {
    const place = typeof whom === 'number' ? `del nivel ${whom}` : ofParty(whom);
    const head = typeof whom === 'number' ? `nivel ${whom}` : `parte ${ofParty(whom)}`;
    return {
      subject: `Sin aviso: ${name ?? head}`,
      lead: [
        name === undefined
          ? `Por ahora ningún medio de los que hay aquí llega a nadie ${place}, así que lo ocurrido en este caso no se le avisó a nadie de ahí.`
          : `${(by && MESSAGES[by.means]) ?? 'El correo para'} ${name}, ${place}, no llegó${by?.isForGood === false ? '' : ', y no va a llegar'}. Salvo que se le haya avisado por otro medio, lo que consta en el caso, esa persona no sabe lo que ocurrió.`,
        'Los plazos siguen corriendo de todos modos. Llame, y pida que se corrijan los contactos del plan.',
      ],
    };
  },
};
