import { codeOnly } from './code-only.ts';
import { isCode, isTest, type SourceFile } from './source.ts';

interface Ban {
  /** What is banned, said to whoever meets the failure. */
  readonly says: string;
  readonly pattern: RegExp;
  readonly applies: (path: string) => boolean;
  /** Look at comments and strings too. */
  readonly everywhere?: boolean;
}

const inside =
  (...folders: readonly string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(folder));
const inTests = (path: string): boolean => isTest({ path, text: '' });
const always = (): boolean => true;
const inProduct = (path: string): boolean => path.startsWith('src/') && !inTests(path);
const isDecided = inside('src/core/', 'src/render/', 'src/intake/');
/** The thread on which a document is read is held from outside: how long it runs, and what it takes. */
const PURE = (path: string): boolean => isDecided(path) && !path.startsWith('src/intake/apart/');
/** The page's own clock counts from what the server's said. */
const CLOCKS = inside('src/clock/', 'src/dev/', 'src/portal/script/page-clock.ts');
/** Rigs that run real processes against the clock on the wall: no tests, though a test may start one. */
const RIGS = inside('test/bench/', 'test/speed/', 'test/faults/');

/** What no line may hold, and where. Comments and strings are free to speak of it, unless it says otherwise. */
const BANS: readonly Ban[] = [
  {
    says: 'only src/clock asks for the time',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b/,
    applies: (path) => !CLOCKS(path) && !RIGS(path),
  },
  {
    says: 'only test/bench measures',
    pattern: /\bperformance\.now\b|\bprocess\.hrtime\b/,
    applies: (path) => !CLOCKS(path) && !RIGS(path),
  },
  {
    says: 'a test does not sleep',
    pattern: /\bsetTimeout\(|\bsetInterval\(|timers\/promises/,
    applies: (path) => inTests(path) && !RIGS(path),
  },
  {
    says: 'the core has no timers, no chance, no process and no console',
    pattern: /\bset(?:Timeout|Interval|Immediate)\(|\bMath\.random\b|\brandomUUID\b|\bprocess\.|\bconsole\./,
    applies: (path) => PURE(path) && inProduct(path),
  },
  {
    says: 'the core waits for nothing',
    pattern: /\basync\b|\bawait\b|\bPromise</,
    applies: (path) => path.startsWith('src/core/') && inProduct(path),
  },
  { says: 'no default exports', pattern: /^export default\b/m, applies: inside('src/') },
  {
    says: 'no re-exports: import from the file that says it',
    pattern: /^export\s+(?:type\s+)?(?:\*|\{[^}]*\}\s*from\b)/m,
    applies: always,
  },
  { says: 'no `any`', pattern: /(?::|\bas|<|\|)\s*any\b(?!\s*\()/, applies: always },
  {
    says: 'no leave for the compiler or the linter to look away',
    pattern: new RegExp(['@ts-', '(?:ignore|expect-error|nocheck)|', 'biome-', 'ignore'].join('')),
    applies: always,
    everywhere: true,
  },
  {
    says: 'work left to do is done, or is in the change log',
    pattern: new RegExp(['\\bTO', 'DO\\b|\\bFIX', 'ME\\b|\\bX', 'XX\\b'].join('')),
    applies: always,
    everywhere: true,
  },
];

/** Each banned thing as `file:line what`. */
export function bannedLines(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isCode).flatMap((file) => {
    const code = codeOnly(file.text);
    return BANS.filter((ban) => ban.applies(file.path)).flatMap((ban) =>
      linesWith(ban.pattern, ban.everywhere ? file.text : code).map(
        (line) => `${file.path}:${line} ${ban.says}`,
      ),
    );
  });
}

/** The lines on which a pattern is found, counted from 1. */
export function linesWith(pattern: RegExp, text: string): readonly number[] {
  const all = new RegExp(pattern.source, [...new Set(`${pattern.flags}gm`)].join(''));
  return [...text.matchAll(all)].map(({ index }) => text.slice(0, index).split('\n').length);
}
