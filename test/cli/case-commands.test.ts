import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMAND_RESOURCES } from '../../src/app/schemas/commands.ts';
import { until } from '../build/until.ts';
import type { Person } from '../http/api-world.ts';
import { type CaseWorld, caseWorld } from './case-world.ts';

let world: CaseWorld;
beforeAll(async () => {
  world = await caseWorld();
});
afterAll(() => world.api.close());

const words = (line: string): readonly string[] => line.split(' ');

test('a case is opened: what happened, whose turn it is, and what falls due when, on the contract’s clocks', async () => {
  const line = [
    'open',
    '--track',
    'service',
    '--text',
    'Both lines are down.',
    '--reference',
    'INC-1',
    'INC-2',
  ];
  const { exit, out, err } = await world.as('dana', line);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const caseId = /^Case (\d+)$/m.exec(out)?.[1] ?? '';
  expect(out).toContain('Tue 17 Nov 2026, 9:00 am Pacific  Level 1 (Service manager) is contacted');
  expect(out).toMatch(/^ {4}Both lines are down\.$/m);
  expect(out).toMatch(/^Now: Level 1 \(Service manager\) owes the customer an answer since /m);
  expect(out).toMatch(/^Next: Tue 17 Nov 2026, 1:00 pm Pacific: level 2 may be contacted$/m);
  const shown = await world.as('dana', ['show', caseId]);
  expect(shown.out).toContain(`Case ${caseId} · service for agency · INC-1, INC-2 · version 2`);
  expect(shown.out).toMatch(/^ {2}Wed 18 Nov 2026, 9:00 am Pacific {2}level 3 may be contacted$/m);
});

test.each<readonly [Person, string, readonly string[], string]>([
  ['dana', 'ask', ['--text', 'Is there news?'], 'CustomerAsked'],
  ['dana', 'not-satisfied', [], 'NotSatisfied'],
  ['ana', 'acknowledge', [], 'Acknowledged'],
  ['ana', 'respond', ['--text', 'On the way.'], 'Responded'],
  ['ana', 'propose', ['--text', 'Please try.'], 'ResolutionProposed'],
  ['ana', 'update', ['--text', 'At noon.'], 'Updated'],
  ['ana', 'note', ['--text', 'Old card.', '--audience', 'contractor'], 'NoteAdded'],
  ['dana', 'satisfied', [], 'Satisfied'],
  ['dana', 'withdraw', ['--text', 'Our own router.'], 'CaseClosed'],
])('%s may %s', async (who, command, options, event) => {
  const { exit, out } = await world.as(who, [command, await world.opened(), ...options, '--json']);
  const { events } = JSON.parse(out) as { events: { type: string }[] };
  expect({ exit, types: events.map(({ type }) => type) }).toMatchObject({
    exit: 0,
    types: expect.arrayContaining([event]),
  });
});

test('every command of the API is reached, as the API or as a shell would spell it', async () => {
  const caseId = await world.opened();
  for (const [name, { example }] of Object.entries(COMMAND_RESOURCES)) {
    const spelled = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const typed of [name, spelled]) {
      const body = JSON.stringify(example);
      const { exit, out } = await world.as('alan', ['do', caseId, typed, '--body', body, '--json']);
      // An auditor sees the case and moves nothing; a body or a path that is wrong would be said before that.
      const code = (JSON.parse(out) as { code: string }).code;
      expect({ typed, exit, code }).toMatchObject({ typed, exit: 1 });
      expect(['command-not-allowed', 'revision-not-found']).toContain(code);
    }
  }
});

test.each<readonly [string, Person, string, number, string]>([
  [
    'too early a move, with from when',
    'dana',
    'escalate CASE --level 2',
    1,
    'may be contacted from Tue 17 Nov 2026, 1:00 pm',
  ],
  ['a case that is not there', 'dana', 'show 999999', 1, 'There is no case 999999 here.'],
  ['a case of somebody else', 'nils', 'show CASE', 1, 'There is no case'],
  ['what is not allowed', 'ana', 'satisfied CASE', 1, 'ladder: '],
  [
    'a version that is over',
    'ana',
    'respond CASE --if-version 1',
    1,
    'Level 1 (Service manager) is contacted',
  ],
  [
    'a field that cannot be',
    'dana',
    'escalate CASE --level high',
    1,
    '/level: This has to be of type number.',
  ],
  ['a token that only reads', 'reader', 'ask CASE', 1, 'ladder: '],
  ['another contract', 'dana', 'list --contract elsewhere', 1, 'elsewhere'],
  ['several contracts and none named', 'root', 'list', 2, 'several contracts: elsewhere, sample.'],
  ['a command nobody knows', 'ana', 'do CASE request-paus', 2, 'Did you mean "requestPause"?'],
  ['a body that is no JSON', 'ana', 'do CASE acknowledge --body {', 2, 'no JSON object'],
  ['a level that is missing', 'dana', 'escalate CASE', 2, '--level'],
  ['a track that is missing', 'dana', 'open', 2, '--track'],
  ['a time that is none', 'dana', 'ask CASE --stated-at noon', 2, '"noon" after --stated-at is no time.'],
  [
    'a time shown twice',
    'dana',
    'ask CASE --stated-at 2026-11-01T01:30',
    2,
    '2026-11-01T08:30:00.000Z or 2026-11-01T09:30',
  ],
])('refused, and said what to do: %s', async (_what, who, line, exit, says) => {
  const typed = words(line.replace('CASE', await world.opened()));
  const answer = await world.as(who, typed);
  expect({ exit: answer.exit, out: answer.out }).toEqual({ exit, out: '' });
  expect(answer.err).toContain(says);
  expect(answer.err.trim().split('\n').length).toBeGreaterThan(1);
});

