import { useEffect, useState } from 'preact/hooks';
import type { IssuePicture } from '../../lib/domain/issue/issue-evidence.ts';
import { useApp } from '../state/app.tsx';

/** The picture as others get to see it, with its marks burnt in; null while it is read. */
export function useShown(of: IssuePicture): Blob | 'lost' | null {
  const { services } = useApp();
  const [blob, setBlob] = useState<Blob | 'lost' | null>(null);
  const drawn = JSON.stringify(of.drawing);
  useEffect(() => {
    let open = true;
    setBlob(null);
    services.pictures.shown(of).then(
      (found) => open && setBlob(found ?? 'lost'),
      () => open && setBlob('lost'),
    );
    return () => {
      open = false;
    };
  }, [of.picture.sha256, drawn]);
  return blob;
}
