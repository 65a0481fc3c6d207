import { spawnSync } from 'node:child_process';
import { ROOT } from '../check/source.ts';

const CONTRACT = 'calnet-3-category-9-1';
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const DAYS = 12;

/** Who opens cases, who answers them, and what they are about. */
const CUSTOMERS = [
  { opens: 'dana-quill', answers: 'perpetua-lind', about: 'No dial tone at pier 4 since this morning.' },
  {
    opens: 'fenna-brook',
    answers: 'perpetua-lind',
    about: 'Half of the circuits to the fairground are down.',
  },
  {
    opens: 'gideon-frost',
    answers: 'casimir-vane',
    about: 'We are billed for lines that were ended in May.',
  },
] as const;

interface Act {
  /** Minutes after the beginning. */
  readonly at: number;
  readonly by: string;
  readonly path: string;
  readonly body: object;
}

/**
 * Weeks of cases that count, so that the overview has something to show: opened and answered through the API of the
 * demonstration in `folder`, whose clock is moved meanwhile. The samples are practice, and counted nowhere.
 */
export async function openPictureCases(url: string, folder: string): Promise<void> {
  const api = `${url}/api/v1`;
  const people = [...new Set(CUSTOMERS.flatMap(({ opens, answers }) => [opens, answers]))];
  const tokens = new Map<string, string>(people.map((person) => [person, tokenOf(person, folder)]));
  const send = async (
    by: string | undefined,
    path: string,
    body: object,
  ): Promise<Record<string, unknown>> => {
    const authorization = by === undefined ? {} : { authorization: `Bearer ${tokens.get(by)}` };
    const headers = { ...authorization, 'content-type': 'application/json' };
    const reply = await fetch(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const told = (await reply.json()) as Record<string, unknown>;
    if (!reply.ok) throw new Error(`${path} is answered ${reply.status}: ${JSON.stringify(told)}`);
    return told;
  };
  const began = Date.parse(String((await send(undefined, '/demonstration/clock', { by: '1 minute' })).now));
  for (const [index, at] of openings().entries()) {
    const { opens, answers, about } = CUSTOMERS[index % CUSTOMERS.length]!;
    await moveTo(began + at * MINUTE_MS, send);
    const track = index % 3 === 2 ? 'bill-or-contract-impacting' : 'service-impacting';
    const { caseId } = await send(opens, `/contracts/${CONTRACT}/cases`, { track, text: about });
    for (const act of actsOf(index, { at, opens, answers })) {
      await moveTo(began + act.at * MINUTE_MS, send);
      await send(act.by, `/contracts/${CONTRACT}/cases/${caseId}/${act.path}`, act.body);
    }
  }
}

/** Minutes at which cases open: a few a day, more at some hours than at others. */
const openings = (): readonly number[] =>
  Array.from({ length: DAYS * 3 }, (_, index) => {
    const day = Math.floor(index / 3);
    return day * DAY_MINUTES + [40, 420, 900][index % 3]! + ((day * 37) % 60);
  });

/** Most are answered soon; the last ones are left open as they are. */
function actsOf(
  index: number,
  { at, opens, answers }: { readonly at: number; readonly opens: string; readonly answers: string },
): readonly Act[] {
  const slow = 1 + ((index * 7) % 5);
  const acts: readonly Act[] = [
    { at: at + 4 * slow, by: answers, path: 'acknowledgements', body: {} },
    { at: at + 35 * slow, by: answers, path: 'responses', body: { text: 'A technician is on the way.' } },
    { at: at + 60 * slow, by: opens, path: 'satisfactions', body: { text: 'It works again, thank you.' } },
  ];
  const left = DAYS * 3 - index;
  return acts.slice(0, left > 5 ? 3 : left % 3);
}

/** A move stops at each instant at which something is due. */
async function moveTo(
  instant: number,
  send: (by: undefined, path: string, body: object) => Promise<Record<string, unknown>>,
): Promise<void> {
  const until = new Date(instant).toISOString();
  for (;;) {
    const { isThere } = await send(undefined, '/demonstration/clock', { until });
    if (isThere === true) return;
  }
}

function tokenOf(person: string, folder: string): string {
  const args = [
    'bin/ladder.js',
    'token',
    'create',
    '--name',
    'Pictures',
    '--person',
    `${CONTRACT}/${person}`,
    '--json',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, LADDER_DATA: folder },
    encoding: 'utf8',
  });
  const { token } = JSON.parse(stdout || '{}') as { readonly token?: string };
  if (!token) throw new Error(`no token for ${person}: ${stderr}`);
  return token;
}
