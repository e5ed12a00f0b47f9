import { useId, useState } from 'preact/hooks';
import type { DirectoryDryRun as DryRun } from '../../../lib/app/directory/directory-file-service.ts';
import { DIRECTORY_KINDS, type DirectoryKind } from '../../../lib/domain/directory/entries.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { directoryFile } from '../../../lib/i18n/directory-file/directory-file.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';

type Props = Readonly<{
  plan: DryRun;
  fileName: string;
  busy: boolean;
  onApply: (replaceChanged: boolean) => void;
  onLeave: () => void;
}>;

const PARTS = ['fresh', 'changed', 'same', 'refused'] as const;
const countOf = (plan: DryRun, part: (typeof PARTS)[number], kind: DirectoryKind) =>
  plan[part].filter((one) => one.kind === kind).length;

/** What a set-up file would do here, thing by thing, before it does it. */
export function DirectoryDryRun({ plan, fileName, busy, onApply, onLeave }: Props) {
  const t = useText(directoryFile);
  const format = useFormat();
  const heading = useId();
  const [replace, setReplace] = useState(true);
  const { fresh, changed, refused } = plan;
  const count = fresh.length + (replace ? changed.length : 0);
  const nothing = fresh.length + changed.length === 0;
  return (
    <div class="setup-dry-run" role="group" aria-labelledby={heading}>
      <h3 id={heading}>{t.dryRun(visibleText(fileName))}</h3>
      <p class="quiet small">{t.madeAt(format.full(plan.madeAt), visibleText(plan.version))}</p>
      <Counts plan={plan} />
      {fresh.length > 0 && <Names label={t.fresh} names={fresh.map(({ value }) => value.name)} />}
      {changed.length > 0 && <Names label={t.changed} names={changed.map(({ value }) => value.name)} />}
      {refused.length > 0 && <Refused plan={plan} />}
      {nothing ? (
        <Banner live>{refused.length === 0 ? t.nothingNew : t.nothingChanged}</Banner>
      ) : (
        changed.length > 0 && (
          <Checkbox
            label={t.replace(changed.length)}
            hint={t.replaceHint}
            checked={replace}
            onChecked={setReplace}
          />
        )
      )}
      <div class="setup-actions">
        {!nothing && (
          <Button variant="primary" busy={busy} disabled={count === 0} onClick={() => onApply(replace)}>
            {t.apply(count)}
          </Button>
        )}
        <Button onClick={onLeave}>{t.leave}</Button>
      </div>
    </div>
  );
}

function Counts({ plan }: { plan: DryRun }) {
  const t = useText(directoryFile);
  const format = useFormat();
  const kinds = DIRECTORY_KINDS.filter((kind) => PARTS.some((part) => countOf(plan, part, kind) > 0));
  return (
    <table class="setup-counts">
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          {PARTS.map((part) => (
            <th scope="col" key={part}>
              {t[part]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t.kind[kind]}</th>
            {PARTS.map((part) => (
              <td key={part}>{format.number(countOf(plan, part, kind))}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.sum}</th>
          {PARTS.map((part) => (
            <td key={part}>{format.number(plan[part].length)}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  const t = useText(directoryFile);
  return (
    <details class="setup-fold">
      <summary>{`${label} (${names.length})`}</summary>
      <ul class="setup-names">
        {names.map((name, at) => (
          <li key={at}>
            <bdi>{name === '' ? t.unnamed : visibleText(name)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Refused({ plan: { refused } }: { plan: DryRun }) {
  const t = useText(directoryFile);
  return (
    <details class="setup-fold" open={refused.length <= 10}>
      <summary>{`${t.refused} (${refused.length})`}</summary>
      <ul class="setup-names">
        {refused.map(({ kind, name, place, reason }) => (
          <li key={`${kind} ${place}`}>
            {t.place(t.one[kind], place)}, <bdi>{name === '' ? t.unnamed : visibleText(name)}</bdi>:{' '}
            {t.reason[reason]}
          </li>
        ))}
      </ul>
    </details>
  );
}
