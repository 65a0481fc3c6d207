import type { FastifyInstance } from 'fastify';
import type { LinkLook, TooOften } from '../../../app/ports/accounts.ts';
import { isEmail, isLine } from '../../../app/text-field.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { wordPage } from '../../../portal/frame.tsx';
import { oftenFormPage } from '../../../portal/kept-form-page.tsx';
import {
  deadSignInLinkPage,
  type SignInLinkView,
  signInLinkPage,
} from '../../../portal/sign-in/link-page.tsx';
import { browserOf } from '../browser.ts';
import { ownPath } from '../own-path.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import { typedForm } from '../typed-form.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { goneOn } from './gone-on.ts';

/** The page behind a link that signs somebody in: looking changes nothing, the form's button uses it, once. */
export function linkRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/sign-in/link/:token' }, async (visit) => {
    const look = await parts.accounts.lookAtLink(visit.params.token ?? '', browserOf(visit.request));
    if (look && 'is' in look) return tooOften(visit, look);
    if (!look || look.dead) return dead(visit, look);
    return { html: signInLinkPage({ ...viewOf(visit, look), typed: undefined, problems: [] }) };
  });
  openPage(server, parts, { method: 'POST', path: '/sign-in/link/:token' }, use);
}

async function use(visit: Visit): Promise<PageAnswer> {
  const { parts, params, form, request } = visit;
  const token = params.token ?? '';
  const browser = browserOf(request);
  const look = await parts.accounts.lookAtLink(token, browser);
  if (look && 'is' in look) return tooOften(visit, look);
  if (!look || look.dead) return dead(visit, look);
  const typed = { name: form.text('name').trim(), email: form.text('email').trim() };
  const problems = problemsOf(look, typed);
  if (problems.length > 0) {
    return { html: signInLinkPage({ ...viewOf(visit, look), typed, problems }), status: 422 };
  }
  const said = asksForName(look) ? typed : {};
  const used = await parts.accounts.useLink(token, said, browser);
  switch (used.is) {
    case 'wrong':
    case 'over': {
      const now = await parts.accounts.lookAtLink(token, browser);
      return now && 'is' in now ? tooOften(visit, now) : dead(visit, now);
    }
    case 'tooOften':
      return tooOften(visit, used);
    default:
      return goneOn(visit, used);
  }
}

/** What was typed of a name and an address stands there, to be sent again. */
async function tooOften({ frame, language, request }: Visit, often: TooOften): Promise<PageAnswer> {
  const words = catalogue(language).signIn.tooOften(often);
  const typed = await typedForm(request);
  if (!typed || typed.fields.length === 0) return { html: wordPage(frame, words), status: 429 };
  const { message, advice: about } = words;
  return { html: oftenFormPage({ ...frame, title: message.replace(/\.$/, ''), about, typed }), status: 429 };
}

const asksForName = ({ purpose }: LinkLook): boolean => purpose === 'domain' || purpose === 'administrator';

function problemsOf(
  look: LinkLook,
  { name, email }: { readonly name: string; readonly email: string },
): SignInLinkView['problems'] {
  const isNamed = !asksForName(look) || (name !== '' && isLine(name));
  const isAddressed = look.purpose !== 'administrator' || isEmail(email);
  return [...(isNamed ? [] : ['nameMissing' as const]), ...(isAddressed ? [] : ['emailMissing' as const])];
}

function viewOf({ frame, params }: Visit, look: LinkLook): Omit<SignInLinkView, 'typed' | 'problems'> {
  const { purpose, email, contractTitle, customerName } = look;
  // The page's own path has the token in it, which no link of the page is to carry on.
  const { path: _, ...withoutPath } = frame;
  return {
    ...withoutPath,
    action: `/sign-in/link/${params.token}`,
    purpose,
    email,
    contractTitle,
    customerName,
  };
}

function dead({ frame }: Visit, look: LinkLook | undefined): PageAnswer {
  const { path: _, ...withoutPath } = frame;
  const why = look?.dead ?? (look ? 'used' : 'unknown');
  const goOn = ownPath(look?.goOn ?? '/');
  return { html: deadSignInLinkPage({ ...withoutPath, why, goOn }), status: look ? 410 : 404 };
}
