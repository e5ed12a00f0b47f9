import { useEffect, useState } from 'preact/hooks';
import type { BoundCommand } from '../../lib/app/settings/settings-service.ts';
import { onboarding } from '../../lib/i18n/onboarding/onboarding.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import './welcome.css';

/** The key that opens the popup, as the browser really bound it; '' where it bound none, null while asking. */
function useShortcut(commands: () => Promise<readonly BoundCommand[]>): string | null {
  const [shortcut, setShortcut] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    commands().then(
      (bound) => {
        // `_execute_action` is the browsers' name for "press the toolbar button".
        const own = bound.find((command) => command.name === '_execute_action');
        if (wanted) setShortcut(own?.shortcut ?? '');
      },
      () => wanted && setShortcut(''),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return shortcut;
}

/** Shown once after the installation, later from the navigation. Nothing to fill in. */
export function WelcomeScreen() {
  const t = useText(onboarding);
  const { services } = useApp();
  const shortcut = useShortcut(() => services.settings.commands());
  const steps = services.system.isFirefox ? t.pinFirefox : t.pinChromium;
  return (
    <article class="welcome">
      <header class="welcome-head">
        <h1>{t.title}</h1>
        <p class="welcome-lead">{t.lead}</p>
      </header>
      <section>
        <h2>{t.pinTitle}</h2>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t.tryTitle}</h2>
        <p>{t.tryText}</p>
        <p>{t.tryUndo}</p>
        <p class="welcome-shortcut">
          {shortcut !== null && shortcut !== '' && (
            <>
              {t.shortcut} <kbd class="key">{shortcut}</kbd>
            </>
          )}
          {shortcut === '' && t.noShortcut}
        </p>
      </section>
      <section>
        <h2>{t.storedTitle}</h2>
        <ul>
          {t.stored.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t.neverTitle}</h2>
        <ul>
          {t.never.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t.backupTitle}</h2>
        <p>{t.backup}</p>
        <p class="welcome-links">
          <a class="button button-primary" href="#/log">
            {t.toLog}
          </a>
          <a class="button" href="#/data">
            {t.toBackup}
          </a>
        </p>
      </section>
    </article>
  );
}
