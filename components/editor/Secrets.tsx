import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import type { EditorStore } from './editor-store.ts';

type Props = Readonly<{ store: EditorStore; say: (text: string) => void }>;

/** Fields that asked for secrets when the picture was taken, as long as they are not covered. */
export function Secrets({ store, say }: Props) {
  const t = useText(editor);
  const open = store.suggestions.value;
  if (open.length === 0) return null;
  const cover = (which: typeof open): void => {
    store.cover(which);
    say(t.said.covered(which.length));
  };
  return (
    <section class="editor-part editor-secrets" aria-labelledby="editor-secrets">
      <h3 id="editor-secrets">{t.secrets.heading}</h3>
      <p class="small">{t.secrets.intro}</p>
      <div class="editor-secret-acts">
        <Button variant="primary" size="s" onClick={() => cover(open)}>
          {t.secrets.all}
        </Button>
        {open.length > 1 &&
          open.map((suggestion, index) => (
            <Button
              key={`${suggestion.why} ${suggestion.area.x} ${suggestion.area.y}`}
              size="s"
              onClick={() => cover(open.slice(index, index + 1))}
            >
              {t.secrets.one(t.secrets.field[suggestion.why])}
            </Button>
          ))}
      </div>
    </section>
  );
}
