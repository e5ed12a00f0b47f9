import { common } from '../../lib/i18n/common/common.ts';
import { useText } from '../state/locale.tsx';
import { Dialog } from './Dialog.tsx';
import './keyboard-map.css';

export type KeyGroup = Readonly<{
  title: string;
  keys: readonly Readonly<{ keys: readonly string[]; does: string }>[];
}>;

/** What `?` shows. Each inner list of keys is one alternative: `['j', '↓']` reads "j or ↓". */
export function KeyboardMap({
  open,
  onClose,
  groups,
}: {
  open: boolean;
  onClose: () => void;
  groups: readonly KeyGroup[];
}) {
  const t = useText(common);
  return (
    <Dialog open={open} title={t.keyboard} onClose={onClose}>
      {/* Focusable, so that a long list can be scrolled without a mouse. */}
      <div class="keyboard-map" tabIndex={0} role="group" aria-label={t.keyboard}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl class="keyboard-list">
              {group.keys.map((line) => (
                <div class="keyboard-line" key={line.does}>
                  <dt>
                    {line.keys.map((key) => (
                      <kbd class="key" key={key}>
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
