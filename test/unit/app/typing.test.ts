import { describe, expect, it, vi } from 'vitest';
import { CONTINUE_MS } from '../../../lib/app/capture/continuing.ts';
import { lab, newId, TAB } from './background-lab.ts';

async function typed(l: ReturnType<typeof lab>, text: string) {
  const captureId = newId();
  const close = l.popup(captureId);
  const view = await l.recorded(captureId);
  if (text !== '') await l.ask({ verb: 'draft.save', captureId, text });
  return { captureId, close, view };
}
const described = async (l: ReturnType<typeof lab>) =>
  (await l.entries()).flatMap((e) => (e.kind === 'issue.described' ? [e.body.text] : []));

describe('text typed into the popup', () => {
  it('becomes one description when the popup closes, secrets masked', async () => {
    const l = lab();
    const { close } = await typed(l, 'password: hunter2hunter2');
    await l.ask({ verb: 'background.wake' });
    expect(await described(l)).toEqual([]);
    await close();
    const [text, ...more] = await described(l);
    expect(more).toEqual([]);
    expect(text).toContain('password');
    expect(text).not.toContain('hunter2');
    expect(await l.store.drafts.list()).toEqual([]);
  });

  it('is described once by Done, and not again when the popup closes', async () => {
    const l = lab();
    const { captureId, close } = await typed(l, 'It bro');
    expect(await l.change({ verb: 'draft.done', captureId, text: 'It broke' })).toMatchObject({
      ok: true,
      view: { text: 'It broke' },
    });
    await close();
    expect(await described(l)).toEqual(['It broke']);
  });

  it('that is empty writes nothing', async () => {
    const l = lab();
    const { captureId, close } = await typed(l, '  ');
    await l.change({ verb: 'draft.done', captureId, text: '' });
    await close();
    expect(await described(l)).toEqual([]);
  });

  it('arriving after the popup is gone is described all the same', async () => {
    const l = lab();
    const { captureId, close } = await typed(l, '');
    await close();
    await l.ask({ verb: 'draft.save', captureId, text: 'last words' });
    await vi.waitFor(async () => expect(await described(l)).toEqual(['last words']), 5000);
  });

  it('typed before the record is on disk is kept', async () => {
    const l = lab();
    const captureId = newId();
    const close = l.popup(captureId);
    const [view, saved] = await Promise.all([
      l.opened(captureId),
      l.ask({ verb: 'draft.save', captureId, text: 'fast typist' }),
    ]);
    expect([view.state, saved]).toEqual(['recorded', { ok: true }]);
    await close();
    expect(await described(l)).toEqual(['fast typist']);
  });
});

describe('reopening the popup', () => {
  it('continues the half-typed issue on the same page, and records nothing new', async () => {
    const l = lab();
    const first = await typed(l, 'Half');
    await first.close();
    const again = await l.recorded(newId());
    expect(again).toMatchObject({
      continued: true,
      issueId: first.view.issueId,
      captureId: first.captureId,
      text: 'Half',
    });
    expect(l.world.shots).toBe(1);
  });

  it('keeps what is typed on, as one more description of the same issue', async () => {
    const l = lab();
    await (await typed(l, 'Half')).close();
    const id = newId();
    const close = l.popup(id);
    const { captureId } = await l.recorded(id);
    await l.ask({ verb: 'draft.save', captureId, text: 'Half a sentence' });
    await close();
    expect(await described(l)).toEqual(['Half', 'Half a sentence']);
  });

  it('records anew on request', async () => {
    const l = lab();
    const first = await typed(l, 'Half');
    await first.close();
    const captureId = newId();
    await l.recorded(captureId);
    expect(await l.ask({ verb: 'capture.again-anyway', captureId })).toMatchObject({
      state: 'recorded',
      continued: false,
      captureId,
    });
    expect(l.world.shots).toBe(2);
    expect((await l.recorded(newId())).continued).toBe(false);
  });

  it.each([
    ['nothing was typed', async (l: ReturnType<typeof lab>) => (await typed(l, '')).close()],
    [
      'Done was pressed',
      async (l: ReturnType<typeof lab>) => {
        const { captureId, close } = await typed(l, 'x');
        await l.change({ verb: 'draft.done', captureId, text: 'All said' });
        await close();
      },
    ],
    [
      'the page has another address now',
      async (l: ReturnType<typeof lab>) => {
        await (await typed(l, 'Half')).close();
        l.world.tab = { ...TAB, url: 'https://portal.acme.example/other' };
      },
    ],
    [
      'it is another tab',
      async (l: ReturnType<typeof lab>) => {
        await (await typed(l, 'Half')).close();
        l.world.tab = { ...TAB, tabId: 8 };
      },
    ],
    [
      'ten minutes have passed',
      async (l: ReturnType<typeof lab>) => {
        await (await typed(l, 'Half')).close();
        l.clock.ms += CONTINUE_MS;
      },
    ],
    [
      'the issue was undone',
      async (l: ReturnType<typeof lab>) => {
        const { captureId, close } = await typed(l, 'Half');
        await l.change({ verb: 'capture.undo', captureId });
        await close();
      },
    ],
  ])('records anew when %s', async (_when, prepare) => {
    const l = lab();
    await prepare(l);
    expect((await l.recorded(newId())).continued).toBe(false);
    expect(l.world.shots).toBe(2);
  });

  it('continues also after the background was stopped in between', async () => {
    const l = lab();
    await (await typed(l, 'Half')).close();
    const next = lab({ profile: l.profile, session: l.session, local: l.local });
    expect((await next.recorded(newId())).continued).toBe(true);
  });
});
