import { tell } from './naive.ts';
import type { Memory } from './naive-state.ts';
import type { Told } from './random-case.ts';

/** Tells commands anew to the naive model; undefined where it is unsure about one of them. */
function retell(told: readonly Told[]): readonly Told[] | undefined {
  let memory: Memory | undefined;
  const again: Told[] = [];
  for (const { command } of told) {
    const reply = tell(memory, command);
    if (reply.verdict === 'unsure') return undefined;
    if (reply.verdict === 'accepted') memory = reply.memory;
    again.push({ command, reply });
  }
  return again;
}

/** The case with every command left out that is not needed for `isWrong`, for a person to read. */
export function smallest(
  told: readonly Told[],
  isWrong: (told: readonly Told[]) => boolean,
): readonly Told[] {
  let least = told;
  for (let index = told.length - 1; index >= 0; index--) {
    const fewer = retell(least.filter((one) => one !== least[index]));
    if (fewer && isWrong(fewer)) least = fewer;
  }
  return least;
}

/** A case as text: the plan's rules once, then a command a line. */
export function asText(told: readonly Told[]): string {
  const show = (value: object) =>
    JSON.stringify(value, (key, field) => {
      if (key === 'revision') return `revision ${field.number}`;
      return typeof field === 'number' && field > 1e11 ? new Date(field).toISOString() : field;
    });
  const rules = told.flatMap(({ command }) => {
    if (command.type !== 'open' && command.type !== 'moveToRevision') return [];
    const { number, timeZone, tracks, calendars, pauses } = command.revision;
    return [`revision ${number}: ${JSON.stringify({ timeZone, tracks, calendars, pauses })}`];
  });
  const lines = told.map(({ command, reply }) => `${reply.verdict} ${show(command)}`);
  return [...new Set(rules), ...lines].join('\n');
}
