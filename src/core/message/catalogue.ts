import type { CalendarWords } from './calendar.ts';
import type { CaseWords } from './case.ts';
import type { CaseTerminalWords } from './case-terminal.ts';
import type { Cli } from './cli.ts';
import type { DeadlineWords } from './deadline.ts';
import type { DiffWords } from './diff.ts';
import type { DutyWords } from './duty.ts';
import { en } from './en/en.ts';
import { es } from './es/es.ts';
import type { ExplainWords } from './explain.ts';
import type { FindingValues, FindingWords } from './findings.ts';
import type { ForecastWords } from './forecast.ts';
import type { IntakeWords } from './intake.ts';
import type { MailWords } from './mail.ts';
import type { MetersWords } from './meters.ts';
import type { PagesWords } from './pages.ts';
import type { PeopleWords } from './people.ts';
import type { PictureWords } from './picture.ts';
import type { PlanFormatWords } from './plan-format.ts';
import type { AccountWords } from './portal/account.ts';
import type { AdminWords } from './portal/admin.ts';
import type { AttestationWords } from './portal/attestation.ts';
import type { AwayWords } from './portal/away.ts';
import type { CaseFileWords } from './portal/case-file.ts';
import type { CasePageWords } from './portal/case-page.ts';
import type { ChatWords } from './portal/chats.ts';
import type { ComplianceWords } from './portal/compliance.ts';
import type { ContactReportWords } from './portal/contact-reports.ts';
import type { ContactWords } from './portal/contacts.ts';
import type { CustomerTableWords } from './portal/customer-table.ts';
import type { DraftWords } from './portal/drafts.ts';
import type { DrillWords } from './portal/drills.ts';
import type { DutyFeedWords } from './portal/duty-feed.ts';
import type { DutyMailWords } from './portal/duty-mail.ts';
import type { ExtrasWords } from './portal/extras.ts';
import type { HeldMailWords } from './portal/held-mails.ts';
import type { LettingInWords } from './portal/letting-in.ts';
import type { ListsWords } from './portal/lists.ts';
import type { ObligationWords } from './portal/obligations.ts';
import type { OverviewWords } from './portal/overview.ts';
import type { PapersWords } from './portal/papers.ts';
import type { PartsWords } from './portal/parts.ts';
import type { PlanPageWords } from './portal/plan.ts';
import type { ReachWords } from './portal/reach.ts';
import type { ReadinessWords } from './portal/readiness.ts';
import type { RecordPageWords } from './portal/record.ts';
import type { RotaWords } from './portal/rota.ts';
import type { SeatWords } from './portal/seats.ts';
import type { SignInWords } from './portal/sign-in.ts';
import type { SignInMailWords } from './portal/sign-in-mails.ts';
import type { StartPageWords } from './portal/start.ts';
import type { SubscriptionWords } from './portal/subscription.ts';
import type { SureWords } from './portal/sure.ts';
import type { SwapWords } from './portal/swap.ts';
import type { HeldTelephoneWords } from './portal/telephones.ts';
import type { TimeOffWords } from './portal/time-off.ts';
import type { WebhookWords } from './portal/webhooks.ts';
import type { RecordWords } from './record.ts';
import type { RunningWords } from './running.ts';
import type { ServiceWords } from './service.ts';
import type { SettingsWords } from './settings.ts';
import type { StartWords } from './start.ts';
import type { TelephoneWords } from './telephone.ts';
import type { TelephoneNoticeWords } from './telephone-notice.ts';

/** Every language Ladder speaks. Adding one is adding its folder and its name here. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language by its code of two letters; undefined where Ladder does not speak it. */
export const languageOf = (code: string | undefined): Language | undefined =>
  LANGUAGES.find((one) => one === code);

/**
 * All sentences, by area and code. Code elsewhere holds codes and values and asks here for words,
 * so that a sentence is changed in one place and a new language misses none (the type says so).
 */
export interface Catalogue {
  readonly language: Language;
  readonly admin: AdminWords;
  readonly away: AwayWords;
  readonly attestation: AttestationWords;
  readonly calendar: CalendarWords;
  readonly case: CaseWords;
  readonly caseFile: CaseFileWords;
  readonly casePage: CasePageWords;
  readonly caseTerminal: CaseTerminalWords;
  readonly cli: Cli;
  readonly contacts: ContactWords;
  readonly contactReports: ContactReportWords;
  readonly drills: DrillWords;
  readonly diff: DiffWords;
  readonly deadline: DeadlineWords;
  readonly drafts: DraftWords;
  readonly duty: DutyWords;
  readonly explain: ExplainWords;
  readonly extras: ExtrasWords;
  readonly findings: FindingWords<FindingValues>;
  readonly forecast: ForecastWords;
  readonly intake: IntakeWords;
  readonly heldMails: HeldMailWords;
  readonly lettingIn: LettingInWords;
  readonly lists: ListsWords;
  readonly mail: MailWords;
  readonly meters: MetersWords;
  readonly compliance: ComplianceWords;
  readonly customerTable: CustomerTableWords;
  readonly obligations: ObligationWords;
  readonly overview: OverviewWords;
  readonly pages: PagesWords;
  readonly papers: PapersWords;
  readonly parts: PartsWords;
  readonly people: PeopleWords;
  readonly picture: PictureWords;
  readonly planFormat: PlanFormatWords;
  readonly planPage: PlanPageWords;
  readonly running: RunningWords;
  readonly service: ServiceWords;
  readonly readiness: ReadinessWords;
  readonly record: RecordWords;
  readonly recordPage: RecordPageWords;
  readonly rota: RotaWords;
  readonly dutyFeed: DutyFeedWords;
  readonly timeOff: TimeOffWords;
  readonly dutyMail: DutyMailWords;
  readonly reach: ReachWords;
  readonly seats: SeatWords;
  readonly settings: SettingsWords;
  readonly account: AccountWords;
  readonly signIn: SignInWords;
  readonly signInMails: SignInMailWords;
  readonly start: StartWords;
  readonly startPage: StartPageWords;
  readonly subscription: SubscriptionWords;
  readonly sure: SureWords;
  readonly swaps: SwapWords;
  readonly telephoneNotice: TelephoneNoticeWords;
  readonly telephone: TelephoneWords;
  readonly telephones: HeldTelephoneWords;
  readonly webhooks: WebhookWords;
  readonly chats: ChatWords;
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, es };

/** The sentences of one language. */
export const catalogue = (language: Language): Catalogue => CATALOGUES[language];
