import { catalogue } from '../../core/message/catalogue.ts';
import type { TelephoneProblem, TelephoneState } from '../../core/message/portal/telephones.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary } from '../parts/form.tsx';
import { table, tag } from '../parts/lists.tsx';
import { followed, region } from '../parts/notices.tsx';

/** A telephone in the list. */
interface ListedTelephone {
  readonly path: string;
  readonly number: string;
  /** Whose it is; undefined: nobody's that is known. */
  readonly name: string | undefined;
  readonly kind: 'office' | 'mobile' | undefined;
  readonly state: TelephoneState;
  readonly texts: number;
}

interface TelephonesView extends Frame {
  readonly base: string;
  readonly ladder: string;
  readonly telephones: readonly ListedTelephone[];
  /** A number that was typed and is none. */
  readonly typed: string | undefined;
}

/** What happens to a telephone is seen so soon. */
const AGAIN_SECONDS = 4;
/** Without script the page is asked for again. */
const RENEW_SECONDS = 20;

/** The telephones of a demonstration; what rings stands first. */
export function telephonesPage(view: TelephonesView): string {
  const { language, base, ladder, telephones, typed } = view;
  const words = catalogue(language).telephones;
  const problem: TelephoneProblem = 'numberInvalid';
  const error = typed === undefined ? undefined : words.problems[problem];
  const ringing = telephones.filter(({ state }) => state === 'rings').length;
  return page({
    ...view,
    title: words.title,
    crumbs: [{ title: catalogue(language).pages.outbox.title, path: '/outbox' }],
    hasErrors: error !== undefined,
    isWide: true,
    renewSeconds: error === undefined ? RENEW_SECONDS : undefined,
    children: (
      <>
        {error !== undefined && errorSummary([{ name: 'number', error }], language)}
        <p>{words.about({ number: ladder })}</p>
        {followed({
          againSeconds: AGAIN_SECONDS,
          told: ringing === 0 ? undefined : words.ringing({ count: ringing }),
          path: base,
          language,
          children: region('telephones', telephoneTable(view)),
        })}
        <form method="get" action={base} accept-charset="utf-8">
          {textField({
            ...{
              language,
              name: 'number',
              label: words.other.label,
              hint: words.other.hint,
              value: typed,
              error,
            },
            ...{ type: 'tel', width: 'medium' },
          })}
          {buttonRow([{ label: words.other.button, kind: 'plain' }])}
        </form>
      </>
    ),
  });
}

function telephoneTable({ telephones, language }: TelephonesView): Html {
  const { title, columns, kinds, stranger } = catalogue(language).telephones;
  return table({
    caption: title,
    isCaptionHidden: true,
    columns: [columns.person, columns.number, columns.state].map((one) => ({ title: one })),
    rows: telephones.map((one) => [
      <a href={one.path}>
        {one.name ?? stranger}
        {one.kind && `, ${kinds[one.kind]}`}
      </a>,
      one.number,
      stateOf(one, language),
    ]),
  });
}

const KINDS = { rings: 'warning', calls: 'info', talks: 'info', quiet: undefined } as const;

function stateOf({ state, texts }: ListedTelephone, language: Frame['language']): Html {
  const words = catalogue(language).telephones;
  return (
    <>
      {tag(words.states[state], KINDS[state])} {texts > 0 && words.texts({ count: texts })}
    </>
  );
}
