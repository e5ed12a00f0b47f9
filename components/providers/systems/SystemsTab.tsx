import { useState } from 'preact/hooks';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { useDirectory } from '../directory-context.tsx';
import { systemsOf } from '../of-provider.ts';
import { AddressTest } from './AddressTest.tsx';
import { NewSystem } from './NewSystem.tsx';
import { SystemDialog } from './SystemDialog.tsx';
import { SystemPart } from './SystemPart.tsx';

/** What the provider runs for us, and by which addresses it is recognised. */
export function SystemsTab({ provider }: { provider: Provider }) {
  const t = useText(providers).systems;
  const { directory } = useDirectory();
  const systems = systemsOf(directory, provider.id);
  const [editing, setEditing] = useState<string | null>(null);
  const edited = systems.find(({ id }) => id === editing);
  return (
    <section class="prov-sections" aria-label={t.heading}>
      <p class="quiet">{t.intro}</p>
      {systems.map((system) => (
        <SystemPart key={system.id} system={system} onEdit={() => setEditing(system.id)} />
      ))}
      <NewSystem provider={provider} />
      <AddressTest provider={provider} />
      {edited && <SystemDialog key={edited.id} system={edited} onClose={() => setEditing(null)} />}
    </section>
  );
}
