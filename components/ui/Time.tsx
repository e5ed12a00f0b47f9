import { useFormat } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';

/** A moment as people say it; the full form with zone is the tooltip. `zone`: where it was recorded. */
export function Time({
  at,
  zone,
  show = 'day-time',
}: {
  at: string;
  zone?: string | undefined;
  show?: 'time' | 'day-time' | 'date' | 'full' | 'ago';
}) {
  const format = useFormat();
  const now = useNow();
  const words = {
    time: () => format.time(at, zone),
    'day-time': () => format.dayTime(at, now, zone),
    date: () => format.date(at, zone),
    full: () => format.full(at, zone),
    ago: () => format.ago(at, now),
  };
  return (
    <time datetime={at} title={show === 'full' ? undefined : format.full(at, zone)}>
      {words[show]()}
    </time>
  );
}
