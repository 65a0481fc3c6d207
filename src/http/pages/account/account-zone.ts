import type { OwnVisit } from '../page-route.ts';
import { peopleOf } from '../reader-frame.ts';

/** On whose clocks the instants of an account are said first: those of the contract that its owner is led to. */
export async function accountZone({ parts, session }: OwnVisit): Promise<string> {
  const [person] = peopleOf(session);
  const [listed] = person ? await parts.reading.contracts(person.contract) : [];
  return listed?.timeZone ?? parts.operator.timeZone();
}
