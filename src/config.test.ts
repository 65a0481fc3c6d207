import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '../test/check/source.ts';
import type { SettingProblem } from './config/kinds.ts';
import { settingsPage } from './config/settings-page.ts';
import {
  baseUrlOf,
  type Config,
  kindProblems,
  mailDomainOf,
  mailPortOf,
  readConfig,
  SETTINGS,
  takesMail,
} from './config.ts';
import { catalogue } from './core/message/catalogue.ts';
import type { RefusalWords } from './core/message/cli.ts';

type Env = Readonly<Record<string, string>>;

function configOf(env: Env): Config {
  const read = readConfig(env);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

function problemsOf(env: Env): readonly SettingProblem[] {
  const read = readConfig(env);
  return 'problems' in read ? read.problems : [];
}

const WORDS: Readonly<Record<string, (values: never) => RefusalWords>> = catalogue('en').settings.problems;
const sentence = ({ code, values }: SettingProblem): string => {
  const { message, advice } = WORDS[code]?.(values as never) ?? { message: '', advice: '' };
  return `${message} ${advice}`;
};

const SECRET = Buffer.alloc(32, 5);

test('an empty environment is enough', () => {
  const config = configOf({});
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    dataFolder: './data',
    databasePool: 16,
    engineLoops: 4,
    logLevel: 'info',
    trustProxy: [],
    outgoingPrivate: [],
    slackUrl: 'https://slack.com/api',
  });
  expect(baseUrlOf(config, 8081)).toBe('http://localhost:8081');
});

test('an empty variable counts as not set, and others are not looked at', () => {
  expect(configOf({ PORT: '', SMTP_URL: '', PATH: ':', HOME: '/none' })).toEqual(configOf({}));
});

test.each<[string, Env, Partial<Config>]>([
  ['a port', { PORT: '0' }, { port: 0 }],
  ['an address of IPv6', { LADDER_HOST: '::1' }, { host: '::1' }],
  ['a base without its last slash', { LADDER_URL: 'https://a.example/x/' }, { url: 'https://a.example/x' }],
  ['a secret in base64', { LADDER_SECRET: SECRET.toString('base64') }, { secret: SECRET }],
  ['a secret in base64url', { LADDER_SECRET: SECRET.toString('base64url') }, { secret: SECRET }],
  ['a secret in hexadecimal', { LADDER_SECRET: SECRET.toString('hex') }, { secret: SECRET }],
  [
    'a list',
    { LADDER_OUTGOING_PRIVATE: '10.0.0.0/8, hooks.example,' },
    { outgoingPrivate: ['10.0.0.0/8', 'hooks.example'] },
  ],
  [
    'a bare mail address',
    { LADDER_MAIL_FROM: 'a@b.example' },
    { mailFrom: { name: '', address: 'a@b.example' } },
  ],
  [
    'a named mail address',
    { LADDER_MAIL_FROM: '"The desk" <a@b.example>' },
    { mailFrom: { name: 'The desk', address: 'a@b.example' } },
  ],
  ['no mail port', { LADDER_MAIL_PORT: 'off' }, { mailPort: 'off' }],
  ['a proxy', { LADDER_TRUST_PROXY: '10.1.2.3' }, { trustProxy: ['10.1.2.3'] }],
])('%s is read', (_what, env, expected) => {
  expect(configOf(env)).toMatchObject(expected);
});

test.each<[string, string, SettingProblem['code']]>([
  ['PORT', '8O80', 'setting-number-not-understood'],
  ['PORT', '65536', 'setting-number-not-understood'],
  ['PORT', '-1', 'setting-number-not-understood'],
  ['PORT', '80.5', 'setting-number-not-understood'],
  ['LADDER_HOST', 'a b', 'setting-host-not-understood'],
  ['LADDER_HOST', '256.1.1.1', 'setting-host-not-understood'],
  ['LADDER_HOST', 'localhost:8080', 'setting-host-not-understood'],
  ['LADDER_URL', 'ladder.example', 'setting-url-not-understood'],
  ['LADDER_URL', 'ftp://ladder.example', 'setting-url-not-understood'],
  ['LADDER_URL', 'https://ladder.example/?a=b', 'setting-url-not-understood'],
  ['LADDER_MAIL_PORT', 'on', 'setting-number-not-understood'],
  ['LADDER_MAIL_DOMAIN', 'a@b.example', 'setting-domain-not-understood'],
  ['LADDER_MAIL_PLUS', 'ladder@b.example', 'setting-mail-name-not-understood'],
  ['LADDER_MAIL_PLUS', 'a-name-of-21-characters', 'setting-mail-name-not-understood'],
  ['LADDER_MAIL_FROM', 'ladder', 'setting-address-not-understood'],
  ['LADDER_MAIL_FROM', 'Ladder <a@b@c.example>', 'setting-address-not-understood'],
  ['LADDER_OUTGOING_PRIVATE', '10.0.0.0/33', 'setting-hosts-not-understood'],
  ['LADDER_TRUST_PROXY', 'proxy.example', 'setting-proxies-not-understood'],
  ['LADDER_LOG', 'warning', 'setting-choice-unknown'],
  ['LADDER_DATA', 'a\nb', 'setting-text-not-understood'],
  ['LADDER_ENGINE_LOOPS', '17', 'setting-number-not-understood'],
])('%s=%j is refused and named with its value', (variable, value, code) => {
  const [problem, ...others] = problemsOf({ [variable]: value });
  expect(others).toEqual([]);
  expect(problem?.code).toBe(code);
  const said = problem ? sentence(problem) : '';
  expect(said).toContain(variable);
  expect(said).toContain(value.split(',')[0]?.replace('\n', ' '));
});

