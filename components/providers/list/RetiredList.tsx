import type { DirectoryThing } from '../../../lib/domain/directory/read-entry.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import type { ProviderWords } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useDirectory } from '../directory-context.tsx';
import { useSaving } from '../use-saving.tsx';

/** What somebody calls it; a contact without a name is its role. */
export function nameOfThing({ kind, value }: DirectoryThing, t: ProviderWords): string {
  return kind === 'contact' && value.name === '' ? t.contacts.roles[value.role] : value.name;
}

/** Nothing is deleted: what was retired can come back as it was. */
export function RetiredList() {
  const t = useText(providers);
  const { directory } = useDirectory();
  const { saveAll } = useSaving();
  const retired = [...directory.retired.values()];
  if (retired.length === 0) return null;
  return (
    <details class="prov-fold">
      <summary>{t.list.retired(retired.length)}</summary>
      <p class="quiet">{t.list.retiredText}</p>
      <ul class="prov-lines">
        {retired.map((thing) => {
          const name = nameOfThing(thing, t);
          return (
            <li key={thing.value.id} class="prov-line">
              <div>
                <PageText text={name} />
                <span class="prov-under">{t.list.thing[thing.kind]}</span>
              </div>
              <Button
                size="s"
                aria-label={t.list.bringBackNamed(name)}
                onClick={() => void saveAll([thing], t.saving.back(name))}
              >
                {t.list.bringBack}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
