import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { buttonRow, linkButton, postForm } from '../parts/form.tsx';
import { type AdminFrame, section } from './admin-frame.tsx';

interface Invited {
  readonly personId: string;
  readonly email?: string | undefined;
}

/** How a person is let in, and signed out everywhere. */
export function accessPart(frame: AdminFrame, { personId, email }: Invited): Html {
  const { access: words } = catalogue(frame.language).admin;
  const path = `${frame.base}/people/${encodeURIComponent(personId)}`;
  return section(
    'access',
    words.title,
    <>
      {email === undefined ? <p>{words.invite.noAddress}</p> : invitation(frame, path, email)}
      <p>{words.sessions.about}</p>
      <p>{linkButton({ label: words.sessions.button, path: `${path}/sign-out`, kind: 'plain' })}</p>
    </>,
  );
}

function invitation({ language }: AdminFrame, path: string, email: string): Html {
  const { invite: words } = catalogue(language).admin.access;
  return (
    <>
      <p>{words.about(email)}</p>
      {postForm({
        action: `${path}/invite`,
        children: buttonRow([{ label: words.button }]),
      })}
    </>
  );
}
