import type { BoundCommand } from '../../lib/app/settings/settings-service.ts';
import { settings as words } from '../../lib/i18n/settings/settings.ts';
import { useText } from '../state/locale.tsx';
import { useCommands } from '../state/use-commands.ts';
import { ChangeShortcuts } from './ChangeShortcuts.tsx';

/** The keys as the browser bound them. */
export function BoundShortcuts() {
  const t = useText(words).shortcuts;
  const commands = useCommands() ?? [];
  const name = ({ name: id, description }: BoundCommand): string =>
    id === '_execute_action' || id === 'record-silently'
      ? t.names[id]
      : description === ''
        ? id
        : description;
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
      <ChangeShortcuts />
      <p class="field-hint">{t.inLog}</p>
    </section>
  );
}
