import { type Caller, RIGHTS, type Role } from '../../app/authorise.ts';
import type { Place, PlaceName } from '../../portal/frame.tsx';

/** What belongs to the installation, and to no contract. */
export const OUTBOX: Place = { name: 'outbox', path: '/outbox' };
export const CLOCK: Place = { name: 'clock', path: '/clock' };
export const PROBLEMS: Place = { name: 'problems', path: '/problems' };
export const API: Place = { name: 'api', path: '/api' };

interface PlaceRule {
  readonly name: PlaceName;
  /** Under `/contracts/:contract` unless it begins elsewhere. */
  readonly path: (contract: string) => string;
  /** Whose navigation it stands in. */
  readonly isFor: (role: Role) => boolean;
  /** Only in a demonstration, where everybody on this machine keeps it. */
  readonly inDemonstration?: true;
}

/** The navigation, in its order: each part of the portal adds its line. */
const RULES: readonly PlaceRule[] = [
  { name: 'outbox', path: () => OUTBOX.path, isFor: () => true, inDemonstration: true },
  { name: 'clock', path: () => CLOCK.path, isFor: () => true, inDemonstration: true },
  { name: 'problems', path: () => PROBLEMS.path, isFor: () => true, inDemonstration: true },
  { name: 'api', path: () => API.path, isFor: (role) => RIGHTS[role].party === undefined },
];

/** Where somebody may go, by what they are in the contract. */
export function placesFor({ grants, contract }: Caller, isDemonstration: boolean): readonly Place[] {
  return RULES.filter(
    ({ isFor, inDemonstration = false }) =>
      (!inDemonstration || isDemonstration) && grants.some(({ role }) => isFor(role)),
  ).map(({ name, path }) => ({ name, path: path(contract) }));
}
