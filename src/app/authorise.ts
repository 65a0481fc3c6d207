import { AUTHORITY } from '../core/case/authority.ts';
import type { CommandType } from '../core/case/command.ts';
import { type CaseState, standInAt } from '../core/case/state.ts';
import type { Instant } from '../core/instant.ts';
import type { ObligationCommandType } from '../core/obligation/command.ts';
import { negotiatingParties } from '../core/obligation/standing.ts';
import type { LiveObligation } from '../core/obligation/state.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import type { Means } from '../core/plan/revision/revision.ts';

/** What somebody is in a contract. */
export const ROLES = [
  'customer',
  'customerManager',
  'desk',
  'accountManager',
  'contact',
  'programManager',
  'oversight',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** One role of one person; the customer's own people hold it for their customer. */
export interface Grant {
  readonly role: Role;
  readonly customerId?: string;
}

/** Somebody at the door, known for certain: who, in which contract, as what, by which means. */
export interface Caller {
  readonly contract: string;
  readonly personId: string;
  readonly grants: readonly Grant[];
  readonly over: Means;
  /** The seats of the plan this person fills today. */
  readonly seats: readonly string[];
}

/** Which cases a role reaches: those it reported, stands in for or watches; all of its customer; those whose account it keeps; all. */
type Whose = 'own' | 'customer' | 'account' | 'contract';

interface Right {
  readonly sees: Whose;
  /** The party it acts for; without one it only looks. */
  readonly party: Party | undefined;
  /** Whether it may record what a customer said on the telephone (rule 9). */
  readonly onBehalf: boolean;
}

/** The one table of rights: each role, whose cases, and for which party. What a party may do is the core's table. */
export const RIGHTS: Readonly<Record<Role, Right>> = {
  customer: { sees: 'own', party: 'customer', onBehalf: false },
  customerManager: { sees: 'customer', party: 'customer', onBehalf: false },
  desk: { sees: 'contract', party: 'contractor', onBehalf: true },
  accountManager: { sees: 'account', party: 'contractor', onBehalf: false },
  contact: { sees: 'contract', party: 'contractor', onBehalf: false },
  programManager: { sees: 'contract', party: 'contractor', onBehalf: false },
  oversight: { sees: 'contract', party: 'oversight', onBehalf: false },
  auditor: { sees: 'contract', party: undefined, onBehalf: false },
  administrator: { sees: 'contract', party: undefined, onBehalf: false },
};

/** Whom somebody lets into a contract and out again, by what they are there. Administrators let everybody in and out. */
const LETS_IN: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  customerManager: ['customer', 'customerManager'],
  programManager: ['desk', 'accountManager', 'contact'],
  oversight: ['oversight', 'auditor'],
};

/** Who lets anybody in without administering the contract. */
export const LETTING_IN: readonly Role[] = ROLES.filter((role) => LETS_IN[role] !== undefined);

/** The roles that somebody may give and take; those of a customer's people for their own customer alone. */
export const mayLetIn = ({ grants }: Pick<Caller, 'grants'>): readonly Grant[] =>
  grants.flatMap(({ role, customerId }) =>
    (LETS_IN[role] ?? []).map((given) =>
      customerId === undefined ? { role: given } : { role: given, customerId },
    ),
  );

/** Whether somebody may take a role from somebody, or write to them of it: never to or from themselves. */
export const mayLetGo = (
  caller: Pick<Caller, 'grants' | 'personId'>,
  personId: string,
  held: { readonly role: string; readonly customerId?: string | undefined },
): boolean =>
  personId !== caller.personId &&
  mayLetIn(caller).some((one) => one.role === held.role && one.customerId === held.customerId);

/** What of a case decides whose it is. */
export interface Ownership {
  readonly customer: string;
  readonly reporter: string;
  /** Who fills the directory seats for its customer. */
  readonly accounts: readonly string[];
  /** Who acts in the reporter's place at this instant. */
  readonly standIn: string | undefined;
  /** The customer's people who look on. */
  readonly watchers: readonly string[];
}

