import type { Instant } from '../../core/instant.ts';
import { handleIn, type Request } from '../handle.ts';
import type { EngineTransaction } from '../ports/engine.ts';

/** Why a text is not carried: whoever has the number has stopped our texts. */
export const STOPPED = 'stopped';
/** Open cases on which it is said that somebody takes no texts any more; whoever is on more is told of by these. */
const CASES_MAX = 100;

/**
 * Notes that a number takes no texts any more, or again, by the word of whoever has it or of the carrier; every open case
 * of which somebody with it was told by text says so. Whether it is news.
 */
export async function noteTexts(
  tx: EngineTransaction,
  number: string,
  { lost, at }: { readonly lost: boolean; readonly at: Instant },
): Promise<boolean> {
  const isNews = lost ? await tx.texts.stop(number, at) : await tx.texts.start(number);
  if (!isNews) return false;
  const told = await tx.texts.casesTold(number, CASES_MAX);
  // A case that is set aside says nothing now; whom it tells by what goes by the number itself.
  await handleIn(
    tx,
    told.map(
      ({ contract, caseId, personId: contact }): Request => ({
        key: { contract, caseId },
        caller: undefined,
        actor: 'contractor',
        command: { type: 'noteMeans', by: 'ladder', over: 'text', contact, means: 'text', lost },
      }),
    ),
  );
  return true;
}
