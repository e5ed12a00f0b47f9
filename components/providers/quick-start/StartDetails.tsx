import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { PROVIDER_KINDS } from '../kinds.ts';
import { ZoneField } from '../ZoneField.tsx';
import type { StartDraft, StartProblems } from './start-model.ts';

type Props = Readonly<{
  value: StartDraft;
  problems: StartProblems;
  onChange: (part: Partial<StartDraft>) => void;
}>;

/** What has a good answer already. */
export function StartDetails({ value, problems, onChange }: Props) {
  const t = useText(providers);
  return (
    <details class="prov-fold">
      <summary>{t.start.details}</summary>
      <div class="prov-fields">
        <TextField
          label={t.start.system}
          hint={t.start.systemHint}
          value={value.system}
          maxLength={200}
          autocomplete="off"
          onText={(system) => onChange({ system })}
        />
        <Select
          label={t.start.kind}
          value={value.kind}
          options={PROVIDER_KINDS.map((kind) => ({ value: kind, label: t.kind[kind] }))}
          onValue={(kind) => onChange({ kind })}
        />
        <TextField
          label={t.start.since}
          hint={t.start.sinceHint}
          error={problems.since && t.problem.date}
          type="date"
          value={value.since}
          onText={(since) => onChange({ since })}
        />
        <ZoneField
          label={t.start.zone}
          error={problems.zone && t.problem.zone}
          value={value.zone}
          onText={(zone) => onChange({ zone })}
        />
      </div>
    </details>
  );
}
