import { useState } from 'preact/hooks';
import type { RemovalResult } from '../../lib/app/pictures/picture-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

type Props = Readonly<{
  redacted: boolean;
  run: () => Promise<RemovalResult>;
  onDone: () => void;
  onClose: () => void;
}>;

/** Says plainly what is lost, what stays and what it cannot reach, before anything is deleted. */
export function RemoveOriginalDialog({ redacted, run, onDone, onClose }: Props) {
  const t = useText(editor).remove;
  const c = useText(common);
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function remove(): Promise<void> {
    setWorking(true);
    setFailed(null);
    const result = await run();
    setWorking(false);
    if (result.ok) return onDone();
    const { code } = result;
    setFailed(code === 'lost' || code === 'unreadable' ? t[code] : t.failed(failureText(c, code)));
  }
  return (
    <Dialog
      open
      size="s"
      title={t.title}
      keepOpen={working}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} disabled={working}>
            {c.cancel}
          </Button>
          <Button variant="danger" busy={working} onClick={() => void remove()}>
            {working ? t.working : t.run}
          </Button>
        </>
      }
    >
      <div class="editor-removal">
        {!redacted && <Banner tone="info">{t.unredacted}</Banner>}
        <p>{t.goes}</p>
        <p>{t.stays}</p>
        <p>{t.log}</p>
        <p class="quiet">{t.copies}</p>
        {failed !== null && (
          <Banner tone="problem" live>
            {failed}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
