import { isServiceNow, recognise, type ColumnOf } from '../../domain/reconcile/fields.ts';
import type { OurIssue } from '../../domain/reconcile/compare.ts';
import { reconcile, periodOf, type ReconcilePeriod } from '../../domain/reconcile/reconcile.ts';
import { findOrder, type DateOrder, type OrderFound } from '../../domain/reconcile/read-time.ts';
import { readTickets, timeCells, type TicketsRead } from '../../domain/reconcile/tickets.ts';
import { safeFileName } from '../../domain/privacy/display.ts';
import { readTable, type Table, type TableRead } from '../../export/importers/table/read-table.ts';
import type { PackDoc } from '../../export/packs/doc.ts';
import { packHtml } from '../../export/packs/pack-html.tsx';
import { packMarkdown } from '../../export/packs/pack-markdown.ts';
import { createBreath } from '../../storage/breath.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { LocalArea } from '../local-area.ts';
import { comparisonCsv } from './comparison-csv.ts';
import { comparisonDoc } from './comparison-doc.ts';
import type { Comparison } from './comparison.ts';
import { ourIssues, type OurIssuesDeps } from './our-issues.ts';
import { columnsBy, readRemembered, writeRemembered } from './remembered.ts';

/** What a person can decide about a file. */
export type Reading = Readonly<{
  columns: ColumnOf;
  order: DateOrder | null;
  zone: string;
  toleranceMin: number;
}>;

/** A file that was read, with how it would be understood by itself. */
export type OpenTable = Readonly<{ table: Table; reading: Reading }>;

/** `code`: of the storage, `cancelled`, or `no-provider`. */
export type OursRead = Readonly<{ ok: true; issues: readonly OurIssue[] } | { ok: false; code: string }>;

export type ReconcileService = Readonly<{
  /** Reads a file and recognises its columns, as they were chosen for this provider last time. */
  open(
    file: Blob,
    providerId: string,
    zone: string,
    signal: AbortSignal,
  ): Promise<({ ok: true } & OpenTable) | Exclude<TableRead, { ok: true }>>;
  /** What dates of the chosen columns tell about their order. */
  order(table: Table, columns: ColumnOf): OrderFound;
  tickets(table: Table, reading: Reading): TicketsRead;
  /** The time that the tickets cover; null: none has a date that was read. */
  period(read: TicketsRead): ReconcilePeriod | null;
  /** Every issue of the provider, as of now. */
  ours(providerId: string, signal: AbortSignal): Promise<OursRead>;
  compare(
    read: TicketsRead,
    ours: readonly OurIssue[],
    of: Omit<Comparison, 'reconciled' | 'asOf' | 'zone'> & Readonly<{ period: ReconcilePeriod }>,
  ): Readonly<{ comparison: Comparison; doc: PackDoc }>;
  remember(providerId: string, table: Table, reading: Reading): Promise<void>;
  /** Hands the comparison to the browser's download; nothing is written into the log. Returns the name of the file. */
  deliver(
    made: Readonly<{ comparison: Comparison; doc: PackDoc }>,
    form: 'html' | 'markdown' | 'csv',
  ): Promise<string>;
}>;

export type ReconcileDeps = OurIssuesDeps &
  Readonly<{
    local: Pick<LocalArea, 'read' | 'write'>;
    download: (blob: Blob, fileName: string) => void;
  }>;

export function createReconcileService(deps: ReconcileDeps): ReconcileService {
  const { local, now, zone: ourZone, download } = deps;
  return {
    async open(file, providerId, zone, signal) {
      const breathe = createBreath();
      const known = await readRemembered(local, providerId);
      try {
        const read = await readTable(file, async () => {
          await breathe();
          signal.throwIfAborted();
        });
        if (!read.ok) return read;
        const { headers } = read.table;
        const columns = columnsBy(headers, known, recognise(headers));
        return {
          ok: true,
          table: read.table,
          reading: {
            columns,
            order: null,
            zone: known?.zone ?? zone,
            toleranceMin: known?.toleranceMin ?? 1,
          },
        };
      } catch (error) {
        if (signal.aborted) return { ok: false, code: 'cancelled' };
        throw error;
      }
    },
    order: ({ rows }, columns) => findOrder(timeCells(rows, columns)),
    tickets: ({ rows, headers }, { columns, order, zone }) =>
      readTickets(rows, headers.length, { columns, order, zone, serviceNow: isServiceNow(headers) }),
    period: ({ tickets }) => periodOf(tickets),
    async ours(providerId, signal) {
      try {
        const issues = await ourIssues(deps, providerId, signal);
        return issues === null ? { ok: false, code: 'no-provider' } : { ok: true, issues };
      } catch (error) {
        if (signal.aborted) return { ok: false, code: 'cancelled' };
        const failure = storageFailureOf(error);
        if (failure) return { ok: false, code: failure.code };
        throw error;
      }
    },
    compare(read, ours, { period, ...about }) {
      const reconciled = reconcile(read, ours, period, about.toleranceMin);
      const comparison = { ...about, reconciled, asOf: now().getTime(), zone: ourZone() };
      return { comparison, doc: comparisonDoc(comparison) };
    },
    remember: (providerId, { headers }, reading) => writeRemembered(local, providerId, headers, reading),
    async deliver({ comparison, doc }, form) {
      const ending = form === 'markdown' ? 'md' : form;
      const name = `${safeFileName(`${doc.title} ${now().toISOString().slice(0, 10)}`)}.${ending}`;
      const blob =
        form === 'csv'
          ? await comparisonCsv(comparison, comparison.language === 'de' ? ';' : ',')
          : form === 'html'
            ? new Blob([await packHtml(doc)], { type: 'text/html' })
            : new Blob([packMarkdown(doc)], { type: 'text/markdown' });
      download(blob, name);
      return name;
    },
  };
}
