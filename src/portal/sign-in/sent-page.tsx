import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { withGoOn } from './go-on.ts';

/** After a link was asked for: the same for every address, known or not. */
export function sentPage(view: Frame & { readonly goOn: string }): string {
  const words = catalogue(view.language).signIn.sent;
  return page({
    ...view,
    title: words.title,
    children: (
      <>
        <p>{words.about}</p>
        {view.isDemonstration && (
          <p>
            <a href="/outbox">{words.outbox}</a>
          </p>
        )}
        <p>{words.nothing}</p>
        <p>
          <a href={withGoOn('/sign-in', view.goOn)}>{words.back}</a>
        </p>
      </>
    ),
  });
}
