import { randomBytes, randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { type Kysely, sql } from 'kysely';
import type { Caller, Grant, Ownership, Role } from '../../src/app/authorise.ts';
import { reportContact } from '../../src/app/contact-reports/report-contact.ts';
import { planDrill } from '../../src/app/drills/handle-drills.ts';
import { attachFile } from '../../src/app/files/attach-file.ts';
import { handOver } from '../../src/app/obligation/hand-over.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { keepDraft } from '../../src/app/publication/give-draft.ts';
import { giveLive } from '../../src/app/rota/give-live.ts';
import { fillSeat } from '../../src/app/seats/fill-seat.ts';
import { hashOf } from '../../src/app/secret.ts';
import type { Party } from '../../src/core/plan/format/schema-values.ts';
import type { LiveAsk } from '../../src/core/rota/live/live-command.ts';
import type { LiveRotas } from '../../src/core/rota/live/live-rotas.ts';
import { rotaPath } from '../../src/http/pages/places.ts';
import { composeSwap } from '../../src/render/mail/compose-swap.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { on } from '../build/case.ts';
import { type CasePageWorld, casePageWorld } from '../build/case-page-world.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { utf8 } from '../build/files.ts';
import { revisionWith } from '../build/revision.ts';
import { undertakenIn } from '../obligation/undertaken-in.ts';

/** Everybody who may ask, by what they are to the case that is asked for: one of each kind. */
export const ASKERS = {
  reporter: { person: 'dana', role: 'customer', customer: 'agency' },
  'stand-in': { person: 'lee', role: 'customer', customer: 'agency' },
  watcher: { person: 'kim', role: 'customer', customer: 'agency' },
  colleague: { person: 'dora', role: 'customer', customer: 'agency' },
  manager: { person: 'mia', role: 'customerManager', customer: 'agency' },
  'another customer': { person: 'nils', role: 'customerManager', customer: 'other' },
  desk: { person: 'desk', role: 'desk', seat: 'desk' },
  'account manager': { person: 'ada', role: 'accountManager' },
  'another’s account manager': { person: 'abe', role: 'accountManager' },
  contact: { person: 'ana', role: 'contact', seat: 'ana' },
  'program manager': { person: 'petra', role: 'programManager' },
  oversight: { person: 'olga', role: 'oversight' },
  auditor: { person: 'alan', role: 'auditor' },
  administrator: { person: 'adam', role: 'administrator' },
} as const satisfies Readonly<
  Record<string, { person: string; role: Role; customer?: string; seat?: string }>
>;
export type Asker = keyof typeof ASKERS;
export const ALL = Object.keys(ASKERS) as readonly Asker[];

/** Ana is on duty in turn with Bo, so that there is a rota to change and duty to exchange. */
const WITH_ROTA = revisionWith({
  rotas: {
    engineers: {
      layers: [{ turns: ['ana', 'bo'], every: '1 week', from: '2026-01-12', handOver: '09:00' }],
    },
  },
  levels: [
    { title: 'Service manager', reach: ['ana', 'engineers'], otherwise: ['desk'] },
    { title: 'Senior service manager', reach: ['bo'] },
    { title: 'Director', reach: ['cy'] },
  ],
});

/** From where people of the agency may come by themselves. */
export const DOMAIN = 'agency.example';

/** A program that is told what happens, and what was sent to it. */
export const WEBHOOK = '00000000-0000-4000-8000-00000000a11c';
export const CHANNEL = '00000000-0000-4000-8000-00000000c4a7';
/** One of dana's own, which tells of the plan alone. */
export const OWN_WEBHOOK = '00000000-0000-4000-8000-00000000a118';

/** What the contractor owes, and oversight accepts. */
export const OBLIGATION = 'report';

/** What the customer owes, and the contractor accepts. */
export const OWED_BY_CUSTOMER = 'inventory';

/** What of the case decides whose it is; `ada` keeps its account. */
export const OWNERSHIP: Ownership = {
  customer: 'agency',
  reporter: 'dana',
  accounts: ['ada'],
  standIn: 'lee',
  watchers: ['kim'],
};

/** An asker on the road. */
export function callerOf(asker: Asker): Caller {
  const { person, role, ...rest } = ASKERS[asker];
  const grant: Grant = 'customer' in rest ? { role, customerId: rest.customer } : { role };
  return {
    contract: 'sample',
    personId: person,
    grants: [grant],
    over: 'portal',
    seats: 'seat' in rest ? [rest.seat] : [],
  };
}

export interface RightsWorld extends CasePageWorld {
  readonly file: string;
  /** A file that was handed over with each obligation. */
  readonly evidence: Readonly<Record<string, string>>;
  /** A token of the reporter's. */
  readonly token: string;
  /** Asks the API as somebody; a text is sent as a file. */
  api(
    asker: Asker,
    method: 'GET' | 'POST',
    path: string,
    body?: object | string,
  ): Promise<LightMyRequestResponse>;
  /** Asks the API of the contract, whatever it is that is asked for; undefined: without a token. */
  apiAt(
    asker: Asker | undefined,
    method: 'GET' | 'POST',
    url: string,
    body?: object | string,
  ): Promise<LightMyRequestResponse>;
  /** How an answer begins that does not end, over a real connection: its status. */
  beginOf(asker: Asker | undefined, url: string): Promise<number>;
  /** An override of the rota that lies ahead, made anew: its number. */
  overridden(): Promise<number>;
  /**
   * A swap of duty between Ana, who is the contact, and Bo, made anew by one of them while no other change of the rota
   * is left: its number. `isAccepted`: by the other.
   */
  swapped(by: Side, isAccepted?: boolean): Promise<number>;
  /** Shares the case, or another one, anew, whatever was done to it. */
  share(other?: CaseKey): Promise<void>;
}

/** A mail that waits for the desk. */
export const HELD_MAIL = 'held-mail';

/** One case that is shared and has a file, and everybody who may ask for it: on the portal, and with a token. */
export async function rightsWorld(changes: Parameters<typeof casePageWorld>[0] = {}): Promise<RightsWorld> {
  const here = await casePageWorld({ revision: WITH_ROTA, isRung: true, ...changes });
  const { contract, connection, key, server } = here;
  for (const { person, role, ...rest } of Object.values(ASKERS)) {
    const customer = 'customer' in rest ? rest.customer : null;
    await sql`insert into person (contract_id, person_id, name, email) values (${contract}, ${person}, ${person},
      ${`${person}@ladder.example`}) on conflict do nothing`.execute(connection.db);
    await sql`insert into role values (${contract}, ${person}, ${role}, ${customer}) on conflict do nothing`.execute(
      connection.db,
    );
  }
  await sql`insert into customer_domain (contract_id, domain, customer_id, made_at)
    values (${contract}, ${DOMAIN}, 'agency', '2026-01-01T00:00:00Z')`.execute(connection.db);
  await sql`insert into opening_mail (contract_id, mail_id, received_at, kind, is_proved, person_id, outcome, why)
    values (${contract}, ${HELD_MAIL}, '2026-11-16T17:00:00Z', 'person', false, 'dana', 'held', 'unproved')`.execute(
    connection.db,
  );
  await sql`insert into opening_mail_body (contract_id, mail_id, sender, subject, body_text)
    values (${contract}, ${HELD_MAIL}, 'dana@ladder.example', 'No dial tone', 'Since eight')`.execute(
    connection.db,
  );
  await sql`insert into mail_file (contract_id, mail_id, number, name, size, bytes)
    values (${contract}, ${HELD_MAIL}, 1, 'log.txt', 5, ${Buffer.from('hop 1')})`.execute(connection.db);
  const tokens = new Map<string, string>();
  const tokenId = randomUUID();
  for (const { person } of Object.values(ASKERS)) {
    const token = `ladder_${randomBytes(32).toString('base64url')}`;
    tokens.set(person, token);
    await sql`insert into api_token (token_id, token_hash, name, contract_id, person_id, scopes, made_at)
      values (${person === 'dana' ? tokenId : randomUUID()}, decode(${hashOf(token)}, 'hex'), ${person}, ${contract}, ${person},
        '{read,write}'::text[], '2026-01-01T00:00:00Z')`.execute(connection.db);
  }
  await askedChanges(connection.db, contract, tokenId);
  await sql`insert into webhook (contract_id, webhook_id, url, types, secret_id, made_at, made_by, since)
    values (${contract}, ${WEBHOOK}, 'https://hooks.example/', '{}', gen_random_uuid(), '2026-01-01T00:00:00Z', 'petra',
      '2026-01-01T00:00:00Z')`.execute(connection.db);
  await sql`insert into webhook_delivery (contract_id, delivery_id, webhook_id, event_id, type, case_id, number, at, round,
      queued_at, state, settled_at)
    values (${contract}, ${WEBHOOK}, ${WEBHOOK}, 'case-x', 'case.opened', ${key.caseId}, 1, '2026-01-01T00:00:00Z', 0,
      '2026-01-01T00:00:00Z', 'delivered', '2026-01-01T00:00:00Z')`.execute(connection.db);
  await sql`insert into chat_channel (contract_id, channel_id, kind, name, room, levels, sealed, made_at, made_by)
    values (${contract}, ${CHANNEL}, 'slack', 'Desk', 'C0DESK', '{}', 'none', '2026-01-01T00:00:00Z', 'petra')`.execute(
    connection.db,
  );
  await sql`insert into chat_message (contract_id, message_id, channel_id, case_id, numbers, levels, queued_at, state)
    values (${contract}, ${CHANNEL}, ${CHANNEL}, ${key.caseId}, '{2}', '{1}', '2026-01-01T00:00:00Z', 'failed')`.execute(
    connection.db,
  );
  await sql`insert into plan_news (contract_id, number, at, revision, told_at)
    values (${contract}, 1, '2026-01-01T00:00:00Z', 1, '2026-01-01T00:00:00Z')`.execute(connection.db);
  await sql`insert into webhook (contract_id, webhook_id, url, types, secret_id, made_at, made_by, owner_id, since)
    values (${contract}, ${OWN_WEBHOOK}, 'https://hooks.example/plan', '{plan.published}', gen_random_uuid(),
      '2026-01-01T00:00:00Z', 'dana', 'dana', '2026-01-01T00:00:00Z')`.execute(connection.db);
  await sql`insert into webhook_delivery (contract_id, delivery_id, webhook_id, event_id, type, case_id, number, at, round,
      queued_at, state, settled_at)
    values (${contract}, ${OWN_WEBHOOK}, ${OWN_WEBHOOK}, 'plan-x', 'plan.published', '', 1, '2026-01-01T00:00:00Z', 0,
      '2026-01-01T00:00:00Z', 'delivered', '2026-01-01T00:00:00Z')`.execute(connection.db);
  // In a demonstration a contract's administrator keeps the installation too, and sees what is not of the contract.
  await here.stepIn(ASKERS.administrator.person);
  await sql`update sign_in_account set keeps_installation = false`.execute(connection.db);
  const share = async (other: CaseKey = key): Promise<void> => {
    const given = { key: other, caller: callerOf('reporter') } as const;
    await here.send(
      {
        ...given,
        command: { type: 'nameStandIn', by: 'dana', person: 'lee', endsAt: on('2026-12-01 09:00') },
      },
      { ...given, command: { type: 'addWatcher', by: 'dana', person: 'kim' } },
    );
  };
  await share();
  const name = 'seen.txt';
  const attached = {
    caller: callerOf('contact'),
    key,
    name,
    bytes: utf8('Nothing'),
    audience: 'all',
  } as const;
  await attachFile(here.store, attached);
  await sql`insert into account values (${contract}, 'agency', 'account', 'ada')
    on conflict do nothing`.execute(connection.db);
  await sql`insert into revision_source (contract_id, number, source) values (${contract}, 1, 'ladder: 1\n')
    on conflict do nothing`.execute(connection.db);
  const plan = { contract, text: 'ladder: 1\n', origin: 'text' } as const;
  await reportContact(
    { store: here.store, secret: TEST_SECRET, newId: randomUUID },
    {
      ...{ contract, wrong: 'noAnswer', text: 'Rang twice', from: 'public', by: undefined, language: 'en' },
      subject: { seat: 'bo', person: 'bo', levels: [2], means: 'mobile' },
      ...{ name: 'Ruth', address: 'ruth@ladder.example', dueAt: () => on('2026-12-01 09:00') },
    },
  );
  const rules = await here.store.transaction((tx) => tx.publishedRevision(contract));
  if (!rules) throw new Error('no plan is in force');
  await fillSeat(
    {
      ...{ contract, rules, written: {}, secret: TEST_SECRET, newId: randomUUID },
      contracts: openContracts(here.store, { kind: 'person', personId: 'petra' }),
    },
    { seat: 'cy', holder: { is: 'person', personId: 'abe' }, reason: 'Cy is away', by: 'petra' },
  );
  await planDrill(here.store, contract, {
    ...{ by: 'petra', actor: 'contractor', level: 1, startAt: on('2026-12-20 09:00') },
    ...{ answerWithinMs: 3_600_000, every: undefined },
  });
  await keepDraft(openContracts(here.store), callerOf('program manager'), plan);
  const { rows } = await sql<{ file_id: string }>`select file_id from case_file`.execute(connection.db);
  const evidence = {
    [OBLIGATION]: await handedOver(here, OBLIGATION, {
      ...{ owner: 'contractor', acceptedBy: 'oversight', asker: 'program manager' },
    }),
    [OWED_BY_CUSTOMER]: await handedOver(here, OWED_BY_CUSTOMER, {
      ...{ owner: 'customer', acceptedBy: 'contractor', asker: 'manager' },
    }),
  };
  const headersOf = (asker: Asker | undefined): Record<string, string> =>
    asker === undefined ? {} : { authorization: `Bearer ${tokens.get(ASKERS[asker].person)}` };
  const apiAt: RightsWorld['apiAt'] = (asker, method, url, body) =>
    server.inject({
      method,
      url,
      headers: {
        ...headersOf(asker),
        ...(typeof body === 'string' && { 'content-type': 'application/octet-stream' }),
      },
      ...(body && { payload: body }),
    });
  let listening: Promise<string> | undefined;
  return {
    ...here,
    share,
    apiAt,
    beginOf: async (asker, url) => {
      listening ??= server.listen({ host: '127.0.0.1', port: 0 });
      const cookie = asker && (await here.stepIn(ASKERS[asker].person));
      const stop = new AbortController();
      const { status } = await fetch(`${await listening}${url}`, {
        headers: { ...headersOf(asker), ...(cookie && { cookie }) },
        redirect: 'manual',
        signal: stop.signal,
      });
      stop.abort();
      return status;
    },
    overridden: () => overriddenIn(here),
    swapped: (by, isAccepted) => swappedIn(here, by, isAccepted),
    token: tokenId,
    file: rows[0]?.file_id ?? '',
    evidence,
    api: (asker, method, path, body) =>
      apiAt(asker, method, `/api/v1/contracts/${contract}/cases/${key.caseId}${path}`, body),
  };
}

async function overriddenIn({ store }: CasePageWorld): Promise<number> {
  const answer = await giveLive(openContracts(store), callerOf('program manager'), {
    type: 'setOverride',
    rota: 'engineers',
    kind: 'add',
    people: ['bo'],
    from: on('2026-12-01 09:00'),
    until: on('2026-12-02 09:00'),
  });
  if (!answer.accepted) throw new Error(answer.refusal.code);
  return answer.state.entries.at(-1)?.entry ?? 0;
}

type Side = 'ana' | 'bo';

/** A day of each one's next whole week of duty. */
const DUTY_DAYS = {
  ana: { who: 'ana', from: on('2026-12-14 09:00'), until: on('2026-12-15 09:00') },
  bo: { who: 'bo', from: on('2026-12-07 09:00'), until: on('2026-12-08 09:00') },
} as const;

/** How the form for a swap names each one's next whole week of duty. */
export const DUTIES: Readonly<Record<Side, string>> = {
  ana: `engineers/ana/${DUTY_DAYS.ana.from}`,
  bo: `engineers/bo/${DUTY_DAYS.bo.from}`,
};

/** Mails about swaps are written here as they are anywhere. */
const SWAP_LETTERS = {
  ...{ secret: TEST_SECRET, newId: randomUUID, compose: composeSwap, rotaPath, isDemonstration: true },
};

async function swappedIn({ store }: CasePageWorld, by: Side, isAccepted = false): Promise<number> {
  const contracts = openContracts(store);
  const give = async (caller: Caller, ask: LiveAsk): Promise<LiveRotas> => {
    const answer = await giveLive(contracts, caller, ask, SWAP_LETTERS);
    if (!answer.accepted) throw new Error(answer.refusal.code);
    return answer.state;
  };
  const { state } = await contracts.transaction((tx) => tx.liveRotas('sample'));
  for (const { entry, status } of state.entries) {
    if (status !== 'asked' && status !== 'holds') continue;
    await give(callerOf('program manager'), { type: 'withdraw', entry });
  }
  const other = by === 'ana' ? 'bo' : 'ana';
  const sides = { first: DUTY_DAYS[by], second: DUTY_DAYS[other] };
  const callerBy = (who: Side): Caller => ({ ...callerOf('contact'), personId: who, seats: [who] });
  const asked = await give(callerBy(by), { type: 'askSwap', rota: 'engineers', ...sides });
  const entry = asked.entries.at(-1)?.entry ?? 0;
  if (isAccepted) await give(callerBy(other), { type: 'acceptSwap', entry });
  return entry;
}

interface Owed {
  readonly owner: Party;
  readonly acceptedBy: Party;
  /** Who hands it over. */
  readonly asker: Asker;
}

/** An obligation with a file that was handed over; the file's id. */
async function handedOver(
  here: CasePageWorld,
  obligationId: string,
  { owner, acceptedBy, asker }: Owed,
): Promise<string> {
  const { contract, store, connection } = here;
  const key = { contract, obligationId };
  const terms = { kind: 'deliverable', title: 'Report', owner, acceptedBy, remind: [] } as const;
  const dueOn = '2027-01-15';
  await undertakenIn(here, { id: obligationId, obligation: obligationId, terms, dueOn });
  const caller = callerOf(asker);
  const file = { name: 'report.txt', bytes: utf8('All is well') };
  const given = { key, caller, text: undefined, doneOn: undefined, links: [] };
  await handOver(store, { ...given, caller: { ...caller, contract }, file });
  const { rows } = await sql<{ file_id: string }>`
    select file_id from case_file where case_id = ${`obligation:${obligationId}`}`.execute(connection.db);
  return rows[0]?.file_id ?? '';
}

/** A number that waits for a call and is held up by a link with this token, an address that waits, a number held up. */
async function askedChanges(db: Kysely<unknown>, contract: string, token: string): Promise<void> {
  const at = '2026-01-01T00:00:00.000Z';
  const asked = (by: string, field: string) => ({ at, type: 'ContactChangeAsked', by, field });
  const changes = [
    { status: 'waiting', value: '+1 916 555 0142', events: [asked('ana', 'mobile')] },
    {
      status: 'waiting',
      value: 'ana.new@ladder.example',
      events: [{ ...asked('ana', 'email'), codeEndsAt: at }],
    },
    {
      status: 'frozen',
      value: '+1 916 555 0143',
      events: [asked('bo', 'office'), { at, type: 'ContactChangeFrozen' }],
    },
  ];
  for (const [index, { status, value, events }] of changes.entries()) {
    const change = index + 1;
    const { by, field } = events[0] as ReturnType<typeof asked>;
    const hash = hashOf(index === 0 ? token : `${token} ${change}`);
    await sql`insert into contact_change (contract_id, change, person_id, field, new_value, freeze_hash, status,
        events, head, changed_at)
      values (${contract}, ${change}, ${by}, ${field}, ${value}, decode(${hash}, 'hex'), ${status},
        ${events.length}, decode(${hash}, 'hex'), ${at})`.execute(db);
    for (const [place, event] of events.entries()) {
      await sql`insert into event (contract_id, case_id, number, type, at, body, digest)
        values (${contract}, ${`contact-change:${change}`}, ${place + 1}, ${event.type}, ${at},
          ${JSON.stringify(event)}::json, decode(${hash}, 'hex'))`.execute(db);
    }
  }
}
