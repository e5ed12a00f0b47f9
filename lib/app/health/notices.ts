import type { StoreState } from '../../storage/types/life.ts';

/** A state of the log that the user has to know of. Words: `failure` of lib/i18n/common, or `banner` of the settings. */
export type Notice = Readonly<{
  tone: 'info' | 'warning' | 'problem';
  /** A failure code, or one of our own two. */
  code: string;
  count: number;
  /** What helps. */
  action: 'reload' | 'restore' | 'export' | 'settings' | null;
  dismissable: boolean;
}>;

type Facts = Readonly<{ state: StoreState; quarantined: number; journal: number }>;

/** Worst first; empty when all is well. */
export function noticesOf({ state, quarantined, journal }: Facts): readonly Notice[] {
  const notices = [noticeOfState(state)];
  if (journal > 0) {
    notices.push({ tone: 'warning', code: 'journal', count: journal, action: 'reload', dismissable: false });
  }
  if (quarantined > 0) {
    notices.push({
      tone: 'warning',
      code: 'quarantined',
      count: quarantined,
      action: 'settings',
      dismissable: true,
    });
  }
  return notices.filter((notice) => notice !== null);
}

function noticeOfState(state: StoreState): Notice | null {
  const plain = { count: 0, dismissable: false } as const;
  switch (state.kind) {
    case 'opening':
      return null;
    case 'open':
      return state.loss === null
        ? null
        : { tone: 'problem', code: 'wiped', count: state.loss.issues, action: 'restore', dismissable: true };
    case 'blocked':
      return { ...plain, tone: 'warning', code: 'blocked', action: null };
    case 'closed-by-update':
      return { ...plain, tone: 'info', code: 'closed-by-update', action: 'reload' };
    case 'read-only':
      return {
        ...plain,
        tone: 'warning',
        code: state.why === 'newer' ? 'read-only-newer' : 'upgrade-failed',
        action: 'export',
      };
    case 'terminated':
      return { ...plain, tone: 'problem', code: 'terminated', action: 'reload' };
    case 'disk-full':
      return { ...plain, tone: 'problem', code: state.code, action: null };
    case 'unavailable':
      return { ...plain, tone: 'problem', code: state.code, action: 'reload' };
  }
}
