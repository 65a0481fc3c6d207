/**
 * Passkeys are the one thing that needs script: only that can ask the device. A form that has one stands hidden until
 * there is a device to ask, and goes its own way to the server once the device has answered.
 */
export function usePasskeys(page: Document): void {
  if (!('PublicKeyCredential' in window) || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return;
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    const section = form.closest<HTMLElement>('[data-passkeys]') ?? form;
    section.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      ask(form).catch(() => {
        const failed = section.querySelector<HTMLElement>('[data-passkey-failed]');
        if (failed) failed.hidden = false;
      });
    });
  }
}

async function ask(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(form.dataset.options ?? '', { method: 'POST' });
  if (!answer.ok) throw new Error(String(answer.status));
  const options: unknown = await answer.json();
  const credential = await (form.dataset.passkey === 'create' ? made(options) : shown(options));
  const field = form.querySelector<HTMLInputElement>('input[name="credential"]');
  if (!(credential instanceof PublicKeyCredential) || !field) throw new Error('no passkey');
  field.value = JSON.stringify(credential.toJSON());
  form.submit();
}

const made = (options: unknown): Promise<Credential | null> =>
  navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
      options as PublicKeyCredentialCreationOptionsJSON,
    ),
  });

const shown = (options: unknown): Promise<Credential | null> =>
  navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
      options as PublicKeyCredentialRequestOptionsJSON,
    ),
  });
