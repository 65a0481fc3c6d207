import { effectsOf } from '../../core/case/effects.ts';
import { initial } from '../../core/case/state.ts';
import type { NewDelivery } from '../ports/engine.ts';
import type { LetterCase, LetterParts, Reader } from './letters.ts';
import { noticeLetter } from './notice-letter.ts';

/** The kind under which letters are counted that somebody asked for. */
export const FRESH = 'fresh';

/**
 * What somebody was told last, told once more as the case stands now, with links that work; undefined where they were
 * told nothing yet. `round` tells it from the letters before it.
 */
export function freshLetter(
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  round: number,
): NewDelivery | undefined {
  const event = effectsOf(initial, subject.papers.events)
    .flatMap((effect) => (effect.type === 'send' && isFor(effect.to, reader) ? [effect.event] : []))
    .at(-1);
  if (!event) return undefined;
  const occasion = { number: subject.papers.events.length, round, kind: FRESH };
  return noticeLetter(parts, subject, { reader, events: [event] }, occasion);
}

type To = Extract<ReturnType<typeof effectsOf>[number], { type: 'send' }>['to'];

/** Whether what is told goes to somebody as what they are on the case. */
export const isFor = (to: To, { audience, level, person }: Reader): boolean =>
  'level' in to
    ? to.level === level
    : level === undefined && ('person' in to ? to.person === person.personId : to.party === audience);
