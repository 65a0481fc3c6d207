import type { SettingsWords } from '../settings.ts';
import { problems } from './settings-problems.ts';

const page: SettingsWords['page'] = {
  title: 'Settings',
  introduction: `Ladder is set by environment variables, read once at its start. Every problem with them is named at once, and with any
Ladder does not start; a variable that begins with \`LADDER_\` and is not listed here is one. A variable that is empty
counts as not set. None is needed to try Ladder: \`npm start\` in an empty folder makes a demonstration.

This page is printed from the program. \`npm run docs\` writes it anew, and a test compares the two.`,
  groups: {
    pages: 'Pages and API',
    store: 'What is kept',
    mail: 'Mail',
    telephone: 'Telephone',
    running: 'Running',
    signIn: 'Signing in with an organisation',
  },
  labels: { takes: 'Takes', otherwise: 'Where not set', example: 'Example' },
  neverShown: 'Its value is never shown, neither in a sentence nor in the log.',
};

export const settings: SettingsWords = {
  problems,
  page,
  settings: {
    PORT: {
      means: 'The port of the pages and the API. With `0` any free one is taken, and said at the start.',
      takes: 'a whole number from 0 to 65535',
      example: '8081',
    },
    LADDER_HOST: {
      means:
        'The network that the pages and the API listen on. Beyond this machine they do so only where `SMTP_URL` is set, and never in a demonstration.',
      takes: 'a host name or an IP address',
      example: '0.0.0.0',
    },
    LADDER_URL: {
      means: 'Where people reach Ladder: every link in a mail begins with it.',
      takes: 'an address with `http` or `https`, and a path where Ladder stands behind one',
      otherwise: '`http://localhost:` and the port',
      example: 'https://ladder.agency.example',
    },
    LADDER_TRUST_PROXY: {
      means:
        'The proxies whose `X-Forwarded-For` is believed. Rate limits count by the address that the last of them saw.',
      takes: 'IP addresses and ranges, parted by commas',
      otherwise: 'none',
      example: '10.1.2.3,10.2.0.0/16',
    },
    LADDER_RATE_PER_MINUTE: {
      means:
        'How many requests a minute are taken of one token, and of one address for everything without a token, pages included; more are answered with 429.',
      takes: 'a whole number from 1 to 1000000',
      example: '1200',
    },
    LADDER_DATA: {
      means:
        'The folder of what is kept on this machine: the secret, and the database unless `DATABASE_URL` names another.',
      takes: 'a path; one that is not absolute starts from the folder Ladder is started in',
      example: '/var/lib/ladder',
    },
    DATABASE_URL: {
      means: 'The PostgreSQL (15 to 18) that keeps everything.',
      takes: 'an address with `postgres` or `postgresql`',
      otherwise: 'PostgreSQL is started from the installed packages, with its files in `LADDER_DATA`',
      example: 'postgres://ladder:password@db.agency.example/ladder',
    },
    LADDER_DATABASE_POOL: {
      means: 'How many connections to the database one node holds at most.',
      takes: 'a whole number from 2 to 200',
      example: '20',
    },
    LADDER_SECRET: {
      means:
        'The secret that links, reply addresses and signatures are made from: the same on every node. With another one, links and reply addresses already sent are dead.',
      takes: '32 bytes or more, in base64 or hexadecimal',
      otherwise: 'the file `secret` in `LADDER_DATA`, made at the first start',
      example: '$(openssl rand -base64 32)',
    },
    SMTP_URL: {
      means: 'The mail server that carries what Ladder sends. A demonstration takes none.',
      takes: 'an address with `smtp` or `smtps`, with name and password where they are needed',
      otherwise: 'mails stay on the outbox page',
      example: 'smtps://ladder:password@mail.agency.example:465',
    },
    LADDER_MAIL_FROM: {
      means: 'Whom mails are from. It has to be set beside `SMTP_URL`.',
      takes: 'a mail address, with a name before it or without',
      example: 'Ladder <ladder@agency.example>',
    },
    LADDER_MAIL_DOMAIN: {
      means:
        'The domain of the reply addresses. Its MX record has to lead to this Ladder, or its mail be handed on to it.',
      takes: 'a domain',
      otherwise: 'the domain of `LADDER_MAIL_FROM`',
      example: 'reply.agency.example',
    },
    LADDER_MAIL_PLUS: {
      means:
        'The name of one mailbox at `LADDER_MAIL_DOMAIN` that has mail to it behind a plus sign as well (`ladder+…@`): all of Ladder’s addresses are then made there. Without it each address stands by itself, and the server delivers every address at the domain.',
      takes: 'the part of the address before the plus sign, at most 20 signs',
      otherwise: 'every address stands by itself',
      example: 'ladder',
    },
    LADDER_MAIL_PORT: {
      means:
        'The port on which Ladder itself takes mail (SMTP). With `0` any free one is taken, and said at the start.',
      takes: 'a whole number from 0 to 65535, or `off`',
      otherwise: '`off`; in a demonstration 8025',
      example: '2525',
    },
    LADDER_MAIL_HOST: {
      means: 'The network on which mail is taken. The rules of `LADDER_HOST` hold for it.',
      takes: 'a host name or an IP address',
      example: '0.0.0.0',
    },
    LADDER_MAIL_TLS_KEY: {
      means: 'The private key with which mail is taken encrypted (STARTTLS), in PEM.',
      takes: 'the path of a file',
      otherwise: 'mail is taken unencrypted',
      example: '/etc/ladder/mail.key',
    },
    LADDER_MAIL_TLS_CERT: {
      means:
        'The certificate that goes with `LADDER_MAIL_TLS_KEY`, in PEM, with those that lead to its root.',
      takes: 'the path of a file',
      otherwise: 'mail is taken unencrypted',
      example: '/etc/ladder/mail.crt',
    },
    IMAP_URL: {
      means:
        'The mailbox from which Ladder fetches mail (IMAP), by itself or beside `LADDER_MAIL_PORT`: mail to the addresses at `LADDER_MAIL_DOMAIN` has to get there. `LADDER_MAIL_FROM` has to be set beside it. Signs in a name or a password that mean something in an address are written as `%40` and so on. A demonstration takes none.',
      takes:
        'an address with `imaps`, or with `imap` for a server that begins unencrypted and goes over to encryption (STARTTLS), with name and password, and the folder after them; for a server without encryption, `imap` and `?ignoreTLS=true`',
      otherwise: 'no mail is fetched',
      example: 'imaps://ladder:password@mail.agency.example/INBOX',
    },
    LADDER_MAILBOX_SERVER: {
      means:
        'The name under which the server of `IMAP_URL` writes into mails what it found of their signatures (the authserv-id of `Authentication-Results`). Its topmost word is then believed. Set it only where that server changes mails before it delivers them, and takes out every such field that comes in with its own name.',
      takes: 'a host name',
      otherwise: 'Ladder believes only what it checks itself',
      example: 'mx.agency.example',
    },
    LADDER_MAIL_SEALERS: {
      means:
        'The domains whose seal (ARC) on a mail is believed: of lists and services that pass mails on changed, and say what they found of the signature before. However mail comes in.',
      takes: 'domains, parted by commas',
      otherwise: 'no seal is believed',
      example: 'lists.agency.example',
    },
    LADDER_DNS_FILE: {
      means:
        'A file of DNS records that a demonstration asks when it checks where a mail is from. A real installation takes none.',
      takes: 'the path of a file',
      otherwise: 'a demonstration knows the records of its own sample people',
      example: './records.json',
    },
    LADDER_TWILIO_ACCOUNT: {
      means:
        'The account at Twilio, or at a carrier that speaks as it does, which carries texts and calls. `LADDER_TWILIO_TOKEN`, `LADDER_TELEPHONE_NUMBER` and `LADDER_URL` have to be set beside it. A demonstration takes none.',
      takes: '`AC`, and letters and digits after it',
      otherwise: 'nothing is sent by telephone',
      example: 'AC0123456789abcdef0123456789abcdef',
    },
    LADDER_TWILIO_TOKEN: {
      means:
        'The token of that account. Ladder signs in with it, and by it knows that what calls back is the carrier.',
      takes: 'a text without line breaks',
      otherwise: 'nothing is sent by telephone',
      example: 'a-long-token-of-the-carrier',
    },
    LADDER_TWILIO_URL: {
      means: 'Where the carrier is asked.',
      takes: 'an address with `http` or `https`',
      example: 'https://api.twilio.com',
    },
    LADDER_TELEPHONE_NUMBER: {
      means:
        'The number of this Ladder: texts and calls come from it, and people ring it. With a gateway alone, the number that people text: pages say how.',
      takes: 'a telephone number with `+` and the country first',
      otherwise: 'nothing is sent by Twilio; no page says whom to text at a gateway',
      example: '+1 916 555 0100',
    },
    LADDER_CALLS_PER_MINUTE: {
      means:
        'How many calls one node hands to the carrier in a minute at most; the others wait their turn. It is the carrier’s limit for your account, divided by the number of nodes.',
      takes: 'a whole number from 1 to 6000',
      example: '60',
    },
    LADDER_TEXTS_PER_MINUTE: {
      means: 'The same of texts.',
      takes: 'a whole number from 1 to 6000',
      example: '180',
    },
    LADDER_TEXT_GATEWAY_URL: {
      means:
        'A gateway that takes texts over HTTP as JSON, in the place of Twilio or without it. `LADDER_TEXT_GATEWAY_TOKEN` and `LADDER_URL` have to be set beside it. A demonstration takes none.',
      takes: 'an address with `http` or `https`',
      otherwise: 'texts go by Twilio, where that is set',
      example: 'https://texts.agency.example/send',
    },
    LADDER_TEXT_GATEWAY_TOKEN: {
      means:
        'What Ladder shows to the gateway, as `Authorization: Bearer`, and the gateway to Ladder when it says what became of a text, or brings one that came in.',
      takes: 'a text without line breaks',
      otherwise: 'texts go by Twilio, where that is set',
      example: 'a-long-token-of-the-gateway',
    },
    LADDER_ENGINE_LOOPS: {
      means: 'How many batches of deadlines one node works on at a time. With `0` it only answers requests.',
      takes: 'a whole number from 0 to 16',
      example: '4',
    },
    LADDER_LOG: {
      means: 'The least grave lines that are logged.',
      takes: '`info`, `warn`, `error` or `silent`',
      example: 'warn',
    },
    HEARTBEAT_URL: {
      means:
        'An address that is asked every minute, unless something is over a minute late that no operator has seen. A watcher outside that no longer hears it raises the alarm.',
      takes: 'an address with `http` or `https`',
      otherwise: 'nobody is told',
      example: 'https://watch.agency.example/ladder',
    },
    LADDER_OUTGOING_PRIVATE: {
      means:
        'The private places that Ladder may ask over HTTP; every other private or local address is refused.',
      takes: 'host names, IP addresses and ranges, parted by commas',
      otherwise: 'none',
      example: '10.0.0.0/8,hooks.agency.example',
    },
    LADDER_SLACK_URL: {
      means:
        'Where the methods of Slack are asked for, by contracts that have a channel of Slack told of cases.',
      takes: 'an address with `http` or `https`',
      example: 'https://slack.com/api',
    },
    LADDER_OIDC_ISSUER: {
      means:
        'The directory of an organisation, by which its people sign in with OpenID Connect. The four below go with it; it is to send people back to `/sign-in/organisation/back`.',
      takes: 'an address with `http` or `https`, exactly as the directory names itself',
      otherwise: 'nobody signs in by a directory',
      example: 'https://directory.agency.example',
    },
    LADDER_OIDC_CLIENT_ID: {
      means: 'As what the directory knows Ladder.',
      takes: 'a text without line breaks',
      otherwise: 'nobody signs in by a directory',
      example: 'ladder',
    },
    LADDER_OIDC_CLIENT_SECRET: {
      means: 'What Ladder shows to the directory.',
      takes: 'a text without line breaks',
      otherwise: 'nobody signs in by a directory',
      example: 'a-long-secret-of-the-directory',
    },
    LADDER_OIDC_NAME: {
      means: 'What stands on the button: `Sign in with` and this.',
      takes: 'a text without line breaks',
      otherwise: 'nobody signs in by a directory',
      example: 'Orchard County',
    },
    LADDER_OIDC_DOMAINS: {
      means:
        'The domains whose addresses are taken at the directory’s word. Of any other address it says nothing, so that no directory makes somebody another party’s person.',
      takes: 'domains, parted by commas',
      otherwise: 'none',
      example: 'orchard-county.example',
    },
  },
};
