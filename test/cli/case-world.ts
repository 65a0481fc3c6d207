import { PassThrough, Readable } from 'node:stream';
import { run } from '../../src/cli/main.ts';
import { readText } from '../../src/cli/terminal.ts';
import { type ApiWorld, apiWorld, type Person } from '../http/api-world.ts';
import { play, ROOT } from './play.ts';

type Played = Awaited<ReturnType<typeof play>>;

/** A command that has not ended yet, and what it has said so far. */
interface Ongoing {
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number>;
}

/** A Ladder that listens, and a terminal of each of its people. */
export interface CaseWorld {
  readonly api: ApiWorld;
  /** Runs `ladder case …` as somebody. */
  as(who: Person, line: readonly string[], stdin?: string): Promise<Played>;
  /** Opens a case as the customer's person; its number. */
  opened(): Promise<string>;
  /** Begins a command that goes on by itself. */
  begin(who: Person, line: readonly string[]): Ongoing;
}

/** A database with a Ladder before it, on a port of its own. */
export async function caseWorld(): Promise<CaseWorld> {
  const api = await apiWorld();
  const url = await api.server.listen({ host: '127.0.0.1', port: 0 });
  const envOf = (who: Person) => ({ LADDER_URL: url, LADDER_TOKEN: api.token(who) });
  const as: CaseWorld['as'] = (who, line, stdin = '') => play(['case', ...line], { stdin, env: envOf(who) });
  return {
    api,
    as,
    begin: (who, line) => begin(['case', ...line], envOf(who)),
    opened: async () => {
      const { exit, out, err } = await as('dana', ['open', '--track', 'service', '--json']);
      if (exit !== 0) throw new Error(`not opened: ${out}${err}`);
      return (JSON.parse(out) as { caseId: string }).caseId;
    },
  };
}

/** Runs a command line whose output is read while it runs. */
export function begin(args: readonly string[], env: Readonly<Record<string, string>>): Ongoing {
  const said = { out: '', err: '' };
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  stdout.on('data', (piece) => (said.out += piece));
  stderr.on('data', (piece) => (said.err += piece));
  const stdin = Readable.from([]);
  const io = { stdin, stdout, stderr, cwd: ROOT, env, isTerminal: false };
  const load = (): never => {
    throw new Error('a case is asked for over HTTP');
  };
  const ended = run(args, load, { ...io, readText: (path) => readText(path, ROOT, stdin) });
  return { out: () => said.out, err: () => said.err, ended };
}
