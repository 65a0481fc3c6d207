import { randomUUID } from 'node:crypto';
import type { ContactParts } from '../../../app/contacts/contact-parts.ts';
import { pageLink } from '../../../app/notices/fill-links.ts';
import { RESERVED_ID } from '../../../app/text-field.ts';
import { composeContact } from '../../../render/mail/compose-contact.ts';
import type { PageParts } from '../page-parts.ts';
import { contactChangesPath } from '../places.ts';

interface Where {
  readonly contract: string;
  readonly contractTitle: string;
  /** Whoever changes something; without one it is whoever reads a mailbox. */
  readonly personId: string | undefined;
}

/** What changes of numbers and addresses are made with, for whoever is at work. */
export function contactPartsOf(parts: PageParts, { contract, contractTitle, personId }: Where): ContactParts {
  const { isDemonstration, secret, contractsFor, links } = parts;
  return {
    ...{ contract, contractTitle, secret, isDemonstration, carried: links.letters.carriers },
    contracts: contractsFor({ kind: 'person', personId: personId ?? RESERVED_ID }),
    newId: randomUUID,
    compose: composeContact,
    changeUrl: (change) => pageLink(`${contactChangesPath(contract)}/${change}`),
  };
}
