import { common } from '../../lib/i18n/common/common.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { protect } from '../../lib/i18n/protect/protect.ts';
import type { ExportSelection } from '../../lib/app/export/export-service.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { exportFailureText } from './export-failure.ts';
import { LeaveOut } from './LeaveOut.tsx';
import { PartsLeft } from './PartsLeft.tsx';
import { PasswordChoice } from './PasswordChoice.tsx';
import { PreviewList } from './PreviewList.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { useExport } from './use-export.ts';
import type { ExportModel } from './use-export.ts';
import { useProtection } from './use-protection.ts';
import type { Protection } from './use-protection.ts';
import { WorkProgress } from './WorkProgress.tsx';
import './export.css';

/** Choose a form, see exactly what goes out, take things out, export. Nothing leaves before the last button. */
export function ExportDialog({
  open,
  selection,
  onClose,
}: {
  open: boolean;
  selection: ExportSelection;
  onClose: () => void;
}) {
  const t = useText(data).dialog;
  const c = useText(common);
  const model = useExport(selection);
  const protection = useProtection();
  const count = model.remaining?.rows.length ?? 0;
  const { phase } = model;
  async function run(): Promise<void> {
    const password = protection.take();
    if (password !== undefined && (await model.run(password))) protection.forget();
  }
  return (
    <Dialog
      open={open}
      title={t.heading}
      onClose={onClose}
      size="l"
      keepOpen={phase === 'running'}
      actions={
        phase === 'done' ? (
          <Button variant="primary" onClick={onClose}>
            {t.close}
          </Button>
        ) : (
          <>
            {phase !== 'running' && <Button onClick={onClose}>{t.cancel}</Button>}
            <Button variant="primary" busy={phase !== 'ready' || count === 0} onClick={() => void run()}>
              {count === 0 ? t.run : t.runCount(count)}
            </Button>
          </>
        )
      }
    >
      {model.work.running && (
        <WorkProgress
          label={phase === 'running' ? t.running : t.looking}
          running={model.work.running}
          onCancel={model.work.cancel}
        />
      )}
      {model.failure !== null && (
        <Banner
          tone={model.failure.code === 'cancelled' ? 'info' : 'problem'}
          live
          actions={<Button onClick={model.lookAgain}>{t.again}</Button>}
        >
          {model.failure.code === 'changed'
            ? t.changed(model.failure.detail ?? '')
            : exportFailureText(c, t, model.failure.code)}
        </Banner>
      )}
      {phase === 'done' ? <Done model={model} /> : <Preview model={model} protection={protection} />}
    </Dialog>
  );
}

function Done({ model }: { model: ExportModel }) {
  const t = useText(data).dialog;
  const p = useText(protect);
  const format = useFormat();
  if (model.result === null) return null;
  const { fileName, blob, more = [], lostPictures, noted, signedBy, locked } = model.result;
  return (
    <>
      <Banner tone={lostPictures > 0 || !noted || signedBy === null ? 'warning' : 'info'} live>
        <p>{t.done(fileName, format.bytes(blob.size))}</p>
        {locked && <p>{p.done}</p>}
        {lostPictures > 0 && <p>{t.lost(lostPictures)}</p>}
        {!noted && <p>{t.notNoted}</p>}
        {signedBy !== undefined && <p>{signedBy === null ? t.unsigned : t.signed(signedBy)}</p>}
      </Banner>
      {more.length > 0 && <PartsLeft of={more.length + 1} onSave={async (part) => model.savePart(part)} />}
    </>
  );
}

const LARGE = 50_000_000;

function Preview({ model, protection }: { model: ExportModel; protection: Protection }) {
  const t = useText(data).dialog;
  const format = useFormat();
  const { services } = useApp();
  const { preview, remaining } = model;
  if (preview === null || remaining === null) return null;
  if (preview.rows.length === 0) return <p>{t.nothing}</p>;
  const pictures = remaining.rows.reduce((sum, row) => sum + row.pictures.length, 0);
  const files = remaining.rows.reduce((sum, row) => sum + row.files.length, 0);
  const archive = services.exports.isArchive(model.format);
  return (
    <div class="export-preview">
      <FormatChoice model={model} hasPictures={pictures > 0} />
      <LeaveOut model={model} />
      <PasswordChoice model={protection} />
      <section class="export-out" aria-labelledby="export-out">
        <h3 id="export-out">{t.outHeading}</h3>
        <p aria-live="polite">{t.out(remaining.rows.length, pictures, format.bytes(remaining.bytes))}</p>
        {files > 0 && <p class="quiet small">{archive ? t.files(files) : t.filesOnlyZip}</p>}
        {remaining.bytes > LARGE && model.format === 'html' && <p class="quiet small">{t.large}</p>}
        <p class="quiet small">{t.never}</p>
        <PreviewList model={model} rows={preview.rows} />
      </section>
    </div>
  );
}
