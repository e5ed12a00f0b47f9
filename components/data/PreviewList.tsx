import { VList } from 'virtua';
import type { ReportRow } from '../../lib/app/export/export-service.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { useText } from '../state/locale.tsx';
import { PreviewRow } from './PreviewRow.tsx';
import type { ExportModel } from './use-export.ts';

/** Up to here a plain list is fast, and every reader and print-out has all of it. */
const PLAIN = 60;

/** Every issue that goes out; any of them, and any picture, can be taken out. */
export function PreviewList({ model, rows }: { model: ExportModel; rows: readonly ReportRow[] }) {
  const t = useText(data).dialog;
  if (rows.length <= PLAIN) {
    return (
      <ul class="export-list" aria-label={t.listLabel}>
        {rows.map((row) => (
          <li key={row.id}>
            <PreviewRow model={model} row={row} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <section class="export-list export-list-long" aria-label={t.listLabel}>
      <VList data={rows} itemSize={37}>
        {(row: ReportRow) => <PreviewRow key={row.id} model={model} row={row} />}
      </VList>
    </section>
  );
}
