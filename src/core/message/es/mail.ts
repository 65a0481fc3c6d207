import type { MailClockStart, MailWords } from '../mail.ts';
import { telephone } from '../on-clocks.ts';
import { levelWords, ofParty, partyName, partyWords, when } from './case-parts.ts';
import { any } from './dates.ts';
import { leftFiles } from './left-files.ts';
import { answerNews } from './mail-answers.ts';
import { frameNews } from './mail-frame.ts';
import { fromWords, nextWords, whereYouAre } from './mail-parts.ts';
import { sharingNews } from './mail-sharing.ts';
import { stepNews } from './mail-steps.ts';
import { systemMails } from './mail-system.ts';

/** What a clock counts from. */
function startWords({ kind, since, levels }: MailClockStart): string {
  if (kind === 'unsatisfied')
    return since === 'levelBelow' ? 'el contacto con el nivel anterior' : 'la apertura';
  if (kind === 'allSilent') return `la primera solicitud que quedó sin respuesta del nivel ${any(levels)}`;
  return `la primera solicitud al nivel ${any(levels)} que ese nivel no ha respondido`;
}

const actions: MailWords['actions'] = {
  acknowledge: (level, { context }) => ({
    label: 'Acusar recibo',
    says: `Dice${level === undefined ? '' : `, por el ${levelWords(level, context)},`} que usted recibió el caso. No es una respuesta.`,
  }),
  respond: (level, { context }) => ({
    label: 'Responder',
    says: `Abre una página para su respuesta${level === undefined ? '' : `, que cuenta por el ${levelWords(level, context)}`}.`,
  }),
  satisfied: (_, { customerName }) => ({
    label: 'Satisfecho',
    says: `Dice, por ${customerName}, que el asunto está resuelto. Cierra el caso.`,
  }),
  notSatisfied: (_, { customerName }) => ({
    label: 'No satisfecho',
    says: `Dice, por ${customerName}, que no está resuelto. Se pide respuesta de nuevo a todos los niveles contactados.`,
  }),
  escalate: (level, { context, audience, customerName }) => ({
    label: level === undefined ? 'Contactar al siguiente nivel' : `Contactar ahora al nivel ${level}`,
    says: `Pasa el caso, en nombre ${audience === 'customer' ? `de ${customerName}` : ofParty(audience)}, al ${level === undefined ? 'siguiente nivel' : levelWords(level, context)}, y se le avisa de inmediato.`,
  }),
  undoSatisfied: (_, { customerName }) => ({
    label: 'Deshacerlo',
    says: `Dice, por ${customerName}, que el asunto no está resuelto después de todo. El caso sigue.`,
  }),
};

export const mail: MailWords = {
  subject: ({ caseId, references, news }) => `[Ladder ${[caseId, ...references].join(' / ')}] ${news}`,
  news: { ...stepNews, ...answerNews, ...frameNews, ...sharingNews },
  system: systemMails,
  leftFiles,
  checkpoint: ({ number, at, cases, events }) => ({
    subject: `[Ladder] Punto de control ${number} del registro`,
    lead: [
      `Ladder firmó el registro como estaba a las ${at}: ${cases} ${cases === 1 ? 'caso' : 'casos'}, ${events} ${events === 1 ? 'evento' : 'eventos'}.`,
      'Guarde este correo tal como está. Quien lo tenga puede hacer revisar el registro con él en cualquier momento, y se vería un caso que falte o un evento cortado o cambiado desde entonces: ladder verify --against this-mail.eml',
    ],
  }),
  checkpointFooter: (contractTitle) => `Enviado por Ladder para ${contractTitle}, sin que nadie lo pidiera.`,
  toldAgain: ({ round, level }, context) =>
    `Se avisa de nuevo, ya ${round + 1} veces: nadie ${level === undefined ? 'de quienes recibieron el aviso' : `del ${levelWords(level, context)}`} ha acusado recibo todavía.`,
  actions,
  confirm: {
    label: 'Confirmar mi correo',
    says: 'Dice que el correo retenido es suyo. Entonces cuenta desde que se recibió.',
  },
  openCase: { label: 'Abrir el caso', says: 'Muestra el caso y todo lo que ocurrió.' },
  headings: {
    actions: 'Qué puede hacer ahora',
    also: 'También',
    before: 'De qué se trata',
    call: 'A quién llamar',
    said: 'Qué se dijo',
    yourMessage: 'Su mensaje',
    stands: 'En qué está el caso',
    reply: 'Cómo contestar',
    links: 'Cada enlace abre una página que pregunta una vez más antes de hacer algo.',
  },
  whyThen: ({ level, dueAt }, reader) => `Por qué el nivel ${level} a partir del ${fromWords(dueAt, reader)}`,
  next: (reader) => nextWords(reader)[0],
  clockStarted: (start, context) =>
    `El plazo empezó a correr el ${when(start.from, context)}: ${startWords(start)}.`,
  whereYouAre: (at, reader) => {
    const words = whereYouAre(at, reader);
    return words === undefined ? undefined : `Donde usted está, eso es: ${words}.`;
  },
  saidBy: ({ name, party }) => (name === undefined ? partyWords(party) : `${name}, ${partyName(party)}`),
  cut: 'Lo demás está en la página del caso.',
  contact: ({ level, name, title }) =>
    `Nivel ${level}: ${[name, title].filter((part) => part !== '').join(', ')}`,
  means: { office: 'Oficina', mobile: 'Celular', email: 'Correo electrónico' },
  telephone,
  facts: {
    case: 'Caso',
    customer: 'Cliente',
    contract: 'Contrato',
    track: 'Ruta',
    references: 'Referencias',
  },
  replyMarker: '## Escriba encima de esta línea ##',
  howToReply: {
    watcher: 'Conteste este correo: lo que escriba se guarda como mensaje en el caso.',
    customer:
      'Conteste con “satisfecho”, “no satisfecho” o “escalar” solo en la primera línea, o simplemente escriba: entonces se guarda como mensaje.',
    contractor:
      'Conteste este correo: lo que escriba se guarda como mensaje en el caso. Para acusar recibo o responder, use los enlaces.',
    oversight:
      'Conteste con “escalar” solo en la primera línea si el paso le corresponde, o simplemente escriba: entonces se guarda como mensaje.',
  },
  watching: (reporter) =>
    `Recibe este aviso porque sigue este caso. ${reporter ?? 'Quien lo reportó'} actúa en él; usted puede verlo y escribir notas.`,
  noReply: 'Nadie lee las contestaciones a este correo.',
  demonstration: 'Demostración: nada de este correo es real.',
  practice: 'Práctica: este caso es un simulacro.',
  footer: ({ caseId, contractTitle, reader }) =>
    `Mensaje automático de Ladder para ${reader}, sobre el caso ${caseId} de ${contractTitle}.`,
};