test.each([
  ['DATABASE_URL', 'mysql://me:hush@db.example/x'],
  ['SMTP_URL', 'https://me:hush@mail.example'],
  ['IMAP_URL', 'imaps://hush@mail.example/INBOX'],
  ['IMAP_URL', 'pop3://me:hush@mail.example'],
  ['IMAP_URL', 'imaps://me:hush%@mail.example'],
  ['IMAP_URL', 'imap://me:hush@mail.example/INBOX?ignoretls=yes'],
  ['LADDER_SECRET', 'hush'],
  ['HEARTBEAT_URL', 'watch.example/hush'],
])('%s is refused without showing its value', (variable, value) => {
  const problems = problemsOf({ [variable]: value, LADDER_MAIL_FROM: 'a@b.example' });
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).not.toContain('hush');
  expect(problems.map(sentence).join(' ')).toContain(variable);
});

test('every problem is named at once', () => {
  const codes = problemsOf({
    PORT: 'x',
    LADDER_PROT: '1',
    LADDER_LOG: 'warm',
    SMTP_URL: 'smtp://m.example',
  }).map(({ code }) => code);
  expect(codes.sort()).toEqual([
    'setting-choice-unknown',
    'setting-missing-beside',
    'setting-number-not-understood',
    'setting-unknown',
  ]);
});

test('an unknown variable of ours is reported with the nearest name', () => {
  expect(problemsOf({ LADDER_ENGINE_LOOP: '3' })).toEqual([
    {
      code: 'setting-unknown',
      values: { variable: 'LADDER_ENGINE_LOOP', suggestion: 'LADDER_ENGINE_LOOPS' },
    },
  ]);
  expect(problemsOf({ LADDER_DEBUG: '1', LADDER_LONG: '1', LADDER_TOKEN: 'x' })).toEqual([]);
});

const TELEPHONE = {
  LADDER_TWILIO_ACCOUNT: 'AC0123456789abcdef',
  LADDER_TWILIO_TOKEN: 'hush',
  LADDER_TELEPHONE_NUMBER: '+1 (916) 555-0100',
  LADDER_URL: 'https://ladder.example',
};
const GATEWAY = {
  LADDER_TEXT_GATEWAY_URL: 'https://texts.example',
  LADDER_TEXT_GATEWAY_TOKEN: 'hush',
  LADDER_URL: 'https://ladder.example',
};

test('a number of ours is kept as it is rung from everywhere', () => {
  expect(configOf(TELEPHONE).telephoneNumber).toBe('+19165550100');
  expect(problemsOf({ ...TELEPHONE, LADDER_TELEPHONE_NUMBER: '916 555 0100' })).toMatchObject([
    { code: 'setting-telephone-not-understood' },
  ]);
  expect(problemsOf({ ...TELEPHONE, LADDER_TWILIO_ACCOUNT: 'SK0123456789' })).toMatchObject([
    { code: 'setting-account-not-understood' },
  ]);
});

test.each<[string, Env]>([
  ['a carrier needs a sender', { SMTP_URL: 'smtp://mail.example' }],
  ['a mailbox needs a sender', { IMAP_URL: 'imaps://me:hush@mail.example' }],
  ['a key needs its certificate', { LADDER_MAIL_TLS_KEY: 'a.key' }],
  ['an account needs its token', { ...TELEPHONE, LADDER_TWILIO_TOKEN: '' }],
  ['an account needs our number', { ...TELEPHONE, LADDER_TELEPHONE_NUMBER: '' }],
  ['a carrier that calls back needs to know where', { ...TELEPHONE, LADDER_URL: '' }],
  ['a gateway needs its token', { ...GATEWAY, LADDER_TEXT_GATEWAY_TOKEN: '' }],
  ['a certificate needs its key', { LADDER_MAIL_TLS_CERT: 'a.crt' }],
])('%s', (_rule, env) => {
  expect(problemsOf(env).map(({ code }) => code)).toEqual(['setting-missing-beside']);
});

