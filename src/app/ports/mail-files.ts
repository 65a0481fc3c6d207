import type { Instant } from '../../core/instant.ts';
import type { LeftWhy } from '../../core/message/left-files.ts';

/** A mail whose files wait, by what it is known as. */
interface MailFilesKey {
  readonly contract: string;
  readonly mailId: string;
}

/** A file of a mail: its bytes, or why they are not kept. */
export type MailFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly why: LeftWhy };

/** A file of a mail that waits, as pages list it. */
export interface ListedMailFile {
  /** Its place among those of its mail, from 1. */
  readonly number: number;
  readonly name: string;
  readonly size: number;
  readonly why: LeftWhy | undefined;
}

/** Files of mails that wait: for whoever wrote them to confirm them, for the desk, or for a case that is set aside. */
export interface MailFileBook {
  keep(key: MailFilesKey, files: readonly MailFile[]): Promise<void>;
  of(key: MailFilesKey): Promise<readonly MailFile[]>;
  drop(key: MailFilesKey): Promise<void>;
  /** Bytes that the files of a contract's waiting mails take. */
  size(contract: string): Promise<number>;
  /** Drops those of replies that came before an instant and were not confirmed: nobody can confirm them any more. */
  dropUnconfirmed(contract: string, before: Instant): Promise<void>;
}
