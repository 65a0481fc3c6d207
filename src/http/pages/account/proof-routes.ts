import type { FastifyInstance } from 'fastify';
import { catalogue } from '../../../core/message/catalogue.ts';
import { passwordPage } from '../../../portal/account/password-page.tsx';
import {
  beginSecondFactorPage,
  recoveryCodesPage,
  secondFactorPage,
} from '../../../portal/account/second-factor-page.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { browserOf } from '../browser.ts';
import type { PageParts } from '../page-parts.ts';
import { type OwnVisit, ownPage } from '../page-route.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer } from '../visit.ts';

const SECOND_FACTOR = '/account/second-factor';
const DONE: PageAnswer = { seeOther: '/account?done=1' };

/** What proves who one is: each of these wants that to have been proved just now. */
export function proofRoutes(server: FastifyInstance, parts: PageParts): void {
  const { ownAccount } = parts;
  const at = (
    method: 'GET' | 'POST',
    path: string,
    answer: (visit: OwnVisit) => Promise<PageAnswer>,
    how: { readonly secretFields?: readonly string[] } = {},
  ) => ownPage(server, parts, { method, path, isDangerous: true, ...how }, answer);
  at('GET', '/account/password', (visit) => passwordAnswer(visit, undefined));
  at('POST', '/account/password', setPassword, { secretFields: ['password', 'repeated'] });
  const removePassword = async ({ session, request }: OwnVisit): Promise<PageAnswer> => {
    await ownAccount.removePassword(session, browserOf(request));
    return DONE;
  };
  at('POST', '/account/password/remove', sure(askPasswordRemoval, removePassword));
  at('GET', '/account/second-factor', (visit) => secondFactorAnswer(visit, false));
  at('POST', '/account/second-factor', confirmSecondFactor, { secretFields: ['code'] });
  at('POST', '/account/second-factor/codes', sure(askNewCodes, makeCodes));
  const removeSecondFactor = async ({ session, request }: OwnVisit): Promise<PageAnswer> => {
    await ownAccount.removeSecondFactor(session, browserOf(request));
    return DONE;
  };
  at('POST', '/account/second-factor/remove', sure(askSecondFactorRemoval, removeSecondFactor));
}

async function confirmSecondFactor(visit: OwnVisit): Promise<PageAnswer> {
  const { parts, session, form, request, frame } = visit;
  const codes = await parts.ownAccount.confirmSecondFactor(session, form.text('code'), browserOf(request));
  return codes ? { html: recoveryCodesPage({ ...frame, codes }) } : secondFactorAnswer(visit, true);
}

async function makeCodes({ parts, session, request, frame }: OwnVisit): Promise<PageAnswer> {
  const { hasSecondFactor } = await parts.ownAccount.view(session);
  if (!hasSecondFactor) return { seeOther: '/account/second-factor' };
  const codes = await parts.ownAccount.newRecoveryCodes(session, browserOf(request));
  return { html: recoveryCodesPage({ ...frame, codes }) };
}

async function askPasswordRemoval({ parts, session, language }: OwnVisit): Promise<Question | undefined> {
  const { hasPassword, email } = await parts.ownAccount.view(session);
  return hasPassword
    ? questionOf(catalogue(language).sure.password, { email }, '/account/password')
    : undefined;
}

async function askNewCodes({ parts, session, language }: OwnVisit): Promise<Question | undefined> {
  const { hasSecondFactor, recoveryCodesLeft: codes } = await parts.ownAccount.view(session);
  return hasSecondFactor
    ? questionOf(catalogue(language).sure.newCodes, { codes }, SECOND_FACTOR)
    : undefined;
}

async function askSecondFactorRemoval({ parts, session, language }: OwnVisit): Promise<Question | undefined> {
  const { hasSecondFactor, email } = await parts.ownAccount.view(session);
  const { secondFactor } = catalogue(language).sure;
  return hasSecondFactor ? questionOf(secondFactor, { email }, SECOND_FACTOR) : undefined;
}

type PasswordProblem = Parameters<typeof passwordPage>[0]['problem'];

async function passwordAnswer(
  { parts, session, frame }: OwnVisit,
  problem: PasswordProblem,
): Promise<PageAnswer> {
  const { hasPassword, email } = await parts.ownAccount.view(session);
  return { html: passwordPage({ ...frame, hasPassword, email, problem }), status: problem ? 422 : 200 };
}

async function setPassword(visit: OwnVisit): Promise<PageAnswer> {
  const { parts, session, form, request } = visit;
  const [password, repeated] = [form.text('password'), form.text('repeated')];
  if (password === '') return passwordAnswer(visit, 'missing');
  if (password !== repeated) return passwordAnswer(visit, 'different');
  const problem = await parts.ownAccount.setPassword(session, password, browserOf(request));
  return problem ? passwordAnswer(visit, problem) : DONE;
}

async function secondFactorAnswer(
  { parts, session, frame }: OwnVisit,
  isWrong: boolean,
): Promise<PageAnswer> {
  const begun = isWrong
    ? await parts.ownAccount.begunSecondFactor(session)
    : await parts.ownAccount.beginSecondFactor(session);
  if (begun)
    return { html: beginSecondFactorPage({ ...frame, ...begun, isWrong }), status: isWrong ? 422 : 200 };
  const { recoveryCodesLeft } = await parts.ownAccount.view(session);
  return { html: secondFactorPage({ ...frame, codesLeft: recoveryCodesLeft }) };
}
