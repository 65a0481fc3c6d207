import assert from 'node:assert';
import type { Finding } from '../core/finding.ts';
import type { Instant } from '../core/instant.ts';
import type { SeatDifference } from '../core/message/people.ts';
import { check } from '../core/plan/check.ts';
import { diff } from '../core/plan/diff/diff.ts';
import type { Facts } from '../core/plan/facts.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import { parse } from '../core/plan/reading/parse.ts';
import { compile } from '../core/plan/revision/compile.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { type Contracts, type ContractsTransaction, SOURCE, type StoredRevision } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';
import { personalValues, revisionDigest, revisionProof, sameRules } from './revision-digest.ts';
import { partiesOf, seatRoles } from './seat-roles.ts';
import { type Seeding, seed, seedingOf } from './seed-seats.ts';

interface PlanToLoad {
  readonly text: string;
  /** Who agreed to it, a seat or a person each: one of the contractor and one of oversight. Without them a draft. */
  readonly agreed?: readonly string[] | undefined;
  readonly at: Instant;
  /** Who loads it. */
  readonly by: string;
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
interface FitPlan {
  readonly accepted: true;
  readonly plan: Plan;
  /** Its number is not known yet. */
  readonly rules: Revision;
  readonly findings: readonly Finding[];
}

/**
 * Takes a plan in: checked, compiled, and kept as the contract's next revision, published where both parties agreed.
 *
 * The same plan again changes nothing, however it is laid out; agreed now, a draft is published under the number it
 * has. Running cases stay on the revision they have, and people stay who they are today: what the plan says
 * otherwise is listed.
 */
export async function loadPlan(contracts: Contracts, asked: PlanToLoad): Promise<Loaded | Refused> {
  const fit = fitPlan(asked);
  return fit.accepted ? contracts.transaction((tx) => loadIn(tx, asked, fit)) : fit;
}

function fitPlan({ text, at, facts }: PlanToLoad): FitPlan | Refused {
  // Neither can be kept as text by the database.
  if (text.includes('\0') || !text.isWellFormed()) return refuse('plan-text-unstorable', { where: SOURCE });
  const zone = parse(text).value.contract?.timeZone ?? 'UTC';
  const { plan, findings } = check(text, facts ?? { today: dateIn(zone, at) });
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  if (blocking.length > 0) return refuse('plan-load-blocked', { findings: blocking });
  if (plan.contract?.id === undefined) return refuse('plan-contract-unnamed', { key: 'contract.id' });
  const { revision: rules, gaps } = compile(plan, 0);
  if (gaps) return refuse('plan-load-uncountable', { gaps });
  return { accepted: true, plan, rules, findings };
}

async function loadIn(tx: ContractsTransaction, asked: PlanToLoad, fit: FitPlan): Promise<Loaded | Refused> {
  const { plan, rules, findings } = fit;
  const { contract: id, timeZone } = rules;
  const contract = { id, title: plan.contract?.title ?? id, timeZone };
  await tx.lockContract(id);
  const agreement = await agreementOf(tx, asked.agreed, fit);
  if ('refusal' in agreement) return agreement;
  const { agreedBy } = agreement;
  const newest = await tx.newestRevision(id);
  if (newest) assert(revisionProof(newest).holds, `revision ${newest.number} of ${id} is as it was taken in`);
  const isSame = newest !== undefined && isSamePlan(newest, fit);
  const publishes = agreedBy.length > 0 && !(isSame && newest.state === 'published');
  // In a demonstration cases open on a draft too, and somebody has to be told.
  const needsPeople = publishes || (!isSame && (await tx.isDemonstration()));
  const seeding = needsPeople ? await seedingOf(tx, plan, id) : NOTHING_TO_SEED;
  if ('refusal' in seeding) return seeding;
  await tx.makeContract(contract, asked.at);
  const stored = isSame ? newest : await add(tx, asked, fit, (newest?.number ?? 0) + 1);
  const { number, digest } = stored;
  const before = publishes ? await tx.publishedRevision(id) : undefined;
  if (publishes) {
    await tx.publish({ contract: id, number, agreedBy }, asked.at);
    await tx.renameContract(contract);
  }
  await seed(tx, id, seeding, asked.at);
  return {
    accepted: true,
    contract: id,
    number,
    outcome: publishes ? 'published' : isSame ? 'unchanged' : 'drafted',
    state: publishes ? 'published' : stored.state,
    digest,
    superseded: before?.number,
    findings,
    filled: seeding.seats.map(({ seat }) => seat),
    differences: seeding.differences,
  };
}

const NOTHING_TO_SEED: Seeding = { people: [], seats: [], grants: [], differences: [] };

async function add(
  tx: ContractsTransaction,
  { text, at, by }: PlanToLoad,
  { plan, rules: unnumbered }: FitPlan,
  number: number,
): Promise<Pick<StoredRevision, 'number' | 'digest' | 'state'>> {
  const rules = { ...unnumbered, number };
  const personal = personalValues(plan, text);
  const digest = revisionDigest(rules, personal);
  const { contract } = rules;
  await tx.addRevision({ contract, number, digest, rules, personal, loadedAt: at, loadedBy: by });
  return { number, digest, state: 'draft' };
}

/** Whether a plan is the stored one, however laid out; of one whose source was erased nobody can tell. */
function isSamePlan({ rules, personal }: StoredRevision, { plan, rules: others }: FitPlan): boolean {
  const source = personal.find(({ path }) => path === SOURCE)?.kept?.value;
  // A newer Ladder may know other holidays for the same text, and that is another revision.
  if (source === undefined || !sameRules(rules, others)) return false;
  return diff(parse(source).value, plan).length === 0;
}

const AGREEING: readonly Party[] = ['contractor', 'oversight'];

/** Who agreed for both parties; nobody where no agreement is claimed. */
async function agreementOf(
  tx: ContractsTransaction,
  agreed: readonly string[] | undefined,
  { plan, rules }: FitPlan,
): Promise<{ readonly agreedBy: readonly string[] } | Refused> {
  if (agreed === undefined) return { agreedBy: [] };
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
  const missing = AGREEING.find((party) => !agreed.some((who) => partiesOf(rolesOf(who)).has(party)));
  if (missing === undefined) return { agreedBy: agreed };
  return refuse('plan-agreement-party-missing', { party: missing, given: agreed, known: speaking(missing) });
}

const dateIn = (timeZone: string, at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
