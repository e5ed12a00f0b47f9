import { useEffect, useState } from 'preact/hooks';
import { grainIn } from '../../lib/app/pictures/flatten.ts';
import type { Grain } from '../../lib/domain/evidence/image-grain.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { IssuePicture } from '../../lib/domain/issue/issue-evidence.ts';
import { editor } from '../../lib/i18n/editor/editor.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EditorWindow } from './EditorWindow.tsx';
import './editor.css';

export type EditorProps = Readonly<{
  issue: Issue;
  picture: IssuePicture;
  actions: Actions;
  onClose: () => void;
}>;

/** The picture's pixels, and how far what stands on it reaches in its file. */
export type Decoded = Readonly<{ bitmap: ImageBitmap; grain: Grain }>;

/** Decodes the picture, then opens the window over the whole page. What it shows stays what it was opened with. */
export function PictureEditor({ issue, picture: given, actions, onClose }: EditorProps) {
  const t = useText(editor);
  const { services } = useApp();
  const [picture] = useState(given);
  const [decoded, setDecoded] = useState<Decoded | 'lost' | null>(null);
  useEffect(() => {
    let open = true;
    let made: ImageBitmap | null = null;
    async function load(): Promise<void> {
      const blob = await services.pictures.original(picture);
      if (blob === null) return setDecoded('lost');
      const grain = await grainIn(blob);
      made = await createImageBitmap(blob);
      if (open) setDecoded({ bitmap: made, grain });
      else made.close();
    }
    load().catch(() => open && setDecoded('lost'));
    return () => {
      open = false;
      made?.close();
    };
  }, [picture]);

  // No dialog while it loads: the one that comes must find the keyboard where it has to give it back to.
  if (decoded === null) {
    return (
      <span class="hidden-text" role="status">
        {t.loading}
      </span>
    );
  }
  if (decoded === 'lost') {
    return (
      <Dialog open size="s" title={t.title(issue.key)} onClose={onClose}>
        <p>{t.lost}</p>
      </Dialog>
    );
  }
  return <EditorWindow issue={issue} picture={picture} {...decoded} actions={actions} onClose={onClose} />;
}
