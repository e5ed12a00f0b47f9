import { useEffect, useState } from 'preact/hooks';
import type { BoundCommand } from '../../lib/app/settings/settings-service.ts';
import { useApp } from './app.tsx';

/** The keys that the browser really gave us: it drops those another extension has, without a word. null while asking. */
export function useCommands(): readonly BoundCommand[] | null {
  const { settings } = useApp().services;
  const [commands, setCommands] = useState<readonly BoundCommand[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = (): void => {
      settings.commands().then(
        (bound) => wanted && setCommands(bound),
        () => wanted && setCommands([]),
      );
    };
    read();
    // Coming back from the browser's own page for shortcuts.
    addEventListener('focus', read);
    return () => {
      wanted = false;
      removeEventListener('focus', read);
    };
  }, [settings]);
  return commands;
}

/** The key of a command; '' where the browser bound none, null while asking. */
export function keyOf(
  commands: readonly BoundCommand[] | null,
  name: '_execute_action' | 'record-silently',
): string | null {
  // `_execute_action` is the browsers' name for "press the toolbar button".
  return commands === null ? null : (commands.find((command) => command.name === name)?.shortcut ?? '');
}
