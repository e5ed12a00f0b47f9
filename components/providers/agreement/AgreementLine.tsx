import type { Agreement, AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { versionOn } from '../../../lib/domain/directory/versions.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { hoursAndMinutes } from '../../../lib/i18n/hours.ts';
import { useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { todayIn, usePlainDate } from '../use-plain-date.ts';
import { FIELD_OF, TARGET_KEYS } from './target-draft.ts';

const SHOWN = ['response', 'restore', 'resolution'] as const;

/** An agreement in one line: its name, and what it says about the most urgent. */
export function AgreementLine({ agreement, href }: { agreement: Agreement; href?: string }) {
  const { line: t } = useText(words);
  const plain = usePlainDate();
  const { name, versions, tz } = agreement;
  const inForce = versionOn(versions, todayIn(tz));
  const version = inForce ?? versions[0];
  return (
    <>
      {href === undefined ? (
        <PageText text={name} />
      ) : (
        <a href={href}>
          <PageText text={name} />
        </a>
      )}
      <span class="prov-under">
        {inForce === null && version && `${t.from(plain(version.validFrom))} · `}
        {version && <Most targets={version.targets} />}
      </span>
    </>
  );
}

function Most({ targets }: { targets: AgreementVersion['targets'] }) {
  const { line: t } = useText(words);
  const key = TARGET_KEYS.find((one) => targets[one] !== undefined);
  const target = key === undefined ? undefined : targets[key];
  if (!target) return <>{t.measured}</>;
  const times = SHOWN.flatMap((time) => {
    const minutes = target[FIELD_OF[time]];
    return minutes === undefined ? [] : [t[time](hoursAndMinutes(minutes))];
  });
  return (
    <>
      {key === 'any' ? t.any : t.highest} {times.join(' · ')}
    </>
  );
}
