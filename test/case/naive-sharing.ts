import type { CommandOf } from '../../src/core/case/command.ts';
import type { Party } from '../../src/core/plan/format/schema-values.ts';
import { onlyFor } from './naive-guards.ts';
import { No, note, type Telling, toMinute } from './naive-telling.ts';

const EVERYBODY: readonly Party[] = ['customer', 'contractor', 'oversight'];

export function addWatcher(telling: Telling, command: CommandOf<'addWatcher'>): void {
  onlyFor(command, ['customer']);
  const { person } = command;
  const { watchers, reporter } = telling.memory;
  if (person === reporter) throw new No('reported it');
  if (watchers.includes(person)) return;
  if (watchers.length === 20) throw new No('twenty watch already');
  telling.memory = { ...telling.memory, watchers: [...watchers, person] };
  note(telling, 'WatcherAdded', telling.occurredAt, { person });
}

export function removeWatcher(telling: Telling, command: CommandOf<'removeWatcher'>): void {
  onlyFor(command, ['customer']);
  const { person } = command;
  const left = telling.memory.watchers.filter((one) => one !== person);
  if (left.length === telling.memory.watchers.length) throw new No('does not watch');
  telling.memory = { ...telling.memory, watchers: left };
  note(telling, 'WatcherRemoved', telling.occurredAt, { person });
}

export function nameStandIn(telling: Telling, command: CommandOf<'nameStandIn'>): void {
  onlyFor(command, ['customer']);
  const { person } = command;
  const endsAt = command.endsAt === undefined ? undefined : toMinute(command.endsAt);
  if (person === telling.memory.reporter) throw new No('reported it');
  if (endsAt !== undefined && endsAt <= telling.occurredAt) throw new No('over already');
  const now = standing(telling);
  if (now?.person === person && now.endsAt === endsAt) return;
  if (now && now.person !== person) {
    note(telling, 'StandInEnded', telling.occurredAt, { person: now.person });
  }
  telling.memory = { ...telling.memory, standIn: { person, endsAt } };
  note(telling, 'StandInNamed', telling.occurredAt, { person, endsAt: command.endsAt });
}

export function endStandIn(telling: Telling, command: CommandOf<'endStandIn'>): void {
  onlyFor(command, ['customer']);
  const now = standing(telling);
  if (!now) throw new No('nobody stands in');
  telling.memory = { ...telling.memory, standIn: undefined };
  note(telling, 'StandInEnded', telling.occurredAt, { person: now.person });
}

/** Whoever stands in at the command's instant. */
function standing({ memory: { standIn }, occurredAt }: Telling): Telling['memory']['standIn'] {
  return standIn?.endsAt !== undefined && standIn.endsAt <= occurredAt ? undefined : standIn;
}

export function attach(telling: Telling, command: CommandOf<'attach'>): void {
  onlyFor(command, EVERYBODY);
  if (telling.memory.files === 20) throw new No('twenty files already');
  telling.memory = { ...telling.memory, files: telling.memory.files + 1 };
  note(telling, 'FileAttached', telling.occurredAt, { file: command.file });
}
