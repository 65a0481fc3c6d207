import { type LiveRotas, putOnDuty } from '../../rota/live/live-rotas.ts';
import { withLive } from '../../rota/live/with-live.ts';
import type { Level, Revision } from './revision.ts';

/**
 * The rules of a revision with its rotas as they are lived. Whoever a change puts on duty stands at the levels that
 * reach the rota, as if the plan had named them there.
 */
export function liveRevision(
  revision: Revision,
  { entries, timeOff }: Pick<LiveRotas, 'entries' | 'timeOff'>,
): Revision {
  const { rotas, seats, levels } = revision;
  if (!rotas) return revision;
  const knows = (person: string): boolean => Object.hasOwn(seats, person);
  const added = new Map<string, readonly string[]>();
  const lived = Object.entries(rotas).map(([id, rules]) => {
    const ours = entries.filter(({ rota, heldAt }) => rota === id && heldAt !== undefined);
    added.set(id, ours.flatMap(putOnDuty).filter(knows));
    return [id, withLive(rules, { entries: ours, timeOff }, knows)] as const;
  });
  const reachedAt = (level: Level): Level => {
    const more = (level.choices ?? []).flatMap((id) => (knows(id) ? [] : (added.get(id) ?? [])));
    return more.length === 0 ? level : { ...level, reach: [...new Set([...level.reach, ...more])] };
  };
  return { ...revision, rotas: Object.fromEntries(lived), levels: levels.map(reachedAt) };
}
