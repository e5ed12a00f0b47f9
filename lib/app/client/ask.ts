import type { ReplyOf, RequestOf, Verb } from './protocol.ts';
import { isReply } from './reply.ts';

export type SendMessage = (message: unknown) => Promise<unknown>;
export type Sleep = (ms: number) => Promise<void>;

/** While the background starts, or after it was stopped half way, messages fail at once: wait a little longer each time. */
const WAITS_MS = [30, 60, 120, 250, 500, 1000] as const;

export type Asked<V extends Verb> =
  Readonly<{ ok: true; reply: ReplyOf<V> }> | Readonly<{ ok: false; code: string }>;

/** Sends one request and parses the answer. Every verb may be sent twice without harm, so sending is repeated. Never throws. */
export async function ask<V extends Verb>(
  send: SendMessage,
  sleep: Sleep,
  message: RequestOf<V>,
): Promise<Asked<V>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const raw = await send(message);
      if (isReply(message.verb, raw)) return { ok: true, reply: raw };
      if (raw !== undefined && raw !== null) return { ok: false, code: codeIn(raw) };
      // No answer at all: the background went away between the message and its reply.
    } catch {
      // "Receiving end does not exist", "message channel closed": the same.
    }
    const wait = WAITS_MS[attempt];
    if (wait === undefined) return { ok: false, code: 'no-background' };
    await sleep(wait);
  }
}

function codeIn(raw: unknown): string {
  const code = typeof raw === 'object' && raw !== null && 'code' in raw ? raw.code : null;
  return typeof code === 'string' && code.length <= 40 ? code : 'invalid';
}
