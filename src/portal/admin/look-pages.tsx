import type { Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { AdminPart } from '../../core/message/portal/admin.ts';
import { carrierReason } from '../../core/message/portal/carriers.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { languageField } from '../parts/language-field.tsx';
import { pager, table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import { type AdminFrame, adminPage, byWhom, section } from './admin-frame.tsx';
import { roleWords } from './people-pages.tsx';

const PARTS: readonly AdminPart[] = [
  'people',
  'customers',
  'tokens',
  'stuck',
  'carriers',
  'rights',
  'sign-ins',
];

/** Where the administration of a contract begins. */
export function adminHome(frame: AdminFrame, ofContract: Language): string {
  const { language } = frame;
  const { admin: words } = catalogue(language);
  const { title, about, button } = words.language.ofContract;
  return adminPage({
    frame,
    title: words.title,
    children: (
      <>
        <p>{words.about}</p>
        <ul class="cards">
          {PARTS.map((part) => (
            <li>
              <div class="card">
                <h2>
                  <a href={`${frame.base}/${part}`}>{words.parts[part].title}</a>
                </h2>
                <p>{words.parts[part].about}</p>
              </div>
            </li>
          ))}
        </ul>
        {section(
          'language-of-contract',
          title,
          <>
            <p>{about}</p>
            {postForm({
              action: `${frame.base}/language`,
              children: (
                <>
                  {languageField({ language, label: words.language.title, chosen: ofContract })}
                  {buttonRow([{ label: button, kind: 'plain' }])}
                </>
              ),
            })}
          </>,
        )}
      </>
    ),
  });
}

interface ShownChange {
  readonly at: Instant;
  readonly by: { readonly kind: 'person' | 'account' | 'terminal'; readonly name: string };
  readonly kind: keyof ReturnType<typeof catalogue>['admin']['rights']['said'];
  readonly person: string;
  readonly role: string | undefined;
  readonly customer: string;
  readonly seat: string;
  readonly domain: string;
}

interface RightsView<F> {
  readonly frame: F;
  readonly changes: readonly ShownChange[];
  readonly older: string | undefined;
}

/** Who gave or took which right, and when. */
export function rightsPage(view: RightsView<AdminFrame>): string {
  const { frame } = view;
  const { parts } = catalogue(frame.language).admin;
  return adminPage({
    frame,
    title: parts.rights.title,
    isWide: true,
    children: (
      <>
        <p>{parts.rights.about}</p>
        {changesMade(view)}
      </>
    ),
  });
}

/** The same of what belongs to no contract. */
export function installationRightsPage(
  view: RightsView<Frame & { readonly timeZone: string; readonly base: string }>,
): string {
  const { frame } = view;
  const { parts, rights, installation } = catalogue(frame.language).admin;
  return page({
    ...frame,
    title: parts.rights.title,
    isWide: true,
    crumbs: [{ title: installation.title, path: frame.base }],
    children: (
      <>
        <p>{rights.ofInstallation}</p>
        {changesMade(view)}
      </>
    ),
  });
}

function changesMade({ frame, changes, older }: RightsView<Frame & { readonly timeZone: string }>): Html {
  const { language, timeZone, readerZone } = frame;
  const { rights: words, labels, parts } = catalogue(language).admin;
  return (
    <>
      {changes.length === 0
        ? emptyState({ title: words.empty })
        : table({
            caption: parts.rights.title,
            isCaptionHidden: true,
            columns: [labels.at, labels.what, labels.by].map((title) => ({ title })),
            rows: changes.map((one) => [
              whenPart({ at: one.at, timeZone, readerZone, language }),
              words.said[one.kind]({
                ...one,
                role:
                  one.role === undefined ? '' : roleWords({ role: one.role, customerId: undefined }, frame),
              }),
              one.kind === 'joinedByDomain' ? words.themselves : byWhom(one.by, frame),
            ]),
          })}
      {pager({ older }, language)}
    </>
  );
}

interface StuckView {
  readonly frame: AdminFrame;
  /** Where the contract's cases are. */
  readonly casesPath: string;
  readonly setAside: readonly {
    readonly caseId: string;
    readonly since: Instant;
    readonly error: string;
    readonly version: string;
  }[];
  readonly failed: readonly {
    readonly caseId: string;
    readonly queuedAt: Instant;
    readonly name: string;
    readonly reason: string | undefined;
  }[];
  readonly refused: readonly {
    readonly caseId: string;
    readonly at: Instant;
    readonly command: string;
    readonly by: string;
    readonly code: string;
  }[];
}

/** What of a contract does not go on by itself. */
export function stuckPage(view: StuckView): string {
  const { frame } = view;
  const { language } = frame;
  const { stuck: words, labels, parts, carriers } = catalogue(language).admin;
  const when = (at: Instant): Html =>
    whenPart({ at, timeZone: frame.timeZone, readerZone: frame.readerZone, language });
  const caseLink = (caseId: string): Child => {
    if (caseId === '') return words.noCase;
    const [mark = '', ...name] = caseId.split(':');
    if (name.length > 0) return `${words.records[mark] ?? mark}: ${name.join(':')}`;
    return <a href={`${view.casesPath}/${encodeURIComponent(caseId)}`}>{caseId}</a>;
  };
  const list = (caption: string, columns: readonly string[], rows: readonly (readonly Child[])[]): Html =>
    rows.length === 0 ? (
      <p>{words.none}</p>
    ) : (
      table({ caption, isCaptionHidden: true, columns: columns.map((title) => ({ title })), rows })
    );
  return adminPage({
    frame,
    title: parts.stuck.title,
    isWide: true,
    children: (
      <>
        <p>{parts.stuck.about}</p>
        {section(
          'set-aside',
          words.setAside,
          <>
            <p>{words.setAsideAbout}</p>
            {list(
              words.setAside,
              [labels.case, labels.since, labels.version, labels.error],
              view.setAside.map((one) => [caseLink(one.caseId), when(one.since), one.version, one.error]),
            )}
          </>,
        )}
        {section(
          'failed',
          words.failed,
          list(
            words.failed,
            [labels.case, labels.at, labels.to, labels.reason],
            view.failed.map((one) => [
              caseLink(one.caseId),
              when(one.queuedAt),
              one.name,
              one.reason && carrierReason(carriers, one.reason),
            ]),
          ),
        )}
        {section(
          'refused',
          words.refused,
          <>
            <p>{words.refusedAbout}</p>
            {list(
              words.refused,
              [labels.case, labels.at, labels.command, labels.by, labels.code],
              view.refused.map((one) => [caseLink(one.caseId), when(one.at), one.command, one.by, one.code]),
            )}
          </>,
        )}
      </>
    ),
  });
}
