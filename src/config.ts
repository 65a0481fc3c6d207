import {
  account,
  baseUrl,
  choice,
  domain,
  domains,
  host,
  type Kind,
  line,
  type MailName,
  mailbox,
  mailboxUrl,
  mailName,
  path,
  places,
  portOrOff,
  ranges,
  type SettingProblem,
  secretBytes,
  telephone,
  url,
  wholeNumber,
} from './config/kinds.ts';
import type { SettingGroup, SettingName } from './core/message/settings.ts';
import { nearestWord } from './core/nearest-word.ts';

/** Every setting, read and checked. What is undefined was not set; `docs/reference/settings.md` says what then holds. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a slash at its end; undefined: made of the port, see `baseUrlOf`. */
  readonly url: string | undefined;
  readonly trustProxy: readonly string[];
  readonly ratePerMinute: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  readonly secret: Uint8Array | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: MailName;
  readonly mailDomain: string | undefined;
  /** The name of the mailbox behind whose plus sign all of our addresses lie. */
  readonly mailPlus: string | undefined;
  readonly mailPort: number | 'off' | undefined;
  readonly mailHost: string;
  readonly mailTlsKey: string | undefined;
  readonly mailTlsCert: string | undefined;
  readonly imapUrl: string | undefined;
  readonly mailboxServer: string | undefined;
  readonly mailSealers: readonly string[];
  readonly dnsFile: string | undefined;
  /** Who carries texts and calls, as Twilio knows us; these go together. */
  readonly twilioAccount: string | undefined;
  readonly twilioToken: string | undefined;
  /** Where its methods are, without a slash at its end. */
  readonly twilioUrl: string;
  /** Ours, E.164. */
  readonly telephoneNumber: string | undefined;
  readonly callsPerMinute: number;
  readonly textsPerMinute: number;
  /** Who carries texts in its place. */
  readonly textGatewayUrl: string | undefined;
  readonly textGatewayToken: string | undefined;
  readonly engineLoops: number;
  readonly logLevel: 'info' | 'warn' | 'error' | 'silent';
  readonly heartbeatUrl: string | undefined;
  readonly outgoingPrivate: readonly string[];
  /** Where Slack's methods are, without a slash at its end. */
  readonly slackUrl: string;
  /** The directory of an organisation; the five go together. */
  readonly oidcIssuer: string | undefined;
  readonly oidcClientId: string | undefined;
  readonly oidcClientSecret: string | undefined;
  readonly oidcName: string | undefined;
  readonly oidcDomains: readonly string[];
}

/** One setting: its variable, what it takes, and the text that counts where none is given. */
interface Setting<T> {
  readonly variable: SettingName;
  readonly group: SettingGroup;
  readonly kind: Kind<NonNullable<T>>;
  readonly otherwise: undefined extends T ? undefined : string;
  /** Whether its value may carry a password or a token, and is never shown. */
  readonly isSecret?: true;
}

