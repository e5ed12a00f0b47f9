import { useEffect, useState } from 'preact/hooks';
import type { IssueOutline, ReportRow } from '../../lib/app/export/export-service.ts';
import { data } from '../../lib/i18n/data/data.ts';
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
          key={picture.captureId}
          model={model}
          issueKey={row.key}
          picture={picture}
          number={index + 1}
        />
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
  const { services } = useApp();
  const [blob, setBlob] = useState<Blob | null>(null);
  const url = useObjectUrl(blob);
  useEffect(() => {
    let wanted = true;
    void services.log.picture(picture.sha256).then((found) => wanted && setBlob(found));
    return () => {
      wanted = false;
    };
  }, [services.log, picture.sha256]);
  const out = model.taken.pictures.has(picture.captureId);
  return (
    <div class={out ? 'export-picture export-row-out' : 'export-picture'}>
      {url && <img class="export-thumb" src={url} alt={t.picturePreview(issueKey, number)} />}
      <Checkbox
        label={t.pictureFacts(number, picture.width, picture.height, format.bytes(picture.bytes))}
        hint={out ? t.out_ : undefined}
        checked={!out}
        onChecked={(inside) => model.takePicture(picture.captureId, !inside)}
      />
    </div>
  );
}