/** All that somebody may say who only watches. */
const OF_WATCHERS: ReadonlySet<CommandType> = new Set(['addNote']);
/** Who acts in another's place does not pass that on. */
const NOT_OF_STAND_INS: ReadonlySet<CommandType> = new Set(['nameStandIn']);

/** Commands that only Ladder gives: time, and what a carrier said. */
const OF_LADDER: ReadonlySet<CommandType> = new Set([
  'deadlineDue',
  'deliveryResult',
  'noteMeans',
  'endReaching',
]);

type Authorised =
  | { readonly allowed: true; readonly actor: Party; readonly onBehalfOf: Party | undefined }
  /** `unseen`: answered as if the case did not exist. */
  | { readonly allowed: false; readonly because: 'unseen' | 'notAllowed' };

/** Whether a caller may see a case at all. */
export const maySee = (caller: Caller, ownership: Ownership): boolean =>
  caller.grants.some((grant) => reaches(caller, grant, ownership));

/** Whether a caller may take a whole case along as one file: who only watches it, or stands in for a while, may not. */
export const mayTakeFile = (caller: Caller, ownership: Ownership): boolean =>
  caller.grants.some(
    (grant) =>
      reaches(caller, grant, ownership) &&
      (RIGHTS[grant.role].sees !== 'own' || caller.personId === ownership.reporter),
  );

/**
 * For which party a caller may give a command to a case.
 *
 * Who holds several roles acts in the first that may; what nobody of them may even see is `unseen`.
 */
export function authorise(
  caller: Caller,
  command: CommandType,
  ownership: Ownership,
  onBehalf: boolean,
): Authorised {
  const seeing = caller.grants.filter((grant) => reaches(caller, grant, ownership));
  if (seeing.length === 0) return { allowed: false, because: 'unseen' };
  const refused = { allowed: false, because: 'notAllowed' } as const;
  if (OF_LADDER.has(command)) return refused;
  const { actors, onBehalf: mayBeRecorded } = AUTHORITY[command];
  if (onBehalf) {
    const desk = mayBeRecorded && seeing.some(({ role }) => RIGHTS[role].onBehalf);
    return desk ? { allowed: true, actor: 'customer', onBehalfOf: 'customer' } : refused;
  }
  for (const { role } of seeing) {
    const { party } = RIGHTS[role];
    if (!mayGive(caller, role, command, ownership)) continue;
    if (party && actors.includes(party)) return { allowed: true, actor: party, onBehalfOf: undefined };
  }
  return refused;
}

function reaches(caller: Caller, { role, customerId }: Grant, ownership: Ownership): boolean {
  switch (RIGHTS[role].sees) {
    case 'own':
      return customerId === ownership.customer && ownPeople(ownership).includes(caller.personId);
    case 'customer':
      return customerId === ownership.customer;
    case 'account':
      return ownership.accounts.includes(caller.personId);
    case 'contract':
      return true;
  }
}

/** Whoever of a customer's own people a case is shared with. */
const ownPeople = ({ reporter, standIn, watchers }: Ownership): readonly (string | undefined)[] => [
  ...[reporter, standIn],
  ...watchers,
];

/** Whether this role of the caller's may give a command, of those its party may give: a case of one's own has degrees. */
function mayGive({ personId }: Caller, role: Role, command: CommandType, ownership: Ownership): boolean {
  if (RIGHTS[role].sees !== 'own' || personId === ownership.reporter) return true;
  if (personId === ownership.standIn) return !NOT_OF_STAND_INS.has(command);
  return OF_WATCHERS.has(command);
}

/** Whose a case is, by its state, at an instant. */
export function ownershipOf(state: Exclude<CaseState, { status: 'none' }>, at: Instant): Ownership {
  const open = state.status === 'closed' ? state.last : state;
  const { customer, reporter, directory, watchers = [] } = open;
  return { customer, reporter, accounts: Object.values(directory), standIn: standInAt(open, at), watchers };
}

/** What may be asked of plans on their way. */
type DraftAct =
  | 'see'
  | 'make'
  | 'edit'
  | 'comment'
  | 'drop'
  | 'propose'
  | 'sendBack'
  | 'agree'
  | 'override'
  | 'publish';

