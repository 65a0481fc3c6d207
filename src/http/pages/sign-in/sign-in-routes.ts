import type { FastifyInstance } from 'fastify';
import { isEmail } from '../../../app/text-field.ts';
import { codeOverPage, codePage } from '../../../portal/sign-in/code-page.tsx';
import { withGoOn } from '../../../portal/sign-in/go-on.ts';
import { sentPage } from '../../../portal/sign-in/sent-page.tsx';
import type { SignInProblem } from '../../../portal/sign-in/sign-in-page.tsx';
import { signedOutPage } from '../../../portal/sign-in/signed-out-page.tsx';
import { browserOf } from '../browser.ts';
import { ownPath } from '../own-path.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { goneOn } from './gone-on.ts';
import { linkRoutes } from './link-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { signInAnswer } from './sign-in-answer.ts';
import { stepInRoutes } from './step-in-routes.ts';

/** Signing in and out. */
export function signInRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/sign-in' }, async (visit) => signInAnswer(visit, {}));
  openPage(server, parts, { method: 'POST', path: '/sign-in/link' }, askForLink);
  openPage(server, parts, { method: 'GET', path: '/sign-in/sent' }, async ({ frame, query }) => ({
    html: sentPage({ ...frame, goOn: ownPath(query.text('then')) }),
  }));
  openPage(
    server,
    parts,
    { method: 'POST', path: '/sign-in/password', secretFields: ['password'] },
    byPassword,
  );
  openPage(server, parts, { method: 'GET', path: '/sign-in/code' }, async ({ frame }) => ({
    html: codePage({ ...frame, problem: undefined }),
  }));
  openPage(server, parts, { method: 'POST', path: '/sign-in/code', secretFields: ['code'] }, byCode);
  openPage(server, parts, { method: 'POST', path: '/sign-out' }, async ({ frame, request, reply }) => {
    void reply.header('set-cookie', await parts.accounts.signOut(browserOf(request)));
    // Choices of language and time stay, which are cookies.
    void reply.header('clear-site-data', '"storage"');
    const { visitor: _, ...nobody } = frame;
    return { html: signedOutPage({ ...nobody, places: [], helpPath: '/plans' }) };
  });
  linkRoutes(server, parts);
  organisationRoutes(server, parts);
  stepInRoutes(server, parts);
}

async function askForLink(visit: Visit): Promise<PageAnswer> {
  const { parts, form, request, language } = visit;
  const [email, goOn] = [form.text('email').trim(), ownPath(form.text('then'))];
  if (!isEmail(email)) {
    return signInAnswer(visit, { problem: { is: 'emailMissing', by: 'link' }, email, status: 422 });
  }
  const asked = await parts.accounts.askForLink({ email, goOn, language }, browserOf(request));
  if (asked.is === 'tooOften') {
    return signInAnswer(visit, { problem: { ...asked, by: 'link' }, email, status: 429 });
  }
  return { seeOther: withGoOn('/sign-in/sent', goOn) };
}

async function byPassword(visit: Visit): Promise<PageAnswer> {
  const { parts, form, request } = visit;
  const [email, password] = [form.text('address').trim(), form.text('password')];
  const no = (problem: SignInProblem, status: number) => signInAnswer(visit, { problem, email, status });
  if (!isEmail(email)) return no({ is: 'emailMissing', by: 'password' }, 422);
  if (password === '') return no({ is: 'passwordMissing' }, 422);
  const tried = { email, password, goOn: ownPath(form.text('then')) };
  const signedIn = await parts.accounts.signInByPassword(tried, browserOf(request));
  switch (signedIn.is) {
    case 'tooOften':
      return no({ ...signedIn, by: 'password' }, 429);
    case 'wrong':
    case 'over':
      return no({ is: 'wrong' }, 403);
    default:
      return goneOn(visit, signedIn);
  }
}

async function byCode(visit: Visit): Promise<PageAnswer> {
  const { parts, form, request, frame } = visit;
  const shown = await parts.accounts.showSecondFactor(form.text('code'), browserOf(request));
  switch (shown.is) {
    case 'tooOften':
      return { html: codePage({ ...frame, problem: shown }), status: 429 };
    case 'wrong':
      return { html: codePage({ ...frame, problem: { is: 'wrong' } }), status: 403 };
    case 'over':
      return { html: codeOverPage(frame), status: 403 };
    default:
      return goneOn(visit, shown);
  }
}
