import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ladderVersion } from '../cli/version.ts';
import type { InstallationKind } from '../config.ts';
import type { KeptPlan } from '../render/publication/kept-plan.ts';

/** Plans in a folder beside the database, one file a contract; all of them are in memory too. */
export interface PlanFolder {
  /** Of which installation they are; undefined where none is kept. */
  readonly kind: () => InstallationKind | undefined;
  readonly all: () => readonly KeptPlan[];
  readonly of: (contract: string) => KeptPlan | undefined;
  /** Written aside and renamed: a reader finds a whole file, the old or the new. */
  readonly keep: (kind: InstallationKind, plan: KeptPlan) => void;
  readonly forget: (contract: string) => void;
}

/** What is in a file. Another version of Ladder may have words of another shape, and writes them anew. */
interface PlanFile {
  readonly version: string;
  readonly kind: InstallationKind;
  readonly plan: KeptPlan;
}

const FOLDER = 'published';
/** More contracts than any installation has, and more bytes than a plan of thousands of contacts comes to. */
const FILES_MAX = 1_000;
const FILE_BYTES_MAX = 32 * 1024 * 1024;

/** What a data folder keeps of its published plans. A file that cannot be read is as if it were not there. */
export function keptPlans(dataFolder: string): PlanFolder {
  const folder = join(dataFolder, FOLDER);
  const files = new Map<string, PlanFile>();
  for (const name of namesIn(folder)) {
    const file = readPlan(join(folder, name));
    if (file) files.set(file.plan.contract, file);
  }
  const pathOf = (contract: string): string => join(folder, `${encodeURIComponent(contract)}.json`);
  return {
    kind: () => [...files.values()][0]?.kind,
    all: () => [...files.values()].map(({ plan }) => plan),
    of: (contract) => files.get(contract)?.plan,
    keep(kind, plan) {
      const file: PlanFile = { version: ladderVersion(), kind, plan };
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(plan.contract);
      writeFileSync(`${path}.new`, `${JSON.stringify(file)}\n`, { flush: true, mode: 0o600 });
      renameSync(`${path}.new`, path);
      files.set(plan.contract, file);
    },
    forget(contract) {
      rmSync(pathOf(contract), { force: true });
      files.delete(contract);
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .slice(0, FILES_MAX);
  } catch {
    // It is not there, or may not be entered: nothing is kept.
    return [];
  }
}

function readPlan(path: string): PlanFile | undefined {
  try {
    if (statSync(path).size > FILE_BYTES_MAX) return undefined;
    const file = JSON.parse(readFileSync(path, 'utf8')) as Partial<PlanFile> | null;
    return file?.version === ladderVersion() && file.plan && file.kind ? (file as PlanFile) : undefined;
  } catch {
    // Cut short by a full disk, or taken away in between; the next look at the database writes it anew.
    return undefined;
  }
}
