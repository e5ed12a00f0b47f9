import { useEffect, useMemo, useState } from 'preact/hooks';
import { composePack } from '../../lib/app/packs/compose-pack.ts';
import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import type { PackPictures } from '../../lib/app/packs/pack-pictures.ts';
import type { PackDelivered, PackForm } from '../../lib/app/packs/pack-service.ts';
import { useApp } from '../state/app.tsx';

type Doc = ReturnType<typeof composePack>;
export type PackModel = Readonly<{
  /** As it is shown, and as it goes out. */
  doc: Doc | null;
  outcome: PackDelivered | null;
  /** `password`: null for a file that everybody can read. Whether it went out. */
  send(form: PackForm | 'eml', password: string | null): Promise<boolean>;
}>;

/** While somebody types, the preview follows after a breath. */
const AFTER_MS = 200;

/** The pack of what is chosen. What is exported is what was composed last, so nothing leaves that was not shown. */
export function usePack(facts: PackFacts | null, order: PackOrder, pictures: PackPictures): PackModel {
  const { packs } = useApp().services;
  const [settled, setSettled] = useState(order);
  const [outcome, setOutcome] = useState<PackDelivered | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(order), AFTER_MS);
    return () => clearTimeout(timer);
  }, [order]);
  const doc = useMemo(
    () => (facts === null ? null : composePack(facts, settled, pictures)),
    [facts, settled, pictures],
  );
  // That it went out is an entry, too, and brings a new look at the log: it stays said until something else is chosen.
  useEffect(() => setOutcome(null), [settled, facts?.scope]);
  return {
    doc,
    outcome,
    async send(form, password) {
      if (facts === null) return false;
      // The latest letter is in it, even if it was typed a moment ago.
      setSettled(order);
      const service = await packs();
      const delivered =
        form === 'eml'
          ? await service.deliverMail(facts, order, pictures, password !== null)
          : await service.deliver(composePack(facts, order, pictures), form, pictures, password);
      setOutcome(delivered);
      return !('failed' in delivered);
    },
  };
}
