import type { MailNotice, SystemMail } from '../../core/message/mail-notice.ts';

/** A mail as its reader gets it; links are placeholders still. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Puts into words what happened, for one reader. */
export interface MailWriter {
  notice(notice: MailNotice): ComposedMail;
  system(mail: SystemMail): ComposedMail;
}
