import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import type { WrittenRota } from '../format/schema-rotas.ts';
import type { Level } from '../format/schema-routes.ts';
import { contactOf, rotaOf } from './lookup.ts';

/** A place of a rota that names somebody; `mayServe` where they may come to be on duty by it. */
interface RotaReference {
  readonly id: string;
  readonly path: Path;
  readonly mayServe: boolean;
}

/** Every place of a rota that names somebody, known or not, in the order of the rota's keys. */
export function rotaReferences({ layers, timeOff, swaps, overrides }: WrittenRota): readonly RotaReference[] {
  const found: RotaReference[] = [];
  const name = (id: string | undefined, path: Path, mayServe: boolean): void => {
    if (id !== undefined) found.push({ id, path, mayServe });
  };
  const nameAll = (ids: readonly string[] | undefined, path: Path, mayServe: boolean): void => {
    for (const [index, id] of (ids ?? []).entries()) name(id, [...path, index], mayServe);
  };
  for (const [index, { turns = [] }] of (layers ?? []).entries()) {
    for (const [turn, people] of turns.entries()) {
      const path = ['layers', index, 'turns', turn];
      if (typeof people === 'string') name(people, path, true);
      else nameAll(people, path, true);
    }
  }
  for (const [index, { who }] of (timeOff ?? []).entries()) name(who, ['timeOff', index, 'who'], false);
  for (const [index, { first, second, accepted }] of (swaps ?? []).entries()) {
    name(first?.who, ['swaps', index, 'first', 'who'], true);
    name(second?.who, ['swaps', index, 'second', 'who'], true);
    nameAll(accepted, ['swaps', index, 'accepted'], false);
  }
  for (const [index, override] of (overrides ?? []).entries()) {
    name(override.replace, ['overrides', index, 'replace'], false);
    nameAll(override.remove, ['overrides', index, 'remove'], false);
    for (const key of ['with', 'only', 'add'] as const)
      nameAll(override[key], ['overrides', index, key], true);
  }
  return found;
}

/** The zone in which a rota is written; undefined where neither it nor the contract names one. */
export const zoneOfRota = (plan: Plan, rota: string): string | undefined =>
  rotaOf(plan, rota)?.timeZone ?? plan.contract?.timeZone;

/** Everybody whom a rota may ever put on duty, in the order it names them. */
const rotaPeople = (rota: WrittenRota): readonly string[] => [
  ...new Set(rotaReferences(rota).flatMap(({ id, mayServe }) => (mayServe ? id : []))),
];

/** The rota that an entry of `reach` names; a contact of the same id comes first. */
export const reachedRota = (plan: Plan, id: string): WrittenRota | undefined =>
  contactOf(plan, id) ? undefined : rotaOf(plan, id);

/** The contacts a level reaches at one time or another: those it names, and in place of a rota its people. */
export const levelReach = (plan: Plan, { reach = [] }: Level): readonly string[] => [
  ...new Set(
    reach.flatMap((id) => {
      const rota = reachedRota(plan, id);
      return rota ? rotaPeople(rota) : [id];
    }),
  ),
];
