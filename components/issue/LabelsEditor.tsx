import { useState } from 'preact/hooks';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { TextField } from '../ui/Field.tsx';
import { PageText } from '../ui/PageText.tsx';

export function LabelsEditor({ issue, actions }: Readonly<{ issue: Issue; actions: Actions }>) {
  const t = useText(words).labels;
  const { edit } = useApp().services.log;
  const [label, setLabel] = useState('');
  const full = issue.labels.length >= LIMITS.labels;
  function set(labels: readonly string[]): void {
    void actions.edited(edit.label(issue.id, labels, issue.labels));
  }
  return (
    <section class="issue-part" aria-labelledby="issue-labels">
      <h3 id="issue-labels">{t.heading}</h3>
      {issue.labels.length > 0 && (
        <ul class="chip-list">
          {issue.labels.map((one) => (
            <li key={one}>
              <Chip
                removeLabel={t.remove(one)}
                onRemove={() => set(issue.labels.filter((other) => other !== one))}
              >
                <PageText text={one} />
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <form
        class="issue-add"
        onSubmit={(event) => {
          event.preventDefault();
          const value = label.trim();
          setLabel('');
          if (value !== '' && !issue.labels.includes(value)) set([...issue.labels, value]);
        }}
      >
        <TextField
          label={t.field}
          labelHidden
          placeholder={t.field}
          value={label}
          maxLength={LIMITS.label}
          dir="auto"
          disabled={full}
          hint={full ? t.full : undefined}
          onText={setLabel}
        />
        <Button type="submit" disabled={full}>
          {t.add}
        </Button>
      </form>
    </section>
  );
}
