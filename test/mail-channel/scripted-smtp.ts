import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a scripted server does at a step: says a line, does something to the connection, or says nothing at all. */
export type Step = string | ((socket: Socket) => void);

/** The steps by what they answer; those not named go well. `data` comes at the first piece of the message. */
export interface Script {
  readonly greeting?: Step;
  readonly EHLO?: Step;
  readonly AUTH?: Step;
  readonly MAIL?: Step;
  readonly RCPT?: Step;
  readonly DATA?: Step;
  readonly data?: Step;
  readonly end?: Step;
}

export const SILENCE: Step = () => {};
export const DROP: Step = (socket) => socket.destroy();

const GOES_WELL: Required<Omit<Script, 'data'>> = {
  greeting: '220 there.example ESMTP',
  EHLO: '250-there.example\r\n250 SIZE 1000000',
  AUTH: '235 2.7.0 ok',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  end: '250 2.0.0 queued as 7',
};

/** A mail server on loopback that follows a script, and keeps what it was told and sent. */
export async function scriptedSmtp(script: Script = {}) {
  const told: string[] = [];
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const play = (step: Step): void => {
      if (typeof step === 'string') socket.write(`${step}\r\n`);
      else step(socket);
    };
    let message: string | undefined;
    let rest = '';
    play(script.greeting ?? GOES_WELL.greeting);
    socket.on('data', (piece) => {
      rest += piece.toString('latin1');
      if (message !== undefined && script.data) return play(script.data);
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (message === undefined) {
          told.push(line);
          const step = line.slice(0, 4).toUpperCase() as keyof typeof GOES_WELL;
          play(script[step] ?? GOES_WELL[step] ?? '250 ok');
          if (step === 'DATA' && !script.DATA) message = '';
        } else if (line === '.') {
          messages.push(message);
          message = undefined;
          play(script.end ?? GOES_WELL.end);
        } else message += `${line}\r\n`;
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    messages,
    connections: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
