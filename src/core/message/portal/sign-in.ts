import type { RefusalWords } from '../case.ts';

/** What somebody is in a contract, as a page calls it. */
export type RoleName =
  | 'customer'
  | 'customerManager'
  | 'desk'
  | 'accountManager'
  | 'contact'
  | 'programManager'
  | 'oversight'
  | 'auditor'
  | 'administrator';

interface StepInWords {
  readonly title: string;
  readonly about: string;
  readonly empty: string;
  readonly button: (values: { name: string }) => string;
  readonly of: (values: { customerName: string }) => string;
  /** What a visitor sees or does best in each place. */
  readonly try: Readonly<Record<RoleName, string>>;
  readonly now: (values: { name: string }) => string;
}

interface SignInPageWords {
  readonly title: string;
  /** Somebody signed in has to show it once more. */
  readonly again: { readonly title: string; readonly about: string };
  readonly signedInAs: (values: { name: string }) => string;
  readonly email: string;
  readonly byLink: Readonly<Record<'title' | 'about' | 'button', string>>;
  readonly byPassword: Readonly<Record<'title' | 'password' | 'button' | 'forgotten', string>>;
  readonly byPasskey: Readonly<Record<'title' | 'about' | 'button' | 'failed', string>>;
  readonly byOrganisation: {
    readonly title: string;
    readonly button: (values: { name: string }) => string;
    readonly failed: string;
  };
  readonly stepIn: string;
  readonly problems: Readonly<Record<'emailMissing' | 'passwordMissing' | 'wrong', RefusalWords>>;
}

interface LinkPageWords {
  readonly titles: Readonly<Record<'signIn' | 'invitation' | 'domain' | 'administrator', string>>;
  readonly signIn: (values: { email: string }) => string;
  readonly invitation: (values: { email: string; contractTitle: string }) => string;
  readonly domain: (values: { email: string; contractTitle: string; customerName: string }) => string;
  readonly administrator: string;
  readonly onlyThen: string;
  readonly button: string;
  readonly name: string;
  readonly nameHint: string;
  readonly email: string;
  readonly emailHint: string;
  readonly problems: Readonly<Record<'nameMissing' | 'emailMissing', RefusalWords>>;
  readonly dead: Readonly<Record<'used' | 'expired' | 'unknown', RefusalWords>>;
  readonly fresh: string;
}

interface CodePageWords {
  readonly title: string;
  readonly about: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly lost: string;
  readonly wrong: RefusalWords;
  readonly over: RefusalWords;
  readonly begin: string;
}

/** The sentences about signing in, and about accounts. */
export interface SignInWords {
  /** Of one person. */
  readonly role: Readonly<Record<RoleName, string>>;
  /** Over several. */
  readonly roles: Readonly<Record<RoleName, string>>;
  readonly stepIn: StepInWords;
  readonly page: SignInPageWords;
  /** After a link was asked for: the same for every address. */
  readonly sent: {
    readonly title: string;
    readonly about: string;
    readonly nothing: string;
    readonly outbox: string;
    readonly back: string;
  };
  readonly link: LinkPageWords;
  readonly code: CodePageWords;
  /** Signed in, and nobody of any contract. */
  readonly nobody: { readonly title: string; readonly about: (values: { email: string }) => string };
  readonly tooOften: (values: { seconds: number }) => RefusalWords;
  readonly signedOut: { readonly title: string; readonly about: string; readonly again: string };
}
