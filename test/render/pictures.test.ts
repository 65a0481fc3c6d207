import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { play, ROOT } from '../cli/play.ts';
import { PICTURES } from './write-pictures.ts';

const printed = async (command: string): Promise<string> => {
  const { out } = await play(command.split(' ').slice(1));
  return out;
};

test.each(Object.entries(PICTURES))('%s is what the program draws today', async (path, command) => {
  expect(readFileSync(`${ROOT}/${path}`, 'utf8')).toBe(await printed(command));
});
