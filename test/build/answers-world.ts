import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { OrganisationParts } from '../../src/accounts/organisation.ts';
import type { Role } from '../../src/app/authorise.ts';
import type { AccountKeeping } from '../../src/app/ports/account-keeping.ts';
import type { Accounts } from '../../src/app/ports/accounts.ts';
import type { Answers } from '../../src/app/ports/answers.ts';
import type { MailTaker, OutgoingMail, ReceivedMail } from '../../src/app/ports/mail.ts';
import type { Sessions } from '../../src/app/ports/sessions.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { replyLocalPart } from '../../src/app/secret.ts';
import { settingAside } from '../../src/app/set-aside.ts';
import { mailTaker, takeWaitingMails } from '../../src/app/take-mail.ts';
import { askCalendar } from '../../src/channels/calendar/ask-calendar.ts';
import { readPress } from '../../src/channels/slack/read-press.ts';
import { readConfig } from '../../src/config.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { metBugs } from '../../src/http/met-bugs.ts';
import type { PageParts } from '../../src/http/pages/page-parts.ts';
import { registerPages } from '../../src/http/pages/register-pages.ts';
import { httpServer } from '../../src/http/server.ts';
import { ourLine } from '../../src/http/telephone/our-line.ts';
import { readApart } from '../../src/intake/apart/read-apart.ts';
import { carrierNotes } from '../../src/service/carrier-notes.ts';
import { carriersOf } from '../../src/service/carriers.ts';
import { openingParts } from '../../src/service/opening-parts.ts';
import { recordLook } from '../../src/service/record-look.ts';
import {
  carriersWith,
  pacedTelephone,
  statusReaderOf,
  telephoneCarrierOf,
} from '../../src/service/telephone-carrier.ts';
import { gatewayTextsIn, recordingBringer, telephoneIn } from '../../src/service/telephone-in.ts';
import { administrationReading } from '../../src/store/administration/administration-reading.ts';
import { answersIn } from '../../src/store/answers/answer-book.ts';
import { movableClock } from '../../src/store/answers/movable-clock.ts';
import { openingMailsIn } from '../../src/store/answers/opening-mails.ts';
import { operatorActs } from '../../src/store/answers/operator-acts.ts';
import { operatorReading } from '../../src/store/answers/operator-reading.ts';
import { attestationReading } from '../../src/store/attestation/attestation-reading.ts';
import { contactReportReading } from '../../src/store/contact-reports/report-reading.ts';
import { draftReading } from '../../src/store/contracts/draft-rows.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { drillReading } from '../../src/store/drills/drill-reading.ts';
import { obligationReading } from '../../src/store/obligations/obligation-reading.ts';
import { complianceReading } from '../../src/store/overview/compliance-reading.ts';
import { exportReading } from '../../src/store/overview/export-reading.ts';
import { overviewReading } from '../../src/store/overview/overview-reading.ts';
import { fillingReading } from '../../src/store/seat-fillings/filling-reading.ts';
import { postgresLists } from '../../src/store/views/lists.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { engineParts, TEST_SECRET } from './engine-parts.ts';
import { settleAll } from './settle.ts';
import { signingIn } from './sign-in.ts';
import { type World, world } from './world.ts';

/** Who is what in these tests; every address is `NAME@ladder.example`. */
const ROLES: readonly (readonly [person: string, role: Role, customer?: string])[] = [
  ['dana', 'customer', 'agency'],
  ['ana', 'contact'],
  ['bo', 'contact'],
  ['cy', 'contact'],
  ['desk', 'desk'],
  ['olga', 'oversight'],
];

/** A world whose people have roles, with its letters, its mail in, and its pages. */
export interface AnswersWorld extends World {
  readonly parts: ReturnType<typeof engineParts>;
  readonly server: FastifyInstance;
  readonly answers: Answers;
  readonly taker: MailTaker;
  readonly logged: string[];
  /** Writes and sends everything that is due; the mails since the last time. */
  settle(): Promise<readonly OutgoingMail[]>;
  /** A mail from somebody's own address to their own reply address, proved unless said otherwise. */
  mailFrom(who: string, key: CaseKey, text: string, changes?: Partial<ReceivedMail>): ReceivedMail;
  outcomes(): Promise<readonly string[]>;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly accountKeeping: AccountKeeping;
  /** Signs in as somebody with a role; the `cookie` header of their browser from then on. */
  stepIn(person: string): Promise<string>;
}

