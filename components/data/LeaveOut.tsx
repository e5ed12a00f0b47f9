import { FIELD_GROUPS } from '../../lib/app/export/export-service.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { useText } from '../state/locale.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import type { ExportModel } from './use-export.ts';

/** Groups of fields that stay behind, and what was masked long before. */
export function LeaveOut({ model }: { model: ExportModel }) {
  const t = useText(data).dialog;
  const rules = new Map<string, number>();
  for (const row of model.remaining?.rows ?? []) {
    for (const [rule, times] of Object.entries(row.masked)) rules.set(rule, (rules.get(rule) ?? 0) + times);
  }
  return (
    <div class="export-columns">
      <fieldset class="export-groups">
        <legend class="export-legend">{t.leaveOut}</legend>
        {FIELD_GROUPS.map((group) => (
          <Checkbox
            key={group}
            label={t.groups[group]}
            checked={model.options.groups.has(group)}
            onChecked={(leftOut) => model.setGroup(group, leftOut)}
          />
        ))}
      </fieldset>
      <section class="export-masked" aria-labelledby="export-masked">
        <h3 id="export-masked" class="export-legend">
          {t.maskedHeading}
        </h3>
        {rules.size === 0 ? (
          <p class="quiet">{t.maskedNone}</p>
        ) : (
          <ul class="export-rules">
            {[...rules].map(([rule, times]) => (
              <li key={rule} class="num">
                {t.maskedRule(rule, times)}
              </li>
            ))}
          </ul>
        )}
        <Checkbox
          label={t.maskPersonal}
          checked={model.options.maskPersonal}
          onChecked={model.setMaskPersonal}
        />
        <Checkbox label={t.strip} checked={model.options.strip} onChecked={model.setStrip} />
      </section>
    </div>
  );
}
