import { useEffect, useState } from 'preact/hooks';
import type { IssueOutline, ReportRow } from '../../lib/app/export/export-service.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useLocale, useText } from '../state/locale.tsx';
import { useObjectUrl } from '../state/use-object-url.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { OutlineText } from './OutlineText.tsx';
import type { ExportModel } from './use-export.ts';

type Picture = ReportRow['pictures'][number];

/** Everything that goes out of one issue, as its reader will see it, and its pictures. */
export function PreviewDetail({ model, row }: { model: ExportModel; row: ReportRow }) {
  const { services } = useApp();
  const { language } = useLocale();
  const [outline, setOutline] = useState<IssueOutline | null>(null);
  useEffect(() => {
    let wanted = true;
    void services.exports
      .detail(row.id, model.options, language)
      .then((found) => wanted && setOutline(found));
    return () => {
      wanted = false;
    };
  }, [services.exports, row.id, model.options, language]);
  return (
    <div class="export-detail">
      {row.pictures.map((picture, index) => (
        <PictureChoice
          key={picture.id}
          model={model}
          issueKey={row.key}
          picture={picture}
          number={index + 1}
        />
      ))}
      {row.files.map((file) => (
        <FileChoice key={file.id} model={model} file={file} />
      ))}
      {outline && <OutlineText outline={outline} />}
    </div>
  );
}

function PictureChoice({
  model,
  issueKey,
  picture,
  number,
}: {
  model: ExportModel;
  issueKey: string;
  picture: Picture;
  number: number;
}) {
  const t = useText(data).dialog;
  const format = useFormat();
  const [blob, setBlob] = useState<Blob | null>(null);
  const url = useObjectUrl(blob);
  useEffect(() => {
    let wanted = true;
    // From the preview and not from the log: what goes out has its marks and redactions burnt in.
    void model.preview?.source
      .pictures([picture.sha256])
      .then(([found]) => wanted && setBlob(found?.blob ?? null));
    return () => {
      wanted = false;
    };
  }, [model.preview, picture.sha256]);
  const out = model.taken.pictures.has(picture.id);
  return (
    <div class={out ? 'export-picture export-row-out' : 'export-picture'}>
      {url && <img class="export-thumb" src={url} alt={t.picturePreview(issueKey, number)} />}
      <Checkbox
        label={t.pictureFacts(number, picture.width, picture.height, format.bytes(picture.bytes))}
        hint={out ? t.out_ : undefined}
        checked={!out}
        onChecked={(inside) => model.takePicture(picture.id, !inside)}
      />
    </div>
  );
}

function FileChoice({ model, file }: { model: ExportModel; file: ReportRow['files'][number] }) {
  const t = useText(data).dialog;
  const kinds = useText(evidence).kind;
  const format = useFormat();
  const out = model.taken.pictures.has(file.id);
  const name = visibleText(file.name === '' ? file.file : file.name);
  const secrets =
    file.masked === null ? t.fileAsItCame : file.masked > 0 ? t.fileMasked(file.masked) : undefined;
  return (
    <div class={out ? 'export-picture export-row-out' : 'export-picture'}>
      <Checkbox
        label={t.fileFacts(name, kinds[file.kind], format.bytes(file.bytes))}
        hint={out ? t.out_ : secrets}
        checked={!out}
        onChecked={(inside) => model.takePicture(file.id, !inside)}
      />
    </div>
  );
}
