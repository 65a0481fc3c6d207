import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';

/** After signing out: that it is so, and the way back in. */
export function signedOutPage(frame: Frame): string {
  const { title, about, again } = catalogue(frame.language).signIn.signedOut;
  return page({
    ...frame,
    title,
    children: (
      <>
        <p>{about}</p>
        <p>
          <a href="/sign-in">{again}</a>
        </p>
      </>
    ),
  });
}
