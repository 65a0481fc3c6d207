/** Where a mailbox is and how it is entered. */
export interface MailboxPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** As its server names it, with `/` between its parts where a server has other signs there. */
  readonly folder: string;
  /** From the first byte, as soon as the server can, or not at all. */
  readonly encrypted: 'always' | 'asked' | 'never';
}

/**
 * What an address says of a mailbox. A password goes over an encrypted connection only, unless the address itself says
 * otherwise (`?ignoreTLS=true`).
 *
 *     mailboxPlace('imaps://ladder:password@mail.agency.example/Ladder')  // its folder is `Ladder`
 */
export function mailboxPlace(address: string): MailboxPlace {
  const { hostname, port, protocol, username, password, pathname, searchParams } = new URL(address);
  const isSecure = protocol === 'imaps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 993 : 143) : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    folder: decodeURIComponent(pathname.replace(/^\/|\/$/g, '')) || 'INBOX',
    encrypted: isSecure ? 'always' : searchParams.get('ignoreTLS') === 'true' ? 'never' : 'asked',
  };
}

/** The mailbox by name, without its password. */
export const mailboxName = ({ user, host, port, folder }: MailboxPlace): string =>
  `${user} at ${host}:${port}, ${folder}`;
