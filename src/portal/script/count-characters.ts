const SAID_AFTER_MS = 1000;

/** Says under each text that has a limit how much is left of it, aloud only once its writer pauses. */
export function countCharacters(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLTextAreaElement>('textarea[data-length-max]')) count(field);
}

function count(field: HTMLTextAreaElement): void {
  const { lengthMax = '', left = '', over = '' } = field.dataset;
  const max = Number(lengthMax);
  const shown = document.createElement('p');
  shown.className = 'counter';
  shown.ariaHidden = 'true';
  const said = document.createElement('span');
  said.className = 'only-read-out';
  said.ariaLive = 'polite';
  field.after(shown, said);
  // The limit is then said by the counter, and what is pasted is not cut in silence.
  field.removeAttribute('maxlength');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const say = (): void => {
    const rest = max - field.value.length;
    shown.textContent = `${Math.abs(rest).toLocaleString(document.documentElement.lang)} ${rest < 0 ? over : left}`;
    shown.classList.toggle('is-over', rest < 0);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      said.textContent = shown.textContent;
    }, SAID_AFTER_MS);
  };
  shown.textContent = `${(max - field.value.length).toLocaleString(document.documentElement.lang)} ${left}`;
  field.addEventListener('input', say);
}
