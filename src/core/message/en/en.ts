import type { Catalogue } from '../catalogue.ts';
import { calendar } from './calendar.ts';
import { caseWords } from './case.ts';
import { caseTerminal } from './case-terminal.ts';
import { cli } from './cli.ts';
import { deadline } from './deadline.ts';
import { diff } from './diff.ts';
import { duty } from './duty.ts';
import { explain } from './explain.ts';
import { findings } from './findings.ts';
import { forecast } from './forecast.ts';
import { intake } from './intake.ts';
import { mail } from './mail.ts';
import { meters } from './meters.ts';
import { pages } from './pages.ts';
import { people } from './people.ts';
import { picture } from './picture.ts';
import { planFormat } from './plan-format.ts';
import { account } from './portal-account.ts';
import { admin } from './portal-admin.ts';
import { attestation } from './portal-attestation.ts';
import { away } from './portal-away.ts';
import { caseFile } from './portal-case-file.ts';
import { casePage } from './portal-case-page.ts';
import { chats } from './portal-chats.ts';
import { compliance } from './portal-compliance.ts';
import { contactReports } from './portal-contact-reports.ts';
import { contacts } from './portal-contacts.ts';
import { customerTable } from './portal-customer-table.ts';
import { drafts } from './portal-drafts.ts';
import { drills } from './portal-drills.ts';
import { dutyFeed } from './portal-duty-feed.ts';
import { dutyMail } from './portal-duty-mail.ts';
import { extras } from './portal-extras.ts';
import { heldMails } from './portal-held-mails.ts';
import { lettingIn } from './portal-letting-in.ts';
import { portalLists } from './portal-lists.ts';
import { obligations } from './portal-obligations.ts';
import { overview } from './portal-overview.ts';
import { papers } from './portal-papers.ts';
import { portalParts } from './portal-parts.ts';
import { planPage } from './portal-plan.ts';
import { reach } from './portal-reach.ts';
import { readiness } from './portal-readiness.ts';
import { recordPage } from './portal-record.ts';
import { rota } from './portal-rota.ts';
import { seats } from './portal-seats.ts';
import { signIn } from './portal-sign-in.ts';
import { signInMails } from './portal-sign-in-mails.ts';
import { startPage } from './portal-start.ts';
import { subscription } from './portal-subscription.ts';
import { sure } from './portal-sure.ts';
import { swaps } from './portal-swap.ts';
import { telephones } from './portal-telephones.ts';
import { timeOff } from './portal-time-off.ts';
import { webhooks } from './portal-webhooks.ts';
import { record } from './record.ts';
import { running } from './running.ts';
import { service } from './service.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { telephoneWords as telephone } from './telephone.ts';
import { telephoneNotice } from './telephone-notice.ts';

/** English. */
export const en: Catalogue = {
  language: 'en',
  admin,
  away,
  attestation,
  calendar,
  case: caseWords,
  caseFile,
  casePage,
  caseTerminal,
  cli,
  diff,
  deadline,
  contacts,
  customerTable,
  contactReports,
  drills,
  drafts,
  duty,
  explain,
  extras,
  findings,
  forecast,
  intake,
  heldMails,
  lettingIn,
  lists: portalLists,
  mail,
  meters,
  compliance,
  obligations,
  overview,
  pages,
  parts: portalParts,
  people,
  picture,
  planFormat,
  papers,
  planPage,
  running,
  service,
  readiness,
  record,
  recordPage,
  rota,
  dutyFeed,
  timeOff,
  dutyMail,
  reach,
  settings,
  account,
  seats,
  signIn,
  signInMails,
  start,
  startPage,
  subscription,
  sure,
  swaps,
  telephoneNotice,
  telephone,
  telephones,
  webhooks,
  chats,
};
