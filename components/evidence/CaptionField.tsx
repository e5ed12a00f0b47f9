import { useEffect, useState } from 'preact/hooks';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { TextField } from '../ui/Field.tsx';

type Props = Readonly<{ issueId: IssueId; pictureId: string; caption: string; actions: Actions }>;

/** A line under a picture or file; saved with Enter and when the field is left, Esc takes back what was typed. */
export function CaptionField({ issueId, pictureId, caption, actions }: Props) {
  const t = useText(evidence);
  const { services } = useApp();
  const [text, setText] = useState(caption);
  const [masked, setMasked] = useState(false);
  useEffect(() => setText(caption), [caption]);

  async function save(): Promise<void> {
    if (text.trim() === caption) return;
    const result = await actions.edited(services.attachments.caption(issueId, pictureId, text, caption));
    if (result.ok) setMasked(result.masked > 0);
    else setText(caption);
  }
  return (
    <TextField
      label={t.caption}
      labelHidden
      value={text}
      maxLength={LIMITS.caption}
      placeholder={t.captionHint}
      dir="auto"
      hint={masked ? t.captionMasked : undefined}
      onText={setText}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          void save();
        } else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          setText(caption);
        }
      }}
    />
  );
}
