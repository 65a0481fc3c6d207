import type { ReceivedMail } from '../../../app/ports/mail.ts';
import { deliveryNamedIn } from '../addresses.ts';
import { reportOf } from './bounce.ts';
import type { MessageRead } from './read-message.ts';

interface Circumstances {
  /** Empty for the null sender. */
  readonly envelopeFrom: string;
  readonly domain: string;
  readonly addressedDelivery: string | undefined;
}

/**
 * Whether a person wrote a mail, and if not, what did. Only a person's mail is an answer: a program that answers ours
 * must not move a case, and an answer to it would begin a conversation of two programs.
 */
export function classify(
  mail: MessageRead,
  circumstances: Circumstances,
): Pick<ReceivedMail, 'kind' | 'bounced'> {
  // A report of failure quotes our mail and counts as automatic too, so it is looked for first.
  const report = reportOf(mail, circumstances);
  if (report?.failed) return { kind: 'bounce', bounced: report.bounced };
  if (isLoop(mail, circumstances)) return { kind: 'loop', bounced: undefined };
  const isAutomatic = report !== undefined || circumstances.envelopeFrom === '' || isAutomaticReply(mail);
  return { kind: isAutomatic ? 'automaticReply' : 'person', bounced: undefined };
}

/** A mail passes ten servers at most on its way; RFC 5321, 6.3, takes a hundred for a loop. */
const RECEIVED_MAX = 30;

/** Our own mail come back: its id is ours, or it has gone round. */
const isLoop = ({ head }: MessageRead, { domain }: Circumstances): boolean =>
  deliveryNamedIn(head.first('message-id'), domain) !== undefined || head.count('received') > RECEIVED_MAX;

const AUTOMATIC_SUBJECT =
  /^(out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response)|autoreply|respuesta automática|fuera de (la )?oficina|automatische antwort|abwesenheit|réponse automatique)\b/i;

/** RFC 3834 first, then what programs did before it and still do. */
function isAutomaticReply({ head, subject }: MessageRead): boolean {
  const submitted = head.first('auto-submitted').toLowerCase();
  if (submitted !== '' && !/^no\b/.test(submitted)) return true;
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'list-id'].some((name) => head.count(name) > 0))
    return true;
  if (/^(bulk|junk|list|auto_reply)$/i.test(head.first('precedence'))) return true;
  return AUTOMATIC_SUBJECT.test(subject.trim());
}
