import { type SignInProblem, signInPage } from '../../../portal/sign-in/sign-in-page.tsx';
import { ownPath } from '../own-path.ts';
import type { PageAnswer, Visit } from '../visit.ts';

/** The ways in, with what was typed and what was wrong with it. */
export function signInAnswer(
  { parts, frame, query, form, session }: Visit,
  { problem, email, status = 200 }: { problem?: SignInProblem; email?: string; status?: number },
): PageAnswer {
  const goOn = ownPath(form.text('then') || query.text('then'));
  const html = signInPage({
    ...frame,
    goOn,
    email: email ?? session?.email ?? '',
    isAgain: session !== undefined && goOn !== '/',
    problem,
    organisation: parts.accounts.organisation,
  });
  return { html, status };
}
