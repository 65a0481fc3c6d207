import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AUTHORITY } from '../../src/core/case/authority.ts';
import { COMMAND_TYPES } from '../../src/core/case/command.ts';
import { caseSentences } from '../../src/core/message/case.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
import { revisionWith } from '../build/revision.ts';
import { cells, STATE_NAMES } from './cells.ts';
import { ANY_EVENTS, ANY_REFUSALS, COMMAND_WORDS } from './command-words.ts';
import { commandsDocument } from './commands-document.ts';

const page = readFileSync(new URL('../../docs/reference/commands.md', import.meta.url), 'utf8');
const all = cells().map((cell) => ({ name: `${cell.type} when ${cell.state}`, ...cell }));
const { refusal } = caseSentences(catalogue('en').case, revisionWith());

test('every state is crossed with every command', () => {
  expect(all).toHaveLength(COMMAND_TYPES.length * STATE_NAMES.length);
  expect([...COMMAND_TYPES].sort()).toEqual(Object.keys(AUTHORITY).sort());
});

describe('every cell is accepted or a refusal with a name, a sentence and advice', () => {
  test.each(all)('$name', ({ type, decision }) => {
    const words = COMMAND_WORDS[type];
    if (decision.accepted) {
      const known: readonly string[] = [...words.events, ...ANY_EVENTS];
      expect(decision.events.map((one) => one.type).filter((one) => !known.includes(one))).toEqual([]);
      return;
    }
    expect([...words.refusals, ...ANY_REFUSALS]).toContain(decision.refusal.code);
    const { message, advice } = refusal(decision.refusal);
    for (const sentence of [message, advice]) {
      expect(sentence).toMatch(/^["A-Z0-9].*\.$/s);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

test('every event that a command says it brings is brought somewhere in the table, or needs more than one command', () => {
  const brought = new Set(
    all.flatMap(({ decision }) => (decision.accepted ? decision.events.map(({ type }) => type) : [])),
  );
  const own = new Set(COMMAND_TYPES.flatMap((type) => [...COMMAND_WORDS[type].events]));
  const rest = [...own].filter((type) => !brought.has(type));
  expect(rest.sort()).toEqual([
    'MeansRegained',
    'PauseDisputeDecided',
    'PauseRefused',
    'Paused',
    'StandInEnded',
    'StatedInstantDecided',
    'StepWithdrawn',
    'WatcherRemoved',
  ]);
});

test('every refusal belongs to a command, and each has one heading', () => {
  const known = Object.keys(catalogue('en').case.refusals).sort();
  const said = new Set([
    ...ANY_REFUSALS,
    ...COMMAND_TYPES.flatMap((type) => [...COMMAND_WORDS[type].refusals]),
  ]);
  expect([...said].sort()).toEqual(known);
  const headings = [...page.matchAll(/^### `(.+)`$/gm)].map(([, code]) => code);
  expect(headings.sort()).toEqual(known);
});

test('the page shows the table as it is', () => {
  expect(page).toBe(commandsDocument());
});
