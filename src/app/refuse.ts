import type { PeopleRefusal, PeopleRefusals } from '../core/message/people.ts';

/** A no about plans, people, customers or tokens, as an answer. */
export interface Refused {
  readonly accepted: false;
  readonly refusal: PeopleRefusal;
}

export function refuse<C extends keyof PeopleRefusals>(code: C, values: PeopleRefusals[C]): Refused {
  return { accepted: false, refusal: { code, values } as unknown as PeopleRefusal };
}
