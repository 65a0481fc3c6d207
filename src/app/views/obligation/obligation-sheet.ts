import type { Instant } from '../../../core/instant.ts';
import type { ObligationEvent } from '../../../core/obligation/event.ts';
import { partiesToMove, type Standing, standingAt } from '../../../core/obligation/standing.ts';
import { isOwed, type LiveObligation } from '../../../core/obligation/state.ts';
import { wholeEvent } from '../../../core/plain-event.ts';
import type { Party } from '../../../core/plan/format/schema-values.ts';
import { authoriseObligation, type Caller, seesObligationWhole } from '../../authorise.ts';
import type { ListedFile } from '../../ports/files.ts';
import type { ObligationReading } from '../../ports/obligation-reading.ts';
import { type ObligationKey, recordKeyOf } from '../../ports/obligations.ts';
import type { Reading } from '../../ports/reading.ts';
import type { ObligationApiCommand } from '../../schemas/obligation-commands.ts';
import { OBLIGATION_COMMANDS } from '../../schemas/obligation-commands.ts';

/** An event of an obligation with what was typed, where it has not been erased. */
export interface ObligationHappening {
  readonly number: number;
  readonly event: ObligationEvent;
  readonly text: string | undefined;
  readonly textErased: boolean;
}

/** One obligation, as one reader sees it. */
export interface ObligationSheet {
  readonly key: ObligationKey;
  readonly state: LiveObligation;
  readonly standing: Standing;
  /** The parties whose move it is. */
  readonly waits: readonly Party[];
  /** How many events it has. */
  readonly version: number;
  readonly now: Instant;
  /** Whether the reader sees what was handed over and said. */
  readonly isWhole: boolean;
  /** The latest first; empty where the reader does not see it. */
  readonly happenings: readonly ObligationHappening[];
  readonly files: readonly ListedFile[];
  /** Person id → name. */
  readonly names: ReadonlyMap<string, string>;
  /** What the reader may do now. */
  readonly offers: ReadonlySet<ObligationApiCommand>;
}

/** Years of weekly reminders, and all that people do beside them. */
const HISTORY_MAX = 1_000;

/** An obligation for its page; undefined where there is none of that name. */
export async function obligationSheet(
  reading: Reading,
  obligations: ObligationReading,
  { caller, key }: { readonly caller: Caller; readonly key: ObligationKey },
): Promise<ObligationSheet | undefined> {
  const found = await obligations.one(key);
  if (!found) return undefined;
  const { state, events: version } = found;
  const now = await reading.now();
  const isWhole = seesObligationWhole(caller, state);
  const happenings = isWhole ? await happeningsOf(reading, key) : [];
  const people = [...new Set(happenings.map(({ event }) => event.by))];
  return {
    ...{ key, state, version, now, isWhole, happenings },
    standing: standingAt(state, now),
    waits: partiesToMove(state),
    files: isWhole ? await reading.files(recordKeyOf(key)) : [],
    names: await reading.namesOf(key.contract, people),
    offers: new Set(OBLIGATION_COMMANDS.filter((command) => isOffered(command, state, caller))),
  };
}

async function happeningsOf(reading: Reading, key: ObligationKey): Promise<readonly ObligationHappening[]> {
  const kept = await reading.events(recordKeyOf(key), 0, HISTORY_MAX);
  return kept
    .map(({ number, body: { textDigest, ...body }, text, textErased }) => ({
      number,
      event: wholeEvent(text === undefined ? body : { ...body, text }) as unknown as ObligationEvent,
      text,
      textErased,
    }))
    .reverse();
}

/** Whether a command would be taken from a caller now, as far as it does not depend on what is typed. */
function isOffered(command: ObligationApiCommand, state: LiveObligation, caller: Caller): boolean {
  const party = authoriseObligation(caller, command, state);
  if (party === undefined) return false;
  const { proposal, delivery, status } = state;
  switch (command) {
    case 'deliver':
      return isOwed(state) || status === 'delivered';
    case 'accept':
    case 'sendBack':
      return status === 'delivered' && !delivery?.by.includes(caller.personId);
    case 'propose':
      return isOwed(state) && proposal === undefined;
    case 'agree':
    case 'decline':
      return proposal !== undefined && proposal.party !== party && proposal.by !== caller.personId;
    case 'withdrawProposal':
      return proposal?.party === party;
  }
}
