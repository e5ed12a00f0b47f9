import type { RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { elsewhere } from '../../lib/i18n/else/else.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { TextField } from '../ui/Field.tsx';
import type { ElseModel } from './else-model.ts';

/** Any name will do; systems that are in the log already are offered. */
export function SystemField({
  model,
  inputRef,
}: Readonly<{ model: ElseModel; inputRef: RefObject<HTMLInputElement | null> }>) {
  const t = useText(elsewhere);
  const { elsewhere: service } = useApp().services;
  const [known, setKnown] = useState<readonly string[]>([]);
  const list = useId();
  useEffect(() => {
    let wanted = true;
    service.systems().then(
      (found) => wanted && setKnown(found),
      () => undefined, // Without suggestions the field works all the same.
    );
    return () => {
      wanted = false;
    };
  }, [service]);
  return (
    <div>
      <TextField
        label={t.system}
        hint={t.systemHint}
        controlRef={inputRef}
        list={list}
        dir="auto"
        autocomplete="off"
        value={model.fields.value.systemName}
        maxLength={LIMITS.systemName}
        onText={(systemName) => model.change({ systemName })}
      />
      <datalist id={list}>
        {known.map((name) => (
          <option key={name} value={visibleText(name)} />
        ))}
      </datalist>
    </div>
  );
}