const SEES_DRAFTS: readonly Role[] = ['programManager', 'oversight', 'auditor', 'administrator'];
const WRITES_DRAFTS: readonly Role[] = ['programManager', 'oversight', 'administrator'];
/** Who speaks for a party about its plan. */
const AGREES: readonly Role[] = ['programManager', 'oversight'];

/** Plans on their way: each act, and who may. What a program manager does is the contractor's. */
export const DRAFT_RIGHTS: Readonly<Record<DraftAct, readonly Role[]>> = {
  see: SEES_DRAFTS,
  make: WRITES_DRAFTS,
  edit: WRITES_DRAFTS,
  comment: WRITES_DRAFTS,
  drop: WRITES_DRAFTS,
  propose: AGREES,
  sendBack: AGREES,
  agree: AGREES,
  override: AGREES,
  publish: AGREES,
};

type DraftRight =
  | { readonly allowed: true; readonly party: Party | undefined }
  | { readonly allowed: false; readonly because: 'unseen' | 'notAllowed' };

/** For which party a caller may do something with the drafts of their contract; without one for none. */
export function authoriseDraft({ grants }: Caller, act: DraftAct): DraftRight {
  const held = (roles: readonly Role[]) => grants.find(({ role }) => roles.includes(role))?.role;
  if (held(DRAFT_RIGHTS.see) === undefined) return { allowed: false, because: 'unseen' };
  // Who speaks for a party does so, whatever else they are.
  const role = held(DRAFT_RIGHTS[act].filter((one) => AGREES.includes(one))) ?? held(DRAFT_RIGHTS[act]);
  return role === undefined
    ? { allowed: false, because: 'notAllowed' }
    : { allowed: true, party: RIGHTS[role].party };
}

/** What a role may do about obligations of its party: hand over and agree, hand over only, or look on. */
type ObligationRight = 'all' | 'delivers' | 'looks';

/** The rights on obligations, beside the table above: which party's they are is said by the obligation itself. */
const OBLIGATION_RIGHTS: Readonly<Record<Role, ObligationRight>> = {
  customer: 'looks',
  customerManager: 'all',
  desk: 'looks',
  accountManager: 'delivers',
  contact: 'delivers',
  programManager: 'all',
  oversight: 'all',
  auditor: 'looks',
  administrator: 'looks',
};

/** Commands to obligations that only Ladder gives. */
const OBLIGATION_OF_LADDER: ReadonlySet<ObligationCommandType> = new Set([
  ...(['undertake', 'revise', 'drop', 'deadlineDue', 'noticeFailed'] as const),
]);

/** The party for which a caller may give a command to an obligation; undefined where they may not. */
export function authoriseObligation(
  { grants }: Pick<Caller, 'grants'>,
  command: ObligationCommandType,
  obligation: LiveObligation,
): Party | undefined {
  if (OBLIGATION_OF_LADDER.has(command)) return undefined;
  const parties = obligationParties(command, obligation);
  for (const { role } of grants) {
    const { party } = RIGHTS[role];
    const right = OBLIGATION_RIGHTS[role];
    if (party === undefined || !parties.includes(party) || right === 'looks') continue;
    if (right === 'all' || command === 'deliver') return party;
  }
  return undefined;
}

function obligationParties(command: ObligationCommandType, obligation: LiveObligation): readonly Party[] {
  switch (command) {
    case 'deliver':
      return [obligation.terms.owner];
    case 'accept':
    case 'sendBack':
      return [obligation.terms.acceptedBy];
    default:
      return negotiatingParties(obligation);
  }
}

/**
 * Whether a caller reads the whole of an obligation, what was handed over and said included. The customer's own people
 * read of the other parties' what the plan publishes and whether it is done, and no more.
 */
export const seesObligationWhole = ({ grants }: Pick<Caller, 'grants'>, { terms }: LiveObligation): boolean =>
  grants.some(
    ({ role }) =>
      RIGHTS[role].party !== 'customer' ||
      (OBLIGATION_RIGHTS[role] === 'all' && [terms.owner, terms.acceptedBy].includes('customer')),
  );

