import { useState } from 'preact/hooks';
import type { Agreement, AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { versionOn } from '../../../lib/domain/directory/versions.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { ThingConflict } from '../conflicts/ThingConflict.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { useDraft } from '../use-draft.ts';
import { todayIn, usePlainDate } from '../use-plain-date.ts';
import { useSaving } from '../use-saving.tsx';
import { AgreementDialog } from './AgreementDialog.tsx';
import { Proposals } from './Proposals.tsx';
import { OtherVersions } from './OtherVersions.tsx';
import { versionDraft } from './version-draft.ts';
import type { VersionDraft } from './version-draft.ts';
import { VersionEditor } from './VersionEditor.tsx';
import { VersionView } from './VersionView.tsx';

/** One agreement: what is in force, how to change it, and what held before. */
export function AgreementPart({ agreement }: { agreement: Agreement }) {
  const t = useText(words);
  const p = useText(providers);
  const { managed } = useDirectory();
  const { retire } = useSaving();
  const plain = usePlainDate();
  const decimal = (0.5).toLocaleString(useFormat().tag).includes(',') ? ',' : '.';
  const [editing, setEditing] = useState(false);
  const { id, providerId, name, type, tz, versions } = agreement;
  const today = todayIn(tz);
  const [first] = versions;
  const inForce = versionOn(versions, today);
  const shown = inForce ?? first;
  const draft = useDraft<{ version: VersionDraft | null }>(`version of ${id}`, () => ({ version: null }));
  const fixed = managed.has(id);
  const heading = `agreement-${id}`;
  const begin = (mode: VersionDraft['mode'], base: AgreementVersion, date: string): void =>
    draft.change({ version: versionDraft(base, mode, date, decimal) });

  return (
    <article class="prov-part" aria-labelledby={heading}>
      <header class="prov-head">
        <div>
          <h2 id={heading}>
            <PageText text={name} />
          </h2>
          <p class="prov-under prov-facts-line">
            {t.types[type]}
            <span>{tz}</span>
            {agreement.documentRef !== undefined && <PageText text={agreement.documentRef} />}
            {fixed && <ManagedMark />}
          </p>
        </div>
        {!fixed && (
          <div class="prov-actions">
            <Button size="s" aria-label={t.editNamed(name)} onClick={() => setEditing(true)}>
              {t.edit}
            </Button>
            <Button
              size="s"
              variant="quiet"
              aria-label={t.retireNamed(name)}
              onClick={() => void retire('agreement', id, p.saving.retired(name))}
            >
              {t.retire}
            </Button>
          </div>
        )}
      </header>
      <ThingConflict kind="agreement" id={id} name={name} />
      {draft.value.version ? (
        <VersionEditor
          agreement={agreement}
          value={draft.value.version}
          onChange={(version) => draft.change({ version })}
          onDone={draft.drop}
        />
      ) : (
        shown && (
          <>
            <p class="prov-in-force">
              {inForce === null ? t.notYet(plain(shown.validFrom)) : t.inForceSince(plain(shown.validFrom))}
            </p>
            <VersionView version={shown} />
            {!fixed && Object.keys(shown.targets).length === 0 && (
              <Proposals
                providerId={providerId}
                version={shown}
                onApply={(targets) => begin('change', { ...shown, targets }, today)}
              />
            )}
            {!fixed && (
              <div class="prov-actions">
                <Button onClick={() => begin('change', shown, today)}>{t.change}</Button>
                <Button variant="quiet" onClick={() => begin('correct', shown, shown.validFrom)}>
                  {t.correct}
                </Button>
              </div>
            )}
          </>
        )
      )}
      <OtherVersions agreement={agreement} inForce={inForce} fixed={fixed} />
      {editing && <AgreementDialog agreement={agreement} onClose={() => setEditing(false)} />}
    </article>
  );
}
