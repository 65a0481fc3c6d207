import { promises as dns } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import type { LetterParts } from '../app/notices/letters.ts';
import type { OpeningParts } from '../app/open-by-mail.ts';
import type { Answers } from '../app/ports/answers.ts';
import { mailTaker } from '../app/take-mail.ts';
import type { MailResolver } from '../channels/email/inbound/mail-resolver.ts';
import { resolverFromFile } from '../channels/email/inbound/resolver-file.ts';
import { mailServer } from '../channels/email/inbound/server.ts';
import { followedClock } from '../clock/followed.ts';
import { type Config, mailDomainOf, mailPortOf } from '../config.ts';
import type { SettingName } from '../core/message/settings.ts';
import type { PageParts } from '../http/pages/page-parts.ts';
import { codeOf } from '../store/start-fault.ts';
import { type NoteCarrier, notingTaker } from './carrier-notes.ts';
import { demonstrationMail } from './demonstration-mail.ts';
import type { Installation } from './installation.ts';
import { listenFault } from './listen-fault.ts';
import { refused } from './terminal-words.ts';

/** Ladder's own mail server, where the settings want one. */
export interface MailIn {
  readonly port: number;
  readonly sendReply: PageParts['sendReply'];
  close(): Promise<void>;
}

export interface MailInParts {
  readonly answers: Answers;
  readonly letters: LetterParts;
  readonly openings: OpeningParts;
  readonly note: NoteCarrier;
}

/** Starts to take mail; undefined where none is to be taken. */
export async function takeMailIn(
  installation: Installation,
  { answers, letters, openings, note }: MailInParts,
): Promise<MailIn | undefined> {
  const { config, kind, log } = installation;
  const port = mailPortOf(config, kind);
  if (port === undefined) return undefined;
  const demonstration = kind === 'demonstration' ? demonstrationMail(fileResolver(config)) : undefined;
  const domain = mailDomainOf(config);
  const clock = await followedClock(installation.now);
  const taker = notingTaker(mailTaker({ answers, letters, openings, mailDomain: domain }), note);
  const server = await mailServer({
    host: config.mailHost,
    port,
    domain,
    plus: kind === 'demonstration' ? undefined : config.mailPlus,
    taker: {
      take: taker.take,
      // Asked before each message, so that its stamp is of the clock as it stands then.
      async knows(recipient) {
        await clock.read();
        return taker.knows(recipient);
      },
    },
    now: clock.now,
    resolver: demonstration?.resolver ?? askedOfTheWorld,
    believed: { sealers: config.mailSealers },
    log,
    tls: await certificate(config),
  }).catch((error) => {
    const variables = { hostVariable: 'LADDER_MAIL_HOST', portVariable: 'LADDER_MAIL_PORT' } as const;
    throw listenFault(error, { host: config.mailHost, port, ...variables });
  });
  return { port: server.port, sendReply: demonstration?.sendReplyTo(server.port), close: server.close };
}

const fileResolver = ({ dnsFile }: Config): MailResolver | undefined =>
  dnsFile === undefined ? undefined : resolverFromFile(dnsFile);

export const askedOfTheWorld: MailResolver = async (name, type) =>
  (await dns.resolve(name, type)) as string[] | string[][];

/** The key and its certificate, tried here: a start with the wrong ones would offer encryption that nobody gets. */
async function certificate({ mailTlsKey, mailTlsCert }: Config) {
  if (mailTlsKey === undefined || mailTlsCert === undefined) return undefined;
  const key = await fileIn('LADDER_MAIL_TLS_KEY', mailTlsKey);
  const cert = await fileIn('LADDER_MAIL_TLS_CERT', mailTlsCert);
  usable('LADDER_MAIL_TLS_KEY', mailTlsKey, { key });
  usable('LADDER_MAIL_TLS_CERT', mailTlsCert, { key, cert });
  return { key, cert };
}

const fileIn = (variable: SettingName, file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error) => {
    throw refused('mail-certificate-unusable', { variable, file, reason: codeOf(error) });
  });

function usable(variable: SettingName, file: string, given: SecureContextOptions): void {
  try {
    createSecureContext(given);
  } catch (error) {
    const reason = codeOf(error) || (error as Error).message;
    throw refused('mail-certificate-unusable', { variable, file, reason });
  }
}
