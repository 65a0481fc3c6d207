import { checkFields } from './check-fields.ts';
import { countCharacters } from './count-characters.ts';
import { startClocks } from './live-clocks.ts';

/** Several events of one decision are one change. */
const SETTLE_MS = 250;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Each region as the server last wrote it. */
const written = new Map<string, string>();

/**
 * Keeps the page as it is now. An element with `data-events` names a stream, and `data-version` what the page has seen
 * of it; on each `changed` the page is fetched again, and regions (`data-region`, with an id) that came out different
 * take the place of the old ones. Focus and what was typed stay; where they cannot, nothing is replaced and the page
 * says that it has changed. A page that nobody sees listens to nothing, for a browser has few connections for all its
 * tabs; seen again, it goes on from where it was.
 */
export function followChanges(): void {
  const source = document.querySelector<HTMLElement>('[data-events]');
  if (!source) return;
  for (const region of regionsIn(document)) written.set(region.id, region.outerHTML);
  let version = source.dataset.version ?? '';
  let stream: EventSource | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const listen = (): void => {
    stream?.close();
    if (document.visibilityState === 'hidden') return;
    stream = new EventSource(`${source.dataset.events}?after=${version}`);
    stream.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      version = data;
      clearTimeout(waiting);
      waiting = setTimeout(() => void refresh(source), SETTLE_MS);
    });
  };
  listen();
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => stream?.close());
}

const regionsIn = (root: ParentNode): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-region][id]'),
];

async function refresh(source: HTMLElement): Promise<void> {
  try {
    const reply = await fetch(location.href, { headers: { accept: 'text/html' }, redirect: 'error' });
    if (!reply.ok) return sayChanged(source);
    const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const changed = regionsIn(fresh).filter(({ id, outerHTML }) => written.get(id) !== outerHTML);
    if (changed.length === 0) return;
    const all = changed.map((region) => replaced(region));
    if (all.includes(false)) sayChanged(source);
  } catch {
    // Signed out, or the network is away: what is shown may be old, and says so.
    sayChanged(source);
  }
}

/** Puts a region in place of the old one. False: it was left, for something typed has no place in the new one. */
function replaced(fresh: HTMLElement): boolean {
  const old = document.getElementById(fresh.id);
  if (!old) return false;
  const typed = fieldsIn(old).filter(isTyped);
  const places = typed.map((field) => placeOf(field, fresh));
  if (places.includes(undefined)) return false;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const opened = [...old.querySelectorAll('details')].map(({ open }) => open);
  written.set(fresh.id, fresh.outerHTML);
  old.replaceWith(fresh);
  for (const [at, field] of typed.entries()) copyTyped(field, places[at]);
  fresh.querySelectorAll('details').forEach((one, at) => {
    one.open ||= opened[at] ?? false;
  });
  startClocks(fresh);
  countCharacters(fresh);
  checkFields(fresh);
  if (focused) keepFocus(focused, fresh);
  return true;
}

const fieldsIn = (root: ParentNode): readonly Field[] => [
  ...root.querySelectorAll<Field>('input:not([type=hidden]), textarea, select'),
];

function isTyped(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type))
    return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** The same field of the same form in a new region. */
function placeOf(field: Field, fresh: HTMLElement): Field | undefined {
  const isChoice = field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type);
  return fieldsIn(fresh).find(
    (one) =>
      one.name === field.name &&
      one.type === field.type &&
      one.form?.getAttribute('action') === field.form?.getAttribute('action') &&
      (!isChoice || one.value === field.value),
  );
}

function copyTyped(from: Field, to: Field | undefined): void {
  if (from instanceof HTMLInputElement && to instanceof HTMLInputElement) to.checked = from.checked;
  if (to) to.value = from.value;
}

function keepFocus(old: Element, fresh: HTMLElement): void {
  const place =
    old.id === ''
      ? fieldsIn(fresh).find((one) => one.name === (old as Field).name)
      : document.getElementById(old.id);
  if (!place) return;
  place.focus({ preventScroll: true });
  if (old instanceof HTMLTextAreaElement && place instanceof HTMLTextAreaElement)
    place.setSelectionRange(old.selectionStart, old.selectionEnd);
}

/** The word itself was written by the server, hidden: it has the language of the page. */
function sayChanged(source: HTMLElement): void {
  const word = source.querySelector<HTMLElement>('[data-changed]');
  if (word) word.hidden = false;
}
