import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composeMail } from '../../src/render/mail/compose-mail.ts';
import { ROOT } from '../cli/play.ts';
import { noticeOf, scenarioTellings, type Telling } from './notices.ts';

/** Whose letters stand beside, and in which languages. */
const NAMES = [
  ['en', 'a'],
  ['en', 'b'],
  ['en', 'i'],
  ['es', 'a'],
  ['es', 'i'],
] as const;

/**
 * One letter to each reader of each decision, about the first thing it tells that reader; one that reads as an
 * earlier one, and the third kind of broken promise, show nothing new.
 */
function letters(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const heard = new Set<string>();
  for (const [language, scenario, telling] of NAMES.flatMap(([spoken, one]) =>
    scenarioTellings(one).map((told) => [spoken, one, told] as const),
  )) {
    const name = language === 'en' ? scenario : `${language}-${scenario}`;
    const reader = readerOf(telling);
    const { type, at } = telling.send.event;
    const keys = [`${name} ${at} ${reader}`, type === 'PromiseMissed' ? `${language} ${type} ${reader}` : ''];
    if (keys.some((key) => heard.has(key))) continue;
    for (const key of keys.filter((one) => one !== '')) heard.add(key);
    const { subject, text } = composeMail(noticeOf(telling, { language }));
    const letter = `Subject: ${subject}\n\n${text}`;
    if ([...found.values()].includes(letter)) continue;
    const number = String([...found.keys()].filter((key) => key.startsWith(name)).length + 1).padStart(
      2,
      '0',
    );
    found.set(`${name}-${number}-${reader}-${kebab(type)}`, letter);
  }
  return found;
}

const kebab = (type: string): string => type.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();

const readerOf = ({ send: { to } }: Telling): string =>
  'party' in to ? to.party : 'level' in to ? `level-${to.level}` : 'named';

// The files are for reading; `vitest run test/mail --update` writes them anew.
test.each([...letters()])('%s reads as it stands beside', async (name, letter) => {
  await expect(letter).toMatchFileSnapshot(`letters/${name}.txt`);
});

test('every letter that stands beside is one of these', () => {
  const files = readdirSync(`${ROOT}test/mail/letters`).map((file) => file.replace('.txt', ''));
  expect(files.sort()).toEqual([...letters().keys()].sort());
});