/** The path of the link in a mail whose label begins so; the mail says label, sentence and address in turn. */
export function linkIn({ text }: OutgoingMail, label: RegExp): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => label.test(line.replace(/^\* /, '')));
  const rest = lines.slice(Math.max(at, 0)).join('\n');
  const found = /http:\/\/ladder\.example(\/l\/[\w-]{43})/.exec(rest)?.[1];
  if (at === -1 || found === undefined) throw new Error(`no link ${label} in:\n${text}`);
  return found;
}

export const to = (mails: readonly OutgoingMail[], who: string): OutgoingMail => {
  const found = mails.find(({ to: { address } }) => address.startsWith(`${who}@`));
  if (!found) throw new Error(`no mail to ${who}: ${mails.map((mail) => mail.to.address).join()}`);
  return found;
};

interface WorldOptions {
  readonly revision?: Revision;
  readonly organisation?: OrganisationParts;
  /** Settings, as an environment has them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether people may ring and text it, though it carries nothing to their telephones. */
  readonly isRung?: boolean;
  /** Requests a minute from one address to what has no limit of its own. */
  readonly ratePerMinute?: number;
}

/** A line of ours, and what a carrier would sign with that calls are taken of. */
const LINE = { twilioAccount: 'AC0', twilioToken: 'hush', telephoneNumber: '+12025550100' };

