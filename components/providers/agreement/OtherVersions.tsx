import type { Agreement, AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { holdsUntil, withoutVersion } from '../../../lib/domain/directory/versions.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePlainDate } from '../use-plain-date.ts';
import { useSaving } from '../use-saving.tsx';
import { VersionView } from './VersionView.tsx';

type Props = Readonly<{ agreement: Agreement; inForce: AgreementVersion | null; fixed: boolean }>;

/** Every version by date, newest first: what held once stays readable, what is planned can be taken back. */
export function OtherVersions({ agreement, inForce, fixed }: Props) {
  const t = useText(words);
  const plain = usePlainDate();
  const { save } = useSaving();
  const { versions } = agreement;
  if (versions.length < 2) return null;
  const state = ({ validFrom }: AgreementVersion): string => {
    if (validFrom === inForce?.validFrom) return t.now;
    return inForce === null || validFrom > inForce.validFrom ? t.planned : t.earlier;
  };
  return (
    <section class="prov-versions" aria-label={t.versions}>
      <h3>{t.versions}</h3>
      {versions.toReversed().map((version) => {
        const until = holdsUntil(versions, version);
        const date = plain(version.validFrom);
        return (
          <details key={version.validFrom} class="prov-fold">
            <summary>
              {t.versionFrom(date)}
              {until !== null && ` ${t.until(plain(until))}`} <span class="quiet">· {state(version)}</span>
            </summary>
            <VersionView version={version} />
            {!fixed && state(version) === t.planned && (
              <Button
                size="s"
                aria-label={t.takeBackNamed(date)}
                onClick={() =>
                  void save(
                    'agreement',
                    { ...agreement, versions: withoutVersion(versions, version.validFrom) },
                    t.tookBack(date),
                  )
                }
              >
                {t.takeBack}
              </Button>
            )}
          </details>
        );
      })}
    </section>
  );
}
