import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { ChatKind } from '../../core/message/chat-message.ts';
import type { ChatProblem } from '../../core/message/portal/chats.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { page } from '../frame.tsx';
import { checkboxField } from '../parts/choices.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import type { ChannelsFrame, ShownChannel } from './channel-pages.tsx';

interface Problem {
  readonly at: ChatProblem;
  readonly words: RefusalWords;
}

/** The field at which something is wrong. */
const FIELD: Readonly<Record<ChatProblem, string>> = {
  ...{ name: 'name', room: 'room', token: 'token', signingSecret: 'signingSecret', url: 'url' },
  ...{ level: 'levels', tooMany: 'name', same: 'name' },
};

const errorsOf = (problem: Problem | undefined) =>
  problem ? [{ name: FIELD[problem.at], error: `${problem.words.message} ${problem.words.advice}` }] : [];

interface NewView {
  readonly frame: ChannelsFrame;
  readonly kind: ChatKind;
  /** Levels of the plan. */
  readonly levels: readonly number[];
  /** Secrets are typed anew each time. */
  readonly typed: { readonly name: string; readonly room: string; readonly levels: readonly string[] };
  readonly problem: Problem | undefined;
}

/** The form by which a channel is added. */
export function newChannelPage({ frame, kind, levels, typed, problem }: NewView): string {
  const { language, base } = frame;
  const { chats: words, admin } = catalogue(language);
  const { add } = words;
  const errors = errorsOf(problem);
  const errorAt = (field: string) => errors.find(({ name }) => name === field)?.error;
  return page({
    ...frame,
    title: add[kind].title,
    hasErrors: errors.length > 0,
    crumbs: [{ title: words.title, path: base }],
    children: (
      <>
        {errorSummary(errors, language)}
        <p>{add[kind].about}</p>
        {postForm({
          action: `${base}/new/${kind}`,
          children: (
            <>
              {textField({
                ...{ language, name: 'name', label: add.name, hint: add.nameHint, value: typed.name },
                ...{ error: errorAt('name'), lengthMax: 80 },
              })}
              {kind === 'slack' &&
                textField({
                  ...{ language, name: 'room', label: add.room, hint: add.roomHint, value: typed.room },
                  ...{ error: errorAt('room'), lengthMax: 32, spellcheck: false, width: 'medium' },
                })}
              {secretFields(frame, kind, errorAt)}
              {checkboxField({
                ...{ language, name: 'levels', label: add.levels, hint: add.levelsHint },
                ...{ chosen: typed.levels, error: errorAt('levels'), isOptional: true },
                choices: levels.map((level) => ({ value: String(level), label: add.level({ level }) })),
              })}
              {buttonRow([{ label: add[kind].button }], [{ label: admin.cancel, path: base }])}
            </>
          ),
        })}
      </>
    ),
  });
}

/** What is typed here is kept sealed and comes back on no page. */
function secretFields(
  { language }: ChannelsFrame,
  kind: ChatKind,
  errorAt: (field: string) => string | undefined,
): Html {
  const { add } = catalogue(language).chats;
  const hidden = { language, type: 'password', spellcheck: false } as const;
  if (kind === 'teams') {
    return textField({
      ...{ ...hidden, name: 'url', label: add.url, hint: add.urlHint, error: errorAt('url') },
      lengthMax: 2_000,
    });
  }
  return (
    <>
      {textField({
        ...{ ...hidden, name: 'token', label: add.token, hint: add.tokenHint, error: errorAt('token') },
        lengthMax: 255,
      })}
      {textField({
        ...{ ...hidden, name: 'signingSecret', label: add.signingSecret, hint: add.signingSecretHint },
        ...{ error: errorAt('signingSecret'), lengthMax: 32 },
      })}
    </>
  );
}

interface SecretsView {
  readonly frame: ChannelsFrame;
  readonly channel: ShownChannel;
  readonly problem: Problem | undefined;
}

/** The form by which a channel gets other secrets. */
export function secretsPage({ frame, channel, problem }: SecretsView): string {
  const { language, base } = frame;
  const { chats: words, admin } = catalogue(language);
  const errors = errorsOf(problem);
  const path = `${base}/${channel.channelId}`;
  return page({
    ...frame,
    title: words.secrets.title,
    hasErrors: errors.length > 0,
    crumbs: [
      { title: words.title, path: base },
      { title: channel.name, path },
    ],
    children: (
      <>
        {errorSummary(errors, language)}
        <p>{words.secrets.about}</p>
        {postForm({
          action: `${path}/secrets`,
          children: (
            <>
              {secretFields(frame, channel.kind, (field) => errors.find(({ name }) => name === field)?.error)}
              {buttonRow([{ label: words.secrets.button }], [{ label: admin.cancel, path }])}
            </>
          ),
        })}
      </>
    ),
  });
}
