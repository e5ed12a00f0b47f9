import type { Badge } from '../capture/badge.ts';
import type { LocalValues } from '../install-secret.ts';
import { owed, OWED_KEY } from './owed.ts';

/** Name of the alarm at which the number changes by itself. */
export const OWED_ALARM = 'owed';

export type OwedBadge = Readonly<{
  /** Shows the number that holds now and sets the alarm for the next one: at every start, at that alarm, after every change. */
  show(): Promise<void>;
}>;

export function createOwedBadge(deps: {
  local: Pick<LocalValues, 'read'>;
  badge: Pick<Badge, 'owe'>;
  alarms: Readonly<{
    create(name: string, info: { when: number }): Promise<void>;
    clear(name: string): Promise<boolean>;
  }>;
  now: () => Date;
}): OwedBadge {
  return {
    async show() {
      const parsed = owed.safeParse(await deps.local.read(OWED_KEY));
      const steps = parsed.success ? parsed.data.steps : [];
      const now = deps.now().getTime();
      // The clock may have been set back since the page wrote this: then its first step still holds.
      const holds = steps.findLast(({ from }) => from <= now) ?? steps[0];
      deps.badge.owe(holds?.n ?? 0, holds?.title ?? '');
      const next = steps.find(({ from }) => from > now && from > (holds?.from ?? 0));
      // Browsers forget alarms at an update, some at every end: set anew each time.
      if (next === undefined) await deps.alarms.clear(OWED_ALARM);
      else await deps.alarms.create(OWED_ALARM, { when: next.from });
    },
  };
}
