import { UNDO_MS } from '../../case/commands/closing.ts';
import { asInstant } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { MailReader, MailWords } from '../mail.ts';
import { levelWords, outcomeWords, rungWords } from './case-parts.ts';
import { formatSpan } from './dates.ts';
import { answerer, calledName, doer, moment, nextWords, statedWords, typed } from './mail-parts.ts';

type News = MailWords['news'];

/** What a customer can say to an answer; others read what the customer can. */
const verdict = ({ audience }: MailReader): string =>
  audience === 'customer'
    ? 'Si eso resuelve el asunto, elija “Satisfecho”, y el caso se cierra. Si no, elija “No satisfecho”: entonces se pide respuesta de nuevo a todos los niveles contactados.'
    : 'Es el cliente quien dice si eso resuelve el asunto.';

/** What a customer can do where the trouble comes back. */
const reopening = ({ audience, reopenWithin }: MailReader): readonly string[] =>
  audience === 'customer' && reopenWithin !== undefined
    ? [`Si el problema vuelve en un plazo de ${formatSpan(reopenWithin)}, reabra el caso en su página.`]
    : [];

/** Text and files that somebody adds. */
const adds = (event: Parameters<News['NoteAdded']>[0] | Parameters<News['FileAttached']>[0]): string =>
  event.audience === 'all' ? 'para todas las personas del caso' : AUDIENCES[event.audience];

const AUDIENCES: Readonly<Record<Party, string>> = {
  customer: 'para el cliente',
  contractor: 'para el contratista',
  oversight: 'para la supervisión',
};

/** Answers, and what the customer says to them. */
export const answerNews: Pick<
  News,
  | ('Acknowledged' | 'Responded' | 'ResolutionProposed' | 'Updated' | 'ResponseConfirmed' | 'Satisfied')
  | ('SatisfactionUndone' | 'NoteAdded' | 'FileAttached' | 'CallRecorded' | 'HandedOver' | 'CaseClosed')
> = {
  Acknowledged: (event, reader) => ({
    subject: `El nivel ${event.level} acusó recibo`,
    lead: [
      `${answerer(event, reader)} acusó recibo del caso. Eso no es una respuesta; no detiene ningún plazo.`,
      ...nextWords(reader),
    ],
  }),
  Responded: (event, reader) => ({
    subject: `El nivel ${event.level} respondió`,
    lead: [
      `${answerer(event, reader)} respondió. ${verdict(reader)}`,
      ...nextWords(reader),
      ...statedWords(event, 'se dijo', reader),
    ],
  }),
  ResolutionProposed: (event, reader) => ({
    subject: `El nivel ${event.level} propuso una solución`,
    lead: [
      `${answerer(event, reader)} propuso una solución. ${verdict(reader)}`,
      ...nextWords(reader),
      ...statedWords(event, 'se dijo', reader),
    ],
  }),
  Updated: (event, reader) => ({
    subject: `Novedades del nivel ${event.level}`,
    lead: [
      `${answerer(event, reader)} dio novedades. Eso todavía no es una respuesta; no detiene ningún plazo.`,
      ...nextWords(reader),
    ],
  }),
  ResponseConfirmed: (event, reader) => ({
    subject: 'Se confirmó una respuesta',
    lead: [
      `${doer(event, reader)} confirmó cuándo llegó la respuesta. Cuenta desde entonces.`,
      ...nextWords(reader),
    ],
  }),
  Satisfied: (event, reader) => ({
    subject: 'Satisfecho: el caso está cerrado',
    lead: [
      `${doer(event, reader)} dijo${way(event)} que el asunto está resuelto. El caso está cerrado, y ya nada queda pendiente.`,
      ...(reader.audience === 'customer'
        ? [
            `Si eso es un error, puede deshacerlo hasta el ${undoUntil(event, reader)}: entonces el caso sigue como si nunca se hubiera dicho.`,
          ]
        : []),
      ...reopening(reader),
    ],
  }),
  SatisfactionUndone: (event, reader) => ({
    subject: 'El asunto no está resuelto después de todo',
    lead: [
      `${doer(event, reader)} retiró que el asunto está resuelto. El caso sigue como si nunca se hubiera dicho.`,
      ...nextWords(reader),
    ],
  }),
  NoteAdded: (event, reader) => ({
    subject: 'Una nota',
    lead: [
      `${event.by === 'ladder' ? 'Ladder' : doer(event, reader)} escribió una nota ${adds(event)}. No cambia ningún plazo.`,
    ],
  }),
  FileAttached: (event, reader) => ({
    subject: 'Un archivo',
    lead: [
      `${doer(event, reader)} adjuntó un archivo ${adds(event)}: ${typed(event.text ?? event.file)}. Léalo en la página del caso.`,
    ],
  }),
  CallRecorded: (event, reader) => ({
    subject: `Llamada al nivel ${event.level}`,
    lead: [
      `${doer(event, reader)} registró una llamada al ${levelWords(event.level, reader.context)}${rungWords(event, calledName(event, reader))}: ${outcomeWords(event)}.`,
      ...statedWords(event, 'fue', reader),
    ],
  }),
  HandedOver: (event, reader) => ({
    subject: 'Caso traspasado',
    lead: [
      `${doer(event, reader)} traspasó el caso a ${reader.name(event.to) ?? reader.context.seats[event.to]?.title ?? 'otra persona'}. Eso no detiene ningún plazo.`,
    ],
  }),
  CaseClosed: (event, reader) => ({
    subject: 'Caso cerrado',
    lead: [
      `El caso se cerró el ${moment(event.occurredAt, reader)}: ${closed(event, reader)}. Ya nada queda pendiente, y nadie tiene que hacer nada.`,
      ...reopening(reader),
    ],
  }),
};

/** How it was said, where it was not on a page of the case: whoever may use that mailbox may have said it. */
function way({ over }: Parameters<News['Satisfied']>[0]): string {
  if (over === 'portal') return ' mediante un enlace';
  return over === 'email' ? ' por correo' : '';
}

const undoUntil = ({ occurredAt }: Parameters<News['Satisfied']>[0], reader: MailReader): string =>
  moment(asInstant(occurredAt + UNDO_MS), reader);

/** Why it ended; some reasons have an author. */
function closed(event: Parameters<News['CaseClosed']>[0], reader: MailReader): string {
  switch (event.reason) {
    case 'satisfied':
      return reader.audience === 'customer'
        ? 'usted dio el asunto por resuelto'
        : 'el cliente está satisfecho';
    case 'withdrawn':
      return `${doer(event, reader)} lo retiró`;
    case 'openedInError':
      return 'se abrió por error';
    case 'duplicate':
      return 'repite otro caso';
    case 'silent':
      return 'el cliente guardó silencio después de una propuesta';
  }
}
