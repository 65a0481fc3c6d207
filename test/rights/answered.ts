import { ALL, type Asker } from './rights-world.ts';

/** What one asker was answered: `no` is said, `unseen` is said as if there were no such thing, `elsewhere` leads away. */
export type Answered = 'yes' | 'no' | 'unseen' | 'elsewhere';
export type Cells = ReadonlyMap<Asker, Answered>;
/** What was asked for, by how it is called, and what each asker was answered. */
export type Walked = ReadonlyMap<string, Cells>;

/** What a status says of somebody's right; a fault of ours, or of who asks, says nothing and is an error here. */
export function rightBy(what: string, status: number): Answered {
  if (status === 404) return 'unseen';
  if (status === 403) return 'no';
  if (status >= 500 || status === 401 || status === 429) throw new Error(`${what} is answered ${status}`);
  return 'yes';
}

/** Every asker in turn; what nobody at all is let do would prove nothing, and is an error here. */
export async function cellsOf(what: string, ask: (asker: Asker) => Promise<Answered>): Promise<Cells> {
  const cells = new Map<Asker, Answered>();
  for (const asker of ALL) cells.set(asker, await ask(asker));
  if ([...cells.values()].every((one) => one === 'unseen' || one === 'no')) {
    throw new Error(`${what} is for nobody: ${JSON.stringify([...cells])}`);
  }
  return cells;
}
