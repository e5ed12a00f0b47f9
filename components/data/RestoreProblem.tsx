import type { RestoreFailure } from '../../lib/app/backup/backup-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { data, refusalText } from '../../lib/i18n/data/data.ts';
import { imports } from '../../lib/i18n/imports/imports.ts';
import { useText } from '../state/locale.tsx';
import { Address } from '../ui/Address.tsx';
import { Banner } from '../ui/Banner.tsx';

/** Why a file was not taken, in one sentence, and that nothing happened. */
export function RestoreProblem({ failure }: { failure: RestoreFailure }) {
  const t = useText(data);
  const c = useText(common);
  const more = useText(imports);
  const why = refusalText(t, failure.code);
  return (
    <Banner tone={failure.code === 'cancelled' ? 'info' : 'problem'} live>
      {why === null ? <p>{failureText(c, failure.code)}</p> : <p>{`${why} ${t.restoreRefused}`}</p>}
      {failure.conflicts !== undefined && <p class="small">{more.conflicts(failure.conflicts)}</p>}
      {failure.where !== null && (
        <p class="small">
          {t.where('')} <Address text={failure.where} />
        </p>
      )}
    </Banner>
  );
}
