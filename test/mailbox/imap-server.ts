import { createRequire } from 'node:module';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Instant } from '../../src/core/instant.ts';

interface Message {
  readonly uid: number;
  readonly raw: string;
  readonly flags: string[];
}

interface Folder {
  uidvalidity: number;
  readonly messages: Message[];
}

interface Hoodiecrow {
  readonly server: Server;
  listen(port: number, host: string, listening: () => void): void;
  close(closed: () => void): void;
  getMailbox(path: string): Folder | undefined;
  appendMessage(path: string, flags: readonly string[], at: Date, raw: string): void;
  setCommandHandler(command: string, handler: (...given: never[]) => void): void;
  getCommandHandler(command: string): ((...given: never[]) => void) | undefined;
}

/** A real IMAP server on this machine that keeps everything in memory, as tests load it: it has no types. */
const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow;

const PLUGINS = ['ID', 'IDLE', 'MOVE', 'UIDPLUS', 'NAMESPACE', 'LITERALPLUS'];

/** A mailbox of `ladder` with the password `pass word`. */
export async function imapServer({ plugins = PLUGINS }: { readonly plugins?: readonly string[] } = {}) {
  const server = hoodiecrow({
    plugins,
    users: { ladder: { password: 'pass word' } },
    storage: { INBOX: { allowPermanentFlags: true }, '': { separator: '/', folders: { Shared: {} } } },
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listens = (port: number): Promise<void> =>
    new Promise((done) => server.listen(port, '127.0.0.1', () => done()));
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const stops = async (): Promise<void> => {
    const closed = new Promise<void>((done) => server.close(() => done()));
    drop();
    await closed;
  };
  await listens(0);
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `imap://ladder:pass%20word@127.0.0.1:${port}/INBOX?ignoreTLS=true`,
    put: (raw: string, at: Instant, flags: readonly string[] = [], folder = 'INBOX') =>
      server.appendMessage(folder, flags, new Date(at), raw),
    /** What lies in a folder: the flags of each message by its subject. */
    in: (folder: string): Readonly<Record<string, readonly string[]>> =>
      Object.fromEntries(
        (server.getMailbox(folder)?.messages ?? []).map(({ raw, flags }) => [
          /^Subject: (.*)$/m.exec(raw)?.[1]?.trim() ?? '',
          flags.filter((flag) => flag !== '\\Recent'),
        ]),
      ),
    /** Somebody takes all flags off in a mail program. */
    unflag: (folder: string) => {
      for (const { flags } of server.getMailbox(folder)?.messages ?? []) flags.splice(0);
    },
    /** Somebody empties a folder. */
    empty: (folder: string) => server.getMailbox(folder)?.messages.splice(0),
    renumber: (folder: string) => {
      server.getMailbox(folder)!.uidvalidity += 1;
    },
    /** Does something before the server acts on a command. */
    before: (command: string, does: () => void) => {
      const handler = server.getCommandHandler(command);
      server.setCommandHandler(command, (...given) => {
        does();
        handler?.(...given);
      });
    },
    /** Says nothing to a command any more. */
    mute: (command: string) => server.setCommandHandler(command, () => undefined),
    /** Resolves once nobody is connected any more. */
    alone: async () => {
      await Promise.all([...sockets].map((socket) => new Promise((done) => socket.once('close', done))));
    },
    drop,
    stops,
    again: () => listens(port),
  };
}
