// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RetentionPanel } from '../../../components/data/RetentionPanel.tsx';
import { RetentionRuns } from '../../../components/data/RetentionRuns.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { Looked, RetentionRule, RetentionRun } from '../../../lib/app/retention/retention-service.ts';
import { NO_RULE } from '../../../lib/domain/issue/retention.ts';
import { seedIssueId } from '../../support/seed.ts';

configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const LOOKED: Looked = {
  ok: true,
  toTrash: [seedIssueId(1), seedIssueId(2)],
  toPurge: [seedIssueId(3)],
  kept: 4,
  noBackup: 5,
};

let saved: RetentionRule[];
let looked: RetentionRule[];
let rule: RetentionRule;
let runs: (RetentionRun | null)[];
let app: App;

beforeEach(() => {
  saved = [];
  looked = [];
  rule = NO_RULE;
  runs = [];
  let tell = (): void => undefined;
  const service = {
    live(onValue: (now: RetentionRule, last: null) => void) {
      tell = () => onValue(rule, null);
      tell();
      return () => undefined;
    },
    async look(wanted: RetentionRule) {
      looked.push(wanted);
      return LOOKED;
    },
    async set(next: RetentionRule) {
      saved.push(next);
      rule = next;
      tell();
    },
    runDaily: async () => runs.shift() ?? null,
  };
  const services = { retention: async () => service, log: { now: () => new Date('2026-11-29T12:00:00Z') } };
  app = { services, toasts: createToasts() } as unknown as App; // as: the panel uses these services only
});

const show = (what: preact.ComponentChild) =>
  render(<AppContext.Provider value={app}>{what}</AppContext.Provider>);

describe('the rule by which issues leave the log', () => {
  it('is off, tells what it would do before it can be switched on, and is switched off again', async () => {
    show(<RetentionPanel />);
    expect(await screen.findByText('No rule is on.')).toBeTruthy();
    expect(screen.getByText(/It is off until you switch it on\.$/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByLabelText('Also delete what no newer backup holds')).toBeNull();
    fireEvent.change(screen.getByLabelText(/^Move closed issues/), { target: { value: '12' } });
    fireEvent.change(screen.getByLabelText(/^Delete for good/), { target: { value: '30' } });
    expect(
      await screen.findByText('As of now it would move 2 issues to the trash and delete 1 issue for good.'),
    ).toBeTruthy();
    expect(screen.getByText('Old enough, but left alone: 4 issues.')).toBeTruthy();
    expect(screen.getByText('In the trash, waiting for a newer backup: 5 issues.')).toBeTruthy();
    const wanted = { months: 12, days: 30, withoutBackup: false };
    expect(looked.at(-1)).toEqual(wanted);
    expect(saved).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Switch on' }));
    expect(await screen.findByText('This rule is on.')).toBeTruthy();
    expect(screen.queryByText(/It is off/)).toBeNull();
    expect(saved).toEqual([wanted]);
    expect(screen.queryByRole('button', { name: 'Use this rule' })).toBeNull();
    fireEvent.click(screen.getByLabelText('Also delete what no newer backup holds'));
    const change = await screen.findByRole('button', { name: 'Use this rule' });
    expect(change.getAttribute('aria-busy')).toBe('true');
    await waitFor(() => expect(change.getAttribute('aria-busy')).toBeNull());
    fireEvent.click(change);
    await waitFor(() => expect(saved).toHaveLength(2));
    fireEvent.click(await screen.findByRole('button', { name: 'Switch off' }));
    expect(await screen.findByText('No rule is on.')).toBeTruthy();
    expect(saved.at(-1)).toEqual(NO_RULE);
  });

  it('says plainly when it runs and what it leaves alone', async () => {
    show(<RetentionPanel />);
    expect(await screen.findByText(/^It runs while this page is open.*nothing happens\.$/)).toBeTruthy();
    expect(screen.getByText(/^Left alone: open issues, open promises, claims.*label “keep”\.$/)).toBeTruthy();
  });
});

describe('carrying it out', () => {
  it('begins a minute after the page, tries again soon while it cannot, and says what it did, with the way back', async () => {
    vi.useFakeTimers();
    try {
      const undo = vi.fn(async () => ({ ok: true as const, count: 2, stopped: false, undo: null }));
      const done = { ok: true, trashed: 2, purged: 1, stopped: false, failed: null, undo } as const;
      runs = [{ ok: false, code: 'behind' }, done, null];
      show(<RetentionRuns />);
      await vi.advanceTimersByTimeAsync(59_000);
      expect(runs).toHaveLength(3);
      await vi.advanceTimersByTimeAsync(2000);
      expect(runs).toHaveLength(2);
      expect(app.toasts.shown.value).toEqual([]);
      await vi.advanceTimersByTimeAsync(60_000);
      const [toast] = app.toasts.shown.value;
      expect(toast?.text).toBe('2 issues moved to the trash, 1 issue deleted for good by your rule.');
      toast?.action?.run();
      expect(undo).toHaveBeenCalledOnce();
      // Then once an hour, and not after the page has gone.
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(runs).toHaveLength(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says why it could not go on', async () => {
    vi.useFakeTimers();
    try {
      runs = [{ ok: true, trashed: 0, purged: 0, stopped: true, failed: 'disk-full', undo: null }];
      show(<RetentionRuns />);
      await vi.advanceTimersByTimeAsync(61_000);
      expect(app.toasts.shown.value.map(({ text }) => text)).toEqual([
        expect.stringMatching(/^Your rule could not be carried out\. ./),
      ]);
    } finally {
      vi.useRealTimers();
    }
  });
});
