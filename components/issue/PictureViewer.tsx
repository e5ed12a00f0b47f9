import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { IssuePicture } from '../../lib/domain/issue/issue-evidence.ts';
import type { PresentPicture } from '../../lib/domain/issue/picture.ts';
import { shownArea } from '../../lib/domain/issue/shape-geometry.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { useObjectUrl } from '../state/use-object-url.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useDragScroll } from './use-drag-scroll.ts';
import { useShown } from './use-shown.ts';
import { zoomKey, zoomStep } from './zoom.ts';
import type { Zoom } from './zoom.ts';
import './picture.css';

type Props = Readonly<{
  shown: IssuePicture;
  alt: string;
  fileName: string;
  /** What else can be done with the picture. */
  tools?: ComponentChildren;
}>;

/**
 * A picture as others get to see it, fitted or zoomed: what is saved from here has its marks and redactions burnt in
 * too. Its frame has its final size before the bytes arrive.
 */
export function PictureViewer({ shown: of, alt, fileName, tools }: Props) {
  const picture = shownFacts(of);
  const t = useText(words).picture;
  const format = useFormat();
  const blob = useShown(of);
  const url = useObjectUrl(blob === 'lost' ? null : blob);
  // The browser may know the picture and have lost its file: then only drawing it tells.
  const [broken, setBroken] = useState(false);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const frame = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  useDragScroll(frame);

  if (blob === 'lost' || broken) {
    return (
      <p class="picture-lost">
        {t.lost} <code class="picture-hash">{picture.sha256.slice(0, 16)}…</code>
      </p>
    );
  }
  const shown = (): number => ((image.current?.clientWidth ?? picture.width) / picture.width) * 100;
  const scale = zoom === 'fit' ? null : zoom / 100;
  return (
    <figure class="picture">
      <div class="picture-tools" role="group" aria-label={t.zoom}>
        <Button size="s" variant="quiet" aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>
          {t.fit}
        </Button>
        <Button size="s" variant="quiet" aria-pressed={zoom === 100} onClick={() => setZoom(100)}>
          {t.full}
        </Button>
        <IconButton label={t.out} onClick={() => setZoom(zoomStep(shown(), -1))}>
          −
        </IconButton>
        <IconButton label={t.in} onClick={() => setZoom(zoomStep(shown(), 1))}>
          +
        </IconButton>
        <span class="quiet small num" role="status">
          {scale === null ? '' : format.percent(scale)}
        </span>
        {url === null ? (
          // Keeps the place, so that what stands beside it does not move under the pointer.
          <span class="picture-save picture-waiting small" aria-hidden="true">
            {t.save}
          </span>
        ) : (
          <a class="picture-save small" href={url} download={fileName}>
            {t.save}
          </a>
        )}
        {tools}
      </div>
      <div
        ref={frame}
        class={scale === null ? 'picture-frame picture-fit' : 'picture-frame picture-zoomed'}
        style={{
          aspectRatio: `${picture.width} / ${picture.height}`,
          // A small picture needs no large frame.
          maxBlockSize: `min(70vh, ${picture.height + 2}px)`,
        }}
        tabIndex={0}
        role="group"
        aria-label={t.keys}
        data-own-keys
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = zoomKey(event.key, shown());
          if (next === null) return;
          event.preventDefault();
          setZoom(next);
        }}
      >
        {url !== null && (
          <img
            ref={image}
            src={url}
            alt={alt}
            width={picture.width}
            height={picture.height}
            draggable={false}
            onError={() => setBroken(true)}
            style={scale === null ? {} : { inlineSize: `${Math.round(picture.width * scale)}px` }}
          />
        )}
      </div>
      <figcaption class="quiet small num">
        {t.size(picture.width, picture.height, format.bytes(blob?.size ?? picture.bytes))}
        {picture.original !== undefined &&
          `, ${t.scaledFrom(picture.original.width, picture.original.height)}`}
      </figcaption>
    </figure>
  );
}

/** Size of what is shown: a crop makes it smaller. */
function shownFacts({ picture, drawing }: IssuePicture): PresentPicture {
  if (drawing === null) return picture;
  const { width, height } = shownArea(drawing);
  return { ...picture, width, height };
}
