import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { shell } from '../../lib/i18n/shell/shell.ts';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

/** Draws a screen once its code is there. A failed load is said, and reloading is all that helps. */
export function LazyScreen<P extends object>({
  load,
  props,
}: {
  /** Stable: define it outside of components. */
  load: () => Promise<ComponentType<P>>;
  props: P;
}) {
  const t = useText(shell);
  const [loaded, setLoaded] = useState<{ Screen: ComponentType<P> } | 'failed' | null>(null);
  useEffect(() => {
    let wanted = true;
    setLoaded(null);
    load().then(
      (Screen) => wanted && setLoaded({ Screen }),
      () => wanted && setLoaded('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  if (loaded === null) return null;
  if (loaded === 'failed') {
    return (
      <Banner tone="problem" live actions={<Button onClick={() => location.reload()}>{t.reload}</Button>}>
        {t.screenFailed}
      </Banner>
    );
  }
  return <loaded.Screen {...props} />;
}
