import { useEffect, useId, useState } from 'preact/hooks';
import type { IssueId, ListRow } from '../../lib/app/log/log-service.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PageText } from '../ui/PageText.tsx';
import './join.css';

type Props = Readonly<{
  /** What is to be joined, the likeliest to stay first; none: closed. */
  rows: readonly ListRow[];
  onClose: () => void;
  onJoin: (stays: ListRow, others: readonly IssueId[]) => void;
}>;

/** Asks which issue stays, and says what becomes of the others. */
export function JoinDialog({ rows, onClose, onJoin }: Props) {
  const t = useText(log);
  const form = useId();
  const [chosen, setChosen] = useState<IssueId | null>(null);
  useEffect(() => setChosen(null), [rows]);
  const stays = rows.find((row) => row.id === chosen) ?? rows[0];
  const give = (): void => {
    if (stays !== undefined)
      onJoin(
        stays,
        rows.filter((row) => row !== stays).map((row) => row.id),
      );
  };
  return (
    <Dialog
      open={rows.length > 0}
      title={t.join.heading(rows.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.join.cancel}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t.join.confirm(stays?.key ?? '')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        class="join"
        onSubmit={(event) => {
          event.preventDefault();
          give();
        }}
      >
        <p>{t.join.kept}</p>
        <fieldset class="join-rows">
          <legend>{t.join.which}</legend>
          {rows.map((row) => (
            <Line key={row.id} row={row} chosen={row === stays} onChoose={() => setChosen(row.id)} />
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}

function Line({ row, chosen, onChoose }: Readonly<{ row: ListRow; chosen: boolean; onChoose: () => void }>) {
  const t = useText(log);
  const format = useFormat();
  return (
    <label class="join-row">
      <input type="radio" name="join" checked={chosen} autoFocus={chosen} onChange={onChoose} />
      <span class="join-title">
        <span class="quiet num">{row.key}</span>{' '}
        {row.title === '' || row.title === row.key ? t.noTitle : <PageText text={row.title} />}
      </span>
      <span class="quiet small num">
        {`${t.times_(row.occurrences)} · ${format.date(row.firstAt)}`}
        {row.occurrences > 1 && ` – ${format.date(row.lastAt)}`}
      </span>
    </label>
  );
}
