import { sinceLoaded } from './page-clock.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When what is left is said aloud: nobody who listens wants every second. */
const SAID_AT: readonly number[] = [HOUR_MS, 15 * MINUTE_MS, 5 * MINUTE_MS, MINUTE_MS, 0];

interface Clock {
  readonly until: number;
  /** What the server's clock said when it wrote the page; the reader's own may be wrong. */
  readonly writtenAt: number;
  readonly shown: HTMLElement;
  readonly said: HTMLElement;
  readonly words: { readonly now: string };
  left: number | undefined;
}

let clocks: readonly Clock[] = [];
let isTicking = false;

/** Lets every clock in a part of the page count; where script does not run each reads as a plain instant. */
export function startClocks(root: ParentNode): void {
  const found = [...root.querySelectorAll<HTMLElement>('[data-clock]')].flatMap(clockIn);
  clocks = [...clocks.filter(({ shown }) => shown.isConnected), ...found];
  tick();
  if (isTicking || clocks.length === 0) return;
  isTicking = true;
  setInterval(tick, SECOND_MS);
}

function clockIn(element: HTMLElement): Clock[] {
  const shown = element.querySelector<HTMLElement>('[data-clock-left]');
  const { clock, now } = element.dataset;
  if (!shown || clock === undefined || now === undefined) return [];
  shown.ariaHidden = 'true';
  const said = document.createElement('span');
  said.className = 'only-read-out';
  said.ariaLive = 'polite';
  said.textContent = shown.textContent;
  element.append(said);
  const words = { now: element.dataset.nowWord ?? '' };
  return [{ until: Number(clock), writtenAt: Number(now), shown, said, words, left: undefined }];
}

function tick(): void {
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

/** `2:05:09` to go, `−0:00:12` twelve seconds after; days before them where there are any. */
function counted(left: number): string {
  const seconds = Math.ceil(left / SECOND_MS);
  const total = Math.abs(seconds);
  const days = Math.floor((total * SECOND_MS) / DAY_MS);
  const clock = `${Math.floor(total / 3600) % 24}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  const inDays = days === 0 ? clock : `${unit(days, 'day')} ${clock}`;
  return seconds < 0 ? `−${inDays}` : inDays;
}

const two = (value: number): string => String(value).padStart(2, '0');

const unit = (count: number, name: string): string =>
  new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: name,
    unitDisplay: 'long',
  }).format(count);

function spoken(left: number): string {
  const minutes = Math.ceil(left / MINUTE_MS);
  return minutes >= 60 ? unit(Math.round(minutes / 60), 'hour') : unit(minutes, 'minute');
}
