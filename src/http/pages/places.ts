import { currencyPath, readinessPath } from '../../app/attestation/attestation-paths.ts';
import {
  type Caller,
  CHAT_RIGHTS,
  DRAFT_RIGHTS,
  DRILL_RIGHTS,
  LETTING_IN,
  READINESS_RIGHTS,
  RIGHTS,
  type Role,
  SEES_ROTAS,
  WEBHOOK_RIGHTS,
} from '../../app/authorise.ts';
import { drillsPath } from '../../app/drills/drill-paths.ts';
import { obligationsPath } from '../../app/views/obligation/obligation-paths.ts';
import type { Place, PlaceName } from '../../portal/places-menu.tsx';

/** What belongs to the installation, and to no contract. */
export const INSTALLATION: Place = { name: 'installation', path: '/admin' };
export const OUTBOX: Place = { name: 'outbox', path: '/outbox' };
/** The telephones of a demonstration. */
export const TELEPHONES = `${OUTBOX.path}/telephones`;
export const CLOCK: Place = { name: 'clock', path: '/clock' };
export const PROBLEMS: Place = { name: 'problems', path: '/problems' };
export const API: Place = { name: 'api', path: '/api' };

/** Where whoever keeps the installation may go; with the token alone, not to what wants to know who they are. */
export const keeperPlaces = (isDemonstration: boolean, isSignedIn: boolean): readonly Place[] => [
  ...(isSignedIn ? [INSTALLATION] : []),
  OUTBOX,
  ...(isDemonstration ? [CLOCK] : []),
  PROBLEMS,
  API,
];

/** Who watches over the whole of a contract, or over their own customer. */
export const OVERVIEW_ROLES: readonly Role[] = [
  'oversight',
  'auditor',
  'programManager',
  'customerManager',
  'administrator',
];

/** Who opens cases: the customer's own people, and the desk for a caller. */
export const START_ROLES: readonly Role[] = ['customer', 'customerManager', 'desk'];

interface PlaceRule {
  readonly name: PlaceName;
  /** Under `/contracts/:contract` unless it begins elsewhere. */
  readonly path: (contract: string) => string;
  /** Whose navigation it stands in. */
  readonly isFor: (role: Role) => boolean;
  /** Only in a demonstration, where everybody on this machine keeps it. */
  readonly inDemonstration?: true;
}

const under =
  (place: string) =>
  (contract: string): string =>
    `/contracts/${encodeURIComponent(contract)}/${place}`;
export const overviewPath = under('overview');
export const compliancePath = under('compliance');
/** Who answers for the contract, or watches over it. */
export const COMPLIANCE_ROLES: readonly Role[] = ['programManager', 'oversight', 'auditor'];
export const adminPath = under('admin');
export const lettingInPath = under('people');
/** Mails that wait for the desk. */
export const heldMailPath = under('mail');
export const HELD_MAIL_ROLES: readonly Role[] = ['desk'];
export const recordPath = under('record');
/** One's own numbers and address. */
export const ownContactPath = under('contacts/own');
/** How somebody is tried, set by themselves. */
export const ownRulesPath = under('contacts/own/rules');
export const contactChangesPath = under('contacts/changed');
export const importPath = under('import');
export const customersPath = under('customers');
export const customerTablePath = under('customers/table');
export const rotaPath = under('rota');
export const coveragePath = under('rota/coverage');
/** Addresses at which calendar programs ask who is on duty. */
export const dutyFeedsPath = under('rota/calendars');
/** One's own time off, by calendars that are read. */
export const timeOffPath = under('rota/time-off');
/** Who makes a draft of the plan from a document. */
export const IMPORT_ROLES: readonly Role[] = ['programManager', 'administrator'];
/** Who says which customers there are, and who keeps their accounts. */
export const CUSTOMER_TABLE_ROLES: readonly Role[] = ['programManager', 'administrator'];
/** Who is to trust the record. */
export const RECORD_ROLES: readonly Role[] = ['oversight', 'auditor'];
const isInside = (role: Role): boolean => RIGHTS[role].party !== 'customer';

export const webhooksPath = under('webhooks');
/** Channels of chat programs, and one's own users in them. */
export const chatsPath = under('chats');
export const ownChatUsersPath = under('chats/mine');
/** Those of whoever reads the plan. */
export const planWebhooksPath = under('plan-webhooks');
/** Plans on their way, and who sees them. */
export const draftsPath = under('drafts');
export const DRAFT_ROLES: readonly Role[] = DRAFT_RIGHTS.see;

/** The plan of a contract, which also stands at the foot of every page of it. */
export const planPath = (contract: string): string => `/plans/${encodeURIComponent(contract)}`;

/** The navigation, in its order: each part of the portal adds its line. */
const RULES: readonly PlaceRule[] = [
  { name: 'overview', path: overviewPath, isFor: (role) => OVERVIEW_ROLES.includes(role) },
  { name: 'compliance', path: compliancePath, isFor: (role) => COMPLIANCE_ROLES.includes(role) },
  { name: 'currency', path: currencyPath, isFor: (role) => COMPLIANCE_ROLES.includes(role) },
  { name: 'queue', path: under('queue'), isFor: (role) => RIGHTS[role].party === 'contractor' },
  { name: 'mail', path: heldMailPath, isFor: (role) => HELD_MAIL_ROLES.includes(role) },
  { name: 'work', path: under('work'), isFor: (role) => role === 'oversight' || role === 'auditor' },
  { name: 'cases', path: under('cases'), isFor: () => true },
  { name: 'promises', path: under('promises'), isFor: isInside },
  { name: 'contacts', path: under('contacts'), isFor: isInside },
  { name: 'rota', path: rotaPath, isFor: (role) => SEES_ROTAS.includes(role) },
  { name: 'readiness', path: readinessPath, isFor: (role) => READINESS_RIGHTS.whole.includes(role) },
  { name: 'drills', path: drillsPath, isFor: (role) => DRILL_RIGHTS.see.includes(role) },
  { name: 'customers', path: customersPath, isFor: isInside },
  { name: 'start', path: under('start'), isFor: (role) => START_ROLES.includes(role) },
  { name: 'plan', path: planPath, isFor: () => true },
  { name: 'obligations', path: obligationsPath, isFor: () => true },
  { name: 'drafts', path: draftsPath, isFor: (role) => DRAFT_ROLES.includes(role) },
  { name: 'import', path: importPath, isFor: (role) => IMPORT_ROLES.includes(role) },
  { name: 'record', path: recordPath, isFor: (role) => RECORD_ROLES.includes(role) },
  { name: 'people', path: lettingInPath, isFor: (role) => LETTING_IN.includes(role) },
  { name: 'webhooks', path: webhooksPath, isFor: (role) => WEBHOOK_RIGHTS.includes(role) },
  { name: 'chats', path: chatsPath, isFor: (role) => CHAT_RIGHTS.keep.includes(role) },
  { name: 'admin', path: adminPath, isFor: (role) => role === 'administrator' },
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
