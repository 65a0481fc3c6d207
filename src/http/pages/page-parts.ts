import type { LinkParts } from '../../app/links.ts';
import type { AccountKeeping } from '../../app/ports/account-keeping.ts';
import type { Accounts } from '../../app/ports/accounts.ts';
import type { AdministrationReading } from '../../app/ports/administration.ts';
import type { AttestationReading } from '../../app/ports/attestation-reading.ts';
import type { Carriers } from '../../app/ports/carriers.ts';
import type { ChatCarrier, ReadPress } from '../../app/ports/chats.ts';
import type { ComplianceReading } from '../../app/ports/compliance.ts';
import type { ContactReportReading } from '../../app/ports/contact-reports.ts';
import type { ChangedBy, Contracts } from '../../app/ports/contracts.ts';
import type { DraftReading } from '../../app/ports/drafts.ts';
import type { DrillReading } from '../../app/ports/drills.ts';
import type { ExportReading } from '../../app/ports/exports.ts';
import type { Lists } from '../../app/ports/lists.ts';
import type { Log } from '../../app/ports/log.ts';
import type { MovableClock } from '../../app/ports/movable-clock.ts';
import type { ObligationReading } from '../../app/ports/obligation-reading.ts';
import type { OpeningMails } from '../../app/ports/opening-mails.ts';
import type { OperatorActs, OperatorReading } from '../../app/ports/outbox.ts';
import type { OverviewReading } from '../../app/ports/overview.ts';
import type { OwnAccount } from '../../app/ports/own-account.ts';
import type { Changes, Reading } from '../../app/ports/reading.ts';
import type { RecordLook } from '../../app/ports/record-look.ts';
import type { FillingReading } from '../../app/ports/seat-fillings.ts';
import type { Sessions } from '../../app/ports/sessions.ts';
import type { Store } from '../../app/ports/store.ts';
import type { ReadStatus } from '../../app/ports/telephone.ts';
import type { Telephones } from '../../app/ports/telephones.ts';
import type { ReadTimeOff } from '../../app/ports/time-off.ts';
import type { Secret } from '../../app/secret.ts';
import type { readApart } from '../../intake/apart/read-apart.ts';
import type { KeptPlans } from '../../render/publication/kept-plan.ts';
import type { MetBugs } from '../met-bugs.ts';
import type { GatewayTexts } from '../telephone/gateway-text-route.ts';
import type { TelephoneRoutes } from '../telephone/telephone-routes.ts';

/** A reply as the outbox of a demonstration writes it, from the address on file to a reply address of ours. */
interface PageReply {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What pages are made of. */
export interface PageParts {
  readonly isDemonstration: boolean;
  readonly links: LinkParts;
  readonly operator: OperatorReading;
  readonly operatorActs: OperatorActs;
  readonly clock: MovableClock;
  readonly reading: Reading;
  readonly drafts: DraftReading;
  readonly lists: Lists;
  readonly attestations: AttestationReading;
  readonly contactReports: ContactReportReading;
  readonly fillings: FillingReading;
  readonly drills: DrillReading;
  readonly obligations: ObligationReading;
  readonly overview: OverviewReading;
  readonly compliance: ComplianceReading;
  readonly exports: ExportReading;
  readonly record: RecordLook;
  readonly administration: AdministrationReading;
  readonly carriers: Carriers;
  /** Contracts, as somebody changes them. */
  readonly contractsFor: (by: ChangedBy) => Contracts;
  readonly store: Store;
  readonly changes: Changes;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly ownAccount: OwnAccount;
  readonly accountKeeping: AccountKeeping;
  readonly secret: Secret;
  /** Known once the server listens. */
  readonly baseUrl: () => string;
  /** Published plans for while the database is away. */
  readonly kept: KeptPlans;
  readonly mailDomain: string;
  /** Hosts, addresses and ranges that the operator lets us ask though they are not of the open internet. */
  readonly outgoingPrivate: readonly string[];
  /** Calendars of absences: how they are asked for, and the hosts that may be asked though they are not of the open internet. */
  readonly calendars: { readonly read: ReadTimeOff; readonly allowedHosts: readonly string[] };
  /** The domain of addresses at which cases are opened; undefined where no mail comes in. */
  readonly openingDomain: string | undefined;
  /** The mailbox behind whose plus sign our addresses lie; undefined: each stands by itself. */
  readonly mailPlus: string | undefined;
  readonly openingMails: OpeningMails;
  /** Presses in channels: how one is read, and how its user is answered. */
  readonly chats: { readonly read: ReadPress; readonly whisper: ChatCarrier['whisper'] };
  /** How a carrier's word about texts and calls is proved and read; undefined where no carrier is set. */
  readonly readStatus: ReadStatus | undefined;
  /** Calls and texts that come in; undefined where no carrier brings any. */
  readonly telephone: TelephoneRoutes | undefined;
  /** Takes what people write where a gateway carries texts. */
  readonly gatewayTexts: GatewayTexts | undefined;
  /** How a document is read into a draft. */
  readonly readDocument: typeof readApart;
  readonly log: Log;
  /** Bugs that whoever asked has met. */
  readonly bugs: MetBugs;
  /** Requests a minute from one address to pages about links. */
  readonly linksPerMinute: number;
  /** After how long a silent stream gives word, and whoever follows it is looked up again. */
  readonly streamsBeatMs?: number;
  /** Reports of wrong contacts an hour from one address. */
  readonly reportsPerHour: number;
  readonly subscriptionsPerDay: number;
  /** Of a demonstration: the telephones that a visitor may take into the hand. */
  readonly telephones: Telephones | undefined;
  /** Sends a signed mail to Ladder's own mail server; why it was not taken, undefined where it was. */
  readonly sendReply: ((reply: PageReply) => Promise<string | undefined>) | undefined;
}
