import assert from 'node:assert';
import type { Finding } from '../core/finding.ts';
import type { Instant } from '../core/instant.ts';
import type { SeatDifference } from '../core/message/people.ts';
import { check } from '../core/plan/check.ts';
import type { Facts } from '../core/plan/facts.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import { compile } from '../core/plan/revision/compile.ts';
import { AGREEING, type Agreeing, type DraftStatus } from '../core/publication/draft-state.ts';
import { type Contracts, type ContractsTransaction, SOURCE, type StoredRevision } from './ports/contracts.ts';
import { type DraftLetters, writeDraftLetters } from './publication/draft-letters.ts';
import { factsAt, judgedAt } from './publication/judged-today.ts';
import { type CompiledPlan, keepRules, sameRevision } from './publication/keep-rules.ts';
import { putInForce } from './publication/put-in-force.ts';
import { walkDraft } from './publication/walk-draft.ts';
import { type Refused, refuse } from './refuse.ts';
import { partiesOf, seatRoles } from './seat-roles.ts';
import { type Seeding, seedingOf } from './seed-seats.ts';

interface PlanToLoad {
  readonly text: string;
  /** Who agreed to it, a seat or a person each: one of the contractor and one of oversight. Without them a draft. */
  readonly agreed?: readonly string[] | undefined;
  readonly at: Instant;
  /** Who loads it. */
  readonly by: string;
  /** With what its people are written to where it takes the place of another at the terminal; without it nobody is. */
  readonly letters?: DraftLetters | undefined;
  /** What the plan is judged by; today, in its own zone, where nothing else is said. */
  readonly facts?: Facts;
}

/** What a plan that was taken in has become. */
interface Loaded {
  readonly accepted: true;
  readonly contract: string;
  readonly number: number;
  readonly outcome: 'published' | 'drafted' | 'unchanged';
  readonly state: StoredRevision['state'];
  /** Hex. */
  readonly digest: string;
  /** The number of the revision whose place it took. */
  readonly superseded: number | undefined;
  /** What does not keep it from being published, and might be better. */
  readonly findings: readonly Finding[];
  /** Seats that somebody fills from now on. */
  readonly filled: readonly string[];
  /** Where the people of today are not what this plan says: theirs is kept. */
  readonly differences: readonly SeatDifference[];
}

/** A plan that was read and found fit to run. */
interface FitPlan extends CompiledPlan {
  readonly accepted: true;
  readonly findings: readonly Finding[];
}

/**
 * Takes a plan in: checked, compiled, and kept as the contract's next revision, published where both parties agreed.
 *
 * It goes the road of every draft, all of it at once. The same plan again changes nothing, however it is laid out;
 * agreed now, a draft is published under the number it has. Running cases stay on the revision they have, and people
 * stay who they are today: what the plan says otherwise is listed.
 */
export async function loadPlan(contracts: Contracts, asked: PlanToLoad): Promise<Loaded | Refused> {
  const fit = fitPlan(asked);
  return fit.accepted ? contracts.transaction((tx) => loadIn(tx, asked, fit)) : fit;
}

/** A plan read, checked and compiled; refused where anything keeps it from being published. */
export function fitPlan({ text, at, facts }: Pick<PlanToLoad, 'text' | 'at' | 'facts'>): FitPlan | Refused {
  // Neither can be kept as text by the database.
  if (text.includes('\0') || !text.isWellFormed()) return refuse('plan-text-unstorable', { where: SOURCE });
  const { plan, findings } = check(text, facts ?? judgedAt(at));
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  if (blocking.length > 0) return refuse('plan-load-blocked', { findings: blocking });
  if (plan.contract?.id === undefined) return refuse('plan-contract-unnamed', { key: 'contract.id' });
  const { revision: rules, gaps } = compile(plan, 0);
  if (gaps) return refuse('plan-load-uncountable', { gaps });
  return { accepted: true, text, plan, rules, findings };
}

async function loadIn(tx: ContractsTransaction, asked: PlanToLoad, fit: FitPlan): Promise<Loaded | Refused> {
  const { plan, rules, findings } = fit;
  const { contract: id, timeZone } = rules;
  await tx.lockContract(id);
  const agreement = await agreementOf(tx, asked.agreed, fit);
  if ('refusal' in agreement) return agreement;
  const { agreement: agreed } = agreement;
  const { newest, isSame } = await sameRevision(tx, fit);
  const publishes = agreed !== undefined && !(isSame && newest?.state === 'published');
  // In a demonstration cases open on a draft too, and somebody has to be told. Whom a plan may not bring along is
  // said before anything is written.
  const needsPeople = publishes || (!isSame && (await tx.isDemonstration()));
  const seeding = needsPeople ? await seedingOf(tx, plan, id) : NOTHING_TO_SEED;
  if ('refusal' in seeding) return seeding;
  await tx.makeContract({ id, title: plan.contract?.title ?? id, timeZone }, asked.at);
  const isKnown = newest !== undefined && isSame;
  const stored = isKnown ? newest : await keepRules(tx, fit, newest, asked);
  const { number, digest } = stored;
  const draft = isKnown && !publishes ? undefined : await draftOn(tx, asked, fit, { stored, isKnown });
  const superseded = publishes && draft ? await publish(tx, asked, fit, { draft, agreed }) : undefined;
  if (!publishes) await tx.addPlanPeople(id, seeding, asked.at);
  return {
    accepted: true,
    contract: id,
    number,
    outcome: publishes ? 'published' : isSame ? 'unchanged' : 'drafted',
    state: publishes ? 'published' : stored.state,
    digest,
    superseded,
    findings,
    filled: seeding.seats.map(({ seat }) => seat),
    differences: seeding.differences,
  };
}

