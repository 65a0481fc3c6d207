import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import type { Contact } from '../format/schema-contract.ts';
import type { Level } from '../format/schema-routes.ts';
import type { Party } from '../format/schema-values.ts';
import { contactOf, rotaOf } from './lookup.ts';
import { levelReach, rotaReferences } from './rota-people.ts';

export const PARTIES: readonly Party[] = ['customer', 'contractor', 'oversight'];

/** One place where the plan names a contact. */
interface ContactReference {
  readonly id: string;
  readonly path: Path;
}

/** Every place where the plan names a contact, known or not. */
export function contactReferences(plan: Plan): readonly ContactReference[] {
  const parties = plan.contract?.parties;
  const manager = parties?.contractor?.programManager;
  return [
    ...(manager === undefined
      ? []
      : [{ id: manager, path: ['contract', 'parties', 'contractor', 'programManager'] }]),
    ...PARTIES.flatMap((party) => inList(parties?.[party]?.reach, ['contract', 'parties', party, 'reach'])),
    ...(plan.levels ?? []).flatMap((level, index) => [
      ...inList(level.reach, ['levels', index, 'reach']).filter(({ id }) => !rotaOf(plan, id)),
      ...inList(level.otherwise, ['levels', index, 'otherwise']),
    ]),
    ...Object.entries(plan.contacts ?? {}).flatMap(([id, { deputy }]) =>
      deputy === undefined ? [] : [{ id: deputy, path: ['contacts', id, 'deputy'] }],
    ),
    ...Object.entries(plan.rotas ?? {}).flatMap(([id, rota]) =>
      rotaReferences(rota).map(({ id: who, path }) => ({ id: who, path: ['rotas', id, ...path] })),
    ),
  ];
}

/** Who may answer for a level, without deputies: those it reaches, then those it falls back on; each once. */
export const levelContactIds = (plan: Plan, level: Level): readonly string[] => [
  ...new Set([...levelReach(plan, level), ...(level.otherwise ?? [])]),
];

/** The known contacts of a level. */
export const levelContacts = (plan: Plan, level: Level): readonly Contact[] =>
  levelContactIds(plan, level).flatMap((id) => contactOf(plan, id) ?? []);

/** The numbers of the levels each contact stands at, for those who stand at any. */
export function levelsByContact(plan: Plan): ReadonlyMap<string, readonly number[]> {
  const standing = new Map<string, number[]>();
  for (const [index, level] of (plan.levels ?? []).entries()) {
    for (const id of levelContactIds(plan, level)) standing.set(id, [...(standing.get(id) ?? []), index + 1]);
  }
  return standing;
}

/** How a contact is called in sentences: by name, by title, or by its id. */
export const contactName = (id: string, contact: Contact | undefined): string =>
  contact?.name ?? contact?.title ?? id;

const inList = (ids: readonly string[] | undefined, path: Path): readonly ContactReference[] =>
  (ids ?? []).map((id, index) => ({ id, path: [...path, index] }));
