import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { openAccounts } from '../accounts/open-accounts.ts';
import type { LetterParts } from '../app/notices/letters.ts';
import type { OpeningParts } from '../app/open-by-mail.ts';
import type { Answers } from '../app/ports/answers.ts';
import type { MailCarrier } from '../app/ports/mail.ts';
import type { TelephoneCarrier } from '../app/ports/telephone.ts';
import { takeEffect, untilEffect } from '../app/publication/take-effect.ts';
import { settingAside } from '../app/set-aside.ts';
import { takeWaitingMails } from '../app/take-mail.ts';
import { mailboxName, mailboxPlace } from '../channels/email/mailbox/mailbox-place.ts';
import type { WatchedMailbox } from '../channels/email/mailbox/watch-mailbox.ts';
import { beat } from '../channels/outgoing/heartbeat.ts';
import { readPress } from '../channels/slack/read-press.ts';
import { ladderVersion } from '../cli/version.ts';
import { machineNow } from '../clock/machine.ts';
import { baseUrlOf, type Config, mailDomainOf, takesMail } from '../config.ts';
import { formatInstant } from '../core/instant.ts';
import { type Engine, startEngine } from '../engine/engine.ts';
import { type MetBugs, metBugs } from '../http/met-bugs.ts';
import type { PageParts } from '../http/pages/page-parts.ts';
import { registerPages } from '../http/pages/register-pages.ts';
import { httpServer } from '../http/server.ts';
import { ourLine } from '../http/telephone/our-line.ts';
import { readApart } from '../intake/apart/read-apart.ts';
import { composeAttestation } from '../render/mail/compose-attestation.ts';
import { composeCheckpoint } from '../render/mail/compose-checkpoint.ts';
import { composeContactReport } from '../render/mail/compose-contact-report.ts';
import { composeDraft } from '../render/mail/compose-draft.ts';
import { composeDrill } from '../render/mail/compose-drill.ts';
import { composeMail } from '../render/mail/compose-mail.ts';
import { composeObligation } from '../render/mail/compose-obligation.ts';
import { composeSeat } from '../render/mail/compose-seat.ts';
import { composeSignIn } from '../render/mail/compose-sign-in.ts';
import { composeSystemMail } from '../render/mail/compose-system-mail.ts';
import {
  composeCall,
  composeSystemCall,
  composeSystemText,
  composeText,
} from '../render/telephone/compose-telephone.ts';
import { accountBook } from '../store/accounts/account-book.ts';
import { administrationReading } from '../store/administration/administration-reading.ts';
import { answersIn } from '../store/answers/answer-book.ts';
import { movableClock } from '../store/answers/movable-clock.ts';
import { openingMailsIn } from '../store/answers/opening-mails.ts';
import { operatorActs } from '../store/answers/operator-acts.ts';
import { operatorReading } from '../store/answers/operator-reading.ts';
import { attestationReading } from '../store/attestation/attestation-reading.ts';
import { contactReportReading } from '../store/contact-reports/report-reading.ts';
import { draftReading } from '../store/contracts/draft-rows.ts';
import { openContracts } from '../store/contracts/open-contracts.ts';
import { drillReading } from '../store/drills/drill-reading.ts';
import { migrationNumber } from '../store/installation.ts';
import { readHeld } from '../store/meter-readings.ts';
import { obligationReading } from '../store/obligations/obligation-reading.ts';
import { complianceReading } from '../store/overview/compliance-reading.ts';
import { exportReading } from '../store/overview/export-reading.ts';
import { overviewReading } from '../store/overview/overview-reading.ts';
import { fillingReading } from '../store/seat-fillings/filling-reading.ts';
import { postgresLists } from '../store/views/lists.ts';
import { postgresReading } from '../store/views/reading.ts';
import { carrierOf } from './carrier.ts';
import { carrierNotes, type NoteCarrier, notingCarrier } from './carrier-notes.ts';
import { carriersOf } from './carriers.ts';
import { chatCarrier, chatSender } from './chat-sender.ts';
import { demonstrationTelephones } from './demonstration-telephones.ts';
import { dutyTeller } from './duty-teller.ts';
import { gapTeller } from './gap-teller.ts';
import type { Installation } from './installation.ts';
import { keepPlans, type PlanKeeper } from './keep-plans.ts';
import { keptPlans } from './kept-plans.ts';
import { listen } from './listen.ts';
import { type MailIn, takeMailIn } from './mail-in.ts';
import { watchMailboxIn } from './mailbox-in.ts';
import { makeMeters, type RunningMeters } from './meters.ts';
import { newsWriter } from './news-writer.ts';
import { openingParts } from './opening-parts.ts';
import { organisationOf } from './organisation-of.ts';
import { readinessTeller } from './readiness-teller.ts';
import { recordLook } from './record-look.ts';
import { carriersWith, pacedTelephone, statusReaderOf, telephoneCarrierOf } from './telephone-carrier.ts';
import { gatewayTextsIn, recordingBringer, telephoneIn } from './telephone-in.ts';
import { calendarHosts, calendarReader, timeOffReader } from './time-off-reader.ts';
import { webhookSender } from './webhook-sender.ts';

