import { useState } from 'preact/hooks';
import type { RestoreSummary } from '../../lib/app/backup/backup-service.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { imports } from '../../lib/i18n/imports/imports.ts';
import type { ImportWords } from '../../lib/i18n/imports/imports.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';

type PackFacts = NonNullable<RestoreSummary['pack']>;

function signatureText(words: ImportWords, signature: PackFacts['signature']): string {
  if (signature.state === 'none') return words.unsigned;
  return signature.state === 'valid' ? words.signed(signature.key) : words.unchecked(signature.key);
}

/** What a restore would do, before it does it. */
export function DryRun({
  summary,
  fileName,
  onRestore,
  onLeave,
}: {
  summary: RestoreSummary;
  fileName: string;
  onRestore: (withSettings: boolean) => void;
  onLeave: () => void;
}) {
  const t = useText(data);
  const format = useFormat();
  const [withSettings, setWithSettings] = useState(false);
  const more = useText(imports);
  const { pack } = summary;
  const words = t.dryRun;
  const number = (value: number) => format.number(value);
  const lines: readonly (readonly [string, string])[] = [
    [words.made, `${format.full(summary.madeAt)} · ${words.version} Casebook ${summary.version}`],
    [
      words.period,
      summary.firstAt && summary.lastAt
        ? `${format.date(summary.firstAt)} – ${format.date(summary.lastAt)}`
        : '–',
    ],
    [words.issues, number(summary.issues)],
    [words.newIssues, number(summary.newIssues)],
    [words.added, number(summary.added)],
    ...(summary.withheld > 0 ? [[more.withheld, number(summary.withheld)] as const] : []),
    [words.identical, number(summary.identical)],
    ...summary.ledgers.map(
      (of) => [more.ledger(of.code, of.own), more.ledgerLine(number(of.entries), number(of.added))] as const,
    ),
    ...(summary.erased > 0 ? [[words.erased, number(summary.erased)] as const] : []),
    [words.pictures, t.dryRunPictures(summary.pictures, format.bytes(summary.pictureBytes))],
    ...(summary.lostPictures > 0 ? [[words.lost, number(summary.lostPictures)] as const] : []),
    ...(pack !== null && pack.reduced > 0 ? [[more.reduced, number(pack.reduced)] as const] : []),
    ...(pack !== null ? [[more.signature, signatureText(more, pack.signature)] as const] : []),
    ...(summary.unlisted > 0 ? [[words.unlisted, number(summary.unlisted)] as const] : []),
  ];
  const nothing = summary.added + summary.withheld + summary.erased === 0;
  return (
    <div class="data-dry-run">
      <h3>{t.dryRunHeading(fileName)}</h3>
      <table class="data-table">
        <tbody>
          {lines.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {nothing ? (
        <Banner live>{t.nothingNew}</Banner>
      ) : (
        <>
          {summary.hasSettings && (
            <Checkbox label={t.takeSettings} checked={withSettings} onChecked={setWithSettings} />
          )}
          <div class="data-actions">
            <Button variant="primary" onClick={() => onRestore(withSettings)}>
              {pack === null ? t.restoreConfirm(summary.added) : more.takeIn(summary.added)}
            </Button>
            <Button onClick={onLeave}>{t.restoreCancel}</Button>
          </div>
        </>
      )}
    </div>
  );
}
