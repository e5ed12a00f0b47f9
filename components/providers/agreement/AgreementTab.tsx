import { useState } from 'preact/hooks';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDirectory } from '../directory-context.tsx';
import { agreementsOf } from '../of-provider.ts';
import { AgreementPart } from './AgreementPart.tsx';
import { NewAgreement } from './NewAgreement.tsx';

/** What was agreed with a provider; mostly one agreement. */
export function AgreementTab({ provider }: { provider: Provider }) {
  const t = useText(words);
  const { directory } = useDirectory();
  const [adding, setAdding] = useState(false);
  const agreements = agreementsOf(directory, provider.id);
  const none = agreements.length === 0;
  return (
    <section class="prov-sections" aria-label={t.heading}>
      {none && <p>{t.none}</p>}
      {agreements.map((agreement) => (
        <AgreementPart key={agreement.id} agreement={agreement} />
      ))}
      {adding || none ? (
        <NewAgreement provider={provider} onDone={() => setAdding(false)} canCancel={!none} />
      ) : (
        <div class="prov-ruled">
          <Button onClick={() => setAdding(true)}>{t.addAnother}</Button>
        </div>
      )}
    </section>
  );
}