/** The service while it takes requests and acts on deadlines. */
export interface Serving {
  readonly url: string;
  /** Undefined where it takes no mail. */
  readonly mailPort: number | undefined;
  /** What came of the first look into the mailbox: its name, and why it failed, where it did. */
  readonly mailbox: Promise<MailboxNews | undefined>;
  /** Takes nothing more, and returns when what has begun is finished, or has taken too long. */
  readonly drain: () => Promise<void>;
}

/** A request or a carrier that hangs holds nobody up for longer; what is cut off comes again at the next start. */
const DRAIN_WITHIN_MS = 15_000;
const ANSWER_WITHIN_MS = 2_000;

/** What the parts share while they run. */
interface Shared {
  engine: Engine | undefined;
  mailbox: WatchedMailbox | undefined;
  draining: boolean;
  url: string;
}

/**
 * Starts the parts of the service: first what is asked, for its port may be anybody's until now and links name it,
 * then what goes on by itself.
 */
export async function serve(opened: Installation): Promise<Serving> {
  const { kind } = opened;
  const telephones = kind === 'demonstration' ? await demonstrationTelephones(opened) : undefined;
  const config = { ...opened.config, ...telephones?.settings };
  // Its order is that of the starts.
  const version = `${formatInstant(machineNow())}, ${ladderVersion()}`;
  const telephone = telephoneCarrierOf(config);
  const letters = lettersOf({ ...opened, config }, telephone);
  const installation = {
    ...opened,
    config,
    store: settingAside(opened.store, { log: opened.log, letters, version }),
  };
  const shared: Shared = { engine: undefined, mailbox: undefined, draining: false, url: '' };
  const kept = keeperOf(installation, shared);
  const bugs = metBugs(() => installation.now().catch(machineNow));
  const meters = makeMeters(() => readings(installation, shared));
  const note = carrierNotes(installation);
  const answering = { answers: answersIn(installation.store), letters, note };
  const openings = openingParts({
    reading: readingOf(installation),
    drafts: draftReading(installation.connection.db),
    isDemonstration: kind === 'demonstration',
    baseUrl: () => shared.url,
  });
  const mailIn = await takeMailIn(installation, { ...answering, openings });
  const pages = (scope: FastifyInstance): Promise<void> =>
    registerPages(
      scope,
      pageParts(installation, shared, { ...answering, openings, mailIn, kept, bugs, telephones }),
    );
  const parts = { ...answering, openings, baseUrl: () => shared.url };
  const line = ourLine({
    telephone: telephoneIn(config, parts),
    gatewayTexts: gatewayTextsIn(config, parts),
  });
  const server = await httpServer({
    ...httpParts(installation, { meters, shared, kept, bugs, carriers: letters.carriers }),
    tellers: line && answering,
    pages,
  });
  await listen(server, config).catch(async (error) => {
    await Promise.all([mailIn?.close(), telephones?.close()]);
    throw error;
  });
  const { port } = server.server.address() as AddressInfo;
  const url = baseUrlOf(config, port);
  shared.url = url;
  telephones?.ladderAt(url, port);
  kept.begin();
  const carrier = notingCarrier(await carrierOf(config, kind), note);
  // A node without loops answers requests only: everything that goes on by itself is left to the others.
  if (config.engineLoops > 0) {
    shared.engine = engineOf(installation, { ...answering, meters, carrier, telephone, url, version });
    shared.mailbox = watchMailboxIn(installation, { ...answering, openings });
  }
  return {
    url,
    mailPort: mailIn?.port,
    mailbox: firstNews(config, shared),
    async drain() {
      shared.draining = true;
      const drained = (async () => {
        await Promise.all([server.close(), mailIn?.close(), shared.mailbox?.close(), kept.stop()]);
        await shared.engine?.stop();
        await Promise.all([carrier.close(), telephones?.close()]);
      })();
      await Promise.race([drained, wait(DRAIN_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

/** What is told at the start of a mailbox that cannot be reached. */
interface MailboxNews {
  readonly mailbox: string;
  readonly reason: string;
}

async function firstNews({ imapUrl }: Config, { mailbox }: Shared): Promise<MailboxNews | undefined> {
  const reason = await mailbox?.first;
  if (imapUrl === undefined || reason === undefined) return undefined;
  return { mailbox: mailboxName(mailboxPlace(imapUrl)), reason };
}

const readingOf = ({ store, connection, now }: Installation) =>
  postgresReading({ db: connection.db, revisions: store.revisions, now });

/** The copies name where their plans are published, so the first is made when that is known. */
const keeperOf = ({ config, kind, store, connection, now, log }: Installation, shared: Shared): PlanKeeper =>
  keepPlans({
    reading: postgresReading({ db: connection.db, revisions: store.revisions, now }),
    drafts: draftReading(connection.db),
    folder: keptPlans(config.dataFolder),
    kind,
    baseUrl: () => shared.url,
    log,
  });

type HttpParts = Parameters<typeof httpServer>[0];

interface Asking {
  readonly meters: RunningMeters;
  readonly shared: Shared;
  readonly kept: PlanKeeper;
  readonly bugs: MetBugs;
  readonly carriers: LetterParts['carriers'];
}

function httpParts(installation: Installation, { meters, shared, kept, bugs, carriers }: Asking): HttpParts {
  const { config, kind, store, connection, secret, log, now } = installation;
  return {
    store,
    reading: postgresReading({ db: connection.db, revisions: store.revisions, now }),
    drafts: draftReading(connection.db),
    record: recordLook({ db: connection.db, secret, now, log }),
    contractsFor: (by) => openContracts(store, by),
    baseUrl: () => shared.url,
    attestations: attestationReading(connection.db),
    obligations: obligationReading(connection.db),
    changes: { subscribe: store.onChange },
    carriers,
    log,
    bugs,
    kept,
    meters,
    readiness: async () => ({ ...(await readiness(installation, shared)), plansKept: kept.all().length }),
    metrics: async () => {
      const { contentType, text } = await meters.text();
      return { type: contentType, text };
    },
    isDemonstration: kind === 'demonstration',
    ...(kind === 'demonstration' && { movable: { clock: movableClock(store), baseUrl: () => shared.url } }),
    ratePerMinute: config.ratePerMinute,
    trustProxy: config.trustProxy,
  };
}

interface Answering {
  readonly answers: Answers;
  readonly letters: LetterParts;
  readonly openings: OpeningParts;
  readonly mailIn: MailIn | undefined;
  readonly kept: PlanKeeper;
  readonly bugs: MetBugs;
  readonly note: NoteCarrier;
  readonly telephones: Awaited<ReturnType<typeof demonstrationTelephones>> | undefined;
}

/** So many requests a minute from one address to pages about links; who tries tokens gets nowhere. */
const LINKS_PER_MINUTE = 60;
/** Whoever finds a whole plan wrong reports some of it; whoever sends more wants something else. */
const REPORTS_PER_HOUR = 20;
/** Far less than a contract asks in a day, so that no address shuts the form for all the others. */
const SUBSCRIPTIONS_PER_DAY = 20;

function pageParts(
  installation: Installation,
  shared: Shared,
  { answers, letters, openings, mailIn, kept, bugs, note, telephones }: Answering,
): PageParts {
  const { config, kind, store, connection, secret, log, now } = installation;
  return {
    isDemonstration: kind === 'demonstration',
    links: { answers, letters },
    operator: operatorReading(connection.db),
    operatorActs: operatorActs(store),
    clock: movableClock(store),
    reading: postgresReading({ db: connection.db, revisions: store.revisions, now }),
    drafts: draftReading(connection.db),
    lists: postgresLists({ db: connection.db, revisions: store.revisions, now }),
    attestations: attestationReading(connection.db),
    contactReports: contactReportReading(connection.db),
    fillings: fillingReading(connection.db),
    drills: drillReading(connection.db),
    obligations: obligationReading(connection.db),
    overview: overviewReading(connection.db),
    compliance: complianceReading(connection.db),
    exports: exportReading(connection.db),
    record: recordLook({ db: connection.db, secret, now, log }),
    administration: administrationReading(connection.db, now),
    carriers: carriersOf(installation, note),
    contractsFor: (by) => openContracts(store, by),
    store,
    changes: { subscribe: store.onChange },
    ...accountsOf(installation, shared),
    secret,
    baseUrl: () => shared.url,
    kept,
    mailDomain: mailDomainOf(config),
    outgoingPrivate: config.outgoingPrivate,
    calendars: {
      read: calendarReader(config, kind === 'demonstration'),
      allowedHosts: calendarHosts(config, kind === 'demonstration'),
    },
    chats: { read: readPress, whisper: chatCarrier(config, kind === 'demonstration').whisper },
    openingDomain: takesMail(config, kind) ? mailDomainOf(config) : undefined,
    mailPlus: kind === 'demonstration' ? undefined : config.mailPlus,
    openingMails: openingMailsIn(connection.db),
    readStatus: statusReaderOf(config),
    telephone: telephoneIn(config, { answers, letters, openings, baseUrl: () => shared.url }),
    gatewayTexts: gatewayTextsIn(config, { answers, letters, openings, baseUrl: () => shared.url }),
    log,
    bugs,
    linksPerMinute: Math.min(LINKS_PER_MINUTE, config.ratePerMinute),
    reportsPerHour: REPORTS_PER_HOUR,
    subscriptionsPerDay: SUBSCRIPTIONS_PER_DAY,
    telephones: telephones?.telephones,
    readDocument: readApart,
    sendReply: mailIn?.sendReply,
  };
}

/** So long a node may not notice what another has changed about an account. */
const REMEMBERED_MS = 2_000;

const accountsOf = ({ config, kind, connection, store, secret, log }: Installation, shared: Shared) =>
  openAccounts({
    db: connection.db,
    book: accountBook(store, connection.db),
    installationSecret: secret,
    baseUrl: () => shared.url,
    log,
    now: machineNow,
    isDemonstration: kind === 'demonstration',
    rememberedMs: REMEMBERED_MS,
    newId: randomUUIDv7,
    compose: composeSignIn,
    organisation: organisationOf(config),
  });

const lettersOf = (
  { config, kind, secret }: Installation,
  telephone: TelephoneCarrier | undefined,
): LetterParts => ({
  writer: {
    notice: composeMail,
    system: composeSystemMail,
    checkpoint: composeCheckpoint,
    obligation: composeObligation,
    attestation: composeAttestation,
    contactReport: composeContactReport,
    seat: composeSeat,
    drill: composeDrill,
  },
  secret,
  newId: randomUUIDv7,
  canReply: takesMail(config, kind),
  isDemonstration: kind === 'demonstration',
  carriers: carriersWith(telephone),
  telephone: {
    writer: {
      text: composeText,
      call: composeCall,
      systemText: composeSystemText,
      systemCall: composeSystemCall,
    },
    number: telephone?.carries.includes('call') ? config.telephoneNumber : undefined,
  },
});

interface EngineWith {
  readonly meters: RunningMeters;
  readonly carrier: MailCarrier;
  readonly telephone: TelephoneCarrier | undefined;
  readonly url: string;
  readonly letters: LetterParts;
  readonly answers: Answers;
  readonly note: NoteCarrier;
  readonly version: string;
}

/** Whoever gets a right by a plan that takes effect gets it from what both parties agreed. */
const LADDER = { kind: 'terminal' } as const;

function engineOf(installation: Installation, given: EngineWith): Engine {
  const { meters, carrier, telephone, url, letters, answers, note, version } = given;
  const { config, store, secret, log } = installation;
  const contracts = openContracts(store, LADDER);
  return startEngine({
    store,
    log,
    meters,
    mail: carrier,
    telephone: pacedTelephone(telephone, config, note),
    letters,
    secret,
    baseUrl: url,
    mailDomain: mailDomainOf(config),
    version,
    beat: heartbeat(installation, note),
    publications: {
      takeEffect: () => takeEffect({ contracts, compose: composeDraft, newId: randomUUID }),
      untilNext: () => untilEffect(contracts),
    },
    rotas: {
      tellGaps: gapTeller(installation, contracts, url),
      tellDuty: dutyTeller(installation, contracts),
      readTimeOff: timeOffReader(installation, contracts),
    },
    digests: { tellReadiness: readinessTeller(installation, contracts, { url, carriers: letters.carriers }) },
    webhooks: webhookSender(installation, contracts, url),
    chats: chatSender(installation, contracts, url),
    subscribers: { writeNews: newsWriter(installation, contracts) },
    bringRecordings: recordingBringer(config, { answers, letters, log }),
    takeWaitingMails: () => takeWaitingMails({ answers, letters, log }),
    loops: config.engineLoops,
  });
}

function heartbeat({ config, log }: Installation, note: NoteCarrier): (() => Promise<void>) | undefined {
  const { heartbeatUrl: url, outgoingPrivate: allowed } = config;
  if (url === undefined) return undefined;
  return async () => {
    const heard = await beat({ url, id: randomUUID(), allowed });
    if (heard.result === 'failed') log.warn('heartbeat-failed', { reason: heard.reason });
    await note('heartbeat', heard.result === 'failed' ? heard.reason : undefined);
  };
}

async function readiness(installation: Installation, { engine, mailbox, draining }: Shared) {
  const { connection, migration } = installation;
  const late = wait(ANSWER_WITHIN_MS, undefined, { ref: false });
  const found = await Promise.race([migrationNumber(connection.db).catch(() => undefined), late]);
  return {
    database: found !== undefined,
    migrations: found !== undefined && found >= migration,
    engine: engine !== undefined || installation.config.engineLoops === 0,
    draining,
    ...(mailbox && { mailbox: mailbox.state().is }),
  };
}

async function readings({ connection, store, now }: Installation, { engine, mailbox }: Shared) {
  const held = await readHeld(connection.db);
  // Until the watch has looked for the first time, its question is asked here.
  const latenessMs = engine?.watched()?.latenessMs ?? (await store.latestness(await now()));
  const mailboxIsUp = mailbox && mailbox.state().is !== 'failing';
  return { ...held, mailboxIsUp, watchLateSeconds: latenessMs / 1000 };
}
