import type { Instant } from '../../../core/instant.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import type { NoticeRule, NoticeRules } from '../../../core/reach/notice-rules.ts';
import { type OutlookTry, outlook } from '../../../core/reach/outlook.ts';
import type { LevelContact } from '../../../core/reach/reach-level.ts';
import { type Round, roundOf, ruleAt, type TrySituation } from '../../../core/reach/tries.ts';
import { carriedTo, levelContact } from '../../notices/level-contact.ts';
import { levelPeople, seatsOf } from '../../notices/who.ts';
import type { Contracts } from '../../ports/contracts.ts';
import type { Person } from '../../ports/engine.ts';
import type { ListedCustomer, Reading } from '../../ports/reading.ts';

/** What is asked: whom would a level that is reached then have tried? */
export interface WhomAsked {
  readonly level: number;
  readonly urgency: TrySituation['urgency'];
  readonly at: Instant;
  /** Whose accounts count where a level is kept by customer. */
  readonly customer: ListedCustomer | undefined;
}

/** Somebody of the level, by the rule that counts for them at that instant. */
interface WhomPerson {
  readonly personId: string;
  readonly name: string;
  /** Of their own rules, from 1; undefined: the usual one. */
  readonly number: number | undefined;
  readonly rule: NoticeRule;
  readonly round: Round;
}

export interface WhomAnswer {
  readonly tries: readonly (OutlookTry & { readonly name: string })[];
  /** Whom the level reaches at that instant, in turn, those without an address too. */
  readonly people: readonly WhomPerson[];
}

/** The rules that people of a contract have set. */
export interface SetRules {
  readonly personId: string;
  readonly name: string;
  readonly rules: NoticeRules;
  readonly changedAt: Instant | undefined;
}

const TRIES_SHOWN = 12;
const HOUR_MS = 3_600_000;
/** Far more than an hour of any rules comes to. */
const HOUR_TRIES_MAX = 500;

export interface WhomParts {
  readonly reading: Pick<Reading, 'standing'>;
  readonly contracts: Contracts;
  readonly contract: string;
  readonly rules: Revision;
  /** By what anything can be carried here. */
  readonly carriers: TrySituation['carriers'];
}

/** Whom Ladder would try of a level that is reached at an instant, when and by what, by what is known today. */
export async function whomAnswer(
  parts: WhomParts,
  { level, urgency, at, customer }: WhomAsked,
): Promise<WhomAnswer> {
  const directory = customer?.accounts ?? {};
  const { peopleAt, contactOf, situation, tries } = await levelLook(parts, { level, urgency, directory });
  return {
    tries: tries(at, TRIES_SHOWN),
    people: peopleAt(at).map((person) => {
      const contact = contactOf(person);
      const { rule, number } = ruleAt(contact, urgency, at);
      const { personId, name } = person;
      return { personId, name, number, rule, round: roundOf(rule, contact, situation) };
    }),
  };
}

interface LevelAsked {
  readonly level: number;
  readonly urgency: TrySituation['urgency'];
  readonly directory: Readonly<Record<string, string>>;
}

/** The same for its first hour, so long as nobody answers. */
export async function firstHour(
  parts: WhomParts,
  { at, ...asked }: LevelAsked & { readonly at: Instant },
): Promise<WhomAnswer['tries']> {
  const { tries } = await levelLook(parts, asked);
  return tries(at, HOUR_TRIES_MAX).filter((one) => one.at < at + HOUR_MS);
}

/** A level with those who stand at it today, to be asked of any instant. */
async function levelLook(
  { reading, contracts, contract, rules, carriers }: WhomParts,
  { level, urgency, directory }: LevelAsked,
) {
  const seats = [...new Set([...seatsOf(rules), ...Object.values(directory)])];
  const standing = await reading.standing(contract, seats);
  const ids = [...new Set([...standing.values()].map(({ personId }) => personId))];
  const told = await contracts.transaction((tx) => tx.toldPeople(contract, ids));
  const people = new Map<string, Person>(
    [...standing].flatMap(([seat, { personId, isErased }]) => {
      const person = told.get(personId);
      return person && !isErased ? [[seat, person] as const] : [];
    }),
  );
  const situation: TrySituation = { urgency, carriers };
  const peopleAt = (now: Instant): readonly Person[] => {
    const found = levelPeople({ people, seated: {} }, { revision: rules, directory }, level, now);
    return [...found.filter((one) => !one.isDoubted), ...found.filter((one) => one.isDoubted)];
  };
  const contactOf = (person: Person): LevelContact => levelContact({ revision: rules }, person);
  const contactsAt = (now: Instant) =>
    peopleAt(now)
      .filter((person) => carriedTo(person, carriers).length > 0)
      .map(contactOf);
  const tries = (start: Instant, triesMax: number): WhomAnswer['tries'] =>
    outlook(contactsAt, situation, { start, triesMax }).map((one) => ({
      ...one,
      name: told.get(one.personId)?.name ?? one.personId,
    }));
  return { peopleAt, contactOf, situation, tries };
}

/** Everybody of a contract who is tried by rules of their own. */
export const setRulesOf = (contracts: Contracts, contract: string): Promise<readonly SetRules[]> =>
  contracts.transaction(async (tx) => {
    const kept = (await tx.allNoticeRules(contract)).filter(({ state }) => state.status === 'set');
    const people = await tx.toldPeople(
      contract,
      kept.map(({ personId }) => personId),
    );
    return kept.map(({ personId, state: { rules }, changedAt }) => ({
      ...{ personId, rules, changedAt },
      name: people.get(personId)?.name ?? personId,
    }));
  });
