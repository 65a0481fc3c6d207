import type { FastifyInstance } from 'fastify';
import { catalogue } from '../../../core/message/catalogue.ts';
import { passkeysPage } from '../../../portal/account/passkeys-page.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { browserOf } from '../browser.ts';
import { ownPath } from '../own-path.ts';
import type { PageParts } from '../page-parts.ts';
import { type OwnVisit, openPage, ownPage } from '../page-route.ts';
import { goneOn } from '../sign-in/gone-on.ts';
import { signInAnswer } from '../sign-in/sign-in-answer.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { accountZone } from './account-zone.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const PATH = '/account/passkeys';
const SECRET = ['credential'];

/** Signing in with a passkey, and one's own. */
export function passkeyRoutes(server: FastifyInstance, parts: PageParts): void {
  const { accounts, ownAccount } = parts;
  openPage(server, parts, { method: 'POST', path: '/sign-in/passkey/options' }, async (visit) =>
    asked(visit, await accounts.askForPasskey(browserOf(visit.request))),
  );
  openPage(server, parts, { method: 'POST', path: '/sign-in/passkey', secretFields: SECRET }, signIn);
  const isDangerous = true;
  ownPage(server, parts, { method: 'GET', path: PATH, isDangerous }, (visit) => list(visit, false));
  ownPage(
    server,
    parts,
    { method: 'POST', path: `${PATH}/options`, isDangerous, secretFields: SECRET },
    async (visit) => asked(visit, await ownAccount.askForNewPasskey(browserOf(visit.request))),
  );
  ownPage(server, parts, { method: 'POST', path: PATH, isDangerous, secretFields: SECRET }, async (visit) => {
    const { session, form, request } = visit;
    const made = { credential: form.text('credential'), name: form.text('name').trim() };
    const isAdded = await ownAccount.addPasskey(session, made, browserOf(request));
    return isAdded ? { seeOther: '/account?done=1' } : list(visit, true);
  });
  const remove = async ({ session, form, request }: OwnVisit): Promise<PageAnswer> => {
    await ownAccount.removePasskey(session, form.text('passkey'), browserOf(request));
    return { seeOther: '/account?done=1' };
  };
  const removal = { method: 'POST', path: `${PATH}/remove`, isDangerous } as const;
  ownPage(server, parts, removal, sure(askRemoval, remove));
}

/** Of a passkey of their own; anything else is nothing to ask about. */
async function askRemoval({ parts, session, form, language }: OwnVisit): Promise<Question | undefined> {
  const { passkeys } = await parts.ownAccount.view(session);
  const asked = passkeys.find(({ passkeyId }) => passkeyId === form.text('passkey'));
  if (!asked) return undefined;
  const { sure: words, account } = catalogue(language);
  const said = { name: asked.name || account.passkeys.unnamed, isLast: passkeys.length === 1 };
  return questionOf(words.passkey, said, PATH);
}

/** What the script asks the device with. */
function asked(
  { reply }: Visit,
  { options, cookies }: { readonly options: unknown; readonly cookies: readonly string[] },
): PageAnswer {
  void reply.header('set-cookie', [...cookies]);
  return { body: JSON.stringify(options), type: JSON_TYPE };
}

async function signIn(visit: Visit): Promise<PageAnswer> {
  const { parts, form, request } = visit;
  const shown = { credential: form.text('credential'), goOn: ownPath(form.text('then')) };
  const signedIn = await parts.accounts.signInByPasskey(shown, browserOf(request));
  switch (signedIn.is) {
    case 'tooOften':
      return signInAnswer(visit, { problem: { ...signedIn, by: 'link' }, status: 429 });
    case 'wrong':
    case 'over':
      return signInAnswer(visit, { problem: { is: 'passkeyFailed' }, status: 403 });
    default:
      return goneOn(visit, signedIn);
  }
}

async function list(visit: OwnVisit, isRefused: boolean): Promise<PageAnswer> {
  const { parts, session, frame } = visit;
  const { passkeys } = await parts.ownAccount.view(session);
  const timeZone = await accountZone(visit);
  return { html: passkeysPage({ ...frame, passkeys, timeZone, isRefused }), status: isRefused ? 422 : 200 };
}
