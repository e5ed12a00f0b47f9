import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Select } from '../../ui/Field.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { providersOf, systemsOf } from '../of-provider.ts';
import { usePatternWords } from '../systems/use-pattern-words.ts';
import { useSaving } from '../use-saving.tsx';

/** What was named while recording and belongs to nobody yet: one choice each. */
export function LooseSystems() {
  const t = useText(providers);
  const { directory, managed } = useDirectory();
  const { save } = useSaving();
  const words = usePatternWords();
  const loose = systemsOf(directory, null);
  if (loose.length === 0) return null;
  const choices = [
    { value: '', label: t.list.choose },
    ...providersOf(directory).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <section class="prov-part" aria-labelledby="prov-loose">
      <h2 id="prov-loose">{t.list.loose}</h2>
      <p class="quiet">{t.list.looseText}</p>
      <ul class="prov-lines">
        {loose.map((system) => (
          <li key={system.id} class="prov-line">
            <div>
              <PageText text={system.name} />
              <span class="prov-under">
                {system.patterns.map((pattern) => words(pattern)).join(' · ') || t.systems.none}
              </span>
            </div>
            {managed.has(system.id) ? (
              <ManagedMark />
            ) : (
              <Select
                label={t.list.belongsTo(system.name)}
                labelHidden
                value=""
                options={choices}
                onValue={(providerId) => {
                  if (providerId !== '')
                    void save('system', { ...system, providerId }, t.saving.saved(system.name));
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
