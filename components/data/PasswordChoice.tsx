import { isPlainPassword, PASSWORD_LENGTH } from '../../lib/domain/privacy/password.ts';
import { protect } from '../../lib/i18n/protect/protect.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { Protection } from './use-protection.ts';
import './password.css';

/** Whether what goes out gets a password, typed twice or to be seen, and what that protects. */
export function PasswordChoice({ model }: { model: Protection }) {
  const t = useText(protect);
  const { on, password, repeated, shown, problem, set } = model;
  const short = problem === 'short' ? t.problem.short(PASSWORD_LENGTH) : undefined;
  const differs = problem === 'differs' ? t.problem.differs : undefined;
  return (
    <div class="password">
      <Checkbox label={t.choose} checked={on} onChecked={(wanted) => set({ on: wanted })} />
      {on && (
        <div class="password-more" role="group" aria-label={t.choose}>
          <div class="password-fields">
            <PasswordField
              label={t.password}
              hint={isPlainPassword(password) ? t.hint(PASSWORD_LENGTH) : t.notPlain}
              error={short}
              shown={shown}
              value={password}
              onText={(text) => set({ password: text })}
            />
            {!shown && (
              <PasswordField
                label={t.again}
                error={differs}
                value={repeated}
                onText={(text) => set({ repeated: text })}
              />
            )}
          </div>
          <div class="password-ways">
            <Checkbox label={t.show} checked={shown} onChecked={(seen) => set({ shown: seen })} />
            <Button size="s" onClick={model.suggest}>
              {t.suggest}
            </Button>
          </div>
          <ul class="password-means small" aria-label={t.meansLabel}>
            {Object.values(t.means).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
