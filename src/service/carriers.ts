import { randomUUIDv7 } from 'node:crypto';
import { loneLetter } from '../app/notices/lone-letter.ts';
import type { CarrierSettings, Carriers, TestMailResult, TestTextResult } from '../app/ports/carriers.ts';
import { mailboxPlace } from '../channels/email/mailbox/mailbox-place.ts';
import { smtpPlace } from '../channels/email/send.ts';
import { type Config, type InstallationKind, mailDomainOf, mailPortOf } from '../config.ts';
import { catalogue, type Language } from '../core/message/catalogue.ts';
import type { ComposedMail } from '../core/message/mail-notice.ts';
import { composeTest } from '../render/mail/compose-test.ts';
import { queueLetter } from '../store/queue-letter.ts';
import { testCarrierOf } from './carrier.ts';
import type { NoteCarrier } from './carrier-notes.ts';
import type { Installation } from './installation.ts';
import { telephoneCarrierOf } from './telephone-carrier.ts';

/** What carries messages in and out of this installation. */
export function carriersOf(
  installation: Pick<Installation, 'config' | 'kind' | 'store'>,
  note: NoteCarrier,
): Carriers {
  const { config, kind } = installation;
  let isUnderWay = false;
  return {
    settings: settingsOf(config, kind),
    async sendTest(to, language) {
      const letter = composeTest({ language, demonstration: kind === 'demonstration' });
      if (carriesNothing(config, kind)) return intoOutbox(installation, to.address, letter);
      if (isUnderWay) return { is: 'busy' };
      isUnderWay = true;
      try {
        return await handedOver(config, to, letter, note);
      } finally {
        isUnderWay = false;
      }
    },
    async sendTestText(to, language) {
      if (isUnderWay) return { is: 'busy' };
      isUnderWay = true;
      try {
        return await textTaken(config, { to, language }, note);
      } finally {
        isUnderWay = false;
      }
    },
  };
}

async function textTaken(
  config: Config,
  { to, language }: { readonly to: string; readonly language: Language },
  note: NoteCarrier,
): Promise<TestTextResult> {
  const carrier = telephoneCarrierOf(config);
  if (!carrier?.carries.includes('text')) return { is: 'failed', reason: 'no-carrier', said: undefined };
  const { said: body } = catalogue(language).admin.carriers.testText;
  const id = randomUUIDv7();
  const result = await carrier.text({ id, to, body, statusUrl: undefined });
  if (result.result === 'handedOver') {
    await note('texts');
    return { is: 'handedOver', said: result.carrierId };
  }
  if (!result.permanent) await note('texts', result.reason);
  return { is: 'failed', reason: result.reason, said: result.said };
}

const carriesNothing = ({ smtpUrl }: Config, kind: InstallationKind): boolean =>
  kind === 'demonstration' || smtpUrl === undefined;

function settingsOf(config: Config, kind: InstallationKind): CarrierSettings {
  const { smtpUrl, mailFrom, heartbeatUrl, mailHost, mailTlsCert } = config;
  const from = mailFrom.name === '' ? mailFrom.address : `${mailFrom.name} <${mailFrom.address}>`;
  const port = mailPortOf(config, kind);
  return {
    mailOut:
      carriesNothing(config, kind) || smtpUrl === undefined ? undefined : { ...smtpPlace(smtpUrl), from },
    mailIn:
      port === undefined
        ? undefined
        : { host: mailHost, port, domain: mailDomainOf(config), offersTls: mailTlsCert !== undefined },
    mailbox: mailboxSettings(config),
    ...telephoneSettings(config, kind),
    heartbeat: heartbeatUrl === undefined ? undefined : { host: new URL(heartbeatUrl).host },
  };
}

function telephoneSettings(config: Config, kind: InstallationKind): Pick<CarrierSettings, 'texts' | 'calls'> {
  const { twilioAccount, twilioUrl, telephoneNumber: number, textGatewayUrl } = config;
  if (kind === 'demonstration') return { texts: undefined, calls: undefined };
  const isTwilio = twilioAccount !== undefined && number !== undefined;
  const place = textGatewayUrl ?? (isTwilio ? twilioUrl : undefined);
  return {
    texts: place === undefined ? undefined : { ...hostOf(place), number, perMinute: config.textsPerMinute },
    calls: isTwilio ? { ...hostOf(twilioUrl), number, perMinute: config.callsPerMinute } : undefined,
  };
}

const hostOf = (url: string) => ({ host: new URL(url).host });

function mailboxSettings(config: Config): CarrierSettings['mailbox'] {
  if (config.imapUrl === undefined) return undefined;
  const { host, port, user, folder, encrypted } = mailboxPlace(config.imapUrl);
  const shown = encrypted === 'never' ? 'never' : 'always';
  return { host, port, user, folder, encrypted: shown, domain: mailDomainOf(config) };
}

/** Where nothing leaves the machine, the mail goes the way of all others. */
async function intoOutbox(
  { store }: Pick<Installation, 'store'>,
  address: string,
  letter: ComposedMail,
): Promise<TestMailResult> {
  const deliveryId = randomUUIDv7();
  await store.transaction(async (tx) => {
    const at = await tx.now();
    const nobody = { contract: '', personId: '' };
    await queueLetter(tx, loneLetter({ ...nobody, deliveryId, kind: 'test', address, at, letter }));
  });
  return { is: 'outbox', deliveryId };
}

async function handedOver(
  config: Config,
  to: { readonly name: string; readonly address: string },
  letter: ComposedMail,
  note: NoteCarrier,
): Promise<TestMailResult> {
  const carrier = await testCarrierOf(config);
  const id = randomUUIDv7();
  try {
    const result = await carrier.send({ id, to, replyTo: undefined, thread: id, ...letter });
    if (result.result === 'handedOver') {
      await note('mailOut');
      return { is: 'handedOver', said: result.carrierId };
    }
    const { reason, said } = result;
    await note('mailOut', reason);
    return { is: 'failed', reason, said };
  } finally {
    await carrier.close();
  }
}
