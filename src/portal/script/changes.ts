import { checkFields } from './check-fields.ts';
import { countCharacters } from './count-characters.ts';
import { startClocks } from './live-clocks.ts';

/** Several events of one decision are one change, and a busy contract asks no more often than this. */
const SETTLE_MS = 1000;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Each region as the server last wrote it. */
const written = new Map<string, string>();

/** A region without how far its clocks have run: they count by themselves, and that is nothing new. */
const shownIn = ({ outerHTML }: HTMLElement): string =>
  outerHTML.replace(/ data-now="\d+"|(?<=data-clock-left="">)[^<]*/g, '');

/**
 * Keeps the page as it is now. An element with `data-follow` names a stream (`data-events`), and what the page has seen
 * of it (`data-version`), or the seconds after which to look again (`data-again`); each time the page is fetched, and
 * regions (`data-region`, with an id) that came out different take the place of the old ones. Focus and what was typed
 * stay; where they cannot, nothing is replaced and the page says that it has changed. One sentence is said aloud of each
 * change.
 */
export function followChanges(): void {
  const source = document.querySelector<HTMLElement>('[data-follow]');
  if (!source) return;
  for (const region of regionsIn(document)) written.set(region.id, shownIn(region));
  if (source.dataset.events) followStream(source);
  else lookAgain(source);
}

/** A page that nobody sees listens to nothing: a browser has few connections for all its tabs. It goes on when seen. */
function followStream(source: HTMLElement): void {
  let version = source.dataset.version ?? '';
  let stream: EventSource | undefined;
  let isWaiting = false;
  const listen = (): void => {
    stream?.close();
    if (document.visibilityState === 'hidden') return;
    stream = new EventSource(`${source.dataset.events}?after=${version}`);
    stream.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      version = data;
      if (isWaiting) return;
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        void refresh(source);
      }, SETTLE_MS);
    });
  };
  listen();
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => stream?.close());
}

/** Looks at something that goes on until the page no longer says that it does. */
function lookAgain(source: HTMLElement): void {
  const seconds = Number(source.dataset.again);
  if (seconds > 0)
    setTimeout(async () => {
      if (await refresh(source)) lookAgain(source);
    }, seconds * 1000);
}

const regionsIn = (root: ParentNode): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-region][id]'),
];

/** Whether the page now shows what there is. */
async function refresh(source: HTMLElement): Promise<boolean> {
  try {
    const reply = await fetch(location.href, { headers: { accept: 'text/html' }, redirect: 'error' });
    if (!reply.ok) return sayChanged(source);
    const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const follow = fresh.querySelector<HTMLElement>('[data-follow]');
    // What was waited for is over, and the page at this address is another one now.
    if (source.dataset.again && !follow) location.reload();
    source.dataset.again = follow?.dataset.again ?? '';
    const changed = regionsIn(fresh).filter((one) => written.get(one.id) !== shownIn(one));
    if (changed.length === 0) return true;
    const all = changed.map((region) => replaced(region));
    if (all.includes(false)) return sayChanged(source);
    sayTold(source, fresh.querySelector<HTMLElement>('[data-said]')?.dataset.told);
    return true;
  } catch {
    // Signed out, or the network is away: what is shown may be old, and says so.
    return sayChanged(source);
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
  written.set(fresh.id, shownIn(fresh));
  // The page says itself what is new, in one place and once.
  for (const one of fresh.querySelectorAll('[role=status]')) one.removeAttribute('role');
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
  const place = old.id === '' ? sameIn(old, fresh) : document.getElementById(old.id);
  // What had the focus is gone: whoever goes by the keyboard goes on from the same part of the page.
  if (!place) fresh.tabIndex = -1;
  (place ?? fresh).focus({ preventScroll: true });
  if (old instanceof HTMLTextAreaElement && place instanceof HTMLTextAreaElement)
    place.setSelectionRange(old.selectionStart, old.selectionEnd);
}

/** A field by its name; a link or a button by what it says, and where a link leads. */
const sameIn = (old: Element, fresh: HTMLElement): HTMLElement | undefined =>
  'value' in old && old.tagName !== 'BUTTON'
    ? fieldsIn(fresh).find(({ name }) => name === (old as Field).name)
    : [...fresh.querySelectorAll<HTMLElement>(old.tagName)].find(
        (one) => one.textContent === old.textContent && one.getAttribute('href') === old.getAttribute('href'),
      );

/** The words were written by the server: they have the language of the page. */
function sayChanged(source: HTMLElement): false {
  const word = source.querySelector<HTMLElement>('[data-changed]');
  if (word?.hidden) say(source, ({ stale }) => stale);
  if (word) word.hidden = false;
  return false;
}

/** How it stands now, where that is another than before; else that there is something new. */
function sayTold(source: HTMLElement, told: string | undefined): void {
  say(source, (words) => ((told ?? '') === (words.told ?? '') ? words.newer : told));
  const said = source.querySelector<HTMLElement>('[data-said]');
  if (said) said.dataset.told = told ?? '';
}

function say(source: HTMLElement, choose: (words: DOMStringMap) => string | undefined): void {
  const said = source.querySelector<HTMLElement>('[data-said]');
  if (said) said.textContent = choose(said.dataset) ?? '';
}
