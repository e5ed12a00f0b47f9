import { useState } from 'preact/hooks';
import type { TakenIn } from '../../lib/app/backup/backup-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { imports } from '../../lib/i18n/imports/imports.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useWork } from './use-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

/** Says what taking an import back does, then does it. */
export function TakeBackDialog({ of, onClose }: Readonly<{ of: TakenIn; onClose: () => void }>) {
  const t = useText(imports).ask;
  const c = useText(common);
  const { services, toasts } = useApp();
  const work = useWork();
  const [failure, setFailure] = useState<string | null>(null);

  async function takeBack(): Promise<void> {
    setFailure(null);
    const result = await work.start((watched) => services.backup.takeBack(of.importId, watched));
    if (!result.ok) return setFailure(result.code);
    toasts.show({ text: t.done(result.entries) });
    onClose();
  }

  return (
    <Dialog
      open
      title={t.heading}
      onClose={onClose}
      keepOpen={work.running !== null}
      actions={
        work.running === null && (
          <>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button variant="primary" onClick={() => void takeBack()}>
              {t.confirm}
            </Button>
          </>
        )
      }
    >
      <p>{t.sentence(of.entries, of.codes)}</p>
      <p class="quiet">{t.kept}</p>
      {failure !== null && (
        <Banner tone="problem" live>
          {failureText(c, failure)}
        </Banner>
      )}
      {work.running !== null && (
        <WorkProgress label={t.working} running={work.running} onCancel={work.cancel} />
      )}
    </Dialog>
  );
}
