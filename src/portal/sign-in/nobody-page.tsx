import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';

/** Signed in, and nobody of any contract: why, and whom to ask. */
export function nobodyPage(view: Frame & { readonly email: string }): string {
  const { title, about } = catalogue(view.language).signIn.nobody;
  return page({ ...view, title, children: <p>{about({ email: view.email })}</p> });
}
