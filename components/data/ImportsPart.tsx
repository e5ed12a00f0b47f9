import { useEffect, useState } from 'preact/hooks';
import type { TakenIn } from '../../lib/app/backup/backup-service.ts';
import { imports } from '../../lib/i18n/imports/imports.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';

/** What came in from files before; any of it can be taken back as a whole, the latest of a log first. */
export function ImportsPart() {
  const t = useText(imports).list;
  const format = useFormat();
  const { services } = useApp();
  const [taken, setTaken] = useState<readonly TakenIn[]>([]);
  const [asked, setAsked] = useState<TakenIn | null>(null);
  useEffect(() => services.backup.liveImports(setTaken), [services.backup]);
  return (
    <>
      {taken.length > 0 && (
        <div class="data-dry-run">
          <h3 id="data-taken">{t.heading}</h3>
          <ul class="data-taken" aria-labelledby="data-taken">
            {taken.map((one) => (
              <li key={one.importId}>
                <span>
                  <span class="num">{format.full(one.at)}</span>
                  {` · ${t.line(one.entries, one.codes)}`}
                </span>
                {one.bar === null ? (
                  <Button size="s" aria-label={t.backLong(format.full(one.at))} onClick={() => setAsked(one)}>
                    {t.back}
                  </Button>
                ) : (
                  <span class="quiet small">{t.bar[one.bar]}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {asked !== null && <TakeBackDialog of={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
