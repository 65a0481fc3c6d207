import { expect, test } from 'vitest';
import { COMMAND_TYPES } from '../../src/core/case/command.ts';
import { repositoryFiles } from './source.ts';

const page = repositoryFiles().find(({ path }) => path === 'docs/reference/scenarios.md')?.text ?? '';

/** Commands that a machine gives and no scenario needs, and the opening, which a scenario says by its own keys. */
const NOT_WRITTEN = new Set<string>(['open', 'deadlineDue']);

test('the page of scenarios names every command that one may write', () => {
  const written = COMMAND_TYPES.filter((type) => !NOT_WRITTEN.has(type));
  expect(written.filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
});
