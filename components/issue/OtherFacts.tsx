import type { EntryOf } from '../../lib/domain/ledger/entry.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Address } from '../ui/Address.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Facts } from './Facts.tsx';

/** What was pointed at, which system was named, and how exact a remembered time is; nothing for most captures. */
export function OtherFacts({ occurrence }: Readonly<{ occurrence: EntryOf<'occurrence.captured'> }>) {
  const t = useText(words).otherFacts;
  const format = useFormat();
  const { pointedAt, systemName } = occurrence.body;
  const { plusMinusMin } = occurrence;
  if (pointedAt === undefined && systemName === undefined && plusMinusMin === undefined) return null;
  return (
    <Facts
      facts={[
        { name: t.system, value: systemName === undefined ? '' : <PageText text={systemName} /> },
        {
          name: pointedAt === undefined ? '' : t.pointedAt[pointedAt.kind],
          value:
            pointedAt === undefined ? (
              ''
            ) : pointedAt.kind === 'selection' ? (
              <PageText text={pointedAt.text} />
            ) : (
              <Address text={pointedAt.url} />
            ),
        },
        {
          name: t.plusMinus,
          value: plusMinusMin === undefined ? '' : `± ${format.duration(plusMinusMin * 60_000)}`,
        },
      ]}
    />
  );
}
