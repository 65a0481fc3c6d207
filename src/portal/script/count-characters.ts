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
    shown.textContent = `${numberWords(Math.abs(rest))} ${rest < 0 ? over : left}`;
    shown.classList.toggle('is-over', rest < 0);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      said.textContent = shown.textContent;
    }, SAID_AFTER_MS);
  };
  shown.textContent = `${numberWords(max - field.value.length)} ${left}`;
  field.addEventListener('input', say);
}

/** As the pages themselves write it: `10,000` in both languages, for Spanish here is that of the United States. */
const numberWords = (count: number): string => count.toLocaleString(`${document.documentElement.lang}-US`);
