import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { packStyle, packView as PackView } from '../../lib/app/packs/pack-view.ts';
import type { PackModel } from './use-pack.ts';

/** References lead within the preview; the address of the page stays what it is. */
function follow(root: ShadowRoot, event: Event): void {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
  if (link === undefined) return;
  event.preventDefault();
  const target = root.getElementById(link.hash.slice(1));
  if (target === null) return;
  target.tabIndex = -1;
  target.focus();
  target.scrollIntoView();
}

/**
 * The pack as it will look, drawn by the same parts and the same style as the file. It stands behind a shadow root, so
 * that neither style reaches the other; frames are forbidden by our policy.
 */
export function PackPreview({ doc, label }: { doc: NonNullable<PackModel['doc']>; label: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = host;
    if (current === null) return;
    let root = current.shadowRoot;
    if (root === null) {
      const made = current.attachShadow({ mode: 'open' });
      const style = new CSSStyleSheet();
      style.replaceSync(packStyle);
      made.adoptedStyleSheets = [style];
      made.addEventListener('click', (event) => follow(made, event));
      root = made;
    }
    render(<PackView doc={doc} />, root);
  }, [doc]);
  useEffect(() => {
    const { current } = host;
    return () => {
      if (current?.shadowRoot) render(null, current.shadowRoot);
    };
  }, []);
  return <div class="conv-paper" ref={host} role="region" aria-label={label} />;
}
