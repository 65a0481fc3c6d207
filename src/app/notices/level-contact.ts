import type { CaseEvent } from '../../core/case/event.ts';
import type { OpenState } from '../../core/case/state.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import type { LevelContact } from '../../core/reach/reach-level.ts';
import type { TrySituation } from '../../core/reach/tries.ts';
import type { CasePapers, Person } from '../ports/engine.ts';

type Numbers = Pick<Person, 'email' | 'office' | 'mobile' | 'lost'>;

/** By what somebody has a number or an address and has not asked to be left alone: texts go to a mobile telephone only. */
export const meansOf = ({ email, office, mobile, lost = [] }: Numbers): readonly NoticeMeans[] =>
  (
    [
      ...(email === undefined ? [] : (['email'] as const)),
      ...(mobile === undefined ? [] : (['text'] as const)),
      ...(mobile === undefined && office === undefined ? [] : (['call'] as const)),
    ] satisfies readonly NoticeMeans[]
  ).filter((means) => !lost.includes(means));

/** By what somebody can be told, of what is carried at all. */
export const carriedTo = (person: Numbers, carriers: readonly NoticeMeans[]): readonly NoticeMeans[] =>
  meansOf(person).filter((means) => carriers.includes(means));

/** By what somebody is told who is not to be reached at once: one means is enough, and a mail says most. */
export const usualMeans = (person: Numbers, carriers: readonly NoticeMeans[]): readonly NoticeMeans[] =>
  carriedTo(person, carriers).slice(0, 1);

/**
 * What was refused for good on a case so far, or lost and not regained: by whom and by what nobody is to be tried again.
 * What was refused at an address or a number that has been replaced since says nothing of the new one.
 */
export function refusedIn({
  events,
  replaced,
}: Pick<CasePapers, 'events' | 'replaced'>): (personId: string, means: string) => boolean {
  const last = new Map<string, boolean>();
  for (const event of events) {
    if (event.type === 'MeansLost' || event.type === 'MeansRegained')
      last.set(`${event.means} ${event.contact}`, event.type === 'MeansLost');
    if (event.type !== 'DeliveryRecorded') continue;
    const { contact, means, result, why, delivery } = event;
    const isRefused = result === 'failed' && why === undefined && replaced?.has(delivery) !== true;
    last.set(`${means} ${contact}`, isRefused);
  }
  return (personId, means) => last.get(`${means} ${personId}`) === true;
}

/** To whom mail does not get just now: the last that a case knows of waits for its server for longer than it may. */
export function lateIn(events: readonly CaseEvent[]): (personId: string) => boolean {
  const last = new Map<string, boolean>();
  for (const event of events) {
    if (event.type !== 'DeliveryRecorded' || event.means !== 'email') continue;
    last.set(event.contact, event.result === 'failed' && event.why !== undefined);
  }
  return (personId) => last.get(personId) === true;
}

/** What is left while mail does not get through: everything else, and mail where there is nothing else. */
export function besideLateMail(means: readonly NoticeMeans[]): readonly NoticeMeans[] {
  const others = means.filter((one) => one !== 'email');
  return others.length > 0 ? others : means;
}

/** Somebody of a level as whoever reaches them needs it; their rules go by their own clock. */
export const levelContact = (
  { revision }: Pick<OpenState, 'revision'>,
  person: Person,
  has: readonly NoticeMeans[] = meansOf(person),
): LevelContact => ({
  personId: person.personId,
  rules: person.rules ?? [],
  timeZone: person.timeZone ?? revision.timeZone,
  has,
});

export const situationOf = (
  { track }: Pick<OpenState, 'track'>,
  carriers: readonly NoticeMeans[],
): TrySituation => ({ urgency: track.urgency, carriers });
