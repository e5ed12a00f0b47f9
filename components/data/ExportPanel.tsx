import { useState } from 'preact/hooks';
import { data } from '../../lib/i18n/data/data.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { ExportDialog } from './ExportDialog.tsx';

const EVERYTHING = { kind: 'all' } as const;

export function ExportPanel() {
  const t = useText(data);
  const [open, setOpen] = useState(false);
  return (
    <section class="data-panel" aria-labelledby="data-export">
      <h2 id="data-export">{t.exportHeading}</h2>
      <p>{t.exportSentence}</p>
      <div class="data-actions">
        <Button variant="primary" onClick={() => setOpen(true)}>
          {t.exportAll}
        </Button>
      </div>
      <p class="quiet small">{t.exportHint}</p>
      {open && <ExportDialog open selection={EVERYTHING} onClose={() => setOpen(false)} />}
    </section>
  );
}
