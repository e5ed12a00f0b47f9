import type { LogFilter } from '../../lib/app/log/log-filter.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useDirectory } from '../accounts/use-directory.ts';
import { useText } from '../state/locale.tsx';
import { Field } from '../ui/Field.tsx';
import type { LogModel } from './log-model.ts';

/** One choice for both: a provider, or one of its systems. Its place is kept while they are read; without any it is not there. */
export function PartnerFilter({ model, filter }: Readonly<{ model: LogModel; filter: LogFilter }>) {
  const t = useText(accounts).filter;
  const directory = useDirectory();
  const chosen = filter.provider !== null || filter.system !== null;
  if (directory === null) return <span class="log-filter-place" />;
  if (directory.providers.size === 0 && directory.systems.size === 0 && !chosen) return null;
  const systems = [...directory.systems.values()];
  const value =
    filter.system !== null ? `s${filter.system}` : filter.provider !== null ? `p${filter.provider}` : '';
  function choose(next: string): void {
    const id = next.slice(1);
    model.setFilter({
      provider: next.startsWith('p') ? id : null,
      system: next.startsWith('s') ? id : null,
    });
  }
  const option = (id: string, name: string) => (
    <option key={id} value={id}>
      {visibleText(name)}
    </option>
  );
  const alone = systems.filter(({ providerId }) => !directory.providers.has(providerId ?? ''));
  return (
    <Field label={t.label} labelHidden>
      {(control) => (
        <select
          {...control}
          class="input select"
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t.all}</option>
          {[...directory.providers.values()].map(({ id, name }) => (
            <optgroup key={id} label={visibleText(name)}>
              {option(`p${id}`, t.allOf(name))}
              {systems
                .filter(({ providerId }) => providerId === id)
                .map((system) => option(`s${system.id}`, system.name))}
            </optgroup>
          ))}
          <optgroup label={t.none}>
            {option('p', t.none)}
            {alone.map((system) => option(`s${system.id}`, system.name))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}
