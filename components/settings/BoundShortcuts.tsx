import { useEffect, useState } from 'preact/hooks';
import type { BoundCommand } from '../../lib/app/settings/settings-service.ts';
import { settings as words } from '../../lib/i18n/settings/settings.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';

/** The keys that the browser really gave us: it drops those another extension has, without a word. */
export function BoundShortcuts() {
  const t = useText(words).shortcuts;
  const { services } = useApp();
  const [commands, setCommands] = useState<readonly BoundCommand[]>([]);
  useEffect(() => {
    const read = (): void => {
      services.settings.commands().then(setCommands, () => undefined);
    };
    read();
    // Coming back from the browser's own page for shortcuts.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  const name = ({ name: id, description }: BoundCommand): string =>
    id === '_execute_action' ? t.names._execute_action : description === '' ? id : description;
  return (
    <section class="settings-part" aria-labelledby="settings-shortcuts">
      <h2 id="settings-shortcuts">{t.heading}</h2>
      <dl class="settings-keys">
        {commands.map((command) => (
          <div class="settings-key" key={command.name}>
            <dt>{name(command)}</dt>
            <dd>
              {command.shortcut === '' ? (
                <span class="quiet">{t.none}</span>
              ) : (
                <kbd class="key">{command.shortcut}</kbd>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {commands.some(({ shortcut }) => shortcut === '') && <p class="field-hint">{t.conflict}</p>}
      {services.system.isFirefox ? (
        <p class="field-hint">{t.changeFirefox}</p>
      ) : (
        <p>
          <Button size="s" title={t.changeChromium} onClick={() => void services.system.openShortcuts()}>
            {t.change}
          </Button>
        </p>
      )}
      <p class="field-hint">{t.inLog}</p>
    </section>
  );
}
