import type { FastifyInstance } from 'fastify';
import { ROLES } from '../../../app/authorise.ts';
import { stepInPage } from '../../../portal/sign-in/step-in-page.tsx';
import { browserOf } from '../browser.ts';
import { ownPath } from '../own-path.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';

/** Taking somebody's place, in a demonstration: anywhere else there is no such page. */
export function stepInRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/step-in' }, async ({ frame, query }) => {
    if (!parts.isDemonstration) return 'missing';
    const people = await parts.accounts.samplePeople();
    return { html: stepInPage({ ...frame, goOn: ownPath(query.text('then')), people, order: ROLES }) };
  });
  openPage(server, parts, { method: 'POST', path: '/step-in' }, async ({ form, request, reply }) => {
    const person = { contract: form.text('contract'), personId: form.text('person') };
    const cookies = await parts.accounts.stepInto(person, browserOf(request));
    if (!cookies) return 'missing';
    void reply.header('set-cookie', cookies);
    return { seeOther: ownPath(form.text('then')) };
  });
}
