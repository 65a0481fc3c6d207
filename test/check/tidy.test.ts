import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bannedLines, linesWith } from './bans.ts';
import { deadFiles, unusedExports } from './dead.ts';
import { downloadAddresses, loosePins, missingOptionals } from './packages.ts';
import { forbiddenImports } from './rooms.ts';
import { isCode, isProduct, ROOT, repositoryFiles } from './source.ts';
import { forbiddenWords } from './words.ts';

const files = repositoryFiles();
const code = files.filter(isCode);
const product = files.filter(isProduct);

/** Built before the room that will call them; a name leaves this list when it is called, or the test says so. */
const AHEAD_OF_THEIR_ROOM: readonly string[] = [];

const LINES_MAX = 500;
/** Pages in which a reader looks one thing up are as long as what they list. */
const LOOKED_UP = /^docs\/reference\//;

test('a folder imports only what the table of rooms allows it', () => {
  expect(forbiddenImports(product)).toEqual([]);
});

test('no file is longer than the limit', () => {
  const long = files
    .filter(({ path }) => /\.(?:tsx?|m?js|md|ya?ml)$/.test(path) && !LOOKED_UP.test(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LINES_MAX);
  expect(long).toEqual([]);
});

test('no line holds what the house does not allow', () => {
  expect(bannedLines(files)).toEqual([]);
});

test('every export is imported by another file', () => {
  expect(unusedExports(code)).toEqual([]);
});

test('every file of the program is reached from its entry', () => {
  expect(deadFiles(files, AHEAD_OF_THEIR_ROOM)).toEqual([]);
});

test('a file that is built ahead of its room is not reached yet', () => {
  const dead = deadFiles(files);
  expect(AHEAD_OF_THEIR_ROOM.filter((path) => !dead.includes(path))).toEqual([]);
});

test('files are named in kebab case', () => {
  const named = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.[a-z]+$/;
  const odd = files
    .map(({ path }) => path)
    .filter(
      (path) => /^(?:src|test|plans|scenarios|bin)\//.test(path) && !named.test(path.split('/').at(-1) ?? ''),
    );
  expect(odd).toEqual([]);
});

test('no real person, company, number or address is in the repository', () => {
  expect(forbiddenWords(files.filter(({ path }) => path !== 'package-lock.json'))).toEqual([]);
});

test('no path of one machine and no address of a package registry is in the repository', () => {
  const folders = /(?<![\w.~-])\/(?:work|tmp|root|home)\/\w/;
  const registries = /registry\.(?:npmjs|yarnpkg|npmmirror)/;
  const named = files.flatMap(({ path, text }) =>
    [folders, registries].flatMap((pattern) => linesWith(pattern, text).map((line) => `${path}:${line}`)),
  );
  expect(named).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  expect(loosePins(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')))).toEqual([]);
});

test('the lock file holds every optional package it names, and no download address', () => {
  const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'));
  expect(missingOptionals(lock)).toEqual([]);
  expect(downloadAddresses(lock)).toEqual([]);
});
