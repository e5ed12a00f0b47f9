import { useEffect, useRef, useState } from 'preact/hooks';
import { data } from '../../lib/i18n/data/data.ts';
import { protect } from '../../lib/i18n/protect/protect.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import './password.css';

/** Asks for the password of a file that was chosen. `wrong`: the last one did not open it. */
export function UnlockForm({
  fileName,
  wrong,
  onOpen,
  onLeave,
}: {
  fileName: string;
  wrong: boolean;
  onOpen: (password: string) => void;
  onLeave: () => void;
}) {
  const t = useText(protect);
  const d = useText(data);
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="password-unlock"
      aria-label={t.unlock.heading(fileName)}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onOpen(password);
      }}
    >
      <h3>{t.unlock.heading(fileName)}</h3>
      <PasswordField
        label={t.password}
        hint={t.unlock.sentence}
        error={wrong ? d.refusal['wrong-password'] : undefined}
        controlRef={field}
        value={password}
        onText={setPassword}
      />
      <div class="data-actions">
        <Button variant="primary" type="submit" busy={password === ''}>
          {t.unlock.open}
        </Button>
        <Button onClick={onLeave}>{d.restoreCancel}</Button>
      </div>
    </form>
  );
}
