import { useId } from 'preact/hooks';
import { data } from '../../lib/i18n/data/data.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import type { ExportModel } from './use-export.ts';
import './formats.css';

/** One choice among all formats, laid out by whom they are for: arrow keys go through all of them. */
export function FormatChoice({ model, hasPictures }: { model: ExportModel; hasPictures: boolean }) {
  const t = useText(data).dialog;
  const { services } = useApp();
  const id = useId();
  const carries = model.format === 'html' || services.exports.isArchive(model.format);
  return (
    <div class="export-format">
      <fieldset class="formats">
        <legend class="export-legend">{t.formatLegend}</legend>
        <div class="formats-groups">
          {services.exports.formats().map(({ group, formats }) => (
            <div class="formats-group" role="group" aria-labelledby={`${id}-${group}`} key={group}>
              <p class="formats-name" id={`${id}-${group}`}>
                {t.formatGroups[group]}
              </p>
              {formats.map((format) => (
                <label class="formats-one" key={format}>
                  <input
                    type="radio"
                    name={id}
                    value={format}
                    checked={model.format === format}
                    onChange={() => model.setFormat(format)}
                  />
                  <span>{t.formats[format].name}</span>
                </label>
              ))}
            </div>
          ))}
        </div>
      </fieldset>
      <p class="quiet small" aria-live="polite">
        {t.formats[model.format].hint}
        {hasPictures && !carries ? ` ${t.noPictures}` : ''}
      </p>
    </div>
  );
}
