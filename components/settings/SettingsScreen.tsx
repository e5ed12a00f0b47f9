import { useState } from 'preact/hooks';
import type { Settings } from '../../lib/app/settings/settings.ts';
import { DEFAULT_SETTINGS } from '../../lib/app/settings/settings.ts';
import { settings as words } from '../../lib/i18n/settings/settings.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { useLive } from '../state/use-live.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { Select } from '../ui/Field.tsx';
import { BackupReminder } from './BackupReminder.tsx';
import { BoundShortcuts } from './BoundShortcuts.tsx';
import { ReporterName } from './ReporterName.tsx';
import { StoreHealth } from './StoreHealth.tsx';
import './settings.css';

export type SetSettings = (change: Partial<Settings>) => void;

/** Every choice is kept at once; there is no Save button to forget. */
export function SettingsScreen() {
  const t = useText(words);
  const { services, toasts } = useApp();
  const settings = useLive(services.settings.subscribe, DEFAULT_SETTINGS);
  const [said, setSaid] = useState('');
  const set: SetSettings = (change) => {
    services.settings.set(change).then(
      () => setSaid(t.saved),
      () => toasts.show({ tone: 'problem', text: t.saveFailed }),
    );
  };
  return (
    <div class="settings">
      <div class="settings-head">
        <h1>{t.heading}</h1>
        <span class="quiet small" role="status">
          {said}
        </span>
      </div>
      <section class="settings-part" aria-label={t.language.label}>
        <Select
          label={t.language.label}
          value={settings.language}
          options={(['auto', 'en', 'de'] as const).map((value) => ({ value, label: t.language[value] }))}
          onValue={(language) => set({ language })}
        />
        <Segmented
          legend={t.theme.label}
          value={settings.theme}
          options={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t.theme[value] }))}
          onValue={(theme) => theme !== null && set({ theme })}
        />
        <Select
          label={t.picture.label}
          hint={t.picture.hint}
          value={settings.pictureFormat}
          options={(['jpeg', 'png'] as const).map((value) => ({ value, label: t.picture[value] }))}
          onValue={(pictureFormat) => set({ pictureFormat })}
        />
      </section>
      <ReporterName onSaved={() => setSaid(t.saved)} />
      <BackupReminder settings={settings} onSet={set} />
      <BoundShortcuts />
      <section class="settings-part" aria-labelledby="settings-masked">
        <h2 id="settings-masked">{t.masked.heading}</h2>
        <p>{t.masked.intro}</p>
        <ul>
          {t.masked.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p>{t.masked.limits}</p>
      </section>
      <StoreHealth />
      <section class="settings-part" aria-labelledby="settings-about">
        <h2 id="settings-about">{t.about.heading}</h2>
        <p>
          {t.about.version(services.system.version)}. {t.about.licence}
        </p>
        <p>{t.about.network}</p>
        <p>{t.about.uninstall}</p>
      </section>
    </div>
  );
}