/** The settings in the order of their reference. */
export const SETTINGS: { readonly [K in keyof Config]: Setting<Config[K]> } = {
  port: { variable: 'PORT', group: 'pages', kind: wholeNumber(0, 65_535), otherwise: '8080' },
  host: { variable: 'LADDER_HOST', group: 'pages', kind: host, otherwise: '127.0.0.1' },
  url: { variable: 'LADDER_URL', group: 'pages', kind: baseUrl, otherwise: undefined },
  trustProxy: { variable: 'LADDER_TRUST_PROXY', group: 'pages', kind: ranges, otherwise: '' },
  ratePerMinute: {
    variable: 'LADDER_RATE_PER_MINUTE',
    group: 'pages',
    kind: wholeNumber(1, 1_000_000),
    otherwise: '600',
  },
  dataFolder: { variable: 'LADDER_DATA', group: 'store', kind: path, otherwise: './data' },
  databaseUrl: {
    variable: 'DATABASE_URL',
    group: 'store',
    kind: url(['postgres', 'postgresql'], 'postgres://ladder:password@db.agency.example/ladder'),
    otherwise: undefined,
    isSecret: true,
  },
  databasePool: {
    variable: 'LADDER_DATABASE_POOL',
    group: 'store',
    kind: wholeNumber(2, 200),
    otherwise: '16',
  },
  secret: {
    variable: 'LADDER_SECRET',
    group: 'store',
    kind: secretBytes,
    otherwise: undefined,
    isSecret: true,
  },
  smtpUrl: {
    variable: 'SMTP_URL',
    group: 'mail',
    kind: url(['smtp', 'smtps'], 'smtps://ladder:password@mail.agency.example:465'),
    otherwise: undefined,
    isSecret: true,
  },
  mailFrom: {
    variable: 'LADDER_MAIL_FROM',
    group: 'mail',
    kind: mailbox,
    otherwise: 'Ladder <ladder@ladder.example>',
  },
  mailDomain: { variable: 'LADDER_MAIL_DOMAIN', group: 'mail', kind: domain, otherwise: undefined },
  mailPlus: { variable: 'LADDER_MAIL_PLUS', group: 'mail', kind: mailName, otherwise: undefined },
  mailPort: { variable: 'LADDER_MAIL_PORT', group: 'mail', kind: portOrOff, otherwise: undefined },
  mailHost: { variable: 'LADDER_MAIL_HOST', group: 'mail', kind: host, otherwise: '127.0.0.1' },
  mailTlsKey: { variable: 'LADDER_MAIL_TLS_KEY', group: 'mail', kind: path, otherwise: undefined },
  mailTlsCert: { variable: 'LADDER_MAIL_TLS_CERT', group: 'mail', kind: path, otherwise: undefined },
  imapUrl: {
    variable: 'IMAP_URL',
    group: 'mail',
    kind: mailboxUrl('imaps://ladder:password@mail.agency.example/INBOX'),
    otherwise: undefined,
    isSecret: true,
  },
  mailboxServer: { variable: 'LADDER_MAILBOX_SERVER', group: 'mail', kind: host, otherwise: undefined },
  mailSealers: { variable: 'LADDER_MAIL_SEALERS', group: 'mail', kind: domains, otherwise: '' },
  dnsFile: { variable: 'LADDER_DNS_FILE', group: 'mail', kind: path, otherwise: undefined },
  twilioAccount: {
    variable: 'LADDER_TWILIO_ACCOUNT',
    group: 'telephone',
    kind: account,
    otherwise: undefined,
  },
  twilioToken: {
    variable: 'LADDER_TWILIO_TOKEN',
    group: 'telephone',
    kind: line,
    otherwise: undefined,
    isSecret: true,
  },
  twilioUrl: {
    variable: 'LADDER_TWILIO_URL',
    group: 'telephone',
    kind: baseUrl,
    otherwise: 'https://api.twilio.com',
  },
  telephoneNumber: {
    variable: 'LADDER_TELEPHONE_NUMBER',
    group: 'telephone',
    kind: telephone,
    otherwise: undefined,
  },
  callsPerMinute: {
    variable: 'LADDER_CALLS_PER_MINUTE',
    group: 'telephone',
    kind: wholeNumber(1, 6_000),
    otherwise: '60',
  },
  textsPerMinute: {
    variable: 'LADDER_TEXTS_PER_MINUTE',
    group: 'telephone',
    kind: wholeNumber(1, 6_000),
    otherwise: '60',
  },
  textGatewayUrl: {
    variable: 'LADDER_TEXT_GATEWAY_URL',
    group: 'telephone',
    kind: url(['http', 'https'], 'https://texts.agency.example/send'),
    otherwise: undefined,
    isSecret: true,
  },
  textGatewayToken: {
    variable: 'LADDER_TEXT_GATEWAY_TOKEN',
    group: 'telephone',
    kind: line,
    otherwise: undefined,
    isSecret: true,
  },
  engineLoops: {
    variable: 'LADDER_ENGINE_LOOPS',
    group: 'running',
    kind: wholeNumber(0, 16),
    otherwise: '4',
  },
  logLevel: {
    variable: 'LADDER_LOG',
    group: 'running',
    kind: choice('info', 'warn', 'error', 'silent'),
    otherwise: 'info',
  },
  heartbeatUrl: {
    variable: 'HEARTBEAT_URL',
    group: 'running',
    kind: url(['http', 'https'], 'https://watch.agency.example/ladder'),
    otherwise: undefined,
    isSecret: true,
  },
  outgoingPrivate: { variable: 'LADDER_OUTGOING_PRIVATE', group: 'running', kind: places, otherwise: '' },
  slackUrl: {
    variable: 'LADDER_SLACK_URL',
    group: 'running',
    kind: baseUrl,
    otherwise: 'https://slack.com/api',
  },
  oidcIssuer: {
    variable: 'LADDER_OIDC_ISSUER',
    group: 'signIn',
    kind: url(['http', 'https'], 'https://directory.agency.example'),
    otherwise: undefined,
  },
  oidcClientId: { variable: 'LADDER_OIDC_CLIENT_ID', group: 'signIn', kind: line, otherwise: undefined },
  oidcClientSecret: {
    variable: 'LADDER_OIDC_CLIENT_SECRET',
    group: 'signIn',
    kind: line,
    otherwise: undefined,
    isSecret: true,
  },
  oidcName: { variable: 'LADDER_OIDC_NAME', group: 'signIn', kind: line, otherwise: undefined },
  oidcDomains: { variable: 'LADDER_OIDC_DOMAINS', group: 'signIn', kind: domains, otherwise: '' },
};