const CARRIER = { SMTP_URL: 'smtp://mail.example', LADDER_MAIL_FROM: 'a@b.example' };
const MAILBOX = { IMAP_URL: 'imaps://me:hush@mail.example', LADDER_MAIL_FROM: 'a@b.example' };
const OPEN = { LADDER_HOST: '0.0.0.0' };
const MAIL_OPEN = { LADDER_MAIL_HOST: '0.0.0.0', LADDER_MAIL_PORT: '25' };

test.each<[string, 'demonstration' | 'real', Env, readonly SettingProblem['code'][]]>([
  ['a demonstration on this machine is fine', 'demonstration', {}, []],
  ['a demonstration refuses others', 'demonstration', OPEN, ['setting-host-in-demonstration']],
  ['a demonstration refuses their mail', 'demonstration', MAIL_OPEN, ['setting-host-in-demonstration']],
  ['a demonstration refuses a carrier', 'demonstration', CARRIER, ['setting-carrier-in-demonstration']],
  ['a demonstration refuses a mailbox', 'demonstration', MAILBOX, ['setting-carrier-in-demonstration']],
  ['a demonstration refuses a telephone', 'demonstration', TELEPHONE, ['setting-carrier-in-demonstration']],
  ['a demonstration refuses a gateway', 'demonstration', GATEWAY, ['setting-carrier-in-demonstration']],
  ['a demonstration may read records from a file', 'demonstration', { LADDER_DNS_FILE: 'a' }, []],
  ['a real one without a carrier keeps to this machine', 'real', OPEN, ['setting-host-without-carrier']],
  ['so does its mail', 'real', MAIL_OPEN, ['setting-host-without-carrier']],
  ['a mail host counts only where mail is taken', 'real', { LADDER_MAIL_HOST: '0.0.0.0' }, []],
  ['loopback has many addresses', 'real', { LADDER_HOST: '127.8.9.1' }, []],
  ['loopback has a name', 'real', { LADDER_HOST: 'localhost' }, []],
  ['another name may be anywhere', 'real', { LADDER_HOST: 'a.example' }, ['setting-host-without-carrier']],
  ['a real one with a carrier may be open', 'real', { ...CARRIER, ...OPEN, ...MAIL_OPEN }, []],
  ['a real one asks the real DNS', 'real', { LADDER_DNS_FILE: 'a' }, ['setting-demonstration-only']],
])('%s', (_rule, kind, env, codes) => {
  expect(kindProblems(configOf(env), kind).map(({ code }) => code)).toEqual(codes);
});

test('mail is taken where it is asked for, and in a demonstration', () => {
  expect(mailPortOf(configOf({}), 'real')).toBeUndefined();
  expect(mailPortOf(configOf({}), 'demonstration')).toBe(8025);
  expect(mailPortOf(configOf({ LADDER_MAIL_PORT: 'off' }), 'demonstration')).toBeUndefined();
  expect(mailPortOf(configOf({ LADDER_MAIL_PORT: '0' }), 'real')).toBe(0);
});

test('mail comes in by a port or from a mailbox', () => {
  expect(takesMail(configOf({}), 'real')).toBe(false);
  expect(takesMail(configOf(MAILBOX), 'real')).toBe(true);
  expect(takesMail(configOf({ LADDER_MAIL_PORT: '0' }), 'real')).toBe(true);
});

test('replies go to the domain of the sender, unless another is named', () => {
  expect(mailDomainOf(configOf({ LADDER_MAIL_FROM: 'a@B.example' }))).toBe('b.example');
  expect(mailDomainOf(configOf({ LADDER_MAIL_DOMAIN: 'Reply.b.example' }))).toBe('reply.b.example');
});

test('the settings page says what the program takes; npm run docs prints it anew', () => {
  expect(readFileSync(`${ROOT}docs/reference/settings.md`, 'utf8')).toBe(settingsPage());
  const listed = [...settingsPage().matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(Object.keys(catalogue('en').settings.settings).sort());
});

test.each(Object.values(SETTINGS))('the example of $variable is one', ({ variable, kind }) => {
  const { example } = catalogue('en').settings.settings[variable];
  const text = example.startsWith('$(') ? SECRET.toString('base64') : example;
  expect(kind.reads.safeParse(text).success).toBe(true);
});
