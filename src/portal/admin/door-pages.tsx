import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { browserName } from '../account/account-page.tsx';
import { type Frame, page } from '../frame.tsx';
import { pager, table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import { type AdminFrame, adminPage } from './admin-frame.tsx';

interface ShownLine {
  readonly at: Instant;
  readonly kind: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly by: string | undefined;
  readonly method: string | undefined;
  readonly times: number | undefined;
  readonly address: string | undefined;
  readonly agent: string | undefined;
}

interface DoorList<F> {
  readonly frame: F;
  readonly lines: readonly ShownLine[];
  readonly older: string | undefined;
}

/** Who of a contract came and went, and how they changed the ways in. */
export const doorPage = (view: DoorList<AdminFrame>): string => {
  const { parts } = catalogue(view.frame.language).admin;
  return adminPage({
    frame: view.frame,
    title: parts['sign-ins'].title,
    isWide: true,
    children: (
      <>
        <p>{parts['sign-ins'].about}</p>
        {doorLines(view)}
      </>
    ),
  });
};

/** The same of the whole installation. */
export const installationDoorPage = (
  view: DoorList<Frame & { readonly timeZone: string; readonly base: string }>,
): string => {
  const { frame } = view;
  const { parts, door, installation } = catalogue(frame.language).admin;
  return page({
    ...frame,
    title: parts['sign-ins'].title,
    isWide: true,
    crumbs: [{ title: installation.title, path: frame.base }],
    children: (
      <>
        <p>{door.ofInstallation}</p>
        {doorLines(view)}
      </>
    ),
  });
};

function doorLines({ frame, lines, older }: DoorList<Frame & { readonly timeZone: string }>): Html {
  const { language, timeZone, readerZone } = frame;
  const { door: words, labels, parts } = catalogue(language).admin;
  return (
    <>
      {lines.length === 0
        ? emptyState({ title: words.empty })
        : table({
            caption: parts['sign-ins'].title,
            isCaptionHidden: true,
            columns: [labels.at, words.columns.who, labels.what, words.columns.from].map((title) => ({
              title,
            })),
            rows: lines.map((line) => [
              whenPart({ at: line.at, timeZone, readerZone, language }),
              who(line, frame),
              said(line, frame),
              [line.address, browserName(line.agent)].filter((one) => one !== undefined).join(', '),
            ]),
          })}
      {pager({ older }, language)}
    </>
  );
}

function who({ name, email }: ShownLine, { language }: Frame): Child {
  if (name === undefined && email === undefined) {
    return <span class="quiet">{catalogue(language).admin.door.unknown}</span>;
  }
  if (name === undefined || email === undefined || name === email) return name ?? email;
  return (
    <>
      {name} <span class="quiet">{email}</span>
    </>
  );
}

/** A kind that a later version noted is shown by its own name. */
function said({ kind, method = '', by = '', times = 1 }: ShownLine, { language }: Frame): string {
  const { said: sentences, methods } = catalogue(language).admin.door;
  if (!isKeyOf(sentences, kind)) return kind;
  return sentences[kind]({ method: isKeyOf(methods, method) ? methods[method] : method, by, times });
}

const isKeyOf = <T extends object>(of: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(of, key);