type ConfigRead = { readonly config: Config } | { readonly problems: readonly SettingProblem[] };

/**
 * The settings of an environment, or everything that is wrong with them. An empty variable counts as not set.
 *
 *     readConfig({ PORT: '8O80' })  // { problems: [{ code: 'setting-number-not-understood', … }] }
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigRead {
  const texts = new Map(Object.entries(env).flatMap(([name, text]) => (text ? [[name, text.trim()]] : [])));
  const problems: SettingProblem[] = [...unknownVariables([...texts.keys()]), ...missingBeside(texts)];
  const values: Record<string, unknown> = {};
  for (const [key, { variable, kind, otherwise, isSecret }] of Object.entries(SETTINGS)) {
    const text = texts.get(variable) || otherwise;
    if (text === undefined) continue;
    const read = kind.reads.safeParse(text);
    if (read.success) values[key] = read.data;
    else problems.push(kind.problem(variable, isSecret ? undefined : clipped(text), text));
  }
  // Each value came out of the kind that the table gives to its key, and a key without a text may be undefined.
  return problems.length > 0 ? { problems } : { config: values as unknown as Config };
}

/** Where people reach a Ladder that listens on this port. */
export const baseUrlOf = (config: Config, port: number): string => config.url ?? `http://localhost:${port}`;

/** The domain of reply addresses. */
export const mailDomainOf = ({ mailDomain, mailFrom }: Config): string =>
  mailDomain ?? mailFrom.address.slice(mailFrom.address.indexOf('@') + 1).toLowerCase();

const DEMONSTRATION_MAIL_PORT = 8025;

/** The port to take mail on, undefined where none is to be taken. */
export function mailPortOf({ mailPort }: Config, kind: InstallationKind): number | undefined {
  const chosen = mailPort ?? (kind === 'demonstration' ? DEMONSTRATION_MAIL_PORT : 'off');
  return chosen === 'off' ? undefined : chosen;
}

/** Whether mail comes in at all: to a port of our own, or fetched from a mailbox. */
export const takesMail = (config: Config, kind: InstallationKind): boolean =>
  mailPortOf(config, kind) !== undefined || config.imapUrl !== undefined;

export type InstallationKind = 'demonstration' | 'real';

/**
 * What these settings may not be in an installation of this kind: asked once the database has said which it is,
 * and before anything listens.
 */
