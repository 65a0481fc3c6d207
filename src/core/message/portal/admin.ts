import type { RefusalWords } from '../case.ts';
import type { PeopleRefusal, PeopleRefusals } from '../people.ts';
import type { AccessWords, CheckpointWords, DomainWords, DoorWords } from './admin-access.ts';
import type { CarrierWords } from './carriers.ts';

type Said = Exclude<
  Extract<keyof PeopleRefusals, `${'person' | 'role' | 'customer' | 'account' | 'token'}-${string}`>,
  'token-owner-unclear'
>;
/** What an administrator is refused, as their pages say it: the terminal says the same with its own options. */
type AdminRefusals = Pick<PeopleRefusals, Said>;

/** A part of administration that its first page leads to. */
export type AdminPart = 'people' | 'customers' | 'tokens' | 'stuck' | 'carriers' | 'rights' | 'sign-ins';

type AdminLabel =
  | 'personId'
  | 'name'
  | 'title'
  | 'email'
  | 'office'
  | 'mobile'
  | 'roles'
  | 'role'
  | 'customer'
  | 'customerId'
  | 'accountManager'
  | 'nobody'
  | 'erased'
  | 'scopes'
  | 'owner'
  | 'made'
  | 'ends'
  | 'never'
  | 'revoked'
  | 'at'
  | 'by'
  | 'what'
  | 'case'
  | 'since'
  | 'version'
  | 'error'
  | 'to'
  | 'reason'
  | 'command'
  | 'code'
  | 'queue'
  | 'jobs';

interface NamedButton {
  readonly title: string;
  readonly about: string;
  readonly button: string;
}

/** The sentences of an administrator's pages. */
export interface AdminWords {
  readonly title: string;
  readonly about: string;
  readonly installation: {
    readonly title: string;
    readonly about: string;
    readonly contracts: string;
    readonly none: string;
    readonly published: (number: number) => string;
    readonly unpublished: string;
    readonly open: (title: string) => string;
    readonly running: string;
    readonly onTime: string;
    readonly late: (ms: number) => string;
    readonly pages: string;
  };
  readonly parts: Readonly<Record<AdminPart, { readonly title: string; readonly about: string }>>;
  readonly labels: Readonly<Record<AdminLabel, string>>;
  readonly hints: Readonly<Record<'id' | 'email' | 'number' | 'customer' | 'scopes' | 'ends', string>>;
  readonly refusals: { readonly [C in keyof AdminRefusals]: (values: AdminRefusals[C]) => RefusalWords };
  readonly back: string;
  readonly cancel: string;
  readonly people: {
    readonly add: NamedButton;
    readonly empty: string;
    readonly edit: NamedButton;
    readonly grant: NamedButton;
    readonly noRoles: string;
    readonly numbersElsewhere: string;
    readonly withdraw: string;
    readonly withdrawSure: (values: { name: string; role: string }) => string;
    readonly withdrawAbout: string;
    readonly seats: (seats: readonly string[]) => string;
    readonly added: (name: string) => string;
    readonly granted: (role: string) => string;
    readonly unchanged: string;
    readonly withdrawn: (role: string) => string;
    readonly renamed: string;
  };
  readonly access: AccessWords;
  readonly customers: {
    readonly add: NamedButton;
    readonly empty: string;
    readonly edit: NamedButton;
    readonly account: NamedButton;
    readonly accountNote: string;
    readonly noSeat: string;
    readonly added: (name: string) => string;
    readonly renamed: string;
    readonly accountSet: (name: string) => string;
  };
  readonly domains: DomainWords;
  readonly door: DoorWords;
  readonly language: NamedButton & { readonly ofContract: NamedButton; readonly saved: string };
  readonly checkpoints: CheckpointWords;
  readonly carriers: CarrierWords;
  readonly tokens: {
    readonly add: NamedButton;
    readonly empty: string;
    readonly made: string;
    readonly madeAbout: string;
    readonly revoke: string;
    readonly revokeSure: (name: string) => string;
    readonly revokeAbout: string;
    readonly revoked: (name: string) => string;
    readonly scopes: Readonly<Record<'read' | 'write', string>>;
  };
  readonly rights: {
    readonly empty: string;
    readonly terminal: string;
    readonly keeper: string;
    readonly themselves: string;
    readonly ofInstallation: string;
    readonly said: Readonly<
      Record<
        | 'personAdded'
        | 'personRenamed'
        | 'contactChanged'
        | 'roleGranted'
        | 'roleWithdrawn'
        | 'seatFilled'
        | 'customerAdded'
        | 'customerRenamed'
        | 'accountSet'
        | 'tokenMade'
        | 'tokenRevoked'
        | 'personErased'
        | 'domainAllowed'
        | 'domainWithdrawn'
        | 'joinedByDomain'
        | 'administratorMade'
        | 'administratorLinkMade',
        (values: { person: string; role: string; customer: string; seat: string; domain: string }) => string
      >
    >;
  };
  readonly stuck: {
    readonly setAside: string;
    readonly setAsideAbout: string;
    readonly failed: string;
    readonly refused: string;
    readonly refusedAbout: string;
    readonly none: string;
    /** What a message of no case is about, and how the other records of a contract are called. */
    readonly noCase: string;
    readonly records: Readonly<Record<string, string>>;
  };
}

const isAdminRefusal = (
  words: AdminWords,
  refusal: PeopleRefusal,
): refusal is Extract<PeopleRefusal, { code: keyof AdminRefusals }> =>
  Object.hasOwn(words.refusals, refusal.code);

/** What is wrong with what an administrator asked for; a no that no page can bring about is a bug. */
export function adminRefusalWords(words: AdminWords, refusal: PeopleRefusal): RefusalWords {
  if (!isAdminRefusal(words, refusal)) throw new Error(`no page brings this about: ${refusal.code}`);
  const say = words.refusals[refusal.code] as (values: unknown) => RefusalWords;
  return say(refusal.values);
}
