import { useEffect, useState } from 'preact/hooks';
import type { FilePreview } from '../../lib/app/attachments/attachment-service.ts';
import type { IssueFile } from '../../lib/domain/issue/issue-evidence.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { MailPreview } from './MailPreview.tsx';
import { ShownText } from './ShownText.tsx';

type Read = FilePreview | 'loading' | 'lost';

/** What a file says, in text nodes only. */
export function FilePreviewView({ file, name }: Readonly<{ file: IssueFile; name: string }>) {
  const t = useText(evidence).file;
  const read = usePreview(file);
  if (read === 'loading') return <p class="quiet small">{t.loading}</p>;
  if (read === 'lost' || read.kind === 'none') return <p class="field-error">{t.lost}</p>;
  switch (read.kind) {
    case 'text':
      return <ShownText label={t.previewOf(name)} shown={read} />;
    case 'mail':
      return <MailPreview label={t.previewOf(name)} mail={read} />;
    case 'har':
      return <HarPreview har={read} />;
  }
}

function usePreview(file: IssueFile): Read {
  const { services } = useApp();
  const [read, setRead] = useState<Read>('loading');
  useEffect(() => {
    let open = true;
    setRead('loading');
    services.attachments.preview(file).then(
      (found) => open && setRead(found ?? 'lost'),
      () => open && setRead('lost'),
    );
    return () => {
      open = false;
    };
  }, [file.file.sha256]);
  return read;
}

function HarPreview({ har }: Readonly<{ har: Extract<FilePreview, { kind: 'har' }> }>) {
  const t = useText(evidence).har;
  const format = useFormat();
  const { requests, all, failed } = har;
  return (
    <div class="file-table-frame">
      <table class="request-table">
        <caption>
          {t.summary(all, format.number(failed))}{' '}
          {requests.length < all && (
            <span class="quiet small">{t.shown(format.number(requests.length))}</span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.status}</th>
            <th scope="col">{t.columns.method}</th>
            <th scope="col">{t.columns.address}</th>
            <th scope="col" class="request-number">
              {t.columns.took}
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request, index) => (
            <tr key={index}>
              <td class={request.failed ? 'request-result request-failed' : 'request-result'}>
                {request.status === 0 ? t.noAnswer : <span class="num">{request.status}</span>}
              </td>
              <td>{request.method}</td>
              <td class="request-address">
                <bdi class="address" dir="ltr">
                  {request.url}
                </bdi>
              </td>
              <td class="request-number num">{request.ms === null ? '' : format.duration(request.ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