export async function answersWorld(
  now: Instant,
  {
    revision,
    organisation,
    settings = {},
    isRung = false,
    ratePerMinute = 100_000,
    ...changes
  }: Partial<PageParts> & WorldOptions = {},
): Promise<AnswersWorld> {
  const made = await (revision ? world(now, revision) : world(now));
  const { connection, contract } = made;
  for (const [person, role, customer = null] of ROLES) {
    await sql`insert into role values (${contract}, ${person}, ${role}, ${customer})`.execute(connection.db);
  }
  for (const seat of ['ana', 'bo', 'cy', 'desk']) {
    await sql`insert into seat values (${contract}, ${seat}, ${seat}, '2026-01-01T00:00:00Z')`.execute(
      connection.db,
    );
  }
  const config = readConfig(settings);
  if ('problems' in config) throw new Error(JSON.stringify(config.problems));
  const kind = changes.isDemonstration ? 'demonstration' : 'real';
  const telephone = telephoneCarrierOf(config.config);
  const { letters: usual, log: asideLog, version } = engineParts(made.store);
  const letters = {
    ...usual,
    carriers: carriersWith(telephone),
    telephone: {
      ...usual.telephone,
      number: telephone?.carries.includes('call') ? config.config.telephoneNumber : undefined,
    },
  };
  const store = settingAside(made.store, { log: asideLog, letters, version });
  const answers = answersIn(store);
  const logged: string[] = [];
  const keep = (...line: unknown[]): void => void logged.push(JSON.stringify(line));
  const log = { info: keep, warn: keep, error: (...line: unknown[]) => void logged.push(String(line[1])) };
  const reading = postgresReading({
    db: connection.db,
    revisions: store.revisions,
    now: () => store.transaction((tx) => tx.now()),
  });
  const signing = signingIn({
    connection,
    store,
    baseUrl: changes.baseUrl ?? (() => 'http://ladder.example'),
    organisation,
    isDemonstration: changes.isDemonstration ?? false,
  });
  const note = carrierNotes({ connection, now: () => store.now(), log });
  const parts = engineParts(store, {
    log: asideLog,
    letters,
    bringRecordings: recordingBringer(config.config, { answers, letters, log: asideLog }),
    telephone: pacedTelephone(telephone, config.config, note),
    takeWaitingMails: () => takeWaitingMails({ answers, letters, log: asideLog }),
  });
  const baseUrl = changes.baseUrl ?? (() => 'http://ladder.example');
  const isDemonstration = changes.isDemonstration ?? false;
  const openings = openingParts({ reading, drafts: draftReading(connection.db), isDemonstration, baseUrl });
  const pageParts: PageParts = {
    isDemonstration: false,
    links: { answers, letters: parts.letters },
    operator: operatorReading(connection.db),
    operatorActs: operatorActs(store),
    clock: movableClock(store),
    reading,
    drafts: draftReading(connection.db),
    lists: postgresLists({ db: connection.db, revisions: store.revisions, now: reading.now }),
    attestations: attestationReading(connection.db),
    contactReports: contactReportReading(connection.db),
    fillings: fillingReading(connection.db),
    drills: drillReading(connection.db),
    obligations: obligationReading(connection.db),
    overview: overviewReading(connection.db),
    compliance: complianceReading(connection.db),
    exports: exportReading(connection.db),
    record: recordLook({
      db: connection.db,
      secret: TEST_SECRET,
      now: () => store.transaction((tx) => tx.now()),
      log,
    }),
    administration: administrationReading(connection.db, () => store.transaction((tx) => tx.now())),
    carriers: carriersOf({ ...config, kind, store }, note),
    contractsFor: (by) => openContracts(store, by),
    store,
    changes: { subscribe: store.onChange },
    sessions: signing.sessions,
    accounts: signing.accounts,
    ownAccount: signing.ownAccount,
    accountKeeping: signing.accountKeeping,
    secret: TEST_SECRET,
    baseUrl: () => 'http://ladder.example',
    kept: { isAway: () => false, all: () => [], of: () => undefined },
    mailDomain: 'ladder.example',
    outgoingPrivate: [],
    calendars: { read: askCalendar({ allowed: ['127.0.0.1'] }), allowedHosts: ['127.0.0.1'] },
    chats: { read: readPress, whisper: async () => ({ result: 'sent', place: undefined }) },
    openingDomain: 'ladder.example',
    mailPlus: undefined,
    openingMails: openingMailsIn(connection.db),
    readStatus: statusReaderOf(config.config),
    telephone: telephoneIn(
      { ...config.config, ...(isRung && LINE) },
      { answers, letters: parts.letters, openings, baseUrl },
    ),
    gatewayTexts: gatewayTextsIn(config.config, { answers, letters: parts.letters, openings, baseUrl }),
    log,
    bugs: metBugs(() => store.now()),
    linksPerMinute: 10_000,
    reportsPerHour: 10_000,
    subscriptionsPerDay: 10_000,
    telephones: undefined,
    readDocument: readApart,
    sendReply: undefined,
    ...changes,
  };
  const server = await httpServer({
    store,
    reading,
    drafts: pageParts.drafts,
    record: pageParts.record,
    contractsFor: pageParts.contractsFor,
    carriers: pageParts.links.letters.carriers,
    baseUrl: pageParts.baseUrl,
    tellers: ourLine(pageParts) && pageParts.links,
    attestations: pageParts.attestations,
    obligations: pageParts.obligations,
    changes: { subscribe: store.onChange },
    log,
    bugs: pageParts.bugs,
    kept: pageParts.kept,
    meters: { requestAnswered: () => undefined },
    readiness: async () => ({
      database: true,
      migrations: true,
      engine: true,
      draining: false,
      plansKept: 0,
    }),
    metrics: async () => ({ type: 'text/plain', text: '' }),
    isDemonstration: pageParts.isDemonstration,
    ...(pageParts.isDemonstration && { movable: pageParts }),
    ratePerMinute,
    trustProxy: [],
    pages: (scope) => registerPages(scope, pageParts),
  });
  let mails = 0;
  return {
    ...made,
    store,
    parts,
    server,
    answers,
    logged,
    sessions: signing.sessions,
    accounts: signing.accounts,
    accountKeeping: signing.accountKeeping,
    stepIn: (person) => signing.stepIn(contract, person),
    taker: mailTaker({
      ...{ answers, letters: parts.letters, mailDomain: 'ladder.example' },
      openings: openingParts(pageParts),
    }),
    async settle() {
      parts.mail.sent.length = 0;
      await settleAll(parts, store);
      return [...parts.mail.sent];
    },
    mailFrom: (who, key, text, more = {}) => ({
      id: `mail-${++mails}`,
      receivedAt: now,
      recipient: `${replyLocalPart(TEST_SECRET, { ...key, personId: who })}@ladder.example`,
      from: `${who}@ladder.example`,
      authenticated: true,
      kind: 'person',
      word: undefined,
      subject: '',
      text,
      files: [],
      bounced: undefined,
      ...more,
    }),
    outcomes: async () => {
      const { rows } = await sql<{ outcome: string }>`
        select outcome from inbound_mail order by mail_id`.execute(connection.db);
      return rows.map(({ outcome }) => outcome);
    },
    close: async () => {
      await server.close();
      await made.close();
    },
  };
}
