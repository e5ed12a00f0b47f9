import type { FilePreview } from '../../lib/app/attachments/attachment-service.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { Facts } from '../issue/Facts.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { ShownText } from './ShownText.tsx';

type Props = Readonly<{ label: string; mail: Extract<FilePreview, { kind: 'mail' }> }>;

/** Who wrote to whom, when, and what it says in plain words. */
export function MailPreview({ label, mail }: Props) {
  const t = useText(evidence).mail;
  const format = useFormat();
  const date = Number.isNaN(Date.parse(mail.date)) ? mail.date : format.full(mail.date);
  const text = (value: string) => (value === '' ? null : <bdi>{value}</bdi>);
  const attached = mail.attachments.map(({ name, bytes }, index) => (
    <div key={index}>
      <bdi>{t.attachment(name === '' ? t.nameless : name, format.bytes(bytes))}</bdi>
    </div>
  ));
  return (
    <div class="mail">
      <Facts
        facts={[
          { name: t.from, value: text(mail.from) },
          { name: t.to, value: text(mail.to) },
          { name: t.cc, value: text(mail.cc) },
          { name: t.date, value: text(date) },
          { name: t.subject, value: text(mail.subject) },
          { name: t.attachments, value: attached.length === 0 ? null : attached },
        ]}
      />
      <ShownText label={label} shown={mail.body} />
    </div>
  );
}
