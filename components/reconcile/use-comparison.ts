import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Comparison } from '../../lib/app/reconcile/comparison.ts';
import type {
  OpenTable,
  OursRead,
  Reading,
  ReconcileService,
} from '../../lib/app/reconcile/reconcile-service.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useLocale } from '../state/locale.tsx';
import { readAnew } from '../state/read-anew.ts';
import { daysOf, periodOfDays, zoneIsKnown, type Days } from './period.ts';

type Made = ReturnType<ReconcileService['compare']>;
type Opened = Awaited<ReturnType<ReconcileService['open']>>;
export type Refused = Exclude<Opened, { ok: true }>;
export type TheirFile = OpenTable & Readonly<{ name: string }>;
export type Order = ReturnType<ReconcileService['order']>;
/** What is still to be said before there is anything to see. */
export type Lack = 'number' | 'order' | 'period' | 'zone' | null;
type Language = Comparison['language'];

/** While somebody types or chooses, the comparison follows after a breath. */
const AFTER_MS = 200;

/** Comparing what is chosen; `days` null: the time that their file covers. */
export function useComparison(
  provider: Readonly<{ id: string; name: string }>,
  service: ReconcileService | null,
  file: TheirFile | null,
  reading: Reading | null,
  days: Days | null,
) {
  const { zone } = useFormat();
  const { language }: { language: Language } = useLocale();
  const [ours, setOurs] = useState<OursRead | null>(null);
  const [settled, setSettled] = useState(reading);
  const { accounts } = useApp().services;
  useEffect(() => {
    const timer = setTimeout(() => setSettled(reading), AFTER_MS);
    return () => clearTimeout(timer);
  }, [reading]);
  useEffect(() => {
    if (service === null || file === null) return;
    const work = new AbortController();
    const look = readAnew(async () => {
      const read = await service.ours(provider.id, work.signal);
      if (!work.signal.aborted) setOurs(read);
    }, work.signal);
    const stop = accounts.onChange(look);
    return () => {
      stop();
      work.abort();
    };
  }, [accounts, service, file, provider.id]);
  const order = useMemo<Order>(
    () =>
      service === null || file === null || reading === null
        ? 'none'
        : service.order(file.table, reading.columns),
    [service, file, reading?.columns],
  );
  const toChoose = order === 'open' || order === 'both';
  const effective = useMemo(
    () =>
      settled === null
        ? null
        : { ...settled, order: toChoose ? settled.order : order === 'dmy' || order === 'mdy' ? order : null },
    [settled, order, toChoose],
  );
  const read = useMemo(
    () =>
      service === null || file === null || effective === null || !zoneIsKnown(effective.zone)
        ? null
        : service.tickets(file.table, effective),
    [service, file, effective],
  );
  const covered = useMemo(
    () => (service === null || read === null ? null : service.period(read)),
    [service, read],
  );
  // Whole days, as the date fields show them.
  const chosen = days ?? (covered === null ? null : daysOf(covered, zone));
  const period = chosen === null ? null : periodOfDays(chosen, zone);
  const lack: Lack =
    reading === null
      ? null
      : reading.columns.number === null && reading.columns.ourRef === null
        ? 'number'
        : !zoneIsKnown(reading.zone)
          ? 'zone'
          : toChoose && reading.order === null
            ? 'order'
            : period === null
              ? 'period'
              : null;
  const made = useMemo<Made | null>(() => {
    if (service === null || file === null || read === null || effective === null) return null;
    if (lack !== null || period === null || ours?.ok !== true) return null;
    return service.compare(read, ours.issues, {
      period,
      language,
      provider: provider.name,
      fileName: file.name,
      encoding: file.table.encoding,
      theirZone: effective.zone,
      toleranceMin: effective.toleranceMin,
    });
  }, [service, file, read, effective, ours, language, provider.name, lack, period?.from, period?.to]);
  return { made, lack, toChoose, order, covered, failure: ours?.ok === false ? ours.code : null };
}
