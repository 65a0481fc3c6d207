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
  readonly more: string;
  readonly button: (values: { name: string }) => string;
  readonly of: (values: { customerName: string }) => string;
  readonly now: (values: { name: string }) => string;
}

/** The sentences about signing in, and about accounts. */
export interface SignInWords {
  /** Of one person. */
  readonly role: Readonly<Record<RoleName, string>>;
  /** Over several. */
  readonly roles: Readonly<Record<RoleName, string>>;
  readonly stepIn: StepInWords;
  readonly signedOut: { readonly title: string; readonly about: string; readonly again: string };
}
