function checkFields(root) {
 for (const field of root.querySelectorAll('[data-missing]')) {
  field.addEventListener('blur', () => check(field));
  field.addEventListener('input', () => {
   if (field.value.trim() !== '')
    clear(field);
  });
 }
}
const idOf = (field) => `${field.id}-missing`;
function check(field) {
 if (field.value.trim() !== '') {
  clear(field);
  return;
 }
 if (document.getElementById(idOf(field)) || field.getAttribute('aria-invalid') === 'true')
  return;
 const said = document.createElement('p');
 said.id = idOf(field);
 said.className = 'field-error';
 said.textContent = field.dataset.missing ?? '';
 field.before(said);
 field.setAttribute('aria-invalid', 'true');
 field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${said.id}`.trim());
 field.closest('.field')?.classList.add('has-error');
}
function clear(field) {
 const said = document.getElementById(idOf(field));
 if (!said)
  return;
 said.remove();
 field.removeAttribute('aria-invalid');
 field.closest('.field')?.classList.remove('has-error');
 const described = (field.getAttribute('aria-describedby') ?? '').replace(said.id, '').trim();
 if (described === '')
  field.removeAttribute('aria-describedby');
 else
  field.setAttribute('aria-describedby', described);
}
const SAID_AFTER_MS = 1000;
function countCharacters(root) {
 for (const field of root.querySelectorAll('textarea[data-length-max]'))
  count(field);
}
function count(field) {
 const { lengthMax = '', left = '', over = '' } = field.dataset;
 const max = Number(lengthMax);
 const shown = document.createElement('p');
 shown.className = 'counter';
 shown.ariaHidden = 'true';
 const said = document.createElement('span');
 said.className = 'only-read-out';
 said.ariaLive = 'polite';
 field.after(shown, said);
 field.removeAttribute('maxlength');
 let waiting;
 const say = () => {
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
const numberWords = (count) => count.toLocaleString(`${document.documentElement.lang}-US`);
const loadedAt = Date.now();
const sinceLoaded = () => Date.now() - loadedAt;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SAID_AT = [HOUR_MS, 15 * MINUTE_MS, 5 * MINUTE_MS, MINUTE_MS, 0];
let clocks = [];
let isTicking = false;
function startClocks(root) {
 const found = [...root.querySelectorAll('[data-clock]')].flatMap(clockIn);
 clocks = [...clocks.filter(({ shown }) => shown.isConnected), ...found];
 tick();
 if (isTicking || clocks.length === 0)
  return;
 isTicking = true;
 setInterval(tick, SECOND_MS);
}
function clockIn(element) {
 const shown = element.querySelector('[data-clock-left]');
 const { clock, now } = element.dataset;
 if (!shown || clock === undefined || now === undefined)
  return [];
 shown.ariaHidden = 'true';
 const said = document.createElement('span');
 said.className = 'only-read-out';
 said.ariaLive = 'polite';
 said.textContent = shown.textContent;
 element.append(said);
 const words = { now: element.dataset.nowWord ?? '' };
 return [{ until: Number(clock), writtenAt: Number(now), shown, said, words, left: undefined }];
}
function tick() {
 for (const clock of clocks) {
  const left = clock.until - clock.writtenAt - sinceLoaded();
  clock.shown.textContent = counted(left);
  const before = clock.left;
  if (before !== undefined && SAID_AT.some((mark) => before > mark && left <= mark)) {
   clock.said.textContent = left <= 0 ? clock.words.now : spoken(left);
  }
  clock.left = left;
 }
}
function counted(left) {
 const seconds = Math.ceil(left / SECOND_MS);
 const total = Math.abs(seconds);
 const days = Math.floor((total * SECOND_MS) / DAY_MS);
 const clock = `${Math.floor(total / 3600) % 24}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
 const inDays = days === 0 ? clock : `${unit(days, 'day')} ${clock}`;
 return seconds < 0 ? `−${inDays}` : inDays;
}
const two = (value) => String(value).padStart(2, '0');
const unit = (count, name) => new Intl.NumberFormat(document.documentElement.lang, {
 style: 'unit',
 unit: name,
 unitDisplay: 'long',
}).format(count);
function spoken(left) {
 const minutes = Math.ceil(left / MINUTE_MS);
 return minutes >= 60 ? unit(Math.round(minutes / 60), 'hour') : unit(minutes, 'minute');
}
const SETTLE_MS = 1000;
const written = new Map();
const shownIn = ({ outerHTML }) => outerHTML.replace(/ data-now="\d+"|(?<=data-clock-left="">)[^<]*/g, '');
function followChanges() {
 const source = document.querySelector('[data-follow]');
 if (!source)
  return;
 for (const region of regionsIn(document))
  written.set(region.id, shownIn(region));
 if (source.dataset.events)
  followStream(source);
 else
  lookAgain(source);
}
function followStream(source) {
 let version = source.dataset.version ?? '';
 let stream;
 let isWaiting = false;
 const listen = () => {
  stream?.close();
  if (document.visibilityState === 'hidden')
   return;
  stream = new EventSource(`${source.dataset.events}?after=${version}`);
  stream.addEventListener('changed', ({ data }) => {
   version = data;
   if (isWaiting)
    return;
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
function lookAgain(source) {
 const seconds = Number(source.dataset.again);
 if (seconds > 0)
  setTimeout(async () => {
   if (await refresh(source))
    lookAgain(source);
  }, seconds * 1000);
}
const regionsIn = (root) => [
 ...root.querySelectorAll('[data-region][id]'),
];
async function refresh(source) {
 try {
  const reply = await fetch(location.href, { headers: { accept: 'text/html' }, redirect: 'error' });
  if (!reply.ok)
   return sayChanged(source);
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
  const follow = fresh.querySelector('[data-follow]');
  if (source.dataset.again && !follow)
   location.reload();
  source.dataset.again = follow?.dataset.again ?? '';
  const changed = regionsIn(fresh).filter((one) => written.get(one.id) !== shownIn(one));
  if (changed.length === 0)
   return true;
  const all = changed.map((region) => replaced(region));
  if (all.includes(false))
   return sayChanged(source);
  sayTold(source, fresh.querySelector('[data-said]')?.dataset.told);
  return true;
 }
 catch {
  return sayChanged(source);
 }
}
function replaced(fresh) {
 const old = document.getElementById(fresh.id);
 if (!old)
  return false;
 const typed = fieldsIn(old).filter(isTyped);
 const places = typed.map((field) => placeOf(field, fresh));
 if (places.includes(undefined))
  return false;
 const focused = old.contains(document.activeElement) ? document.activeElement : null;
 const opened = [...old.querySelectorAll('details')].map(({ open }) => open);
 written.set(fresh.id, shownIn(fresh));
 for (const one of fresh.querySelectorAll('[role=status]'))
  one.removeAttribute('role');
 old.replaceWith(fresh);
 for (const [at, field] of typed.entries())
  copyTyped(field, places[at]);
 fresh.querySelectorAll('details').forEach((one, at) => {
  one.open ||= opened[at] ?? false;
 });
 startClocks(fresh);
 countCharacters(fresh);
 checkFields(fresh);
 if (focused)
  keepFocus(focused, fresh);
 return true;
}
const fieldsIn = (root) => [
 ...root.querySelectorAll('input:not([type=hidden]), textarea, select'),
];
function isTyped(field) {
 if (field instanceof HTMLSelectElement)
  return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
 if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type))
  return field.checked !== field.defaultChecked;
 return field.value !== field.defaultValue;
}
function placeOf(field, fresh) {
 const isChoice = field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type);
 return fieldsIn(fresh).find((one) => one.name === field.name &&
  one.type === field.type &&
  one.form?.getAttribute('action') === field.form?.getAttribute('action') &&
  (!isChoice || one.value === field.value));
}
function copyTyped(from, to) {
 if (from instanceof HTMLInputElement && to instanceof HTMLInputElement)
  to.checked = from.checked;
 if (to)
  to.value = from.value;
}
function keepFocus(old, fresh) {
 const place = old.id === '' ? sameIn(old, fresh) : document.getElementById(old.id);
 if (!place)
  fresh.tabIndex = -1;
 (place ?? fresh).focus({ preventScroll: true });
 if (old instanceof HTMLTextAreaElement && place instanceof HTMLTextAreaElement)
  place.setSelectionRange(old.selectionStart, old.selectionEnd);
}
const sameIn = (old, fresh) => 'value' in old && old.tagName !== 'BUTTON'
 ? fieldsIn(fresh).find(({ name }) => name === old.name)
 : [...fresh.querySelectorAll(old.tagName)].find((one) => one.textContent === old.textContent && one.getAttribute('href') === old.getAttribute('href'));
function sayChanged(source) {
 const word = source.querySelector('[data-changed]');
 if (word?.hidden)
  say(source, ({ stale }) => stale);
 if (word)
  word.hidden = false;
 return false;
}
function sayTold(source, told) {
 say(source, (words) => ((told ?? '') === (words.told ?? '') ? words.newer : told));
 const said = source.querySelector('[data-said]');
 if (said)
  said.dataset.told = told ?? '';
}
function say(source, choose) {
 const said = source.querySelector('[data-said]');
 if (said)
  said.textContent = choose(said.dataset) ?? '';
}
const PAUSE_MS = 600;
function showFindings(root) {
 const shown = root.querySelector('[data-findings-of]');
 const { findingsOf = '', findingsAt = '' } = shown?.dataset ?? {};
 const field = document.getElementById(findingsOf);
 if (!shown || !(field instanceof HTMLTextAreaElement))
  return;
 field.wrap = 'off';
 const said = document.getElementById(`${shown.id}-said`);
 let waiting;
 let asking = new AbortController();
 const ask = async () => {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
   const body = new URLSearchParams({ text: field.value });
   const reply = await fetch(findingsAt, { method: 'POST', body, redirect: 'error', signal });
   if (!reply.ok)
    return;
   const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
   shown.replaceChildren(...fresh.body.childNodes);
   if (said)
    said.textContent = shown.querySelector('p')?.textContent ?? '';
  }
  catch {
  }
 };
 field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void ask(), PAUSE_MS);
 });
 shown.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-line]') : null;
  if (!link)
   return;
  event.preventDefault();
  toLine(field, Number(link.dataset.line));
 });
}
function toLine(field, line) {
 const lines = field.value.split('\n');
 const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
 field.focus();
 field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
 const all = field.scrollHeight / Math.max(lines.length, 1);
 field.scrollTop = Math.max(0, (line - 4) * all);
}
const ASKED_AFTER_MS = 500;
function showChanges(root) {
 const holder = root.querySelector('[data-live-form]');
 const form = holder?.querySelector('form');
 const at = holder?.dataset.liveForm;
 if (!form || at === undefined)
  return;
 const said = document.getElementById('shown-said');
 let waiting;
 let asking = new AbortController();
 const ask = async () => {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
   const body = new URLSearchParams();
   for (const [name, value] of new FormData(form))
    if (typeof value === 'string')
     body.append(name, value);
   const reply = await fetch(at, { method: 'POST', body, redirect: 'error', signal });
   if (!reply.ok)
    return;
   const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
   for (const part of fresh.querySelectorAll('[data-live]'))
    document.getElementById(part.id)?.replaceChildren(...part.childNodes);
   if (said)
    said.textContent = document.querySelector('#shown li, #shown p')?.textContent ?? '';
  }
  catch {
  }
 };
 form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void ask(), ASKED_AFTER_MS);
 });
}
function offerOwnZone(root) {
 const select = root.querySelector('[data-own-zone] select');
 if (select?.value !== '')
  return;
 const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
 if ([...select.options].some(({ value }) => value === own))
  select.value = own;
}
function usePasskeys(page) {
 if (!('PublicKeyCredential' in window) || !('parseRequestOptionsFromJSON' in PublicKeyCredential))
  return;
 for (const form of page.querySelectorAll('form[data-passkey]')) {
  const section = form.closest('[data-passkeys]') ?? form;
  section.hidden = false;
  form.addEventListener('submit', (event) => {
   event.preventDefault();
   ask(form).catch(() => {
    const failed = section.querySelector('[data-passkey-failed]');
    if (failed)
     failed.hidden = false;
   });
  });
 }
}
async function ask(form) {
 const answer = await fetch(form.dataset.options ?? '', { method: 'POST' });
 if (!answer.ok)
  throw new Error(String(answer.status));
 const options = await answer.json();
 const credential = await (form.dataset.passkey === 'create' ? made(options) : shown(options));
 const field = form.querySelector('input[name="credential"]');
 if (!(credential instanceof PublicKeyCredential) || !field)
  throw new Error('no passkey');
 field.value = JSON.stringify(credential.toJSON());
 form.submit();
}
const made = (options) => navigator.credentials.create({
 publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
});
const shown = (options) => navigator.credentials.get({
 publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
});
followChanges();
startClocks(document);
countCharacters(document);
checkFields(document);
showFindings(document);
showChanges(document);
usePasskeys(document);
offerOwnZone(document);
