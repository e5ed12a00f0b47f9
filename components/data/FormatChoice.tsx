import { data } from '../../lib/i18n/data/data.ts';
import { useApp } from '../state/app.tsx';
import { isArchive } from './is-archive.ts';
import { useText } from '../state/locale.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import type { ExportModel } from './use-export.ts';

export function FormatChoice({ model, hasPictures }: { model: ExportModel; hasPictures: boolean }) {
  const t = useText(data).dialog;
  const { services } = useApp();
  const carries = model.format === 'html' || isArchive(model.format);
  return (
    <div class="export-format">
      <Segmented
        legend={t.formatLegend}
        value={model.format}
        options={services.exports.formats().map((value) => ({ value, label: t.formats[value].name }))}
        onValue={(value) => value !== null && model.setFormat(value)}
      />
      <p class="quiet small">
        {t.formats[model.format].hint}
        {hasPictures && !carries ? ` ${t.noPictures}` : ''}
      </p>
    </div>
  );
}
