import type { FastifyInstance } from 'fastify';
import { signedOutPage } from '../../../portal/sign-in/signed-out-page.tsx';
import { browserOf } from '../browser.ts';
import { ownPath } from '../own-path.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import { stepInRoutes } from './step-in-routes.ts';

/** Signing in and out. */
export function signInRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/sign-in' }, async ({ query }) => {
    if (!parts.isDemonstration) return 'missing';
    return { seeOther: `/step-in?${new URLSearchParams([['then', ownPath(query.text('then'))]])}` };
  });
  openPage(server, parts, { method: 'POST', path: '/sign-out' }, async ({ frame, request, reply }) => {
    void reply.header('set-cookie', [...(await parts.accounts.signOut(browserOf(request)))]);
    const { visitor: _, ...nobody } = frame;
    return { html: signedOutPage({ ...nobody, places: [] }) };
  });
  stepInRoutes(server, parts);
}
