import { visibleText } from '../../lib/domain/privacy/display.ts';
import './address.css';

/** An address or id in fixed-width type, read left to right, broken anywhere. Never a link: it may be hostile. */
export function Address({ text, oneLine = false }: { text: string; oneLine?: boolean }) {
  const shown = visibleText(text);
  return (
    <bdi
      class={oneLine ? 'address address-one-line' : 'address'}
      dir="ltr"
      title={oneLine ? shown : undefined}
    >
      {shown}
    </bdi>
  );
}
