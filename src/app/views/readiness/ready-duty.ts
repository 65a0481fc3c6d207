import type { Instant } from '../../../core/instant.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { horizon, ownDuty } from '../rota/duty-view.ts';

/**
 * When somebody is on duty: at every hour, until an instant, from one on, or only in the place of others. What is not
 * known within the next two months is left out.
 */
export type ReadyDuty =
  | { readonly is: 'always' }
  | { readonly is: 'on'; readonly until: Instant | undefined }
  | { readonly is: 'off'; readonly from: Instant | undefined }
  | { readonly is: 'standsIn' };

/** The duty of whoever fills these seats, by the levels that reach them. */
export function readyDuty(rules: Revision, seats: readonly string[], now: Instant): ReadyDuty {
  const rotas = new Set<string>();
  for (const { reach, choices = reach } of rules.levels) {
    for (const choice of choices) {
      if (rules.seats[choice] === undefined) rotas.add(choice);
      else if (seats.includes(choice)) return { is: 'always' };
    }
  }
  const duties = [...rotas].flatMap((id) => {
    const rota = rules.rotas?.[id];
    return rota ? seats.map((seat) => ownDuty(rota, seat, now)) : [];
  });
  const until = duties.flatMap((one) => one.until ?? []).sort((a, b) => b - a)[0];
  if (until !== undefined) return { is: 'on', until: until < horizon(now) ? until : undefined };
  const from = duties.flatMap((one) => one.next?.from ?? []).sort((a, b) => a - b)[0];
  if (from !== undefined) return { is: 'off', from };
  return [...rotas].some((id) => isOfRota(rules, id, seats))
    ? { is: 'off', from: undefined }
    : { is: 'standsIn' };
}

const isOfRota = ({ rotas = {} }: Revision, id: string, seats: readonly string[]): boolean =>
  (rotas[id]?.layers ?? []).some(({ turns }) => turns.flat().some((seat) => seats.includes(seat)));
