import { expect, test } from 'vitest';
import { type Child, Fragment, jsx, raw } from './jsx-runtime.ts';

const HOSTILE = `<b>"'&`;
const ESCAPED = '&lt;b&gt;&#34;&#39;&amp;';

test('a text that looks like markup stays a text, as a child and as an attribute', () => {
  expect(String(<p title={HOSTILE}>{HOSTILE}</p>)).toBe(`<p title="${ESCAPED}">${ESCAPED}</p>`);
});

test('texts are escaped however deep they stand in lists, fragments and components', () => {
  const Greeting = ({ name }: { readonly name: string }) => <b>{name}</b>;
  const page = (
    <>
      {[HOSTILE, [HOSTILE]]}
      <Greeting name={HOSTILE} />
    </>
  );
  expect(String(page)).toBe(`${ESCAPED}${ESCAPED}<b>${ESCAPED}</b>`);
});

test('markup made by the runtime is not escaped twice', () => {
  expect(String(<p>{<b>1 &amp; 2</b>}</p>)).toBe('<p><b>1 &amp; 2</b></p>');
});

test('a text cannot end a section of XML', () => {
  expect(String(<p>{']]>'}</p>)).toBe('<p>]]&gt;</p>');
});

test('characters that XML does not have, and halves of characters, are replaced', () => {
  expect(String(<p>{'a\u0000b\ud800c\u001bd\uffffe\n'}</p>)).toBe('<p>a\ufffdb\ufffdc\ufffdd\ufffde\n</p>');
});

test('nothing, yes and no show nothing; numbers show themselves', () => {
  expect(String(<p>{[null, undefined, true, false, 0, 12n]}</p>)).toBe('<p>012</p>');
});

test('an attribute that is absent or no is left out, and one that is yes stands empty', () => {
  expect(String(<input disabled={true} checked={false} name={undefined} />)).toBe('<input disabled="">');
});

const REFUSED: readonly (readonly [string, () => unknown])[] = [
  ['an attribute that runs a script', () => jsx('p', { onclick: 'go()' })],
  ['the same in capitals', () => jsx('p', { ONLOAD: 'go()' })],
  ['an attribute with a blank in its name', () => jsx('p', { 'a onload': 'go()' })],
  ['a tag with a bracket in its name', () => jsx('p><script', {})],
  ['an object as an attribute', () => jsx('p', { title: {} })],
  ['an object as a child', () => jsx('p', { children: {} })],
  ['a promise as a child', () => jsx('p', { children: Promise.resolve('x') })],
  ['text in a script', () => jsx('script', { children: 'go()' })],
  ['text in a style, in a list', () => jsx('style', { children: [raw('a{}'), HOSTILE] })],
];

test.each(REFUSED)('%s is refused', (_title, make) => {
  expect(make).toThrow(TypeError);
});

const SCRIPTS = [
  'javascript:go()',
  ' JaVaScRiPt:go()',
  'java\nscript:go()',
  'java\u0000script:go()',
  '\u200bjavascript:go()',
  'vbscript:go()',
  'data:text/html,<script>go()</script>',
];

test.each(SCRIPTS)('the address %j is refused wherever an address stands', (address) => {
  for (const name of ['href', 'xlink:href', 'src', 'action', 'formaction', 'HREF']) {
    expect(() => jsx('a', { [name]: address })).toThrow(TypeError);
  }
});

test.each([
  '/cases/1?at=12:00',
  '#level:2',
  'cases',
  'https://portal.example/x',
  'mailto:ana@portal.example',
  'otpauth://totp/Ladder:ana?secret=GEZDGNBV',
  'tel:+19165550142',
])('the address %s may be linked', (address) => {
  expect(String(jsx('a', { href: address }))).toBe(`<a href="${address}"></a>`);
});

test('only what is vouched for goes through as it is', () => {
  const child: Child = raw('<i>so</i>');
  expect(String(<style>{raw('a>b{}')}</style>)).toBe('<style>a>b{}</style>');
  expect(String(Fragment({ children: child }))).toBe('<i>so</i>');
});
