import { visibleText } from '../../lib/domain/privacy/display.ts';
import { highlightParts } from '../../lib/app/log/highlight.ts';

/** Page-controlled text with the searched words marked; text nodes only. */
export function Highlight({ text, terms }: { text: string; terms: readonly string[] }) {
  const shown = visibleText(text);
  if (terms.length === 0) return <bdi>{shown}</bdi>;
  return (
    <bdi>
      {highlightParts(shown, terms).map((part, index) =>
        part.hit ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </bdi>
  );
}
