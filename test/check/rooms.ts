import { type Import, importsOf } from './imports.ts';
import type { SourceFile } from './source.ts';

/** A folder or file under `src/`, and what it may import. The most exact entry that fits a file counts. */
interface Room {
  /** Our own folders or files, under `src/`. */
  readonly may: readonly string[];
  readonly but?: readonly string[];
  /** Libraries and `node:` modules; a name that ends in `:` or `/` stands for all that begin so. */
  readonly libraries: readonly string[] | 'any';
}

const PURE = ['yaml', 'zod', 'libphonenumber-js', 'fastest-levenshtein', 'node:assert'];
const CORE_BUT_NOUNS = [
  'core/plan',
  'core/case',
  'core/contact',
  'core/contact-report',
  'core/drill',
  'core/seat',
  'core/publication',
  'core/obligation',
  'core/attestation',
];

/** Who may import whom, rooms not yet built included: the table of `docs/ARCHITECTURE.md`. */
const ROOMS: Readonly<Record<string, Room>> = {
  core: { may: ['core'], libraries: PURE },
  'core/calendar': { may: ['core'], but: CORE_BUT_NOUNS, libraries: PURE },
  'core/rota': { may: ['core'], but: CORE_BUT_NOUNS, libraries: PURE },
  intake: {
    may: ['intake', 'core'],
    libraries: ['yaml', 'zod', 'libphonenumber-js', 'unpdf', 'mammoth', 'htmlparser2', 'fflate'],
  },
  'intake/apart': { may: ['intake', 'core'], libraries: ['node:worker_threads'] },
  render: { may: ['render', 'core'], libraries: ['@kitajs/html', 'd3-', 'pdfkit', 'ical-generator'] },
  app: { may: ['app', 'core'], libraries: [...PURE, 'node:crypto'] },
  accounts: { may: ['accounts', 'core', 'app'], libraries: 'any' },
  store: { may: ['store', 'core', 'app/ports', 'project'], libraries: 'any' },
  clock: { may: ['clock', 'core', 'app/ports'], libraries: 'any' },
  channels: { may: ['channels', 'core', 'app/ports', 'render'], libraries: 'any' },
  engine: { may: ['engine', 'core', 'app'], libraries: 'any' },
  portal: {
    may: ['portal', 'core', 'app/views', 'render'],
    but: ['portal/script'],
    libraries: ['@kitajs/html', 'd3-'],
  },
  'portal/script': { may: ['portal/script'], libraries: [] },
  http: { may: ['http', 'core', 'app', 'portal', 'render', 'intake', 'project'], libraries: 'any' },
  cli: { may: ['cli', 'core', 'app', 'render', 'intake', 'project'], libraries: 'any' },
  dev: { may: [''], libraries: 'any' },
  config: { may: ['config', 'core'], libraries: 'any' },
  service: { may: [''], libraries: 'any' },
  'project.ts': { may: [], libraries: ['node:fs', 'node:path'] },
  'main.ts': { may: [''], libraries: 'any' },
};

/** Each import that the table does not allow, as `file:line imports what`. */
export function forbiddenImports(files: readonly SourceFile[], rooms = ROOMS): readonly string[] {
  return files.flatMap((file) => {
    const inside = file.path.replace(/^src\//, '');
    const room = roomOf(inside, rooms);
    if (!room) return [`${file.path}: stands in no room of the table`];
    return importsOf(file)
      .filter((one) => !isAllowed(one, room))
      .map(({ line, from }) => `${file.path}:${line} imports ${from}`);
  });
}

function roomOf(inside: string, rooms: Readonly<Record<string, Room>>): Room | undefined {
  const fitting = Object.keys(rooms).filter((name) => isWithin(inside, name));
  return rooms[fitting.sort((a, b) => b.length - a.length)[0] ?? ''];
}

function isAllowed({ from, isOwn }: Import, { may, but = [], libraries }: Room): boolean {
  if (!isOwn) return libraries === 'any' || libraries.some((name) => isLibrary(from, name));
  if (!from.startsWith('src/')) return false;
  const inside = from.slice('src/'.length);
  return may.some((name) => isWithin(inside, name)) && !but.some((name) => isWithin(inside, name));
}

const isWithin = (inside: string, name: string): boolean =>
  name === '' || inside === name || inside.startsWith(`${name}/`) || inside.startsWith(`${name}.ts`);

const isLibrary = (from: string, name: string): boolean =>
  /[-:/]$/.test(name) ? from.startsWith(name) : from === name || from.startsWith(`${name}/`);
