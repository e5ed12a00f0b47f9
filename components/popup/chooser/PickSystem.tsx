import { useState } from 'preact/hooks';
import type { SystemOffer } from '../../../lib/app/client/system-view.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import type { ChooserWords } from '../../../lib/i18n/chooser/chooser.ts';
import { Combo } from './Combo.tsx';
import type { ComboOption } from './Combo.tsx';

type Props = Readonly<{
  t: ChooserWords;
  systems: readonly SystemOffer[];
  /** The one it counts as now. */
  current: string | null;
  onPick: (id: string) => void;
  onNew: (name: string) => void;
}>;

/** More is not looked through: another letter typed is quicker. */
const MOST = 50;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function fitting(systems: readonly SystemOffer[], typed: string): SystemOffer[] {
  const wanted = folded(typed.trim());
  return systems
    .filter(({ name, provider }) => folded(`${name} ${provider ?? ''}`).includes(wanted))
    .toSorted(
      (a, b) => Number(b.fits) - Number(a.fits) || a.name.localeCompare(b.name, undefined, { numeric: true }),
    )
    .slice(0, MOST);
}

/** An existing system by a few letters of its name or its provider's; the last line makes a new one. */
export function PickSystem({ t, systems, current, onPick, onNew }: Props) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const found = fitting(
    systems.filter(({ id }) => id !== current),
    typed,
  );
  const options: ComboOption[] = [
    ...found.map((system) => ({
      key: system.id,
      text: visibleText(system.name),
      aside: [
        system.provider ? visibleText(system.provider) : t.noProvider,
        ...(system.fits ? [t.fits] : []),
      ].join(' · '),
      onPick: () => onPick(system.id),
    })),
    {
      key: 'new',
      stays: true,
      text: name === '' ? t.create : t.createNamed(visibleText(name)),
      onPick: () => onNew(name),
    },
  ];
  return (
    <Combo
      label={t.search}
      listLabel={t.systems}
      value={typed}
      onText={setTyped}
      options={options}
      // Nobody picks a system by pressing Enter on an empty field.
      first={name === '' ? -1 : 0}
      hint={name !== '' && found.length === 0 ? t.none : ''}
      autofocus
    />
  );
}
