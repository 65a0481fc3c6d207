import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Answer, Request } from '../../src/app/handle.ts';
import type { NodeSettings } from './fault-node.ts';

/** What a node says to a command: its answer, or a fault after which nobody knows. */
type Heard = { readonly answer: Answer } | { readonly fault: string };

const COMPILED = join(tmpdir(), 'ladder-faults-compiled');

/** A node as a process of its own, started anew whenever it was killed. */
export class NodeProcess {
  /** What a node has said to be wrong. */
  readonly wrong: string[] = [];
  #settings: NodeSettings;
  #child: ChildProcess | undefined;
  #isReady = false;
  /** Where the carrier asks it, since it is ready. */
  port: number | undefined;
  #isOver = false;
  #lastId = 0;
  readonly #waiting = new Map<number, (heard: Heard) => void>();
  #stderr = '';

  constructor(settings: NodeSettings) {
    this.#settings = settings;
    this.#start();
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  ask(request: Request): Promise<Heard> {
    const id = ++this.#lastId;
    return new Promise((hear) => {
      this.#waiting.set(id, hear);
      this.#child?.stdin?.write(`${JSON.stringify({ id, request })}\n`);
    });
  }

  /** Ends it as a power cut does; it is started again at once. */
  kill(): void {
    this.#isReady = false;
    this.#child?.kill('SIGKILL');
  }

  async end(): Promise<void> {
    this.#isOver = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((gone) => {
      child.once('exit', gone);
      child.kill('SIGKILL');
    });
  }

  #start(): void {
    const program = join(import.meta.dirname, 'fault-node.ts');
    const child = spawn(process.execPath, [program, JSON.stringify(this.#settings)], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // It starts some hundred times.
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    });
    this.#child = child;
    child.stdin.on('error', () => undefined);
    child.stderr.setEncoding('utf8').on('data', (text) => {
      this.#stderr = `${this.#stderr}${text}`.slice(-4000);
    });
    createInterface(child.stdout).on('line', (line) => this.#hear(JSON.parse(line)));
    child.once('exit', (_code, signal) => {
      this.#isReady = false;
      // While the database is away a node cannot start; any other end of its own is a bug.
      if (signal === null && !this.#isOver && !isAway(this.#stderr)) this.wrong.push(this.#stderr);
      this.#stderr = '';
      for (const hear of this.#waiting.values()) hear({ fault: 'the node ended' });
      this.#waiting.clear();
      if (!this.#isOver) this.#start();
    });
  }

  #hear(said: { id?: number; ready?: true; port?: number; wrong?: string } & Partial<Heard>): void {
    if (said.ready) {
      this.#isReady = true;
      this.port = said.port;
    }
    if (said.wrong !== undefined) this.wrong.push(said.wrong);
    if (said.id === undefined) return;
    this.#waiting.get(said.id)?.(said as Heard);
    this.#waiting.delete(said.id);
  }
}

const isAway = (text: string): boolean =>
  /ECONNREFUSED|ECONNRESET|Connection terminated|57P0|EPIPE|timeout|starting up|in recovery/i.test(text);
