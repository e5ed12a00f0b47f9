import { useRef, useState } from 'preact/hooks';
import type { Attached } from '../../lib/app/else/else-service.ts';
import { ATTACHMENT_LIMITS } from '../../lib/domain/evidence/attachment-limits.ts';
import { elsewhere } from '../../lib/i18n/else/else.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { AttachedCard, useItemName } from './AttachedCard.tsx';
import { clipboardFiles } from './clipboard-files.ts';
import type { ElseModel } from './else-model.ts';
import { useRefusedText } from './use-refused-text.ts';
import { useDrop } from '../ui/use-drop.ts';
import { usePaste } from './use-paste.ts';

/** Pictures and files: pasted, dropped, chosen, or taken of another window. */
export function AttachPart({ model }: Readonly<{ model: ElseModel }>) {
  const t = useText(elsewhere);
  const e = useText(evidence);
  const format = useFormat();
  const nameOf = useItemName();
  const refusedText = useRefusedText();
  const { elsewhere: service } = useApp().services;
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const held = model.held.value;
  usePaste((files) => take(files, 'paste'));
  const over = useDrop((files) => take(files, 'drop'));

  function take(files: readonly File[], via: Attached['via']): void {
    setSaid('');
    void model.take(files, via);
  }
  async function paste(): Promise<void> {
    const found = await clipboardFiles();
    if (found === null) setSaid(e.add.pasteRefused);
    else if (found.length === 0) setSaid(e.add.pasteEmpty);
    else take(found, 'paste');
  }
  async function pick(): Promise<void> {
    setSaid('');
    const frame = await service.pickScreen();
    if (frame.ok) take([new File([frame.blob], e.via.screen)], 'screen');
    else setSaid(t.pickProblem[frame.why]);
  }
  const { fileBytes, issueBytes } = ATTACHMENT_LIMITS;
  return (
    <section class={over ? 'else-attach else-attach-over' : 'else-attach'} aria-labelledby="else-attach">
      <h2 id="else-attach">{t.evidence}</h2>
      <p class="field-hint" id="else-attach-hint">
        {t.evidenceHint(format.bytes(fileBytes), format.bytes(issueBytes))}
      </p>
      <input
        ref={input}
        class="hidden-text"
        type="file"
        multiple
        aria-label={t.choose}
        tabIndex={-1}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])], 'file');
          event.currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
      <div class="else-buttons" ref={buttons}>
        <Button aria-describedby="else-attach-hint" onClick={() => input.current?.click()}>
          {t.choose}
        </Button>
        <Button onClick={() => void paste()}>{t.paste}</Button>
        {service.canPickScreen && (
          <Button title={t.pickHint} onClick={() => void pick()}>
            {t.pick}
          </Button>
        )}
      </div>
      <p class="field-hint">{service.canPickScreen ? t.pickHint : t.noPick}</p>
      <div role="status">
        {model.taking.value > 0 && <p>{t.taking}</p>}
        {said !== '' && <p>{said}</p>}
        {model.refused.value.map((one) => (
          <p class="field-error" key={`${one.name} ${one.code}`}>
            {refusedText(one)}
          </p>
        ))}
      </div>
      {held.length > 0 && (
        <ul class="else-held" aria-label={t.list}>
          {held.map((one) => (
            <AttachedCard
              key={one.id}
              one={one}
              onRemove={() => {
                model.remove(one.id);
                setSaid(t.removed(nameOf(one)));
                buttons.current?.querySelector('button')?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
