import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useFormat, useText } from '../state/locale.tsx';

type Props = Readonly<{
  label: string;
  shown: Readonly<{ text: string; lines: number; all: number }>;
}>;

/** A text as it stands in its file, from the beginning. */
export function ShownText({ label, shown: { text, lines, all } }: Props) {
  const t = useText(evidence).file;
  const format = useFormat();
  if (text.trim() === '') return <p class="quiet small">{t.empty}</p>;
  return (
    <>
      <pre class="file-text" tabIndex={0} role="group" aria-label={label} data-own-keys dir="auto">
        {text}
      </pre>
      {lines < all && <p class="quiet small">{t.cut(format.number(lines), format.number(all))}</p>}
    </>
  );
}
