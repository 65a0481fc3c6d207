import type { OpenState } from '../../core/case/state.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import type { LevelContact } from '../../core/reach/reach-level.ts';
import type { TrySituation } from '../../core/reach/tries.ts';
import type { Person } from '../ports/engine.ts';

/** By what anything can be carried today; texts and calls have no carrier yet. */
export const CARRIED_MEANS: readonly NoticeMeans[] = ['email'];

/** By what somebody has a number or an address: texts go to a mobile telephone only. */
export const meansOf = ({ email, office, mobile }: Pick<Person, 'email' | 'office' | 'mobile'>) =>
  [
    ...(email === undefined ? [] : (['email'] as const)),
    ...(mobile === undefined ? [] : (['text'] as const)),
    ...(mobile === undefined && office === undefined ? [] : (['call'] as const)),
  ] satisfies readonly NoticeMeans[];

/** Somebody of a level as whoever reaches them needs it; their rules go by their own clock. */
export const levelContact = ({ revision }: Pick<OpenState, 'revision'>, person: Person): LevelContact => ({
  personId: person.personId,
  rules: person.rules ?? [],
  timeZone: person.timeZone ?? revision.timeZone,
  has: meansOf(person),
});

export const situationOf = ({ track }: Pick<OpenState, 'track'>): TrySituation => ({
  urgency: track.urgency,
  carriers: CARRIED_MEANS,
});
