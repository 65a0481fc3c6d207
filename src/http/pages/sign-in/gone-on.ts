import type { SignedIn } from '../../../app/ports/accounts.ts';
import { ownPath } from '../own-path.ts';
import type { PageAnswer, Visit } from '../visit.ts';

/** On to where they wanted to go, or to the second factor. */
export function goneOn(
  { reply }: Visit,
  signedIn: Extract<SignedIn, { is: 'signedIn' | 'half' }>,
): PageAnswer {
  void reply.header('set-cookie', [...signedIn.cookies]);
  return { seeOther: signedIn.is === 'half' ? '/sign-in/code' : ownPath(signedIn.goOn) };
}
