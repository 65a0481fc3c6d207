import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the next mail server feels. */
export const MOODS = ['well', 'busy', 'silent', 'rude', 'away'] as const;
type Mood = (typeof MOODS)[number];

/** A mail server that takes everything when it is well, and remembers how often each mail arrived. */
export interface MailSink {
  readonly url: string;
  /** Delivery → how often. */
  readonly arrived: ReadonlyMap<string, number>;
  mood: Mood;
  close(): Promise<void>;
}

const busy = (): Error => Object.assign(new Error('busy, come again'), { responseCode: 451 });

export async function startSink(): Promise<MailSink> {
  const arrived = new Map<string, number>();
  const sink = { mood: 'well' as Mood };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => {
      if (sink.mood === 'silent') return;
      done(sink.mood === 'busy' ? busy() : null);
    },
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => {
        text += piece.toString('latin1');
      });
      stream.on('end', () => {
        if (sink.mood !== 'well') {
          done(busy());
          return;
        }
        const [, id] = /^message-id: <([^@>]+)@/im.exec(text) ?? [];
        // It is ours before we have said so: a sender that dies now sends it again.
        if (id !== undefined) arrived.set(id, (arrived.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (sink.mood === 'away') {
      socket.destroy();
      return;
    }
    // In the middle of a message, as often as not.
    if (sink.mood === 'rude') socket.once('data', () => setTimeout(() => socket.destroy(), 3));
    smtp.connect(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
}
