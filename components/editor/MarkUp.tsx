import { lazy, Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { IssuePicture } from '../../lib/domain/issue/issue-evidence.ts';
import { editor } from '../../lib/i18n/editor/editor.ts';
import type { Actions } from '../log/use-actions.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';

const PictureEditor = lazy(async () => (await import('./PictureEditor.tsx')).PictureEditor);

type Props = Readonly<{ issue: Issue; picture: IssuePicture; actions: Actions }>;

/** The button that opens the editor; its code is loaded with the first press. */
export function MarkUp({ issue, picture, actions }: Props) {
  const t = useText(editor);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <PictureEditor issue={issue} picture={picture} actions={actions} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
