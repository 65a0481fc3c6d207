import type {} from '@kitajs/html';

/** Markup that is known to be safe: made by this runtime, or vouched for by `raw`. */
export class Html {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }
}

/** What may stand between two tags; promises and objects are errors of type, and thrown. */
export type Child = Html | string | number | bigint | null | undefined | boolean | readonly Child[];

type Component = (props: never) => Html;

/**
 * One element or component, with every text and every attribute escaped: pages and pictures have no other way to
 * make markup, so a text that somebody typed stays a text.
 *
 * Throws for `on…` attributes, for addresses that would run a script, and for text in `<script>` and `<style>`.
 */
export function jsx(type: string | Component, props: Readonly<Record<string, unknown>>): Html {
  if (typeof type === 'function') return (type as (props: object) => Html)(props);
  if (!NAME.test(type)) throw new TypeError(`not a tag: ${type}`);
  let markup = `<${type}`;
  for (const name in props) if (name !== 'children') markup += attribute(name, props[name]);
  if (VOID.has(type)) return new Html(`${markup}>`);
  const children = props.children as Child;
  if (TEXTLESS.has(type)) refuseText(type, children);
  return new Html(`${markup}>${inner(children)}</${type}>`);
}

/** The same with several children, as the compiler calls it. */
export const jsxs = jsx;

/** `<>…</>` */
export const Fragment = (props: { readonly children?: Child }): Html => new Html(inner(props.children));

/** Markup as it is. For constants of the program alone, never for what came from a plan or a person. */
export const raw = (html: string): Html => new Html(html);

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);
const TEXTLESS: ReadonlySet<string> = new Set(['script', 'style']);
const NAME = /^[a-z][a-z0-9:_-]*$/i;

function inner(child: Child): string {
  if (child instanceof Html) return child.html;
  if (typeof child === 'string') return escaped(child);
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (typeof child === 'number' || typeof child === 'bigint') return String(child);
  if (!Array.isArray(child)) throw new TypeError(`not a part of a page: ${typeof child}`);
  let markup = '';
  for (const one of child as readonly Child[]) markup += inner(one);
  return markup;
}

/** A browser reads no entities in there, so escaping protects nothing. */
function refuseText(type: string, child: Child): void {
  if (Array.isArray(child)) for (const one of child as readonly Child[]) refuseText(type, one);
  else if (typeof child === 'string') throw new TypeError(`text in <${type}>`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

// Pictures are XML, which has no place for control characters, not even as entities.
const SPECIAL = /[&<>"']|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Whatever is not plain: what is special, and halves of characters, which are replaced as well. */
const NOT_PLAIN = /[^\t\n\r !#-%(-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/;

/** Nearly every text is plain, and finding that out takes a fraction of looking for what is special. */
const escaped = (text: string): string =>
  NOT_PLAIN.test(text)
    ? text.toWellFormed().replace(SPECIAL, (character) => ENTITIES[character] ?? '\ufffd')
    : text;

const known = new Set<string>();

function attribute(name: string, value: unknown): string {
  if (value === false || value === null || value === undefined) return '';
  if (!known.has(name)) {
    if (!NAME.test(name) || /^on/i.test(name)) throw new TypeError(`not an attribute: ${name}`);
    known.add(name);
  }
  if (value === true) return ` ${name}=""`;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
    throw new TypeError(`${name} cannot be of type ${typeof value}`);
  }
  const text = String(value);
  if (ADDRESSES.has(name.toLowerCase()) && !isAddress(text))
    throw new TypeError(`not an address for ${name}`);
  return ` ${name}="${escaped(text)}"`;
}

const ADDRESSES: ReadonlySet<string> = new Set(
  'action background cite data formaction href manifest ping poster src xlink:href'.split(' '),
);
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'otpauth', 'sms', 'tel']);

/** Whether an address leads somewhere and runs nothing; browsers pass over blanks and control characters in it. */
function isAddress(text: string): boolean {
  const scheme = /^([^/?#:]*):/.exec(text.replace(/[\p{Cc}\p{Cf}\s]/gu, ''))?.[1];
  return scheme === undefined || SCHEMES.has(scheme.toLowerCase());
}

export declare namespace JSX {
  type Element = Html;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  type IntrinsicElements = {
    [T in keyof globalThis.JSX.IntrinsicElements]: Omit<
      globalThis.JSX.IntrinsicElements[T],
      'children' | 'safe'
    > & { children?: Child };
  };
}
