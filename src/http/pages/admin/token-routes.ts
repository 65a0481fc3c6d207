import type { FastifyInstance } from 'fastify';
import { listPeople } from '../../../app/people.ts';
import type { ApiToken } from '../../../app/ports/contracts.ts';
import { createToken, findToken, listTokens, revokeToken } from '../../../app/tokens.ts';
import { dayEnd } from '../../../app/views/overview-choice.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { confirmPage, type Refusing } from '../../../portal/admin/admin-frame.tsx';
import { newTokenPage, tokenMadePage, tokensPage } from '../../../portal/admin/token-pages.tsx';
import type { PageParts } from '../page-parts.ts';
import type { PageAnswer } from '../visit.ts';
import { type AdminVisit, administratorPage, LINES_MAX, paged } from './administrator-page.ts';

/** Programs that act as somebody of a contract. */
export function tokenRoutes(server: FastifyInstance, parts: PageParts): void {
  const page = (method: 'GET' | 'POST', path: string, answer: (visit: AdminVisit) => Promise<PageAnswer>) =>
    administratorPage(server, parts, { method, path: `/tokens${path}` }, answer);
  // Whoever has to prove again who they are does so before they fill in a form.
  const form = (path: string, answer: (visit: AdminVisit) => Promise<PageAnswer>) =>
    administratorPage(server, parts, { method: 'GET', path: `/tokens${path}`, isDangerous: true }, answer);
  page('GET', '', list);
  form('/new', (visit) => newToken(visit, undefined));
  page('POST', '/new', make);
  form('/:token/revoke', askRevocation);
  page('POST', '/:token/revoke', revoke);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function list(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, page, query } = visit;
  const asked = query.text('after');
  const after = UUID.test(asked) ? asked : '';
  const found = await listTokens(contracts, { after, max: LINES_MAX + 1 }, contract);
  const { shown, older } = paged(found, `${page.base}/tokens`, ({ tokenId }) => tokenId);
  const owners = [...new Set(shown.map(({ owner }) => owner?.personId ?? ''))];
  const people = await contracts.transaction((tx) => tx.people(contract, owners));
  const names = new Map(people.map(({ personId, name }) => [personId, name ?? personId]));
  const ended = await ofContract(visit, query.text('done'));
  const done = ended?.revokedAt && catalogue(page.language).admin.tokens.revoked(ended.name);
  const tokens = shown.map(({ owner, ...one }) => ({
    ...one,
    owner: names.get(owner?.personId ?? '') ?? owner?.personId ?? '',
  }));
  return { html: tokensPage({ frame: { ...page, done: done || undefined }, tokens, older }) };
}

/** More people than are chosen among in a list. */
const PEOPLE_MAX = 1000;

async function newToken(
  { contract, contracts, page }: AdminVisit,
  refusing: Refusing | undefined,
): Promise<PageAnswer> {
  const found = await listPeople(contracts, contract, { after: '', max: PEOPLE_MAX });
  const people = 'refusal' in found ? [] : found;
  const owners = people
    .filter(({ roles, erasedAt }) => roles.length > 0 && erasedAt === undefined)
    .map(({ personId, name }) => ({
      value: personId,
      label: name === undefined ? personId : `${name} (${personId})`,
    }));
  return { html: newTokenPage({ frame: page, owners, refusing }), status: refusing ? 422 : 200 };
}

async function make(visit: AdminVisit): Promise<PageAnswer> {
  const { parts, contract, contracts, form, page } = visit;
  const ends = form.text('ends').trim();
  const at = await parts.reading.now();
  const made = await createToken(contracts, {
    name: form.text('name').trim(),
    owner: { contract, personId: form.text('owner') },
    scopes: form.all('scopes'),
    // A day that is none has passed as far as anybody can say.
    expiresAt: ends === '' ? undefined : (dayEnd(ends, page.timeZone) ?? at),
    at,
  });
  if ('refusal' in made) return newToken(visit, { refusal: made.refusal, typed: form });
  return { html: tokenMadePage({ frame: page, token: made.token }) };
}

/** A token of this contract; those of others, and of the installation, are as if they were not. */
async function ofContract(
  { contract, contracts }: AdminVisit,
  tokenId: string,
): Promise<ApiToken | undefined> {
  const token = await findToken(contracts, tokenId);
  return token?.owner?.contract === contract ? token : undefined;
}

async function askRevocation(visit: AdminVisit): Promise<PageAnswer> {
  const { params, page, request } = visit;
  const token = await ofContract(visit, params.token ?? '');
  if (!token || token.revokedAt !== undefined) return 'missing';
  const { tokens: words } = catalogue(page.language).admin;
  return {
    html: confirmPage({
      frame: page,
      within: 'tokens',
      title: words.revokeSure(token.name),
      about: [words.revokeAbout],
      button: words.revoke,
      action: request.url,
      back: `${page.base}/tokens`,
    }),
  };
}

async function revoke(visit: AdminVisit): Promise<PageAnswer> {
  const { parts, params, page, contracts } = visit;
  const token = await ofContract(visit, params.token ?? '');
  if (!token) return 'missing';
  const revoked = await revokeToken(contracts, token.tokenId, await parts.reading.now());
  if ('refusal' in revoked) return 'missing';
  return { seeOther: `${page.base}/tokens?${new URLSearchParams({ done: token.tokenId })}` };
}
