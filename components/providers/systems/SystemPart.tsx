import type { AddressPattern, System } from '../../../lib/domain/directory/system.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { ThingConflict } from '../conflicts/ThingConflict.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { useSaving } from '../use-saving.tsx';
import { criticalityOf } from './criticality.ts';
import { NewAddress } from './NewAddress.tsx';
import { usePatternWords } from './use-pattern-words.ts';

const same = (a: AddressPattern, b: AddressPattern) => a.kind === b.kind && a.pattern === b.pattern;

/** A system with its addresses; each can be taken off, another added. */
export function SystemPart({ system, onEdit }: { system: System; onEdit: () => void }) {
  const t = useText(providers);
  const { directory, managed } = useDirectory();
  const { save, retire } = useSaving();
  const words = usePatternWords();
  const { id, name, patterns, environment, criticality } = system;
  const fixed = managed.has(id);
  const heading = `system-${id}`;
  function alsoOf(pattern: AddressPattern): string | null {
    const other = [...directory.systems.values()].find(
      (one) => one.id !== id && one.patterns.some((known) => same(known, pattern)),
    );
    return other?.name ?? null;
  }
  return (
    <article class="prov-part prov-ruled" aria-labelledby={heading}>
      <header class="prov-head">
        <div>
          <h2 id={heading}>
            <PageText text={name} />
          </h2>
          <p class="prov-under">
            {t.systems.environments[environment]} · {t.systems.criticalities[criticalityOf(criticality)]}
            {fixed && <ManagedMark />}
          </p>
        </div>
        {!fixed && (
          <div class="prov-actions">
            <Button size="s" aria-label={t.systems.editNamed(name)} onClick={onEdit}>
              {t.systems.edit}
            </Button>
            <Button
              size="s"
              variant="quiet"
              aria-label={t.systems.retireNamed(name)}
              onClick={() => void retire('system', id, t.saving.retired(name))}
            >
              {t.systems.retire}
            </Button>
          </div>
        )}
      </header>
      <ThingConflict kind="system" id={id} name={name} />
      {patterns.length === 0 && <p class="quiet">{t.systems.none}</p>}
      <ul class="prov-lines">
        {patterns.map((pattern) => {
          const also = alsoOf(pattern);
          return (
            <li key={`${pattern.kind} ${pattern.pattern}`} class="prov-line">
              <div>
                {words(pattern)}
                <PatternHint pattern={pattern} />
                {also !== null && <span class="prov-under prov-warn">{t.systems.also(also)}</span>}
              </div>
              {!fixed && (
                <IconButton
                  icon="close"
                  label={t.systems.removeAddress(words(pattern), name)}
                  onClick={() => {
                    const left = patterns.filter((one) => !same(one, pattern));
                    void save('system', { ...system, patterns: left }, t.saving.saved(name));
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!fixed && (
        <NewAddress
          about={id}
          label={t.systems.addAddressTo(name)}
          known={patterns}
          onAdd={(added) =>
            save('system', { ...system, patterns: [...patterns, added] }, t.saving.saved(name))
          }
        />
      )}
    </article>
  );
}

function PatternHint({ pattern: { kind, pattern } }: { pattern: AddressPattern }) {
  const t = useText(providers).pattern;
  if (kind === 'hostSuffix') return <span class="prov-under">{t.hostSuffixHint(pattern)}</span>;
  return kind === 'glob' ? <span class="prov-under">{t.globHint}</span> : null;
}
