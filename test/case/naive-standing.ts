import { highest, isContacted, type Memory } from './naive-state.ts';

/** The highest contacted level its author stands at; of an author who stands at none, the highest contacted one. */
export function levelOf(
  memory: Memory,
  command: { readonly by: string; readonly stands?: readonly number[] },
): number {
  const standing = memory.revision.levels
    .filter((level) => standsAt(memory, level.number, command.by) || command.stands?.includes(level.number))
    .map((level) => level.number)
    .filter((level) => isContacted(memory, level));
  return standing.length > 0 ? Math.max(...standing) : highest(memory);
}

/** Somebody stands at a level who is reached there, is reached there otherwise, or deputises for one of these. */
function standsAt({ revision, directory }: Memory, number: number, person: string): boolean {
  const level = revision.levels.find((one) => one.number === number)!;
  return [...level.reach, ...level.otherwise].some((id) => {
    const filledBy = revision.seats[id]?.kind === 'directory' ? directory[id] : id;
    return filledBy === person || revision.seats[id]?.deputy === person;
  });
}
