import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { PeopleRefusal } from '../../core/message/people.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { checkboxField } from '../parts/choices.tsx';
import { type Option, selectField, textField } from '../parts/field.tsx';
import { buttonRow, linkButton, postForm } from '../parts/form.tsx';
import { pager, table, tag } from '../parts/lists.tsx';
import { confirmation, emptyState } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import { type AdminFrame, adminPage, errorsOf, type Refusing } from './admin-frame.tsx';

interface AdminToken {
  readonly tokenId: string;
  readonly name: string;
  readonly owner: string;
  readonly scopes: readonly string[];
  readonly madeAt: Instant;
  readonly expiresAt: Instant | undefined;
  readonly revokedAt: Instant | undefined;
}

interface TokenList {
  readonly frame: AdminFrame;
  readonly tokens: readonly AdminToken[];
  readonly older: string | undefined;
}

/** Programs that act as somebody of the contract. */
export function tokensPage({ frame, tokens, older }: TokenList): string {
  const { language, base } = frame;
  const { tokens: words, labels, parts } = catalogue(language).admin;
  return adminPage({
    frame,
    title: parts.tokens.title,
    isWide: true,
    children: (
      <>
        <p>{words.add.about}</p>
        <p>{linkButton({ label: words.add.title, path: `${base}/tokens/new` })}</p>
        {tokens.length === 0
          ? emptyState({ title: words.empty })
          : table({
              caption: parts.tokens.title,
              isCaptionHidden: true,
              columns: [labels.name, labels.owner, labels.scopes, labels.made, labels.ends].map((title) => ({
                title,
              })),
              rows: tokens.map((one) => tokenRow(one, frame)),
            })}
        {pager({ older }, language)}
      </>
    ),
  });
}

function tokenRow(one: AdminToken, frame: AdminFrame): readonly (string | Html)[] {
  const { language, base, timeZone, readerZone } = frame;
  const { tokens: words, labels } = catalogue(language).admin;
  return [
    one.name,
    one.owner,
    one.scopes.map((scope) => scopeWords(scope, frame)).join(', '),
    whenPart({ at: one.madeAt, timeZone, readerZone, language }),
    one.revokedAt === undefined ? (
      <>
        {one.expiresAt === undefined
          ? labels.never
          : whenPart({ at: one.expiresAt, timeZone, readerZone, language })}{' '}
        <a href={`${base}/tokens/${one.tokenId}/revoke`}>
          {words.revoke}
          <span class="only-read-out">: {one.name}</span>
        </a>
      </>
    ) : (
      tag(labels.revoked)
    ),
  ];
}

function scopeWords(scope: string, { language }: AdminFrame): string {
  const { scopes } = catalogue(language).admin.tokens;
  return scope === 'read' || scope === 'write' ? scopes[scope] : scope;
}

/** The field of the form for a token that a no is about. */
function tokenField({ code }: PeopleRefusal): string {
  if (code === 'token-name-malformed') return 'name';
  if (code === 'token-expiry-passed') return 'ends';
  return code.startsWith('token-scope') ? 'scopes' : 'owner';
}

interface TokenForm {
  readonly frame: AdminFrame;
  readonly owners: readonly Option[];
  readonly refusing: Refusing | undefined;
}

/** The form by which a token is made. */
export function newTokenPage({ frame, owners, refusing }: TokenForm): string {
  const { language, base } = frame;
  const { tokens: words, labels, hints, cancel } = catalogue(language).admin;
  const errors = errorsOf(refusing, frame, tokenField);
  const errorOf = (name: string): string | undefined => errors.find((one) => one.name === name)?.error;
  return adminPage({
    frame,
    title: words.add.title,
    within: 'tokens',
    errors,
    children: (
      <>
        <p>{words.add.about}</p>
        {postForm({
          action: `${base}/tokens/new`,
          children: (
            <>
              {textField({
                language,
                name: 'name',
                label: labels.name,
                value: refusing?.typed.text('name'),
                error: errorOf('name'),
              })}
              {selectField({
                language,
                name: 'owner',
                label: labels.owner,
                options: owners,
                chosen: refusing?.typed.text('owner'),
                error: errorOf('owner'),
              })}
              {checkboxField({
                language,
                name: 'scopes',
                label: labels.scopes,
                hint: hints.scopes,
                choices: (['read', 'write'] as const).map((value) => ({ value, label: words.scopes[value] })),
                chosen: refusing?.typed.all('scopes') ?? ['read'],
                error: errorOf('scopes'),
              })}
              {textField({
                language,
                name: 'ends',
                label: labels.ends,
                hint: hints.ends,
                type: 'date',
                isOptional: true,
                value: refusing?.typed.text('ends'),
                error: errorOf('ends'),
              })}
              {buttonRow([{ label: words.add.button }], [{ label: cancel, path: `${base}/tokens` }])}
            </>
          ),
        })}
      </>
    ),
  });
}

/** The only page that ever shows a token. */
export function tokenMadePage({
  frame,
  token,
}: {
  readonly frame: AdminFrame;
  readonly token: string;
}): string {
  const { language, base } = frame;
  const { tokens: words, parts } = catalogue(language).admin;
  return adminPage({
    frame,
    title: words.made,
    within: 'tokens',
    children: (
      <>
        {confirmation({ title: words.madeAbout, children: <p class="token">{token}</p> })}
        <p>
          <a href={`${base}/tokens`}>{parts.tokens.title}</a>
        </p>
      </>
    ),
  });
}
