import { useState } from 'preact/hooks';
import type { ReportRow } from '../../lib/app/export/export-service.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { useText } from '../state/locale.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Time } from '../ui/Time.tsx';
import { PreviewDetail } from './PreviewDetail.tsx';
import type { ExportModel } from './use-export.ts';

export function PreviewRow({ model, row }: { model: ExportModel; row: ReportRow }) {
  const t = useText(data).dialog;
  const c = useText(common);
  const [open, setOpen] = useState(false);
  const out = model.taken.issues.has(row.id);
  return (
    <div class={out ? 'export-row export-row-out' : 'export-row'}>
      <div class="export-row-head">
        <Checkbox
          label={out ? t.putBack(row.key) : t.takeOut(row.key)}
          labelHidden
          checked={!out}
          onChecked={(inside) => model.takeIssue(row.id, !inside)}
        />
        <span class="quiet num">{row.key}</span>
        <span class="export-row-title">
          <PageText text={row.title} />
        </span>
        <span class="quiet small">
          {out
            ? t.out_
            : [
                ...(row.pictures.length > 0 ? [c.pictures(row.pictures.length)] : []),
                ...(row.files.length > 0 ? [t.files(row.files.length)] : []),
              ].join(', ')}
        </span>
        <span class="quiet small">
          <Time at={row.firstAt} />
        </span>
        <IconButton
          label={open ? t.hide(row.key) : t.show(row.key)}
          icon={open ? 'close' : 'down'}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && <PreviewDetail model={model} row={row} />}
    </div>
  );
}
