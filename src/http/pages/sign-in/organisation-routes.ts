import type { FastifyInstance } from 'fastify';
import { catalogue } from '../../../core/message/catalogue.ts';
import { wordPage } from '../../../portal/frame.tsx';
import { browserOf } from '../browser.ts';
import { ownPath } from '../own-path.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { goneOn } from './gone-on.ts';
import { signInAnswer } from './sign-in-answer.ts';

/** Signing in at an organisation's directory: there, and back. Where none is set there are no such pages. */
export function organisationRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/sign-in/organisation' }, async (visit) => {
    const { accounts } = parts;
    if (accounts.organisation === undefined) return 'missing';
    const begun = await accounts.beginAtOrganisation(ownPath(visit.query.text('then')));
    if (!begun) return failed(visit);
    // A page of ours leads on to itself alone; this one place elsewhere was named by whoever keeps the installation.
    void visit.reply.header('set-cookie', [...begun.cookies]).redirect(begun.url, 303);
    return 'sent';
  });
  openPage(server, parts, { method: 'GET', path: '/sign-in/organisation/back' }, back);
}

async function back(visit: Visit): Promise<PageAnswer> {
  const { parts, query, request, language, frame } = visit;
  if (parts.accounts.organisation === undefined) return 'missing';
  const answered = { code: query.text('code'), state: query.text('state') };
  const signedIn = await parts.accounts.backFromOrganisation(answered, browserOf(request));
  switch (signedIn.is) {
    case 'wrong':
    case 'over':
      return failed(visit);
    case 'tooOften':
      return { html: wordPage(frame, catalogue(language).signIn.tooOften(signedIn)), status: 429 };
    default:
      return goneOn(visit, signedIn);
  }
}

const failed = (visit: Visit): PageAnswer =>
  signInAnswer(visit, { problem: { is: 'organisationFailed' }, status: 403 });
