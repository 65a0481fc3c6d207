import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import { ROOT } from '../check/source.ts';
import { footnote, nestedTables } from './invented-docx.ts';
import { runningHeader, twoColumn } from './invented-pdfs.ts';

const FOLDER = `${ROOT}test/intake/documents/`;

/** What a document should become: the plan without its nulls, findings as `code about`, and what has no place in it. */
export interface Expected {
  readonly plan: Plan;
  readonly findings: readonly string[];
  readonly unplaced: readonly string[];
}

interface TestDocument {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly expected: Expected;
}

const MADE: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'two-column': twoColumn,
  'running-header': runningHeader,
  'nested-tables': nestedTables,
  footnote,
  twin: async () => new Uint8Array(readFileSync(`${ROOT}docs/source/calnet-3-category-9.1.md`)),
};

const FILES = [
  'numbered-levels.txt',
  'severity-matrix.html',
  'prose.txt',
  'contact-cards.md',
  'appendix.md',
  'table-note.html',
  'fuller-clause.txt',
  'milestones.md',
  'twice.md',
  'doubled.md',
  'kinds-in-a-line.md',
  'priorities.txt',
  'grades.md',
  'bold-levels.md',
  'guide.txt',
  'elapsed.md',
];

const expectedOf = (name: string): Expected =>
  parseYaml(readFileSync(`${FOLDER}${name}.expected.yaml`, 'utf8'), { schema: 'core' });

/** Every document of the tests with the draft that it should become. */
export const DOCUMENTS: readonly TestDocument[] = [
  ...Object.entries(MADE).map(([name, bytes]) => ({ name, bytes, expected: expectedOf(name) })),
  ...FILES.map((file) => {
    const name = file.replace(/\.\w+$/, '');
    return {
      name,
      bytes: async () => new Uint8Array(readFileSync(FOLDER + file)),
      expected: expectedOf(name),
    };
  }),
];
