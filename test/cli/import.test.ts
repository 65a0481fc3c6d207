import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { play } from './play.ts';

const TWIN = 'docs/source/calnet-3-category-9.1.md';
const folder = mkdtempSync(join(tmpdir(), 'ladder-import-'));

describe('ladder import', () => {
  test('gives the draft on standard output and the report on standard error', async () => {
    const { exit, out, err } = await play(['import', TWIN]);
    expect(exit).toBe(0);
    expect(parse(out).findings).toEqual([]);
    expect(parse(out).value.document?.title).toBe('Customer Escalation Process Plan');
    expect(err).toContain('9 open questions, 13 findings, 0 sentences without a place');
    expect(err).toContain('line 58: "3rd level, Jory Pellinger"');
  });

  test('writes the draft to a new file with --out, and says what to do next', async () => {
    const file = join(folder, 'draft.plan.yaml');
    const { exit, out, err } = await play(['import', TWIN, '--out', file]);
    expect([exit, err]).toEqual([0, '']);
    expect(parse(readFileSync(file, 'utf8')).value.contract?.clause).toBe('C.7.3.2');
    expect(out).toContain(`ladder check ${file}`);
  });

  test('never writes over a file that is there', async () => {
    const file = join(folder, 'mine.plan.yaml');
    writeFileSync(file, 'mine');
    const { exit, err } = await play(['import', TWIN, '--out', file]);
    expect([exit, readFileSync(file, 'utf8')]).toEqual([1, 'mine']);
    expect(err).toContain('nothing was written over it');
  });

  test('says everything in one object with --json', async () => {
    const { exit, out } = await play(['import', TWIN, '--json']);
    const report = JSON.parse(out);
    expect(exit).toBe(0);
    expect(report.facts).toContainEqual({
      path: 'contract.clause',
      value: 'C.7.3.2',
      quote: { text: 'C.7.3.2', place: { line: 19 } },
    });
    expect(report.findings[0]).toMatchObject({
      code: 'import-number-differs',
      advice: expect.stringContaining('settle'),
    });
  });

  test('reads a document from standard input', async () => {
    const { exit, out } = await play(['import', '-'], {
      stdin: readFileSync(join(import.meta.dirname, '../../', TWIN)),
    });
    expect([exit, out.split('\n')[0]]).toEqual([
      0,
      '# A draft made from -. Beside a value stands where it was read.',
    ]);
  });

  test.each([
    ['nothing', '', 'The file holds no text.'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'none of the kinds that are read'],
    ['a broken PDF', '%PDF-1.7\nnothing more', 'The file is damaged'],
  ])('refuses %s, says why and what to do, and writes no draft', async (_what, stdin, said) => {
    const file = join(folder, 'none.plan.yaml');
    const { exit, out, err } = await play(['import', '-', '--out', file], { stdin });
    expect([exit, out, existsSync(file)]).toEqual([1, '', false]);
    expect(err).toContain(said);
  });

  test('knows a file that is not there from one that cannot be read', async () => {
    const { exit, err } = await play(['import', 'docs/source/calnet-3-category-9.2.md']);
    expect(exit).toBe(2);
    expect(err).toContain('Did you mean');
  });
});
