import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between a node and its database that can be cut, or held still, at any byte. */
export interface Wire {
  readonly port: number;
  /** Connections that were made over it so far. */
  readonly opened: number;
  /** Cuts every connection. */
  drop(): void;
  /** Nothing passes any more, in either direction, until it flows again or is dropped. */
  stall(): void;
  flow(): void;
  /** As a stall of the connections there are, for good; those that are made from now on are not held. */
  freeze(): void;
  close(): Promise<void>;
}

interface Trouble {
  /** A text on the way to the database at which a connection is cut before it arrives. */
  readonly cutAt?: string;
  /** A text that still arrives, and after which nothing comes back, on the first connection that says it. */
  readonly muteAt?: string;
}

export async function startProxy(target: number, { cutAt, muteAt }: Trouble = {}): Promise<Wire> {
  const sockets = new Set<Socket>();
  const frozen = new Set<Socket>();
  let isStalled = false;
  let isMuted = false;
  let opened = 0;
  const resume = (socket: Socket): void => {
    if (!isStalled && !frozen.has(socket)) socket.resume();
  };
  const freeze = (socket: Socket): void => {
    frozen.add(socket);
    socket.pause();
  };
  const server = createServer((near) => {
    opened += 1;
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      if (isStalled) from.pause();
      from.on('data', (piece) => {
        if (cutAt !== undefined && from === near && piece.includes(cutAt)) {
          near.resetAndDestroy();
          return;
        }
        if (muteAt !== undefined && !isMuted && from === near && piece.includes(muteAt)) {
          isMuted = true;
          freeze(far);
        }
        if (!to.write(piece)) from.pause();
      });
      to.on('drain', () => resume(from));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        frozen.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const each = (what: (socket: Socket) => void): void => {
    for (const socket of sockets) what(socket);
  };
  return {
    port: (server.address() as AddressInfo).port,
    get opened() {
      return opened;
    },
    drop: () => each((socket) => socket.resetAndDestroy()),
    stall: () => {
      isStalled = true;
      each((socket) => socket.pause());
    },
    flow: () => {
      isStalled = false;
      each(resume);
    },
    freeze: () => each(freeze),
    close: async () => {
      each((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
