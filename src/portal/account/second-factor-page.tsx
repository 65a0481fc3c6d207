import { catalogue } from '../../core/message/catalogue.ts';
import { qrPicture } from '../../render/qr/qr-picture.tsx';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';

interface BeginView extends Frame {
  readonly secret: string;
  readonly url: string;
  readonly isWrong: boolean;
}

const crumbsOf = ({ language }: Frame) => [
  { title: catalogue(language).account.overview.title, path: '/account' },
];

/** A secret for the authenticator, which counts once a first code has shown that it has it. */
export function beginSecondFactorPage(view: BeginView): string {
  const { language, isWrong } = view;
  const words = catalogue(language).account.secondFactor;
  const picture = qrPicture(view.url, words.picture);
  const error = isWrong ? `${words.wrong.message} ${words.wrong.advice}` : undefined;
  return page({
    ...view,
    title: words.title,
    crumbs: crumbsOf(view),
    hasErrors: isWrong,
    children: (
      <>
        {error !== undefined && errorSummary([{ name: 'code', error }], language)}
        <p>{words.about}</p>
        {picture && (
          <>
            <p>{words.steps.scan}</p>
            {picture}
          </>
        )}
        <p>{words.steps.open}</p>
        <p>
          <a href={view.url}>{words.openLink}</a>
        </p>
        <p>{words.steps.type}</p>
        <p>
          <code>{view.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <p>{words.steps.code}</p>
        {postForm({
          action: '/account/second-factor',
          children: (
            <>
              {textField({
                language,
                name: 'code',
                label: words.label,
                hint: words.hint,
                error,
                autocomplete: 'one-time-code',
                inputmode: 'numeric',
                width: 'short',
                lengthMax: 10,
              })}
              {buttonRow([{ label: words.button }])}
            </>
          ),
        })}
      </>
    ),
  });
}

/** Codes for the day on which the authenticator is lost, this once. */
export function recoveryCodesPage(view: Frame & { readonly codes: readonly string[] }): string {
  const words = catalogue(view.language).account.secondFactor.codes;
  return page({
    ...view,
    title: words.title,
    crumbs: crumbsOf(view),
    children: (
      <>
        <p>{words.about}</p>
        <p>
          <strong>{words.once}</strong>
        </p>
        <ul>
          {view.codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        {linkButton({ label: words.back, path: '/account' })}
      </>
    ),
  });
}

/** What can be done about a second factor that is on. */
export function secondFactorPage(view: Frame & { readonly codesLeft: number }): string {
  const words = catalogue(view.language).account.secondFactor.on;
  return page({
    ...view,
    title: words.title,
    crumbs: crumbsOf(view),
    children: (
      <>
        <p>{words.left({ codes: view.codesLeft })}</p>
        <h2>{words.newCodes}</h2>
        <p>{words.newCodesAbout}</p>
        {postForm({
          action: '/account/second-factor/codes',
          children: buttonRow([{ label: words.newCodes, kind: 'plain' }]),
        })}
        <h2>{words.remove}</h2>
        <p>{words.removeAbout}</p>
        {postForm({
          action: '/account/second-factor/remove',
          children: buttonRow([{ label: words.remove, kind: 'grave' }]),
        })}
      </>
    ),
  });
}
