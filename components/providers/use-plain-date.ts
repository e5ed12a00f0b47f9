import { useFormat } from '../state/locale.tsx';
import { dateIn } from '../../lib/domain/accountability/terms-of.ts';

/** `2026-01-01` as people write it: `1 Jan 2026`. Has no zone, so it is read and written in UTC. */
export function usePlainDate(): (date: string) => string {
  const format = useFormat();
  return (date) => format.date(`${date}T12:00:00.000Z`, 'UTC');
}

/** Today's date on the wall of a zone. */
export function todayIn(zone: string): string {
  return dateIn(zone, Date.now());
}
