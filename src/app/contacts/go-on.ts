import type { ContactCommand } from '../../core/contact/decide-contact.ts';
import { decideContact, dropped } from '../../core/contact/decide-contact.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { ContactProblem } from '../../core/message/portal/contacts.ts';
import type { KeptChange } from '../ports/contacts.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import { hashOf, isSameText, mailedCode } from '../secret.ts';
import { RESERVED_ID } from '../text-field.ts';
import { isTaken } from './ask-change.ts';
import { writeToRoles, writeToThem } from './contact-letters.ts';
import type { ContactParts } from './contact-parts.ts';
import { happen } from './happen.ts';

/** A command as somebody gives it: the instant is the road's, and whether a code is right is found out here. */
type Asked<T = ContactCommand> = T extends { type: 'enterCode' }
  ? { readonly type: 'enterCode'; readonly by: string; readonly code: string }
  : T extends ContactCommand
    ? Omit<T, 'at'>
    : never;

export type GoneOn = { readonly kept: KeptChange } | { readonly problem: ContactProblem };

/** Does something with a change that was begun; undefined where there is none such. */
export function goOnWithChange(
  parts: ContactParts,
  change: number,
  asked: Asked,
): Promise<GoneOn | undefined> {
  const { contract, contracts } = parts;
  return contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const kept = await tx.contactChange(contract, change);
    return kept && goOn(parts, tx, kept, asked);
  });
}

async function goOn(
  parts: ContactParts,
  tx: ContractsTransaction,
  kept: KeptChange,
  asked: Asked,
): Promise<GoneOn> {
  const at = await tx.now();
  const command = commandOf(parts, kept, asked, at);
  const decision = decideContact(kept.state, command);
  if ('no' in decision) return { problem: decision.no };
  const { events } = decision;
  const { personId, field } = kept.state;
  const [person] = await tx.people(kept.contract, [personId]);
  // Who was erased has no number any more that could be changed.
  if (!person || person.erasedAt !== undefined) return { problem: 'notWaiting' };
  const isUsed = events.some(({ type }) => type === 'ContactChanged');
  if (isUsed && field === 'email' && (await isTaken(tx, kept.contract, personId, kept.newValue ?? '')))
    return { problem: 'taken' };
  const state = await happen(tx, kept, events);
  if (command.type === 'freeze') await stopOthers(tx, kept, at);
  await tell(parts, tx, { ...kept, state, events }, at);
  if (state.status === 'dropped' && command.type === 'enterCode') return { problem: 'codesSpent' };
  if (command.type === 'enterCode' && !command.isRight) return { problem: 'codeWrong' };
  return { kept: { ...kept, state, events: [...kept.events, ...events] } };
}

function commandOf(
  { secret }: ContactParts,
  { codeId }: KeptChange,
  asked: Asked,
  at: Instant,
): ContactCommand {
  if (asked.type !== 'enterCode') return { ...asked, at } as ContactCommand;
  const { type, by, code } = asked;
  const typed = code.replace(/[\s-]/g, '');
  return { type, by, at, isRight: codeId !== undefined && isSameText(typed, mailedCode(secret, codeId)) };
}

/** More than can be asked for while a change may be held up. */
const OTHERS_MAX = 50;

/** Whoever began one change that is held up began the later ones too: what waits ends, and what was used goes back. */
async function stopOthers(tx: ContractsTransaction, frozen: KeptChange, at: Instant): Promise<void> {
  const { contract, change, state } = frozen;
  const others = await tx.contactChangesOf(contract, state.personId, OTHERS_MAX);
  for (const other of others) {
    const { status, field } = other.state;
    const isLater = other.change > change && field === state.field && status === 'done';
    if (status !== 'waiting' && !isLater) continue;
    await happen(tx, other, dropped({ at, by: RESERVED_ID }, 'frozen').events);
  }
  const [person] = await tx.people(contract, [state.personId]);
  if (!person || person[state.field] === frozen.oldValue) return;
  // The last word: the value from before the change that was held up.
  await tx.useMeans(contract, state.personId, state.field, frozen.oldValue);
  await tx.noteConfirmed(contract, state.personId, state.field, undefined);
}

/** Who hears of it: of a change that is held up the parties, of how it ended whoever it is about. */
async function tell(
  parts: ContactParts,
  tx: ContractsTransaction,
  { state, events, change, oldValue, newValue, contract }: KeptChange,
  at: Instant,
): Promise<void> {
  const { field, personId } = state;
  const [person] = await tx.people(contract, [personId]);
  if (!person) return;
  const subject = { kept: { change, field, oldValue, newValue }, person, at };
  const types = new Set(events.map(({ type }) => type));
  if (types.has('ContactChangeFrozen'))
    await writeToRoles(parts, tx, subject, 'frozen', ['programManager', 'oversight']);
  if (person.email === undefined) return;
  const toThem = (kind: 'changed' | 'kept') =>
    writeToThem(parts, tx, subject, kind, { address: person.email! });
  if (types.has('ContactChanged')) await toThem('changed');
  if (types.has('ContactChangeJudged') && types.has('ContactChangeDropped')) await toThem('kept');
}

const TOKEN = /^[\w-]{1,64}$/;

/** The change that a link holds up, and whether it can still be; looking changes nothing. */
export function changeToFreeze(
  { contracts }: Pick<ContactParts, 'contracts'>,
  token: string,
): Promise<{ readonly kept: KeptChange; readonly problem: ContactProblem | undefined } | undefined> {
  if (!TOKEN.test(token)) return Promise.resolve(undefined);
  return contracts.transaction(async (tx) => {
    const kept = await tx.contactChangeToFreeze(hashOf(token));
    if (!kept) return undefined;
    const decision = decideContact(kept.state, { type: 'freeze', at: asInstant(await tx.now()) });
    return { kept, problem: 'no' in decision ? decision.no : undefined };
  });
}
