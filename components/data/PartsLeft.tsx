import { useState } from 'preact/hooks';
import { data } from '../../lib/i18n/data/data.ts';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

/**
 * The further files of what is too large for one, saved one press after the other: a browser asks before it takes
 * several downloads that nobody pressed for. The first has been handed over already.
 */
export function PartsLeft({ of, onSave }: { of: number; onSave: (part: number) => Promise<void> }) {
  const t = useText(data);
  const [saved, setSaved] = useState(1);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  async function next(): Promise<void> {
    setBusy(true);
    setFailed(false);
    try {
      await onSave(saved);
      setSaved(saved + 1);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }
  if (saved >= of) return <Banner live>{t.partsDone(of)}</Banner>;
  return (
    <Banner
      tone="warning"
      live
      actions={
        <Button variant="primary" busy={busy} onClick={() => void next()}>
          {t.partNext(saved + 1, of)}
        </Button>
      }
    >
      {failed ? t.partFailed(saved + 1, of) : t.partsLeft(saved, of)}
    </Banner>
  );
}
