import { useState } from 'preact/hooks';
import { settings as words } from '../../lib/i18n/settings/settings.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';

/** Opens the browser's own page for shortcuts; says the way there where the browser does not open it. */
export function ChangeShortcuts() {
  const t = useText(words).shortcuts;
  const { system } = useApp().services;
  const [refused, setRefused] = useState(false);
  return (
    <>
      <p>
        <Button
          size="s"
          title={t.changeHint}
          onClick={() => void system.openShortcuts().then((opened) => setRefused(!opened))}
        >
          {t.change}
        </Button>
      </p>
      {refused && (
        <p class="field-hint" role="status">
          {system.isFirefox ? t.changeFirefox : t.changeChromium}
        </p>
      )}
    </>
  );
}
