/** So long after the last key a text is asked about. */
const PAUSE_MS = 600;

/**
 * Shows what is wrong with a text while it is typed. The element with `data-findings-of` holds the list, names the
 * field, and says where to ask; a link to a line leads into the field itself. What cannot be asked leaves the list as
 * it was.
 */
export function showFindings(root: ParentNode): void {
  const shown = root.querySelector<HTMLElement>('[data-findings-of]');
  const { findingsOf = '', findingsAt = '' } = shown?.dataset ?? {};
  const field = document.getElementById(findingsOf);
  if (!shown || !(field instanceof HTMLTextAreaElement)) return;
  // So a line of the plan is a line of the field, and a link finds it.
  field.wrap = 'off';
  const said = document.getElementById(`${shown.id}-said`);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const ask = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const body = new URLSearchParams({ text: field.value });
      const reply = await fetch(findingsAt, { method: 'POST', body, redirect: 'error', signal });
      if (!reply.ok) return;
      const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
      shown.replaceChildren(...fresh.body.childNodes);
      if (said) said.textContent = shown.querySelector('p')?.textContent ?? '';
    } catch {
      // The network is away, or the next question was quicker.
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
  shown.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    if (!link) return;
    event.preventDefault();
    toLine(field, Number(link.dataset.line));
  });
}

/** Chooses a line of a field, and brings it into view. */
function toLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const all = field.scrollHeight / Math.max(lines.length, 1);
  field.scrollTop = Math.max(0, (line - 4) * all);
}
