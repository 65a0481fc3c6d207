import { generateKeyPairSync } from 'node:crypto';
import { sealMessage } from 'mailauth';
import { expect, test } from 'vitest';
import { authenticate } from '../../src/channels/email/inbound/authenticate.ts';
import type { Believed } from '../../src/channels/email/inbound/believed-signers.ts';
import { readMessage } from '../../src/channels/email/inbound/read-message.ts';
import { resolverOf } from '../../src/channels/email/inbound/resolver-file.ts';
import { message, resolver, signed } from './reception.ts';

const LISTS = generateKeyPairSync('rsa', { modulusLength: 2048 });
const listRecords = resolverOf({
  'arc._domainkey.lists.example': {
    TXT: [`v=DKIM1; k=rsa; p=${LISTS.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`],
  },
});
const asked: typeof resolver = (name, type) =>
  name.endsWith('lists.example') ? listRecords(name, type) : resolver(name, type);

/** Whether a message is vouched for, with somebody believed. */
async function isProved(text: string, believed: Believed): Promise<boolean> {
  const bounds = { messageMaxBytes: 100_000, headMaxBytes: 20_000, hasRoomFor: () => true };
  const source = (async function* () {
    yield Buffer.from(text);
  })();
  return (await authenticate(await readMessage(source, bounds, asked), asked, believed)).authenticated;
}

/** A signed mail that was changed on its way, under the fields that say what was found before. */
const changed = async (...fields: readonly string[]): Promise<string> =>
  [
    ...fields,
    (await signed(message('Satisfied'))).replace('Satisfied', 'CAUTION: from outside\r\nSatisfied'),
  ].join('\r\n');

const OURS = 'mx.agency.example';
const ours: Believed = { server: OURS };
const GOOD = `Authentication-Results: ${OURS}; dkim=pass header.d=district.example header.s=rsa; spf=fail`;

test('what the mailbox’s own server found is believed, once it is named', async () => {
  expect(await isProved(await changed(GOOD), ours)).toBe(true);
  expect(await isProved(await changed(GOOD), { server: 'MX.Agency.Example' })).toBe(true);
  expect(await isProved(await changed(GOOD), {})).toBe(false);
  expect(await isProved(await changed(), ours)).toBe(false);
});

const told = (results: string, name = OURS): string => `Authentication-Results: ${name}; ${results}`;

test.each([
  ['another server', [told('dkim=pass header.d=district.example', 'mx.evil.example')]],
  ['another server, above ours', [told('dkim=none', 'mx.evil.example'), GOOD]],
  ['ours above, which found nothing, and a forged one below', [told('dkim=none'), GOOD]],
  ['a signature of somebody else', [told('dkim=pass header.d=stranger.example')]],
  ['a signature that failed', [told('dkim=fail header.d=district.example')]],
  [
    'a host that was allowed, and no signature',
    [told('spf=pass smtp.mailfrom=district.example; dmarc=pass')],
  ],
  ['a comment', [told('dkim=fail (; dkim=pass header.d=district.example)')]],
  ['a comment with a quote in it', [told('dkim=fail (" ; dkim=pass header.d=district.example")')]],
  ['a comment within one', [told('dkim=none ((a) ; dkim=pass header.d=district.example)')]],
  ['a comment without end', [told('dkim=none (a ; dkim=pass header.d=district.example')]],
  ['words in quotes', [told('spf=none smtp.mailfrom="; dkim=pass header.d=district.example ;"')]],
  ['words in quotes beside a result', [told('dkim=pass header.i="a header.d=district.example b"')]],
  ['two signers in one result', [told('dkim=pass header.d=stranger.example header.d=district.example')]],
  ['a result that only begins so', [told('dkim=passed header.d=district.example')]],
  ['a name that only begins so', [told('dkim=pass header.d=district.example', `${OURS}.evil.example`)]],
  ['no name', ['Authentication-Results: dkim=pass header.d=district.example']],
] as const)('%s vouches for nothing', async (_title, fields) => {
  expect(await isProved(await changed(...fields), ours)).toBe(false);
});

/** A mail as a list passes it on: changed, with its seal over what it found. */
async function sealed(results = 'lists.example; dkim=pass header.d=district.example'): Promise<string> {
  const text = await changed();
  const seal = await sealMessage(Buffer.from(text), {
    ...{ i: 1, cv: 'none', signingDomain: 'lists.example', selector: 'arc', authResults: results },
    privateKey: LISTS.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  } as Parameters<typeof sealMessage>[1]);
  return `${seal.toString()}${text}`;
}

const lists: Believed = { sealers: ['Lists.example'] };

test('a seal is believed of whom the settings name, over the mail as it came', async () => {
  expect(await isProved(await sealed(), lists)).toBe(true);
  expect(await isProved(await sealed(), { sealers: ['other.example'] })).toBe(false);
  expect(await isProved(await sealed(), ours)).toBe(false);
  expect(await isProved((await sealed()).replace('Satisfied', 'Escalate'), lists)).toBe(false);
  expect(await isProved((await sealed()).replace('maya@district', 'bo@district'), lists)).toBe(false);
  expect(await isProved(await sealed('lists.example; dkim=fail header.d=district.example'), lists)).toBe(
    false,
  );
  expect(await isProved(await sealed('lists.example; dkim=pass header.d=stranger.example'), lists)).toBe(
    false,
  );
});
