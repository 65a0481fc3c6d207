import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/', '/cases', '/cases?q=a%20b&level=2', '/contracts/calnet/cases/7', '/a/../b'])(
  '%s is a path of ours',
  (path) => {
    expect(ownPath(path)).toBe(path === '/a/../b' ? '/b' : path);
  },
);

test.each([
  '',
  'cases',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/a b',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  'javascript:alert(1)',
  `/${'a'.repeat(2000)}`,
  '/\n',
])('%j leads home', (path) => {
  expect(ownPath(path)).toBe('/');
});