test('with --json a no is the problem as the API says it', async () => {
  const { exit, out } = await world.as('dana', ['escalate', await world.opened(), '--level', '2', '--json']);
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ status: 409, code: 'case-step-too-early' });
});

test('a line typed again with its key is done once', async () => {
  const line = ['ask', await world.opened(), '--key', 'typed-twice', '--json'];
  const [first, second] = [await world.as('dana', line), await world.as('dana', line)];
  expect(second).toEqual(first);
  const asked = await world.as('dana', ['events', line[1] ?? '', '--json']);
  expect(asked.out.match(/"type":"CustomerAsked"/g)?.length).toBe(1);
});

test('a stated time is read on the contract’s clocks', async () => {
  const line = ['open', '--track', 'service', '--stated-at', '2026-11-17T08:30', '--json'];
  const { caseId } = JSON.parse((await world.as('dana', line)).out) as { caseId: string };
  const shown = JSON.parse((await world.as('dana', ['show', caseId, '--json'])).out);
  expect(shown).toMatchObject({
    countsFrom: '2026-11-17T16:30:00.000Z',
    openedAt: '2026-11-17T17:00:00.000Z',
  });
});

test('a text may come from standard input', async () => {
  const line = ['respond', await world.opened(), '--text', '-'];
  expect((await world.as('ana', line, 'First line.\nSecond line.\n')).out).toContain(
    '    First line.\n    Second line.\n',
  );
});

test('a list says that there is more, and gives as many as asked for', async () => {
  await world.opened();
  await world.opened();
  const first = await world.as('dana', ['list', '--limit', '1']);
  expect(first.out.trim().split('\n').length).toBe(2);
  expect(first.err).toBe('There are more than these 1; --limit shows more.\n');
  const none = await world.as('dana', ['list', '--reference', 'NOWHERE']);
  expect(none).toEqual({ exit: 0, out: '', err: 'There are no such cases.\n' });
  const closed = await world.as('dana', ['list', '--status', 'closed', '--json']);
  expect(closed.out).not.toContain('"status":"open"');
  expect((await world.as('dana', ['list', '--limit', 'many'])).exit).toBe(1);
});

test.each([
  ['events', /Pacific {2}The customer opens the case/],
  ['deadlines', /level 2 may be contacted\n {2}4 hours round the clock after the opening/],
  ['forecast', /Pacific {2}The customer may contact level 2/],
  ['contacts', /^Level 1 \(Service manager\)\n {2}ana, Service manager/],
  ['deliveries', /^Nobody has been told anything yet\.$/m],
])('ladder case %s shows that side of a case', async (side, says) => {
  const { exit, out } = await world.as('dana', [side, await world.opened()]);
  expect(exit).toBe(0);
  expect(out).toMatch(says);
});

test('what happens is printed as it happens, until the case is closed', async () => {
  const caseId = await world.opened();
  const watching = world.begin('dana', ['watch', caseId]);
  await until(() => expect(watching.out()).toContain('Now: '));
  await world.as('ana', ['respond', caseId, '--text', 'On the way.']);
  await until(() => expect(watching.out()).toContain('    On the way.\n'));
  await world.as('dana', ['satisfied', caseId]);
  expect(await watching.ended).toBe(0);
  expect(watching.out()).toContain('The case is closed: the customer is satisfied.');
  expect(watching.err()).toBe(`Case ${caseId} is closed.\n`);
});

test('file writes the whole case as JSON or as a paper by the name of the file, and writes over nothing', async () => {
  const caseId = await world.opened();
  const folder = await mkdtemp(join(tmpdir(), 'ladder-case-file-'));
  const [data, paper] = ['case.json', 'case.pdf'].map((name) => join(folder, name));
  const written = await world.as('dana', ['file', caseId, '--out', data ?? '']);
  expect(written).toMatchObject({ exit: 0, err: '' });
  expect(written.out).toContain('The record of this case holds.');
  expect(JSON.parse(await readFile(data ?? '', 'utf8'))).toMatchObject({
    format: 'ladder-case-file-1',
    case: { caseId },
    record: { holds: true },
  });
  const printed = await world.as('dana', ['file', caseId, '--out', paper ?? '', '--json']);
  expect(JSON.parse(printed.out)).toMatchObject({ files: [paper], holds: true });
  expect((await readFile(paper ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
  const again = await world.as('dana', ['file', caseId, '--out', paper ?? '']);
  expect(again).toMatchObject({ exit: 1, err: expect.stringContaining('case.pdf') });
  const nowhere = await world.as('dana', ['file', caseId]);
  expect(nowhere).toMatchObject({ exit: 2, err: expect.stringContaining('--out') });
  expect(await world.as('nils', ['file', caseId, '--out', join(folder, 'no.pdf')])).toMatchObject({
    exit: 1,
  });
  await rm(folder, { recursive: true });
});
