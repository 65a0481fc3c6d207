import type { RefusalWords } from '../case.ts';

type PasswordProblem = 'missing' | 'different' | 'short' | 'long' | 'common' | 'own' | 'simple';
type Method = 'demonstration' | 'link' | 'password' | 'passkey' | 'organisation';

interface OverviewWords {
  readonly title: string;
  readonly done: string;
  readonly who: Readonly<Record<'title' | 'email' | 'emailAbout', string>>;
  /** Everybody one is, contract by contract. */
  /** `keeper`: what whoever keeps the installation is, after a link to it. */
  readonly people: Readonly<Record<'title' | 'none' | 'keeper', string>>;
  readonly password: Readonly<Record<'title' | 'none' | 'set' | 'add' | 'change', string>>;
  readonly secondFactor: {
    readonly title: string;
    readonly off: string;
    readonly on: (values: { codes: number }) => string;
    readonly add: string;
    readonly change: string;
  };
  readonly passkeys: {
    readonly title: string;
    readonly about: (values: { count: number }) => string;
    readonly change: string;
  };
  readonly sessions: {
    readonly title: string;
    readonly about: string;
    readonly columns: Readonly<Record<'browser' | 'began' | 'used' | 'by' | 'action', string>>;
    readonly this: string;
    readonly methods: Readonly<Record<Method, string>>;
    readonly unknownBrowser: string;
    readonly end: (values: { browser: string }) => string;
    readonly endOthers: string;
  };
}

interface PasswordWords {
  readonly title: string;
  readonly about: string;
  readonly hint: string;
  readonly label: string;
  readonly repeated: string;
  readonly button: string;
  readonly problems: Readonly<Record<PasswordProblem, RefusalWords>>;
  readonly remove: Readonly<Record<'title' | 'about' | 'button', string>>;
}

interface SecondFactorWords {
  readonly title: string;
  readonly about: string;
  readonly steps: Readonly<Record<'scan' | 'open' | 'type' | 'code', string>>;
  readonly picture: string;
  readonly openLink: string;
  readonly secret: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly wrong: RefusalWords;
  readonly codes: {
    readonly title: string;
    readonly about: string;
    readonly once: string;
    readonly back: string;
  };
  readonly on: {
    readonly title: string;
    readonly left: (values: { codes: number }) => string;
    readonly newCodes: string;
    readonly newCodesAbout: string;
    readonly remove: string;
    readonly removeAbout: string;
  };
}

interface PasskeysWords {
  readonly title: string;
  readonly about: string;
  readonly name: string;
  readonly nameHint: string;
  readonly unnamed: string;
  readonly made: string;
  readonly action: string;
  readonly remove: (values: { name: string }) => string;
  readonly scriptMissing: string;
  readonly refused: string;
  readonly add: Readonly<Record<'title' | 'about' | 'button' | 'failed', string>>;
}

interface DetailsWords {
  readonly title: string;
  readonly name: string;
  readonly nameHint: string;
  readonly nameMissing: RefusalWords;
  readonly language: string;
  readonly languageNone: string;
  readonly timeZone: string;
  readonly timeZoneHint: string;
  readonly timeZoneNone: string;
  readonly timeZoneUnknown: RefusalWords;
  readonly button: string;
  readonly change: string;
}

/** The sentences of the pages about one's own account. */
export interface AccountWords {
  readonly overview: OverviewWords;
  readonly details: DetailsWords;
  readonly password: PasswordWords;
  readonly secondFactor: SecondFactorWords;
  readonly passkeys: PasskeysWords;
}
