import { request } from 'node:http';

interface Beginning {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Asks over a socket, as a stream needs, and hangs up at the first that comes of one; any other answer is read whole. */
export function beginningOf(url: string, headers: Readonly<Record<string, string>>): Promise<Beginning> {
  const { origin, port } = new URL(url);
  return new Promise((resolve, reject) => {
    // Its path as it stands: a URL would make another one of its dots.
    const asked = request(
      { host: '127.0.0.1', port, path: url.slice(origin.length), headers, agent: false },
      (reply) => {
        const type = String(reply.headers['content-type']);
        let body = '';
        const answer = (): void => {
          resolve({ status: reply.statusCode ?? 0, type, body });
          asked.destroy();
        };
        reply.setEncoding('utf8');
        reply.on('data', (piece: string) => {
          body += piece;
          if (type.startsWith('text/event-stream')) answer();
        });
        reply.on('end', answer);
        reply.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
