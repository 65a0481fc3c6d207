import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { filePlan } from '../app/views/plan/file-plan.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { parse } from '../core/plan/reading/parse.ts';
import { CliRefusal } from './cli-refusal.ts';
import { accepted, say } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { LoadOperations } from './operations.ts';
import { showFindings } from './plan-load.ts';
import { refusedBy } from './refused.ts';

export interface PublishOptions {
  readonly out?: string;
  readonly revision?: string;
  readonly effective?: string;
  readonly address?: string;
  readonly for?: 'public' | 'customers' | 'parties';
  readonly json?: true;
}

const WITHIN = 'ladder publish';
/** More revisions no contract has. */
const REVISION_MAX = 1_000_000;

/**
 * `ladder publish`: a plan as a folder of files that needs neither a network nor Ladder. A plan that anything keeps
 * from being published is refused, with whatever does so.
 */
export function publish(
  [file = '']: readonly string[],
  options: PublishOptions,
  load: LoadOperations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    if (options.out === undefined)
      throw new CliRefusal('cli-option-missing', { option: '--out', within: WITHIN });
    const number = revisionOf(options);
    const text = await io.readText(file);
    const at = effectiveAt(options, text);
    const given = addressIn(options);
    const answer = filePlan({
      text,
      number,
      at,
      reader: options.for ?? 'public',
      isPublishedElsewhere: given !== undefined,
    });
    if (!answer.accepted && answer.refusal.code === 'plan-load-blocked')
      showFindings(io, file, text, answer.refusal.values.findings);
    const plan = accepted(answer);
    const id = plan.contract.contract;
    const address =
      given === undefined ? (plan.written?.contract?.portal ?? `urn:ladder:${id}`) : pageAt(given, id);
    const { copy } = await load();
    const files = await copy.files({ plan, address });
    const folder = resolve(io.cwd, options.out);
    await clear(folder, copy.list);
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const { contract, digest } = { contract: plan.contract.contract, digest: plan.published.digest };
    const done = { contract, revision: number, digest, folder, files: files.size };
    say(io, options.json, done, catalogue('en').cli.published({ ...done, folder: options.out }));
    return 0;
  });
}

function revisionOf({ revision }: PublishOptions): number {
  if (revision === undefined) return 1;
  const number = Number(revision);
  if (/^\d+$/.test(revision) && number >= 1 && number <= REVISION_MAX) return number;
  throw new CliRefusal('cli-number-not-understood', {
    option: '--revision',
    value: revision,
    max: REVISION_MAX,
  });
}

/** The beginning of the day from which the plan holds, on its own clocks: the one asked for, or that of its text. */
function effectiveAt({ effective }: PublishOptions, text: string): Instant {
  const { contract, document } = parse(text).value;
  const date = effective ?? document?.dated;
  if (date === undefined)
    throw new CliRefusal('cli-option-missing', { option: '--effective', within: WITHIN });
  try {
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' });
    return asInstant(day.toZonedDateTime(contract?.timeZone ?? 'UTC').epochMilliseconds);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new CliRefusal('cli-date-not-understood', { option: '--effective', value: date }, cause);
  }
}

/** The installation that is said to publish the plan, without a slash at its end. */
function addressIn({ address }: PublishOptions): string | undefined {
  if (address === undefined) return undefined;
  const protocol = URL.parse(address)?.protocol;
  if (protocol === 'https:' || protocol === 'http:') return address.replace(/\/+$/, '');
  throw new CliRefusal('cli-address-not-understood', { option: '--address', value: address });
}

/** The page of the plan in an installation, which may be given by that page or by its own address. */
function pageAt(address: string, contract: string): string {
  const path = `/plans/${encodeURIComponent(contract)}`;
  return address.endsWith(path) ? address : `${address}${path}`;
}

/** Takes away what an earlier copy left, so that nobody reads what holds no more; refuses a folder with other things. */
async function clear(folder: string, list: string): Promise<void> {
  const found = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new CliRefusal('folder-foreign', { folder });
  });
  if (found.length === 0) return;
  for (const path of await listed(join(folder, list), folder)) await rm(join(folder, path), { force: true });
}

/** Nothing but names and folders below: a list that says otherwise was written by somebody else. */
const INSIDE = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/;

async function listed(path: string, folder: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    const { files } = JSON.parse(text) as { readonly files: Readonly<Record<string, unknown>> };
    const paths = Object.keys(files);
    if (paths.every((one) => INSIDE.test(one))) return paths;
  } catch {
    // Not a list of ours: refused below, whatever is wrong with it.
  }
  throw new CliRefusal('folder-foreign', { folder });
}
