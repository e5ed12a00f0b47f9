import type { Provider } from '../../lib/domain/directory/provider.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useText } from '../state/locale.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select, TextField } from '../ui/Field.tsx';
import { ANOTHER, type NewSystem } from './system-choice.ts';

type Props = Readonly<{
  value: NewSystem;
  host: string | null;
  providers: readonly Provider[];
  problem: 'needName' | 'needProvider' | null;
  onChange: (change: Partial<NewSystem>) => void;
}>;

/** A system that is not there yet: its name, who is responsible, and how it is recognised. */
export function NewSystemFields({ value, host, providers, problem, onChange }: Props) {
  const t = useText(accounts).system.dialog;
  return (
    <div class="system-new">
      <TextField
        label={t.name}
        hint={t.nameHint}
        value={value.name}
        maxLength={200}
        dir="auto"
        autocomplete="off"
        error={problem === 'needName' ? t.needName : undefined}
        onText={(name) => onChange({ name })}
      />
      <Select
        label={t.provider}
        value={value.providerId}
        options={[
          ...providers.map(({ id, name }) => ({ value: id, label: visibleText(name) })),
          { value: ANOTHER, label: t.newProvider },
          { value: '', label: t.noProvider },
        ]}
        onValue={(providerId) => onChange({ providerId })}
      />
      {value.providerId === ANOTHER && (
        <TextField
          label={t.providerName}
          value={value.providerName}
          maxLength={200}
          dir="auto"
          autocomplete="off"
          error={problem === 'needProvider' ? t.needProvider : undefined}
          onText={(providerName) => onChange({ providerName })}
        />
      )}
      {host !== null && (
        <Checkbox
          label={t.pattern(visibleText(host))}
          hint={t.patternHint}
          checked={value.host !== null}
          onChecked={(checked) => onChange({ host: checked ? host : null })}
        />
      )}
    </div>
  );
}
