import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerTo, type Answer } from './pages.ts';

export interface Portal {
  /** `http://127.0.0.1:<port>` without a slash at the end. */
  readonly origin: string;
  /** Every address asked for so far, with its query: a test can show that nothing else was asked. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

async function send(response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.delayMs) await wait(answer.delayMs);
  response.writeHead(answer.status ?? 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...answer.headers,
  });
  if (answer.neverEnds) response.write(answer.body);
  else response.end(answer.body);
}

/** Starts the sample portal on the loopback address only. Port 0 takes any free one. */
export async function startPortal(port = 0): Promise<Portal> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    let url: URL;
    try {
      url = new URL(request.url ?? '/', 'http://portal.invalid');
    } catch {
      url = new URL('http://portal.invalid/unreadable');
    }
    void send(response, answerTo(url));
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', ready);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The portal got no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
