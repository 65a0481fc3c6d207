import type { CarrierName } from '../app/ports/carriers.ts';
import type { MailCarrier, MailTaker } from '../app/ports/mail.ts';
import { machineNow } from '../clock/machine.ts';
import { noteCarrier } from '../store/carrier-news.ts';
import type { Installation } from './installation.ts';

/** Notes how a carrier did: with a reason it failed. Answers, and never throws. */
export type NoteCarrier = (carrier: CarrierName, reason?: string) => Promise<void>;

/** The same news is written so often at most, whatever a carrier has to do. */
const AGAIN_AFTER_MS = 10_000;
/** More than there are codes of reasons. */
const NEWS_MAX = 1000;

/** How carriers did, written down for whoever keeps the installation, whichever node it happened on. */
export function carrierNotes({
  connection,
  now,
  log,
}: Pick<Installation, 'connection' | 'now' | 'log'>): NoteCarrier {
  const noted = new Map<string, number>();
  return async (carrier, reason) => {
    const news = `${carrier}/${reason ?? ''}`;
    const before = noted.get(news);
    if (before !== undefined && machineNow() - before < AGAIN_AFTER_MS) return;
    if (noted.size >= NEWS_MAX) noted.clear();
    noted.set(news, machineNow());
    try {
      await noteCarrier(connection.db, carrier, reason, await now());
    } catch (error) {
      log.error('carrier-not-noted', error);
    }
  };
}

/** A carrier of mail whose news is noted. */
export const notingCarrier = (carrier: MailCarrier, note: NoteCarrier): MailCarrier => ({
  async send(mail) {
    const result = await carrier.send(mail);
    await note('mailOut', result.result === 'failed' ? result.reason : undefined);
    return result;
  },
  close: () => carrier.close(),
});

/** Whoever takes mail, whose news is noted. */
export const notingTaker = ({ knows, take }: MailTaker, note: NoteCarrier): MailTaker => ({
  knows,
  async take(mail) {
    try {
      await take(mail);
    } catch (error) {
      await note('mailIn', 'put-off');
      throw error;
    }
    await note('mailIn');
  },
});
