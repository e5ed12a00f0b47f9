import { useState } from 'preact/hooks';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { systemOf } from '../../../lib/domain/directory/system-of.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { TextField } from '../../ui/Field.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useDirectory } from '../directory-context.tsx';

/** Tries out the patterns of all systems on an address, before a problem does. */
export function AddressTest({ provider }: { provider: Provider }) {
  const t = useText(providers).systems;
  const format = useFormat();
  const { directory } = useDirectory();
  const [address, setAddress] = useState('');
  const typed = address.trim();
  function answer(): string {
    const web = typed.includes('://') ? typed : `https://${typed}`;
    const found = systemOf([...directory.systems.values()], web);
    if (found.kind === 'none') return t.tryNone;
    if (found.kind === 'ask') return t.tryAsk(format.list(found.systems.map(({ name }) => name)));
    const { name, providerId } = found.system;
    const other = providerId === undefined ? undefined : directory.providers.get(providerId);
    return other === undefined || other.id === provider.id ? t.tryOne(name) : t.tryOther(name, other.name);
  }
  return (
    <div class="prov-part prov-ruled prov-new">
      <TextField
        label={t.try}
        hint={t.tryHint}
        value={address}
        maxLength={8192}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        onText={setAddress}
      />
      <p class="prov-answer" role="status">
        {typed !== '' && <PageText text={answer()} />}
      </p>
    </div>
  );
}
