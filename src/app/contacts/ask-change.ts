import type { CodeMeans, ContactField } from '../../core/contact/contact-change.ts';
import { askChange, codeMeans, dropped, FREEZE_MS } from '../../core/contact/decide-contact.ts';
import type { Instant } from '../../core/instant.ts';
import type { ContactProblem } from '../../core/message/portal/contacts.ts';
import { plainEvent } from '../../core/plain-event.ts';
import { isDiallable } from '../../core/plan/asked/telephone.ts';
import { chainStart } from '../ports/chain-start.ts';
import { contactRecordKey, type KeptChange } from '../ports/contacts.ts';
import type { ContractsTransaction, Person } from '../ports/contracts.ts';
import { chainOf } from '../record.ts';
import { hashOf, linkToken } from '../secret.ts';
import { isEmail, isLine } from '../text-field.ts';
import { type LetterSubject, writeToRoles, writeToThem } from './contact-letters.ts';
import type { ContactParts } from './contact-parts.ts';
import { happen } from './happen.ts';

interface Asked {
  readonly personId: string;
  readonly field: ContactField;
  /** As it was typed. */
  readonly value: string;
  /** By what they want the code, where it can go by more than one means. */
  readonly codeBy?: string;
}

/** Each sends something to an address or a number that nobody has proved yet. */
const ASKED_A_DAY_MAX = 5;
const DAY_MS = 86_400_000;
/** More than can be asked for while a change may still be held up. */
const HISTORY_MAX = 50;

/**
 * Begins a change of somebody's own number or address, which is used once it is confirmed by the code that goes to
 * it; a number that nothing carries a code to, by somebody else who rings it. Where they were reached so far they are told at once, with
 * a link that holds the change up; and so long as one is held up no other begins.
 */
export function askForChange(
  parts: ContactParts,
  { personId, field, value, codeBy }: Asked,
): Promise<{ readonly change: number } | { readonly problem: ContactProblem }> {
  const { contract, contracts } = parts;
  const problem = valueProblem(field, value);
  if (problem) return Promise.resolve({ problem });
  return contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const at = await tx.now();
    const [person] = await tx.people(contract, [personId]);
    if (!person || person.erasedAt !== undefined) return { problem: 'notTheirs' };
    if (person[field] === value) return { problem: 'same' };
    // Nobody could hold it up.
    if (person.email === undefined) return { problem: 'noAddress' };
    const history = await tx.contactChangesOf(contract, personId, HISTORY_MAX);
    if (history.some(({ state }) => state.status === 'frozen')) return { problem: 'frozen' };
    const recent = history.filter(({ state }) => state.askedAt > at - DAY_MS);
    if (recent.length >= ASKED_A_DAY_MAX) return { problem: 'tooOften' };
    if (field === 'email' && (await isTaken(tx, contract, personId, value))) return { problem: 'taken' };
    for (const kept of history) {
      if (kept.state.status !== 'waiting' || kept.state.field !== field) continue;
      await happen(tx, kept, dropped({ at, by: personId }, 'replaced').events);
    }
    const means = codeMeans(field, parts.carried);
    const chosen = means.find((one) => one === codeBy) ?? means[0];
    return { change: await begin(parts, tx, { person, history, at, codeBy: chosen }, field, value) };
  });
}

function valueProblem(field: ContactField, value: string): ContactProblem | undefined {
  if (value === '') return 'missing';
  if (field === 'email') return isEmail(value) ? undefined : 'mailInvalid';
  return isLine(value) && isDiallable(value) ? undefined : 'numberInvalid';
}

/** Of people who share an address none could sign in. */
export async function isTaken(
  tx: ContractsTransaction,
  contract: string,
  personId: string,
  email: string,
): Promise<boolean> {
  const known = await tx.peopleAt(contract, email.toLowerCase(), 2);
  return known.some((one) => one.personId !== personId);
}

interface Beginning {
  readonly person: Person;
  readonly history: readonly KeptChange[];
  readonly at: Instant;
  readonly codeBy: CodeMeans | undefined;
}

async function begin(
  parts: ContactParts,
  tx: ContractsTransaction,
  { person, history, at, codeBy }: Beginning,
  field: ContactField,
  newValue: string,
): Promise<number> {
  const { contract, newId, secret } = parts;
  const { personId } = person;
  const change = await tx.nextContactChange(contract);
  const [freezeId, codeId] = [newId(), codeBy && newId()];
  const oldValue = person[field];
  const start = { head: chainStart(contactRecordKey({ contract, change })), number: 0 };
  const [asked] = chainOf(start, [askChange({ at, by: personId }, field, codeBy)], plainEvent);
  await tx.addContactChange({
    ...{ contract, change, personId, field, oldValue, newValue, codeId },
    freezeHash: hashOf(linkToken(secret, freezeId)),
    asked: asked!,
  });
  const subject: LetterSubject = { kept: { change, field, oldValue, newValue }, person, at };
  if (codeBy !== undefined) {
    const code = `ladder-code:${codeId}`;
    await writeToThem(parts, tx, subject, 'code', { address: newValue, code, means: codeBy });
  }
  for (const address of addressesSoFar(person, history, at)) {
    await writeToThem(parts, tx, subject, 'told', { address, url: `ladder-link:${freezeId}` });
  }
  // Whoever still has the telephone from before may have no mail of theirs to read.
  if (field === 'mobile' && oldValue !== undefined && parts.carried.includes('text')) {
    const url = `ladder-link:${freezeId}`;
    await writeToThem(parts, tx, subject, 'told', { address: oldValue, url, means: 'text' });
  }
  if (codeBy === undefined) await writeToRoles(parts, tx, subject, 'callWanted', ['programManager', 'desk']);
  return change;
}

/** Where somebody reads that a change was begun: their address, and those replaced so lately that it may be held up. */
function addressesSoFar({ email }: Person, history: readonly KeptChange[], at: Instant): ReadonlySet<string> {
  const replaced = history.filter(
    ({ state }) => state.field === 'email' && state.status === 'done' && state.since > at - FREEZE_MS,
  );
  return new Set([email, ...replaced.map(({ oldValue }) => oldValue)].filter((one) => one !== undefined));
}
