import { randomUUID } from 'node:crypto';
import { catalogue } from '../core/message/catalogue.ts';
import { ApiRefused } from './api-refused.ts';
import type { CaseOptions, CasePlace } from './case-place.ts';
import {
  deadlineText,
  eventLines,
  type ListedDeadline,
  print,
  printJson,
  type ShownEvent,
} from './case-text.ts';
import type { Io } from './io.ts';
import { Refused, refusedBy } from './refused.ts';

/** What every command that moves a case takes. */
export interface SendOptions extends CaseOptions {
  readonly key?: string;
  readonly ifVersion?: string;
}

interface Done {
  readonly caseId: string;
  readonly events: readonly ShownEvent[];
}

interface Standing {
  readonly waiting: { readonly sentence: string };
  readonly deadlines: readonly ListedDeadline[];
  readonly setAside: boolean;
}

/** Sends one command and prints what happened, whose turn it is now, and what falls due next. */
export async function sendCommand(
  place: CasePlace,
  sent: { readonly path: string; readonly body: object },
  { key = randomUUID(), ifVersion, json }: SendOptions,
  io: Io,
): Promise<number> {
  const done = await place.client.post<Done>({ ...sent, key, ifVersion });
  if (json) {
    printJson(io, done);
    return 0;
  }
  const words = catalogue('en').caseTerminal;
  const lines = done.events.flatMap((event) => eventLines(event, place.timeZone));
  print(io, [
    `${words.labels.case} ${done.caseId}`,
    ...(lines.length > 0 ? lines : [`  ${words.nothingNew}`]),
  ]);
  // The command is done: whatever stands against reading on is no failure of it.
  try {
    const standing = await place.client.get<Standing>(`${place.path}/cases/${done.caseId}`);
    print(io, standingLines(standing, place.timeZone));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    io.stderr.write(`${words.doneUnseen}\n`);
  }
  return 0;
}

/** Whose turn it is, and what falls due next. */
export function standingLines(
  { waiting, deadlines, setAside }: Standing,
  timeZone: string,
): readonly string[] {
  const words = catalogue('en').caseTerminal;
  const [next] = [...deadlines].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return [
    words.nowWaiting(waiting.sentence),
    ...(next ? [words.nextDue(words.from(next.dueAt, timeZone), deadlineText(next))] : []),
    ...(setAside ? [words.setAside] : []),
  ];
}

/** Runs a command for cases: a no is said on `stderr`, and with `--json` as the API says it on `stdout`. */
export function askedOf(io: Io, { json }: CaseOptions, command: () => Promise<number>): Promise<number> {
  return refusedBy(io, async () => {
    try {
      return await command();
    } catch (error) {
      if (json && error instanceof ApiRefused) printJson(io, error.values);
      throw error;
    }
  });
}

/** A text as typed; `-` is standard input, without the line break it ends with. */
export const typedText = async (text: string | undefined, io: Io): Promise<string | undefined> =>
  text === '-' ? (await io.readText('-')).trimEnd() : text;

/** A number as typed; what is none goes on as it is, for the API says what it takes. */
export const typedNumber = (value: string | undefined): number | string | undefined =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : value;
