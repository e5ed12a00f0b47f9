import { useEffect, useState } from 'preact/hooks';
import type { LastRun, Looked, RetentionRule } from '../../lib/app/retention/retention-service.ts';
import { isOn, NO_RULE } from '../../lib/domain/issue/retention.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { retention } from '../../lib/i18n/retention/retention.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Field.tsx';

const MONTHS = [0, 6, 12, 24, 36, 60, 120] as const;
const DAYS = [0, 30, 90, 180, 365] as const;
const same = (a: RetentionRule, b: RetentionRule): boolean =>
  a.months === b.months && a.days === b.days && a.withoutBackup === b.withoutBackup;

type Kept = Readonly<{ rule: RetentionRule; last: LastRun | null }>;

/** The rule by which closed issues leave the log: what it would do is told before it is switched on. */
export function RetentionPanel() {
  const t = useText(retention);
  const format = useFormat();
  const { services } = useApp();
  const [kept, setKept] = useState<Kept | null>(null);
  const [chosen, setChosen] = useState<RetentionRule | null>(null);
  const rule = chosen ?? kept?.rule ?? NO_RULE;
  const looked = useLook(rule);

  useEffect(() => {
    let end = (): void => undefined;
    let wanted = true;
    void services.retention().then((service) => {
      if (wanted) end = service.live((saved, last) => setKept({ rule: saved, last }));
    });
    return () => {
      wanted = false;
      end();
    };
  }, [services]);

  async function use(next: RetentionRule): Promise<void> {
    await (await services.retention()).set(next);
    setChosen(null);
  }

  const on = kept !== null && isOn(kept.rule);
  const changed = kept !== null && !same(rule, kept.rule) && isOn(rule);
  return (
    <section class="data-panel" aria-labelledby="data-retention">
      <h2 id="data-retention">{t.heading}</h2>
      <p>
        {t.sentence}
        {!on && ` ${t.untilOn}`}
      </p>
      <div class="data-rule">
        <Select
          label={t.months}
          value={String(rule.months)}
          options={withValue(MONTHS, rule.months).map((months) => ({
            value: String(months),
            label: months === 0 ? t.never : t.monthCount(months),
          }))}
          onValue={(months) => setChosen({ ...rule, months: Number(months) })}
        />
        <Select
          label={t.days}
          value={String(rule.days)}
          options={withValue(DAYS, rule.days).map((days) => ({
            value: String(days),
            label: days === 0 ? t.never : t.dayCount(days),
          }))}
          onValue={(days) => setChosen({ ...rule, days: Number(days) })}
        />
        {rule.days > 0 && (
          <Checkbox
            label={t.withoutBackup}
            checked={rule.withoutBackup}
            onChecked={(withoutBackup) => setChosen({ ...rule, withoutBackup })}
          />
        )}
      </div>
      <div aria-live="polite">{isOn(rule) && <Would looked={looked} />}</div>
      <p>
        <strong>{on ? t.isOn : t.isOff}</strong>
        {kept?.last && (
          <span class="quiet">
            {' '}
            {t.last(format.dayTime(kept.last.at, services.log.now()), kept.last.trashed, kept.last.purged)}
          </span>
        )}
      </p>
      {(changed || on) && (
        <div class="data-actions">
          {changed && (
            <Button variant="primary" busy={looked?.ok !== true} onClick={() => void use(rule)}>
              {on ? t.change : t.on}
            </Button>
          )}
          {on && <Button onClick={() => void use(NO_RULE)}>{t.off}</Button>}
        </div>
      )}
      <p class="quiet small">{t.alone}</p>
      <p class="quiet small">{t.when}</p>
    </section>
  );
}

/** The usual ones, and what was set elsewhere. */
const withValue = (usual: readonly number[], value: number): readonly number[] =>
  usual.includes(value) ? usual : [...usual, value].toSorted((a, b) => a - b);

/** What the rule would do, looked at again whenever it is changed; null: not known yet. */
function useLook(rule: RetentionRule): Looked | null {
  const { services } = useApp();
  const [seen, setSeen] = useState<Readonly<{ of: RetentionRule; looked: Looked }> | null>(null);
  const { months, days, withoutBackup } = rule;
  useEffect(() => {
    const of = { months, days, withoutBackup };
    if (!isOn(of)) return;
    const stop = new AbortController();
    void services
      .retention()
      .then((service) => service.look(of, stop.signal))
      .then((looked) => !stop.signal.aborted && setSeen({ of, looked }));
    return () => stop.abort();
  }, [services, months, days, withoutBackup]);
  // Never what another rule would do, not even until this one was looked at.
  return seen !== null && same(seen.of, rule) ? seen.looked : null;
}

function Would({ looked }: { looked: Looked | null }) {
  const t = useText(retention);
  const c = useText(common);
  if (looked === null) return <p class="quiet">{t.looking}</p>;
  if (!looked.ok) return <p>{failureText(c, looked.code)}</p>;
  const { toTrash, toPurge, kept, noBackup } = looked;
  return (
    <>
      <p>{t.would(toTrash.length, toPurge.length)}</p>
      {kept > 0 && <p class="quiet">{t.kept(kept)}</p>}
      {noBackup > 0 && <p class="quiet">{t.noBackup(noBackup)}</p>}
    </>
  );
}
