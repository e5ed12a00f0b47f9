import { useState } from 'preact/hooks';
import type { BackupResult } from '../../lib/app/backup/backup-service.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { protect } from '../../lib/i18n/protect/protect.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useLocale, useText } from '../state/locale.tsx';
import { type BackupState, useBackupState } from '../state/use-backup-state.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { exportFailureText } from './export-failure.ts';
import { PartsLeft } from './PartsLeft.tsx';
import { PasswordChoice } from './PasswordChoice.tsx';
import { useAhead } from './use-ahead.ts';
import { useProtection } from './use-protection.ts';
import { useWork } from './use-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

/** Somebody who only passes by sets off nothing. */
const AHEAD_AFTER_MS = 1000;

/** The last backup is always in sight, with what is not in it yet. */
export function BackupPanel() {
  const t = useText(data);
  const { services } = useApp();
  const { language } = useLocale();
  const work = useWork();
  const [result, setResult] = useState<BackupResult | null>(null);
  const [noted, setNoted] = useState(true);
  const [locked, setLocked] = useState(false);
  const protection = useProtection();
  const state = useBackupState();
  // One that has just gone out may still wait for the button of its last part.
  const wanted = state?.due === true && work.running === null && result?.ok !== true;

  // Where a backup is due, it is written and verified while somebody looks here; it leaves with the button only.
  useAhead(wanted ? () => services.backup.ahead(language) : null, AHEAD_AFTER_MS, [
    services.backup,
    state?.sinceBackup,
    language,
  ]);

  async function make(): Promise<void> {
    const password = protection.take();
    if (password === undefined) return;
    setResult(null);
    setLocked(password !== null);
    const made = await work.start(async (watched) => {
      const plain = await services.backup.make(language, watched);
      return password === null || !plain.ok ? plain : services.backup.lock(plain, password, watched);
    });
    setNoted(!made.ok || (await services.backup.deliver(made)));
    setResult(made);
    if (made.ok) protection.forget();
  }

  return (
    <section class="data-panel" aria-labelledby="data-backup">
      <h2 id="data-backup">{t.backupHeading}</h2>
      <p>{t.backupSentence}</p>
      <LastBackup state={state} />
      {work.running === null ? (
        <>
          <PasswordChoice model={protection} />
          <div class="data-actions">
            <Button variant="primary" onClick={() => void make()}>
              {t.backupMake}
            </Button>
          </div>
        </>
      ) : (
        <WorkProgress label={t.backupWorking} running={work.running} onCancel={work.cancel} />
      )}
      {result && <Outcome result={result} noted={noted} locked={locked} />}
      {result?.ok && result.more.length > 0 && (
        <PartsLeft
          of={result.more.length + 1}
          onSave={async (part) => setNoted(await services.backup.deliver(result, part))}
        />
      )}
      <p class="quiet small">{t.backupPrivate}</p>
    </section>
  );
}

function LastBackup({ state }: { state: BackupState | null }) {
  const t = useText(data);
  const format = useFormat();
  if (state === null) return <p class="data-last" />;
  const { lastBackup: last, sinceBackup, due, now } = state;
  return (
    <div class="data-last">
      <p>
        <strong>{last === null ? t.noBackup : t.lastBackup(format.dayTime(last.at, now))}</strong>
        {last && (
          <span class="quiet">
            {' '}
            · {t.lastBackupFacts(last.entries, last.pictures, format.bytes(last.bytes))}
          </span>
        )}
      </p>
      <p class={due ? 'data-due' : 'quiet'}>
        {due && (
          <>
            <Icon name="warning" size={14} /> {t.backupDue}{' '}
          </>
        )}
        {last === null && sinceBackup === 0 ? '' : t.backupSince(sinceBackup)}
      </p>
    </div>
  );
}

function Outcome({ result, noted, locked }: { result: BackupResult; noted: boolean; locked: boolean }) {
  const t = useText(data);
  const p = useText(protect);
  const c = useText(common);
  const format = useFormat();
  if (!result.ok) {
    return (
      <Banner tone={result.code === 'cancelled' ? 'info' : 'problem'} live>
        {exportFailureText(c, t.dialog, result.code)}
      </Banner>
    );
  }
  return (
    <Banner tone={result.lostPictures > 0 || !noted ? 'warning' : 'info'} live>
      <p>{t.backupDone(result.fileName, format.bytes(result.bytes))}</p>
      {locked && <p>{p.done}</p>}
      {result.lostPictures > 0 && <p>{t.backupLost(result.lostPictures)}</p>}
      {!noted && <p>{t.backupNotNoted}</p>}
    </Banner>
  );
}
