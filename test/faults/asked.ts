import { createHash, randomUUID } from 'node:crypto';
import type { Request } from '../../src/app/handle.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import type { Command } from '../../src/core/case/command.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import type { Chance } from '../case/chance.ts';
import type { Accepted } from '../simulation/case-replay.ts';

/** A case as whoever asks things of it knows it. */
export interface AskedCase {
  readonly key: CaseKey;
  readonly revision: Revision;
  readonly accepted: Accepted[];
  /** What was typed in commands that were refused. */
  readonly refused: string[];
  isBusy: boolean;
  level: number;
  isClosed: boolean;
  acknowledged: boolean;
}

type Asked = Request['command'] & { readonly actor: Command['actor'] };

export const newCase = (chance: Chance, number: number, revisions: readonly Revision[]): AskedCase => {
  const revision = chance.of(revisions);
  const key = { contract: revision.contract, caseId: String(900_000 + number) };
  const rest = { isBusy: false, level: 0, isClosed: false, acknowledged: false };
  return { key, revision, accepted: [], refused: [], ...rest };
};

/** A command that often makes sense. What it says is in no other. */
export function randomAsk(
  chance: Chance,
  one: AskedCase,
  isLast = false,
): { readonly text: string; readonly request: Request } {
  const text = `said ${randomUUID()}`;
  const { actor, ...command } =
    one.accepted.length === 0
      ? opening(one, text, chance)
      : isLast
        ? ending(text)
        : nextAsk(chance, one, text);
  const digest = createHash('sha256').update(JSON.stringify(command)).digest('hex');
  const answerKey = { contract: one.key.contract, caller: 'faults', key: text, request: digest };
  return { text, request: { key: one.key, caller: undefined, actor, command, answerKey } };
}

function opening({ key, revision }: AskedCase, text: string, chance: Chance): Asked {
  const track = chance.of(Object.keys(revision.tracks));
  const fields = {
    caseId: key.caseId,
    track,
    customer: 'customer',
    directory: { manager: 'manager-of-customer' },
  };
  return { type: 'open', by: 'customer', actor: 'customer', ...fields, text, revision } as Asked;
}

/** Ends the case, and with it everybody's being told again and again. */
const ending = (text: string): Asked => ({ type: 'withdraw', by: 'customer', actor: 'customer', text });

function nextAsk(chance: Chance, one: AskedCase, text: string): Asked {
  const theirs = { by: 'customer', actor: 'customer' } as const;
  const ours = { by: `person-${chance.whole(1, 2)}`, actor: 'contractor' } as const;
  if (one.isClosed) {
    return chance.of<Asked>([
      { type: 'undoSatisfied', ...theirs, text },
      { type: 'reopen', ...theirs, text },
      { type: 'addNote', ...ours, text },
    ]);
  }
  const step = one.revision.tracks[Object.keys(one.revision.tracks)[0] ?? '']?.steps.find(
    ({ level }) => level === one.level + 1,
  );
  return chance.weighted<Asked>([
    [8, { type: 'addNote', ...theirs, text }],
    [5, { type: 'ask', ...theirs, text }],
    [2, { type: 'notSatisfied', ...theirs, text }],
    [6, { type: 'respond', ...ours, text }],
    [2, { type: 'update', ...ours, text }],
    [1, { type: 'proposeResolution', ...ours, text }],
    [one.acknowledged ? 0 : 3, { type: 'acknowledge', ...ours }],
    [5, { type: 'escalate', by: 'customer', actor: step?.actor ?? 'customer', level: one.level + 1, text }],
    [1, { type: 'requestPause', ...ours, reason: 'away', text }],
    [1, { type: 'consentToPause', ...theirs }],
    [2, { type: 'resume', ...theirs }],
    [1, { type: 'chooseAutomatic', ...theirs, automatic: chance.isOneIn(2) }],
    [0.7, { type: 'satisfied', ...theirs, text }],
  ]);
}

/** Keeps what was answered with a yes. */
export function noteAccepted(
  one: AskedCase,
  { command, actor = 'contractor' }: Request,
  { at, from, to }: { readonly at: number; readonly from: number; readonly to: number },
): void {
  const whole = { ...command, actor, at: asInstant(at), occurredAt: asInstant(at) } as Command;
  one.accepted.push({ from, to, command: whole });
  if (command.type === 'open') one.level = 1;
  if (command.type === 'escalate') one.level = Math.max(one.level, command.level);
  if (command.type === 'acknowledge') one.acknowledged = true;
  if (command.type === 'satisfied') one.isClosed = true;
  if (command.type === 'reopen' || command.type === 'undoSatisfied') one.isClosed = false;
}