const NOTHING_TO_SEED: Seeding = { people: [], seats: [], grants: [], differences: [] };

interface Stored {
  readonly stored: Pick<StoredRevision, 'number' | 'digest'>;
  /** It was there before. */
  readonly isKnown: boolean;
}

/** The draft that a kept revision stands on: the one it came from, while that goes on; else a new one. */
async function draftOn(
  tx: ContractsTransaction,
  { text, at, by }: PlanToLoad,
  { rules: { contract } }: FitPlan,
  { stored: { number: revision, digest }, isKnown }: Stored,
): Promise<number> {
  const known = isKnown ? await tx.draftOf(contract, revision) : undefined;
  const status = known === undefined ? undefined : (await tx.draft({ contract, draft: known }))?.state.status;
  if (known !== undefined && status !== undefined && GOES_ON.has(status)) return known;
  const draft = await tx.nextDraft(contract);
  const key = { contract, draft };
  const given = { at, by, party: undefined };
  await walkDraft(tx, key, { type: 'make', ...given, origin: 'file', text });
  await walkDraft(tx, key, { type: 'fixRules', ...given, revision, digest });
  return draft;
}

const GOES_ON: ReadonlySet<DraftStatus> = new Set(['draft', 'proposed', 'agreed']);

interface Agreed {
  readonly draft: number;
  readonly agreed: Readonly<Record<Agreeing, string>>;
}

/** The rest of the road, as two agreed on it elsewhere: proposed, agreed by both, in force at once. */
async function publish(
  tx: ContractsTransaction,
  { at, by, facts: stated, text, letters }: PlanToLoad,
  { rules: { contract } }: FitPlan,
  { draft, agreed }: Agreed,
): Promise<number | undefined> {
  const key = { contract, draft };
  const facts = stated ?? factsAt(text, at);
  const before = (await tx.draft(key))?.state;
  assert(before, 'the draft has just been found or made');
  const given = { at, by, party: undefined, base: before.textNumber, facts };
  if (before.status === 'draft') await walkDraft(tx, key, { type: 'propose', ...given });
  for (const party of AGREEING) {
    if (before.agreed[party]) continue;
    await walkDraft(tx, key, { type: 'agree', ...given, contract, for: party, who: agreed[party] });
  }
  const { state, events } = await walkDraft(tx, key, { type: 'publish', ...given });
  const { superseded } = await putInForce(tx, key, state);
  if (letters && superseded !== undefined)
    await writeDraftLetters(letters, tx, { key, before: before.status, state, events, at });
  return superseded;
}

/** Who agreed for both parties; nobody where no agreement is claimed. */
async function agreementOf(
  tx: ContractsTransaction,
  agreed: readonly string[] | undefined,
  { plan, rules }: FitPlan,
): Promise<{ readonly agreement: Agreed['agreed'] | undefined } | Refused> {
  if (agreed === undefined) return { agreement: undefined };
  if (agreed.length !== AGREEING.length) return refuse('plan-agreement-unpaired', { given: agreed });
  const seats = seatRoles(plan);
  const people = await tx.people(rules.contract, agreed);
  const byId = new Map(people.map((person) => [person.personId, person.roles.map(({ role }) => role)]));
  const speaking = (party: Party): string[] =>
    [...seats].filter(([, roles]) => partiesOf(roles).has(party)).map(([seat]) => seat);
  const rolesOf = (who: string): readonly string[] => [...(seats.get(who) ?? []), ...(byId.get(who) ?? [])];
  const stranger = agreed.find((who) => !seats.has(who) && !byId.has(who));
  if (stranger !== undefined) {
    const known = AGREEING.flatMap(speaking);
    return refuse('plan-agreement-person-unknown', { who: stranger, known });
  }
  const [contractor, oversight] = AGREEING.map((party) =>
    agreed.find((who) => partiesOf(rolesOf(who)).has(party)),
  );
  if (contractor !== undefined && oversight !== undefined) return { agreement: { contractor, oversight } };
  const missing = contractor === undefined ? 'contractor' : 'oversight';
  return refuse('plan-agreement-party-missing', { party: missing, given: agreed, known: speaking(missing) });
}
