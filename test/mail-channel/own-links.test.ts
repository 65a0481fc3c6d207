import { describe, expect, test } from 'vitest';
import { readReply, readSubject } from '../../src/channels/email/inbound/read-reply.ts';
import { pageRoutes } from '../rights/page-routes.ts';

const TOKEN = 'Zq3v-8Kx_rT0bLw5nYc2hJ7dMfUe9sGaPi4oXt6VkEz';
/** A token of the API in the list of its contract: the part of an address names it, and opens nothing. */
const NAMES = ['/contracts/:contract/admin/tokens/:token/revoke'];
const routes = [...new Set([...(await pageRoutes('GET')), ...(await pageRoutes('POST'))])]
  .filter((path) => /:\w*(token|secret|proof|hash|hold)/i.test(path))
  .filter((path) => !NAMES.includes(path));

const addressOf = (path: string): string =>
  `https://ladder.example${path.replace(/:\w*(token|secret|proof|hash|hold)\w*/i, TOKEN).replace(/:\w+/g, 'sample')}`;

test('there are pages whose address is all that is asked for', () => {
  expect(routes).toContain('/sign-in/link/:token');
  expect(routes.length).toBeGreaterThan(10);
});

describe.each(routes)('an address of %s', (path) => {
  const address = addressOf(path);
  const twice = encodeURIComponent(encodeURIComponent(address));
  // As such gateways write an address: signs that are none of a word as `-` and their number, and slashes as `_`.
  const underscored = encodeURIComponent(address.replaceAll('-', '%2D').replaceAll('_', '%5F'))
    .replaceAll('%25', '%')
    .replaceAll('%2F', '_')
    .replaceAll('%', '-');
  test.each([
    ['as a browser shows it', address],
    ['without its scheme', address.replace('https://', '')],
    ['below a path of the installation', address.replace('.example/', '.example/escalations/')],
    ['in a rewritten link', `https://eu.safelinks.example/?url=${encodeURIComponent(address)}&data=05`],
    ['in a link rewritten twice', `https://gate.example/?u=${twice}`],
    ['in a link rewritten with _', `https://gate.example/v2/url?u=${underscored}&d=x`],
  ])('is cut from what is kept of a mail: %s', (_how, link) => {
    const text = readReply({ text: `Please press ${link} for me`, html: undefined });
    expect(text).toMatch(/^Please press\s+for me$/);
    expect(readSubject(`Fwd: ${link}`)).toBe('Fwd:');
  });

  test('is cut where a line was broken within the token', () => {
    const half = address.slice(0, address.indexOf(TOKEN) + 16);
    expect(readReply({ text: `Please press ${half}\nfor me`, html: undefined })).not.toContain(
      TOKEN.slice(0, 12),
    );
  });
});

test.each([
  'https://status.example/lines/42',
  'https://agency.example/drill/7',
  'https://agency.example/on_duty_schedule_for_november.xlsx',
  'https://agency.example/subscribe',
])('an address of others is kept: %s', (link) => {
  expect(readReply({ text: `See ${link}`, html: undefined })).toBe(`See ${link}`);
});
