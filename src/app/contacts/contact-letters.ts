import type { CodeMeans } from '../../core/contact/contact-change.ts';
import type { Instant } from '../../core/instant.ts';
import type { ContactMail, ContactMailKind } from '../../core/message/portal/contacts.ts';
import { dialled } from '../../core/plan/asked/telephone.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { KeptChange } from '../ports/contacts.ts';
import type { ContractsTransaction, Person } from '../ports/contracts.ts';
import type { ContactParts } from './contact-parts.ts';

/** A change, whose it is, and when its letters are written. */
export interface LetterSubject {
  readonly kept: Pick<KeptChange, 'change' | 'oldValue' | 'newValue'> & Pick<KeptChange['state'], 'field'>;
  readonly person: Person;
  readonly at: Instant;
}

interface Asks {
  readonly code?: string | undefined;
  readonly url?: string | undefined;
  /** By mail unless it says so. */
  readonly means?: CodeMeans;
}

/** Writes to an address or a number of the person's own, in their language. */
export async function writeToThem(
  parts: ContactParts,
  tx: ContractsTransaction,
  subject: LetterSubject,
  kind: ContactMailKind,
  { address, ...asks }: Asks & { readonly address: string },
): Promise<void> {
  await write(parts, tx, subject, kind, { reader: subject.person, address, ...asks });
}

/** So many people of a role are told. */
const TOLD_MAX = 20;

/** Writes to those who hold one of these roles, but not to the person, with a link to the page of the change. */
export async function writeToRoles(
  parts: ContactParts,
  tx: ContractsTransaction,
  subject: LetterSubject,
  kind: ContactMailKind,
  roles: readonly string[],
): Promise<void> {
  const held = roles.map((role) => ({ role, customerId: undefined }));
  const readers = await tx.peopleHolding(parts.contract, held, { after: '', max: TOLD_MAX });
  const url = parts.changeUrl(subject.kept.change);
  for (const reader of readers) {
    if (reader.personId === subject.person.personId || reader.email === undefined) continue;
    await write(parts, tx, subject, kind, { reader, address: reader.email, url });
  }
}

async function write(
  parts: ContactParts,
  tx: ContractsTransaction,
  { kept, person, at }: LetterSubject,
  kind: ContactMailKind,
  {
    reader,
    address,
    code,
    url,
    means = 'email',
  }: Asks & { readonly reader: Person; readonly address: string },
): Promise<void> {
  const { contract, contractTitle, isDemonstration, newId } = parts;
  const { field, oldValue, newValue } = kept;
  const mail: ContactMail = {
    kind,
    means,
    language: reader.language ?? (await tx.contractLanguage(contract)),
    ...{ contractTitle, field, oldValue, newValue, code, url },
    name: person.name ?? person.personId,
    demonstration: isDemonstration,
  };
  const letter = parts.compose(mail);
  const { personId } = reader;
  const lone = { deliveryId: newId(), contract, personId, kind: 'contact', at, letter } as const;
  await tx.queueLetter(
    means === 'email'
      ? loneLetter({ ...lone, address })
      : loneLetter({ ...lone, address: dialled(address), means }),
  );
}
