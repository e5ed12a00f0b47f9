import { useState } from 'preact/hooks';
import { providers } from '../../lib/i18n/providers/providers.ts';
import { useText } from '../state/locale.tsx';
import { KeyboardMap } from '../ui/KeyboardMap.tsx';
import { pathOfRoute } from './route.ts';
import { useAreaKeys } from './use-area-keys.ts';
import { useSaving } from './use-saving.tsx';

/** `n` adds a provider, `z` takes the latest change back, `?` shows these. */
export function AreaKeys() {
  const t = useText(providers).keys;
  const { undo } = useSaving();
  const [map, setMap] = useState(false);
  useAreaKeys({
    n: () => (location.hash = pathOfRoute({ place: 'new' })),
    z: undo,
    '?': () => setMap(true),
  });
  return (
    <KeyboardMap
      open={map}
      onClose={() => setMap(false)}
      groups={[
        {
          title: t.heading,
          keys: [
            { keys: ['n'], does: t.add },
            { keys: ['z'], does: t.undo },
            { keys: ['?'], does: t.map },
          ],
        },
      ]}
    />
  );
}
