import { visibleText } from '../../lib/domain/privacy/display.ts';

/** Text that a page or a person wrote: isolated, so that its direction cannot reorder ours, hidden characters shown. */
export function PageText({ text }: { text: string }) {
  return <bdi>{visibleText(text)}</bdi>;
}
