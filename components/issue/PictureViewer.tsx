import type { PresentPicture } from '../../lib/domain/issue/picture.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { useObjectUrl } from '../state/use-object-url.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useDragScroll } from './use-drag-scroll.ts';
import { zoomKey, zoomStep } from './zoom.ts';
import type { Zoom } from './zoom.ts';
import './picture.css';

type Props = Readonly<{ picture: PresentPicture; alt: string; fileName: string }>;

/** The screenshot, fitted or zoomed. Its frame has its final size before the bytes arrive. */
export function PictureViewer({ picture, alt, fileName }: Props) {
  const t = useText(words).picture;
  const format = useFormat();
  const blob = usePicture(picture.sha256);
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
        {url !== null && (
          <a class="picture-save small" href={url} download={fileName}>
            {t.save}
          </a>
        )}
      </div>
      <div
        ref={frame}
        class={scale === null ? 'picture-frame picture-fit' : 'picture-frame picture-zoomed'}
        style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
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
        {t.size(picture.width, picture.height, format.bytes(picture.bytes))}
        {picture.original !== undefined &&
          `, ${t.scaledFrom(picture.original.width, picture.original.height)}`}
      </figcaption>
    </figure>
  );
}

function usePicture(sha256: PresentPicture['sha256']): Blob | 'lost' | null {
  const { services } = useApp();
  const [blob, setBlob] = useState<Blob | 'lost' | null>(null);
  useEffect(() => {
    let open = true;
    setBlob(null);
    services.log.picture(sha256).then(
      (found) => open && setBlob(found ?? 'lost'),
      () => open && setBlob('lost'),
    );
    return () => {
      open = false;
    };
  }, [sha256]);
  return blob;
}
