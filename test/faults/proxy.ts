import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between a node and its database that can be cut, or held still, at any byte. */
export interface Wire {
  readonly port: number;
  /** Cuts every connection. */
  drop(): void;
  /** Nothing passes any more, in either direction, until it flows again or is dropped. */
  stall(): void;
  flow(): void;
  close(): Promise<void>;
}

/** `cutAt` is a text on the way to the database at which a connection is cut before it arrives. */
export async function startProxy(target: number, cutAt?: string): Promise<Wire> {
  const sockets = new Set<Socket>();
  let isStalled = false;
  const server = createServer((near) => {
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
        if (!to.write(piece)) from.pause();
      });
      to.on('drain', () => {
        if (!isStalled) from.resume();
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
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
    drop: () => each((socket) => socket.resetAndDestroy()),
    stall: () => {
      isStalled = true;
      each((socket) => socket.pause());
    },
    flow: () => {
      isStalled = false;
      each((socket) => socket.resume());
    },
    close: async () => {
      each((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
