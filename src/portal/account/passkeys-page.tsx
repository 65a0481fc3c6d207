import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { table } from '../parts/lists.tsx';
import { passkeyForm } from '../parts/passkey-form.tsx';
import { whenPart } from '../parts/when.tsx';

interface PasskeysView extends Frame {
  readonly passkeys: readonly {
    readonly passkeyId: string;
    readonly name: string;
    readonly madeAt: Instant | undefined;
  }[];
  /** A contract's zone. */
  readonly timeZone: string;
  readonly isRefused: boolean;
}

/** One's passkeys; adding one needs script, taking one away needs none. */
export function passkeysPage(view: PasskeysView): string {
  const { language, passkeys, timeZone, readerZone, isRefused } = view;
  const { account } = catalogue(language);
  const words = account.passkeys;
  return page({
    ...view,
    title: words.title,
    crumbs: [{ title: account.overview.title, path: '/account' }],
    hasErrors: isRefused,
    children: (
      <>
        {isRefused && errorSummary([{ name: 'name', error: words.refused }], language)}
        <p>{words.about}</p>
        {passkeys.length > 0 &&
          table({
            caption: words.title,
            isCaptionHidden: true,
            columns: [words.name, words.made, words.action].map((title) => ({ title })),
            rows: passkeys.map(({ passkeyId, name, madeAt }) => [
              name || words.unnamed,
              madeAt === undefined ? '' : whenPart({ at: madeAt, timeZone, readerZone, language }),
              postForm({
                action: '/account/passkeys/remove',
                hidden: { passkey: passkeyId },
                children: buttonRow([
                  { label: words.remove({ name: name || words.unnamed }), kind: 'plain' },
                ]),
              }),
            ]),
          })}
        <noscript>
          <p>{words.scriptMissing}</p>
        </noscript>
        {passkeyForm({
          title: words.add.title,
          about: words.add.about,
          button: words.add.button,
          failed: words.add.failed,
          does: 'create',
          action: '/account/passkeys',
          options: '/account/passkeys/options',
          isKind: 'main',
          children: textField({
            language,
            name: 'name',
            label: words.name,
            hint: words.nameHint,
            isOptional: 'unsaid',
            lengthMax: 100,
          }),
        })}
      </>
    ),
  });
}
