import type { Page } from 'playwright-core';
import { catalogue } from '../../src/core/message/catalogue.ts';
import type { Reader, Screen } from './browser.ts';

/** One of each role, by the name that stands on their button, and nobody. */
export const PEOPLE = [
  undefined,
  'Dana Quill',
  'Emeric Stone',
  'Odile Marsh',
  'Perpetua Lind',
  'Ines Calloway',
  'Customer Support',
  'Tamsin Hale',
  'Lorcan Reed',
  'Ysolde Park',
] as const;

/** Where a link leads, for telling kinds of pages apart: its path with the numbers and names in it left out. */
export function kindOf({ pathname, searchParams }: URL): string {
  const kind = pathname
    .replace(/\/[0-9a-f-]{36}(?=\/|$)/g, '/:id')
    .replace(
      /(?<=\/(?:cases|contacts|customers|drafts|obligations|people|revisions|telephones)\/)[^/]+/g,
      ':one',
    )
    .replace(/(?<=\/why\/).*/, ':one');
  return `${kind}?${[...new Set(searchParams.keys())].sort().join('&')}`;
}

/** Leads to a file, changes the reader's language, or is the same for everybody. */
export const isOther = ({ pathname }: URL): boolean =>
  /^\/language$|\.(?:atom|csv|ics|json|pdf|vcf)$|\/html$|^\/api\b|\/files\/[^/]+$/.test(pathname);

const KILOBYTE = 1024;
const PAGE_BYTES_MAX = 60 * KILOBYTE;
const SCRIPT_BYTES_MAX = 15 * KILOBYTE;

/**
 * What is wrong with a page whatever it is about: its heading and title, what it and its assets weigh on a first visit,
 * where help stands in it, and that it offers the help of `helpPath`.
 */
export async function flawsOf(page: Page, helpPath: string): Promise<readonly string[]> {
  const { heads, title, bytes, scriptBytes, help } = await page.evaluate(lookAt);
  const { frame } = catalogue('en').parts;
  const wanted = `${frame.help} ${frame.helpAbout} ${frame.helpPlan} ${helpPath}`;
  return [
    ...(heads === 1 ? [] : [`${heads} first headings`]),
    ...(title.endsWith(' – Ladder') ? [] : [`title ${title}`]),
    ...(bytes < PAGE_BYTES_MAX ? [] : [`weighs ${bytes}`]),
    ...(scriptBytes < SCRIPT_BYTES_MAX ? [] : [`has ${scriptBytes} of script`]),
    ...(help === wanted ? [] : [`helps elsewhere or otherwise: ${help}`]),
  ];
}

/**
 * Runs in the page. What came out of the browser's own store weighs what it weighed when it was first sent. Help is the
 * last thing on the page, right after its body: its words, and where they lead.
 */
const lookAt = `(() => {
  const HEADERS = 300;
  const loaded = performance.getEntriesByType('resource').filter((one) => one.encodedBodySize > 0);
  const weight = (all) => all.reduce((sum, one) => sum + one.encodedBodySize + HEADERS, 0);
  const foot = document.body.lastElementChild;
  const stands = foot.matches('footer.foot') && foot.previousElementSibling.contains(document.querySelector('main'))
    && document.querySelectorAll('footer').length === 1;
  return {
    heads: document.querySelectorAll('h1').length,
    title: document.title,
    bytes: weight(performance.getEntriesByType('navigation')) + weight(loaded),
    scriptBytes: weight(loaded.filter(({ name }) => new URL(name).pathname.endsWith('.js'))),
    help: stands ? [...foot.querySelectorAll('h2, p')].map((one) => one.textContent.trim())
      .concat([...foot.querySelectorAll('a')].map((one) => one.getAttribute('href'))).join(' ') : 'not at the foot',
  };
})()` as unknown as () => {
  readonly heads: number;
  readonly title: string;
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly help: string;
};

/** A reader who has stepped into a demonstration by a name, or nobody. */
export async function stepInAs(screen: Screen, name: string | undefined): Promise<Reader> {
  const reader = await screen.reader();
  if (name === undefined) return reader;
  await reader.visit('/step-in');
  await reader.page.getByRole('button', { name: `Step in as ${name}`, exact: true }).click();
  return reader;
}

/**
 * Whether a page of a kind has a part that no page of that kind had before: an element with its attributes. One that
 * has none is built from what the accessibility rules have been held against already.
 */
export async function hasNewParts(page: Page, kind: string, known: Set<string>): Promise<boolean> {
  const parts = await page.evaluate(partsOf);
  const fresh = parts.map((part) => `${kind} ${part}`).filter((part) => !known.has(part));
  for (const part of fresh) known.add(part);
  return fresh.length > 0;
}

/** Runs in the page. Values that only name or say something are left out. */
const partsOf = `(() => {
  const telling = /^(?:class|role|type|dir|lang|tabindex|disabled|open|aria-(?:current|invalid|live|expanded|hidden))$/;
  const part = (one) => [one.parentElement.tagName, one.tagName, ...[...one.attributes].map(({ name, value }) =>
    telling.test(name) ? name + '=' + value : name).sort()].join(' ');
  return [...new Set([...document.querySelectorAll('body *')].map(part))];
})()` as unknown as () => readonly string[];
