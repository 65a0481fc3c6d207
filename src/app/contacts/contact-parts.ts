import type { CodeMeans } from '../../core/contact/contact-change.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { ContactMail } from '../../core/message/portal/contacts.ts';
import type { Contracts } from '../ports/contracts.ts';
import type { Secret } from '../secret.ts';

/** What changes of numbers and addresses of one contract are made with. */
export interface ContactParts {
  readonly contracts: Contracts;
  readonly contract: string;
  readonly contractTitle: string;
  readonly secret: Secret;
  readonly newId: () => string;
  readonly compose: (mail: ContactMail) => ComposedMail;
  /** The address of the page of a change. */
  readonly changeUrl: (change: number) => string;
  /** By what anything is carried at all. */
  readonly carried: readonly CodeMeans[];
  readonly isDemonstration: boolean;
}
