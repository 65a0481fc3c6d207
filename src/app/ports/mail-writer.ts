import type {
  AttestationMail,
  CheckpointMail,
  ComposedMail,
  MailNotice,
  ObligationMail,
  SystemMail,
} from '../../core/message/mail-notice.ts';
import type { ContactReportMail } from '../../core/message/portal/contact-reports.ts';
import type { DrillMail } from '../../core/message/portal/drills.ts';
import type { SeatMail } from '../../core/message/portal/seats.ts';
import type {
  ComposedTelephone,
  TelephoneNotice,
  TelephoneSystemNotice,
} from '../../core/message/telephone-notice.ts';

/** Puts into words what happened, for one reader; links in them are placeholders still. */
export interface MailWriter {
  notice(notice: MailNotice): ComposedMail;
  system(mail: SystemMail): ComposedMail;
  checkpoint(mail: CheckpointMail): ComposedMail;
  obligation(mail: ObligationMail): ComposedMail;
  attestation(mail: AttestationMail): ComposedMail;
  contactReport(mail: ContactReportMail): ComposedMail;
  seat(mail: SeatMail): ComposedMail;
  drill(mail: DrillMail): ComposedMail;
}

/** The same for telephones. */
export interface TelephoneWriter {
  text(notice: TelephoneNotice): ComposedTelephone;
  call(notice: TelephoneNotice): ComposedTelephone;
  systemText(notice: TelephoneSystemNotice): ComposedTelephone;
  systemCall(notice: TelephoneSystemNotice): ComposedTelephone;
}
