import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { thingOf } from '../../../lib/domain/directory/directory.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useHoursWords } from '../calendars/use-hours-words.ts';
import { useDirectory } from '../directory-context.tsx';
import { hrefOf } from '../route.ts';
import { useOtherFacts } from './use-other-facts.ts';
import { usePolicyFacts } from './use-policy-facts.ts';
import { TargetsView } from './TargetsView.tsx';

/** What one version says, to be read. */
export function VersionView({ version }: { version: AgreementVersion }) {
  const t = useText(words);
  const { directory } = useDirectory();
  const hours = useHoursWords();
  const policy = usePolicyFacts()(version);
  const others = useOtherFacts()(version);
  const calendar = thingOf(directory, 'calendar', version.calendarId);
  return (
    <div class="prov-version">
      <TargetsView version={version} />
      <dl class="prov-facts">
        <div>
          <dt>{t.calendar}</dt>
          <dd>
            {calendar === null ? (
              <span class="prov-late">{t.calendarMissing}</span>
            ) : (
              <>
                <a href={hrefOf({ place: 'calendar', id: calendar.id })}>
                  <PageText text={calendar.name} />
                </a>{' '}
                <span class="quiet">{hours(calendar, version.validFrom)}</span>
              </>
            )}
          </dd>
        </div>
        {others.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <PageText text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <details class="prov-fold">
        <summary>{t.details}</summary>
        <dl class="prov-facts">
          {policy.map(({ term, text, standard }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {text} {standard && <span class="quiet small">({t.standard})</span>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