/** Who sees who is on duty: the contract's own parties, and those who look after it. */
export const SEES_ROTAS: readonly Role[] = ROLES.filter((role) => RIGHTS[role].party !== 'customer');
/** Who answers for the rotas as a whole: sets overrides, and takes back what holds. */
const KEEPS_ROTAS: readonly Role[] = ['programManager'];

type RotaRight =
  | { readonly allowed: true; readonly manages: boolean; readonly seats: readonly string[] }
  | { readonly allowed: false };

/** What somebody may do about who is on duty: with their own duty whoever stands for the contractor, with all of it its manager. */
export function authoriseRota({ grants, seats }: Caller): RotaRight {
  if (!grants.some(({ role }) => SEES_ROTAS.includes(role))) return { allowed: false };
  const isContractor = grants.some(({ role }) => RIGHTS[role].party === 'contractor');
  const manages = grants.some(({ role }) => KEEPS_ROTAS.includes(role));
  return { allowed: true, manages, seats: isContractor ? seats : [] };
}

/** What may be asked about numbers and addresses of people, and who may: `own` changes one's own. */
export const CONTACT_RIGHTS: Readonly<Record<'own' | 'see' | 'call' | 'judge', readonly Role[]>> = {
  own: ['desk', 'accountManager', 'contact', 'programManager', 'oversight'],
  see: ['desk', 'programManager', 'oversight', 'auditor', 'administrator'],
  call: ['desk', 'programManager', 'oversight'],
  judge: AGREES,
};

/** Reports of wrong contacts: who sees them, and who may say what came of one. Whoever reads the plan reports. */
export const REPORT_RIGHTS: Readonly<Record<'see' | 'answer', readonly Role[]>> = {
  see: ['desk', 'contact', 'programManager', 'oversight', 'auditor', 'administrator'],
  answer: AGREES,
};

/** Whether somebody says what came of a report: the program manager, and of one about a program manager oversight. */
export function answersReports({ grants }: Pick<Caller, 'grants'>, isOfManager: boolean): boolean {
  const isOf = (role: Role) => grants.some((grant) => grant.role === role);
  return isOf('programManager') || (isOfManager && isOf('oversight'));
}

/** Who fills the seats of a plan in force: who sees it, who names somebody, and who agrees afterwards. */
export const SEAT_RIGHTS: Readonly<Record<'see' | 'fill' | 'decide', readonly Role[]>> = {
  see: CONTACT_RIGHTS.see,
  fill: ['programManager'],
  decide: ['oversight'],
};

/** For which party somebody judges a change of a number or an address that was held up; undefined for none. */
export function judgesContactsFor({ grants }: Caller): 'contractor' | 'oversight' | undefined {
  const role = grants.find((grant) => CONTACT_RIGHTS.judge.includes(grant.role))?.role;
  const party = role && RIGHTS[role].party;
  return party === 'customer' ? undefined : party;
}

/** Drills of levels: who sees them, and who holds them or calls them off. */
export const DRILL_RIGHTS: Readonly<Record<'see' | 'hold', readonly Role[]>> = {
  see: ['programManager', 'oversight', 'auditor'],
  hold: ['programManager', 'oversight'],
};

/** Who has programs told what happens in a contract. */
export const WEBHOOK_RIGHTS: readonly Role[] = ['programManager', 'administrator'];

/** Who has channels of chat programs told of cases; and who may say which user of one they are. */
export const CHAT_RIGHTS: Readonly<Record<'keep' | 'connect', readonly Role[]>> = {
  keep: ['programManager', 'administrator'],
  connect: ['desk', 'accountManager', 'contact', 'programManager'],
};

/** Who sees whether Ladder could reach everybody of a plan; `own` sees it of themselves. */
export const READINESS_RIGHTS: Readonly<Record<'whole' | 'own', readonly Role[]>> = {
  whole: ['desk', 'programManager', 'oversight', 'auditor'],
  own: ['accountManager', 'contact'],
};

/** How much of it somebody sees; undefined is nothing. */
export function seesReadiness({ grants }: Pick<Caller, 'grants'>): 'whole' | 'own' | undefined {
  return (['whole', 'own'] as const).find((much) =>
    grants.some(({ role }) => READINESS_RIGHTS[much].includes(role)),
  );
}
