import type { RefusalWords } from './cli.ts';

/** What is wrong with a setting. `shown` is its value, undefined where the value is nobody's to read. */
export interface SettingProblems {
  'setting-unknown': { variable: string; suggestion: string | undefined };
  'setting-number-not-understood': Unfit & { min: number; max: number };
  'setting-host-not-understood': Unfit;
  'setting-hosts-not-understood': Unfit & { part: string };
  'setting-proxies-not-understood': Unfit & { part: string };
  'setting-url-not-understood': Unfit & { schemes: readonly string[]; example: string };
  'setting-address-not-understood': Unfit;
  'setting-domain-not-understood': Unfit;
  'setting-mail-name-not-understood': Unfit;
  'setting-secret-not-understood': Unfit & { bytesMin: number };
  'setting-choice-unknown': Unfit & { choices: readonly string[]; suggestion: string | undefined };
  'setting-text-not-understood': Unfit;
  'setting-account-not-understood': Unfit;
  'setting-telephone-not-understood': Unfit;
  'setting-missing-beside': { variable: string; beside: string };
  'setting-host-without-carrier': { variable: string; shown: string };
  'setting-host-in-demonstration': { variable: string; shown: string };
  'setting-carrier-in-demonstration': { variable: string };
  'setting-demonstration-only': { variable: string };
  'secret-not-readable': { file: string; reason: string };
  'secret-not-writable': { file: string; reason: string };
  'secret-open-to-others': { file: string };
  'secret-file-not-understood': { file: string };
}

interface Unfit {
  readonly variable: string;
  readonly shown: string | undefined;
}

/** Every environment variable that Ladder reads, in the order of the reference. */
export type SettingName =
  | 'PORT'
  | 'LADDER_HOST'
  | 'LADDER_URL'
  | 'LADDER_TRUST_PROXY'
  | 'LADDER_RATE_PER_MINUTE'
  | 'LADDER_DATA'
  | 'DATABASE_URL'
  | 'LADDER_DATABASE_POOL'
  | 'LADDER_SECRET'
  | 'SMTP_URL'
  | 'LADDER_MAIL_FROM'
  | 'LADDER_MAIL_DOMAIN'
  | 'LADDER_MAIL_PLUS'
  | 'LADDER_MAIL_PORT'
  | 'LADDER_MAIL_HOST'
  | 'LADDER_MAIL_TLS_KEY'
  | 'LADDER_MAIL_TLS_CERT'
  | 'IMAP_URL'
  | 'LADDER_MAILBOX_SERVER'
  | 'LADDER_MAIL_SEALERS'
  | 'LADDER_DNS_FILE'
  | 'LADDER_TWILIO_ACCOUNT'
  | 'LADDER_TWILIO_TOKEN'
  | 'LADDER_TWILIO_URL'
  | 'LADDER_TELEPHONE_NUMBER'
  | 'LADDER_CALLS_PER_MINUTE'
  | 'LADDER_TEXTS_PER_MINUTE'
  | 'LADDER_TEXT_GATEWAY_URL'
  | 'LADDER_TEXT_GATEWAY_TOKEN'
  | 'LADDER_ENGINE_LOOPS'
  | 'LADDER_LOG'
  | 'HEARTBEAT_URL'
  | 'LADDER_OUTGOING_PRIVATE'
  | 'LADDER_SLACK_URL'
  | 'LADDER_OIDC_ISSUER'
  | 'LADDER_OIDC_CLIENT_ID'
  | 'LADDER_OIDC_CLIENT_SECRET'
  | 'LADDER_OIDC_NAME'
  | 'LADDER_OIDC_DOMAINS';

export type SettingGroup = 'pages' | 'store' | 'mail' | 'telephone' | 'running' | 'signIn';

/** What the reference says of one setting. */
interface SettingWords {
  readonly means: string;
  /** What may be written, in words. */
  readonly takes: string;
  /** What counts where nothing is written, when that is no plain value. */
  readonly otherwise?: string;
  readonly example: string;
}

/** What Ladder says of its settings. */
interface SettingsPageWords {
  readonly title: string;
  readonly introduction: string;
  readonly groups: Readonly<Record<SettingGroup, string>>;
  readonly labels: Readonly<Record<'takes' | 'otherwise' | 'example', string>>;
  readonly neverShown: string;
}

export interface SettingsWords {
  readonly problems: { readonly [C in keyof SettingProblems]: (values: SettingProblems[C]) => RefusalWords };
  readonly settings: Readonly<Record<SettingName, SettingWords>>;
  readonly page: SettingsPageWords;
}
