import { randomBytes } from 'node:crypto';
import type { Instant } from '../core/instant.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { type PersonalValue, SOURCE, type StoredRevision } from './ports/contracts.ts';
import { eventDigest, textDigest } from './record.ts';

/** A personal value with what it takes to tell it from another: kept until it is erased. */
type KeptValue = PersonalValue & { readonly kept: { readonly salt: string; readonly value: string } };

const PERSONAL_FIELDS = ['name', 'office', 'mobile', 'email'] as const;

/** Every personal value of a plan with its salted digest, the plan as written among them. */
export function personalValues(
  plan: Plan,
  text: string,
  newSalt: () => string = randomSalt,
): readonly KeptValue[] {
  const values: [string, string][] = [[SOURCE, text]];
  for (const [seat, contact] of Object.entries(plan.contacts ?? {})) {
    for (const field of PERSONAL_FIELDS) {
      const value = contact[field];
      if (value !== undefined) values.push([`contacts.${seat}.${field}`, value]);
    }
  }
  return values.map(([path, value]) => {
    const kept = { salt: newSalt(), value };
    return { path, digest: valueDigest(kept), kept, erasedAt: undefined };
  });
}

/**
 * The digest of a revision, hex: over its rules in canonical form, and over the salted digest of each personal value,
 * so that it still holds when values and salts have been erased.
 */
export function revisionDigest(rules: Revision, personal: readonly PersonalValue[]): string {
  const digests = Object.fromEntries(personal.map(({ path, digest }) => [path, digest]));
  // What is not there is not written, so that rules out of the database are what they were before.
  const written = JSON.parse(JSON.stringify(rules)) as object;
  return eventDigest(rules.contract, rules.number, { rules: written, personal: digests });
}

/** What a revision's digest proves today. */
interface RevisionProof {
  readonly holds: boolean;
  /** Values that are there and are not what was agreed. */
  readonly changed: readonly string[];
  /** Values that were erased, and when: their digests still hold the others together. */
  readonly erased: readonly { readonly path: string; readonly erasedAt: Instant | undefined }[];
}

/** Whether a revision is what was digested, and which of its values can no longer be shown. */
export function revisionProof({ digest, rules, personal }: StoredRevision): RevisionProof {
  const changed = personal.filter((one) => one.kept && valueDigest(one.kept) !== one.digest);
  const erased = personal.filter((one) => one.kept === undefined);
  return {
    holds: changed.length === 0 && revisionDigest(rules, personal) === digest,
    changed: changed.map(({ path }) => path),
    erased: erased.map(({ path, erasedAt }) => ({ path, erasedAt })),
  };
}

/** Whether two revisions have the same rules, their numbers aside. */
export const sameRules = (one: Revision, other: Revision): boolean =>
  revisionDigest({ ...one, number: 0 }, []) === revisionDigest({ ...other, number: 0 }, []);

const valueDigest = ({ salt, value }: { salt: string; value: string }): string =>
  textDigest({ salt, text: value });

const SALT_BYTES = 16;
const randomSalt = (): string => randomBytes(SALT_BYTES).toString('hex');
