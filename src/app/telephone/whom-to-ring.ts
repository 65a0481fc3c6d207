import { levelOrder } from '../../core/case/move.ts';
import { highestLevel, type OpenState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import { dialled } from '../../core/plan/asked/telephone.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { RUNG_MAX } from '../../core/telephone/call-connecting.ts';
import { subjectOf } from '../give-answer.ts';
import type { CaseKey } from '../ports/store.ts';
import type { Within } from './telephone-parts.ts';

/** Somebody who is rung for a caller. */
export interface Rung {
  /** A seat of the plan, or a person. */
  readonly contact: string;
  readonly telephone: 'mobile' | 'office';
  readonly number: string;
  readonly level: number;
  /** The plan shows the number to its parties alone. */
  readonly isHidden: boolean;
}

type Reached = Pick<OpenState, 'revision' | 'directory'>;

/**
 * Who is rung after so many were: those of the highest level that was reached, who is on duty first, then their deputies and
 * who is reached otherwise. A level that may be gone to now is reached by its own key, not by ringing there. Without a case it
 * is level 1.
 */
export async function whomToRing(
  within: Within,
  about: {
    readonly contract: string;
    readonly key: CaseKey | undefined;
    /** The rules in force, for whoever rings without a case. */
    readonly rules: Revision | undefined;
    readonly tried: number;
  },
): Promise<Rung | undefined> {
  const { contract, key, rules: revision, tried } = about;
  if (tried >= RUNG_MAX) return undefined;
  const at = await within.tx.now();
  const subject = key && (await subjectOf(within.tx, key, at));
  if (subject) return (await peopleAt(within, contract, subject.open, highestLevel(subject.open), at))[tried];
  return revision && (await peopleAt(within, contract, { revision, directory: {} }, 1, at))[tried];
}

async function peopleAt(
  { tx }: Within,
  contract: string,
  state: Reached,
  level: number,
  at: Instant,
): Promise<readonly Rung[]> {
  const rung: Rung[] = [];
  const numbers = new Set<string>();
  for (const contact of levelOrder(state, level, at)) {
    const person = await tx.standingPerson(contract, contact);
    const telephone = person?.mobile === undefined ? 'office' : 'mobile';
    const written = person?.mobile ?? person?.office;
    const number = written && dialled(written);
    // Whoever fills two seats is rung once.
    if (number === undefined || person?.isErased || numbers.has(number)) continue;
    numbers.add(number);
    rung.push({ contact, telephone, number, level, isHidden: person?.shown === 'parties' });
  }
  return rung;
}
