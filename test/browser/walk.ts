import type { Page } from 'playwright-core';
import type { Reader, Screen } from './browser.ts';

/** One of each role, by the name that stands on their button, and nobody. */
export const PEOPLE = [
  undefined,
  'Dana Quill',
  'Emeric Stone',
  'Odile Marsh',
  'Perpetua Lind',
  'Customer Support',
  'Tamsin Hale',
  'Lorcan Reed',
  'Ysolde Park',
] as const;

/** Where a link leads, for telling kinds of pages apart: its path with the numbers and names in it left out. */
export function kindOf({ pathname, searchParams }: URL): string {
  const kind = pathname
    .replace(/\/[0-9a-f-]{36}(?=\/|$)/g, '/:id')
    .replace(/(?<=\/(?:cases|contacts|customers|drafts|obligations|people|revisions)\/)[^/]+/g, ':one')
    .replace(/(?<=\/why\/).*/, ':one');
  return `${kind}?${[...new Set(searchParams.keys())].sort().join('&')}`;
}

/** Leads to a file, changes the reader's language, or is the same for everybody. */
export const isOther = ({ pathname }: URL): boolean =>
  /^\/language$|\.(?:atom|csv|ics|json|pdf|vcf)$|\/html$|^\/api\b|\/files\/[^/]+$/.test(pathname);

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