export function kindProblems(config: Config, kind: InstallationKind): readonly SettingProblem[] {
  const { host, mailHost, smtpUrl, imapUrl, dnsFile, twilioAccount, textGatewayUrl } = config;
  const isDemonstration = kind === 'demonstration';
  const problems: SettingProblem[] = [];
  const carriers = {
    SMTP_URL: smtpUrl,
    IMAP_URL: imapUrl,
    LADDER_TWILIO_ACCOUNT: twilioAccount,
    LADDER_TEXT_GATEWAY_URL: textGatewayUrl,
  };
  for (const [variable, set] of Object.entries(carriers)) {
    if (!isDemonstration || set === undefined) continue;
    problems.push({ code: 'setting-carrier-in-demonstration', values: { variable } });
  }
  if (isDemonstration || smtpUrl === undefined) {
    const code = isDemonstration ? 'setting-host-in-demonstration' : 'setting-host-without-carrier';
    const hosts = {
      LADDER_HOST: host,
      ...(mailPortOf(config, kind) !== undefined && { LADDER_MAIL_HOST: mailHost }),
    };
    for (const [variable, shown] of Object.entries(hosts)) {
      if (!isLoopback(shown)) problems.push({ code, values: { variable, shown } });
    }
  }
  if (!isDemonstration && dnsFile !== undefined) {
    problems.push({ code: 'setting-demonstration-only', values: { variable: 'LADDER_DNS_FILE' } });
  }
  return problems;
}

const isLoopback = (place: string): boolean =>
  place.toLowerCase() === 'localhost' || place === '::1' || /^127(?:\.\d{1,3}){3}$/.test(place);

/** Read elsewhere: by the program's start, its commands for cases and its tests. */
const NOT_SETTINGS = [
  'LADDER_DEBUG',
  'LADDER_TOKEN',
  'LADDER_BROUGHT',
  'LADDER_LONG',
  'LADDER_SEED',
  'LADDER_STYLE',
  'LADDER_CASES',
];

function unknownVariables(names: readonly string[]): readonly SettingProblem[] {
  const known: readonly string[] = Object.values(SETTINGS).map(({ variable }) => variable);
  return names
    .filter((name) => name.startsWith('LADDER_') && !known.includes(name) && !NOT_SETTINGS.includes(name))
    .map((variable) => ({
      code: 'setting-unknown',
      values: { variable: clipped(variable), suggestion: nearestWord(variable, known) },
    }));
}

/** Settings that make sense only beside another: the first set, the second missing. */
const BESIDE: readonly (readonly [set: SettingName, missing: SettingName])[] = [
  ['SMTP_URL', 'LADDER_MAIL_FROM'],
  ['IMAP_URL', 'LADDER_MAIL_FROM'],
  ['LADDER_MAILBOX_SERVER', 'IMAP_URL'],
  ['LADDER_MAIL_TLS_KEY', 'LADDER_MAIL_TLS_CERT'],
  ['LADDER_MAIL_TLS_CERT', 'LADDER_MAIL_TLS_KEY'],
  ['LADDER_TWILIO_ACCOUNT', 'LADDER_TWILIO_TOKEN'],
  ['LADDER_TWILIO_TOKEN', 'LADDER_TWILIO_ACCOUNT'],
  ['LADDER_TWILIO_ACCOUNT', 'LADDER_TELEPHONE_NUMBER'],
  // The carrier calls back there.
  ['LADDER_TWILIO_ACCOUNT', 'LADDER_URL'],
  ['LADDER_TEXT_GATEWAY_URL', 'LADDER_TEXT_GATEWAY_TOKEN'],
  ['LADDER_TEXT_GATEWAY_URL', 'LADDER_URL'],
  ['LADDER_TEXT_GATEWAY_TOKEN', 'LADDER_TEXT_GATEWAY_URL'],
  ['LADDER_OIDC_ISSUER', 'LADDER_OIDC_CLIENT_ID'],
  ['LADDER_OIDC_ISSUER', 'LADDER_OIDC_CLIENT_SECRET'],
  ['LADDER_OIDC_ISSUER', 'LADDER_OIDC_NAME'],
  ['LADDER_OIDC_ISSUER', 'LADDER_OIDC_DOMAINS'],
];

const missingBeside = (texts: ReadonlyMap<string, string>): readonly SettingProblem[] =>
  BESIDE.filter(([set, missing]) => texts.get(set) && !texts.get(missing)).map(([beside, variable]) => ({
    code: 'setting-missing-beside',
    values: { variable, beside },
  }));

const SHOWN_MAX = 80;

/** A value as a sentence quotes it: on one line, and not for ever. */
const clipped = (text: string): string => {
  const line = text.replaceAll(/\p{Cc}/gu, ' ');
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)}…` : line;
};
