/** An element as a strict reader of XML finds it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const TOKEN =
  /<(?<close>\/)?(?<name>[A-Za-z][\w:.-]*)(?<attributes>(?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/y;
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-f]+));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The root of a document without declarations, comments or sections; throws where it is not well formed. */
export function parseXml(document: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  while (at < document.length) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(document)?.groups;
    if (!groups) throw new Error(`not well formed at ${at}: ${document.slice(at, at + 60)}`);
    at = TOKEN.lastIndex;
    take(open, groups);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  const [first, ...others] = root.children.filter(
    (child) => typeof child !== 'string' || child.trim() !== '',
  );
  if (!first || typeof first === 'string' || others.length > 0) throw new Error('not one root');
  return first;
}

function take(open: Element[], groups: Readonly<Record<string, string | undefined>>): void {
  const { close, name = '', attributes = '', empty, text } = groups;
  const parent = open.at(-1) as Element;
  if (text !== undefined) {
    parent.children.push(decoded(text));
  } else if (close) {
    if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
    open.pop();
  } else {
    const found: Record<string, string> = {};
    for (const [, key = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (key in found) throw new Error(`<${name}> has ${key} twice`);
      found[key] = decoded(value);
    }
    const element: Element = { name, attributes: found, children: [] };
    parent.children.push(element);
    if (!empty) open.push(element);
  }
}

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error('the end of a section in a text');
  if (/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u.test(text) || !text.isWellFormed()) {
    throw new Error('a character that XML does not have');
  }
  if (text.replace(ENTITY, '').includes('&')) throw new Error(`a bare & in ${text}`);
  return text.replace(ENTITY, (_all, named?: string, decimal?: string, hex?: string) => {
    if (named !== undefined) return NAMED[named] ?? '';
    return String.fromCodePoint(Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10));
  });
}

/** Every element of that name, in the order of the text. */
export function elementsIn(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsIn(child, name)],
  );
}

/** All text inside an element. */
export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
