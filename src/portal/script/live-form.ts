/** So long after the last change a form is asked about. */
const ASKED_AFTER_MS = 500;

/**
 * Shows what a form changes while it is filled in. The element with `data-live-form` holds the form and says where to
 * ask; what comes back replaces the parts of the page with the same ids. What cannot be asked leaves them as they were.
 */
export function showChanges(root: ParentNode): void {
  const holder = root.querySelector<HTMLElement>('[data-live-form]');
  const form = holder?.querySelector('form');
  const at = holder?.dataset.liveForm;
  if (!form || at === undefined) return;
  const said = document.getElementById('shown-said');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const ask = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
      const reply = await fetch(at, { method: 'POST', body, redirect: 'error', signal });
      if (!reply.ok) return;
      const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
      for (const part of fresh.querySelectorAll('[data-live]'))
        document.getElementById(part.id)?.replaceChildren(...part.childNodes);
      if (said) said.textContent = document.querySelector('#shown li, #shown p')?.textContent ?? '';
    } catch {
      // The network is away, or the next question was quicker.
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), ASKED_AFTER_MS);
  });
}
