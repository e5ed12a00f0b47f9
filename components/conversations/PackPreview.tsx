import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { bytesOf, type PackPictures } from '../../lib/app/packs/pack-pictures.ts';
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

const NONE: PackPictures = new Map();

type Props = Readonly<{ doc: NonNullable<PackModel['doc']>; pictures?: PackPictures; label: string }>;

/**
 * The pack as it will look, drawn by the same parts and the same style as the file. It stands behind a shadow root, so
 * that neither style reaches the other; frames are forbidden by our policy.
 */
export function PackPreview({ doc, pictures = NONE, label }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const addresses = useRef(new Map<string, string>());
  // Released as soon as others take their place: their bytes would stay in memory.
  useEffect(() => {
    const { current } = addresses;
    return () => {
      for (const address of current.values()) URL.revokeObjectURL(address);
      current.clear();
    };
  }, [pictures]);
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
    const bytes = bytesOf(pictures);
    const addressOf = ({ sha256 }: Readonly<{ sha256: string }>): string | null => {
      const blob = bytes.get(sha256)?.blob;
      if (blob === undefined) return null;
      const address = addresses.current.get(sha256) ?? URL.createObjectURL(blob);
      addresses.current.set(sha256, address);
      return address;
    };
    render(<PackView doc={doc} sourceOf={addressOf} />, root);
  }, [doc, pictures]);
  useEffect(() => {
    const { current } = host;
    return () => {
      if (current?.shadowRoot) render(null, current.shadowRoot);
    };
  }, []);
  return <div class="conv-paper" ref={host} role="region" aria-label={label} />;
}
