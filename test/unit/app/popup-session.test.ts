import { describe, expect, it } from 'vitest';
import { holdPort } from '../../../lib/app/client/popup-port.ts';
import type { PopupPort } from '../../../lib/app/client/popup-port.ts';
import { createPopupSession } from '../../../lib/app/client/popup-session.ts';
import type { CaptureView } from '../../../lib/app/client/protocol.ts';

const ISSUE = '0190a8b4-0000-7000-8000-000000000001';
const OTHER = '0190a8b4-0000-7000-8000-000000000002';

function recorded(captureId: string, continued = false): unknown {
  return {
    state: 'recorded',
    continued,
    captureId,
    issueId: ISSUE,
    key: 'K7-0001',
    at: '2026-11-23T14:02:00.000Z',
    zone: 'UTC',
    url: null,
    host: null,
    title: '',
    pageState: 'ok',
    picture: { state: 'missing', reason: 'hung' },
    evidenceMissing: null,
    chips: [],
    text: '',
    impact: null,
    urgency: null,
    trashed: false,
    maskedTotal: 0,
  };
}

type Message = Readonly<{ verb: string; captureId?: string; text?: string }>;

function session(answer: (message: Message, attempt: number) => unknown) {
  const sent: Message[] = [];
  const ports: { name: string; push: (message: unknown) => void; end: () => void }[] = [];
  const own = crypto.randomUUID();
  const said = async (message: unknown): Promise<unknown> => {
    const known = message as Message; // as: the client only sends requests
    sent.push(known);
    return answer(known, sent.length);
  };
  const connect = (name: string): PopupPort => {
    const push: ((message: unknown) => void)[] = [];
    const end: (() => void)[] = [];
    ports.push({ name, push: (m) => push.forEach((f) => f(m)), end: () => end.forEach((f) => f()) });
    return {
      onMessage: { addListener: (f) => void push.push(f) },
      onDisconnect: { addListener: (f) => void end.push(f) },
    };
  };
  const client = createPopupSession({
    send: said,
    connect,
    first: {
      captureId: own,
      answer: said({ verb: 'popup.opened', captureId: own, clickedAt: 1000 }),
      port: holdPort(connect(`popup:${own}`)),
    },
    sleep: () => Promise.resolve(),
  });
  return { client, sent, ports, own };
}

describe('the popup', () => {
  it('starts the capture with its first message and opens a port of the same name', async () => {
    const s = session(({ captureId = '' }) => recorded(captureId));
    const answer = s.client.start();
    expect(s.sent).toEqual([{ verb: 'popup.opened', captureId: s.own, clickedAt: 1000 }]);
    expect(s.ports.map((p) => p.name)).toEqual([`popup:${s.own}`]);
    expect((await answer).state).toBe('recorded');
  });

  it('asks again while the background is starting, with the same id', async () => {
    const s = session(({ captureId = '' }, attempt) => {
      if (attempt < 4) throw new Error('Could not establish connection. Receiving end does not exist.');
      return recorded(captureId);
    });
    expect((await s.client.start()).state).toBe('recorded');
    expect(new Set(s.sent.map((m) => m.captureId))).toEqual(new Set([s.own]));
  });

  it('gives up after a bounded number of tries and says so', async () => {
    const s = session(() => {
      throw new Error('Receiving end does not exist.');
    });
    expect(await s.client.start()).toEqual({ state: 'failed', code: 'no-background' });
    expect(s.sent.length).toBeLessThan(10);
  });

  it('passes on why the background refused', async () => {
    const s = session(() => ({ ok: false, code: 'refused' }));
    expect(await s.client.start()).toEqual({ state: 'failed', code: 'refused' });
    expect(await s.client.saveDraft('x')).toEqual({ ok: false, code: 'refused' });
  });

  it('does not believe an answer that does not parse', async () => {
    const s = session(() => ({ state: 'nonsense', title: 7 }));
    expect(await s.client.start()).toEqual({ state: 'failed', code: 'invalid' });
  });

  it('writes to the issue that is being continued, and to its own after recording anew', async () => {
    const s = session(({ verb, captureId = '' }) =>
      verb === 'popup.opened'
        ? recorded(OTHER, true)
        : verb === 'draft.save'
          ? { ok: true }
          : recorded(captureId),
    );
    await s.client.start();
    await s.client.saveDraft('more');
    await s.client.recordAnew();
    await s.client.saveDraft('new');
    expect(s.sent.filter((m) => m.verb === 'draft.save').map((m) => m.captureId)).toEqual([OTHER, s.own]);
  });

  it('opens its port again when the background was stopped, for the issue on show', async () => {
    const s = session(() => recorded(OTHER, true));
    await s.client.start();
    s.ports[0]?.end();
    await Promise.resolve();
    await Promise.resolve();
    expect(s.ports.map((p) => p.name)).toEqual([`popup:${s.own}`, `popup:${OTHER}`]);
  });

  it('hands on what the background pushes, and drops what it cannot understand', async () => {
    const s = session(({ captureId = '' }) => recorded(captureId));
    const seen: CaptureView[] = [];
    const end = s.client.onView((view) => void seen.push(view));
    await s.client.start();
    s.ports[0]?.push({ state: 'recording', host: 'h', title: 't' });
    s.ports[0]?.push({ state: 'nonsense' });
    end();
    s.ports[0]?.push({ state: 'recording', host: 'h', title: 't' });
    expect(seen).toEqual([{ state: 'recording', host: 'h', title: 't' }]);
  });

  it('tells who listens late what was pushed before', async () => {
    const s = session(({ captureId = '' }) => recorded(captureId));
    await s.client.start();
    s.ports[0]?.push({ state: 'recording', host: 'h', title: 't' });
    const seen: CaptureView[] = [];
    s.client.onView((view) => void seen.push(view));
    expect(seen).toEqual([{ state: 'recording', host: 'h', title: 't' }]);
  });

  it('cuts a text that is too long at a whole character', async () => {
    const s = session(() => ({ ok: true }));
    await s.client.saveDraft(`${'a'.repeat(19_999)}😀`);
    expect(s.sent[1]?.text).toHaveLength(20_000);
    expect(s.sent[1]?.text?.isWellFormed()).toBe(true);
  });
});
