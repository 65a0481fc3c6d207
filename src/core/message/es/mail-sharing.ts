import type { MailReader, MailWords } from '../mail.ts';
import { doer, moment } from './mail-parts.ts';

type News = MailWords['news'];

const named = (person: string, reader: MailReader): string => reader.name(person) ?? 'alguien de su equipo';

/** Who shares a case on the customer's side. */
export const sharingNews: Pick<News, 'WatcherAdded' | 'WatcherRemoved' | 'StandInNamed' | 'StandInEnded'> = {
  WatcherAdded: (event, reader) => ({
    subject: 'Alguien sigue el caso',
    lead: [
      `${doer(event, reader)} agregó a ${named(event.person, reader)} para que siga el caso: puede verlo, recibir todos los avisos y escribir notas. No puede hacer nada más.`,
    ],
  }),
  WatcherRemoved: (event, reader) => ({
    subject: 'Alguien ya no sigue el caso',
    lead: [`${doer(event, reader)} quitó a ${named(event.person, reader)}, que ya no sigue el caso.`],
  }),
  StandInNamed: (event, reader) => ({
    subject: 'Hay suplente',
    lead: [
      `${doer(event, reader)} nombró suplente a ${named(event.person, reader)}: puede ver el caso, recibir todos los avisos y actuar por ${reader.customerName} igual que quien lo reportó, ${
        event.endsAt === undefined ? 'hasta que se retire' : `hasta el ${moment(event.endsAt, reader)}`
      }.`,
    ],
  }),
  StandInEnded: (event, reader) => ({
    subject: 'Ya no hay suplente',
    lead: [
      `${reader.name(event.person) ?? 'Alguien del cliente'} ya no es suplente de quien reportó el caso.`,
    ],
  }),
};
