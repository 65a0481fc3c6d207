import type { TelephoneNoticeWords } from '../telephone-notice.ts';
import { spelt } from './telephone.ts';

export const telephoneNotice: TelephoneNoticeWords = {
  marks: { demonstration: 'DEMOSTRACIÓN.', practice: 'PRÁCTICA.' },
  text: ({ caseId, customerName }) => `Ladder, caso ${caseId} (${customerName}):`,
  told: ({ times }) => `Aviso ${times}.`,
  choice: {
    acknowledge: ({ key }) => `${key} para acusar recibo`,
    respond: ({ key }) => `${key} y su respuesta para responder`,
    satisfied: ({ key }) => `${key} si está satisfecho`,
    notSatisfied: ({ key }) => `${key} si no lo está`,
    escalate: ({ key, level }) => `${key} para contactar al nivel ${level}`,
    undoSatisfied: ({ key }) => `${key} si al final no está resuelto`,
  },
  reply: ({ choices }) => `Responda ${choices.join(', ')}.`,
  ring: ({ number }) => `Más por teléfono: ${number}.`,
  call: {
    greeting: ({ caseId, customerName, contractTitle }) =>
      `Le llama Ladder por el caso ${spelt(caseId)} de ${customerName}, del contrato ${contractTitle}.`,
    demonstration: 'Esto es una demostración. Ningún problema es real.',
    practice: 'Este caso es de práctica. Ningún problema es real.',
    asked: 'El cliente espera su respuesta.',
  },
};
