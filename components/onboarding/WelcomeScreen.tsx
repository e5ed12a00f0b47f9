import { onboarding } from '../../lib/i18n/onboarding/onboarding.ts';
import { ChangeShortcuts } from '../settings/ChangeShortcuts.tsx';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { keyOf, useCommands } from '../state/use-commands.ts';
import './welcome.css';

/** Shown once after the installation, later from the navigation. Nothing to fill in. */
export function WelcomeScreen() {
  const t = useText(onboarding);
  const { services } = useApp();
  const commands = useCommands();
  const shortcut = keyOf(commands, '_execute_action');
  const silently = keyOf(commands, 'record-silently');
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
        <h2>{t.waysTitle}</h2>
        <ul>
          {silently !== '' && (
            <li>
              {t.ways.silently} <kbd class="key">{silently}</kbd> {t.ways.silentlyUndo}
            </li>
          )}
          <li>{t.ways.menu}</li>
          <li>
            {t.ways.else} <a href="#/else">{t.ways.elseLink}</a>
          </li>
        </ul>
        <ChangeShortcuts />
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
