import type { DirectoryConflict, Rival } from '../../../lib/domain/directory/directory.ts';
import type { DirectoryKind } from '../../../lib/domain/directory/entries.ts';
import { ledgerCode } from '../../../lib/domain/ledger/ledger-code.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { Time } from '../../ui/Time.tsx';
import { useDirectory } from '../directory-context.tsx';
import { useSaving } from '../use-saving.tsx';
import { useThingFacts } from './use-thing-facts.ts';

type Props = Readonly<{ kind: DirectoryKind; id: string; name: string }>;

/** Versions that did not know of each other, side by side where they differ; keeping one settles it. */
export function ThingConflict({ kind, id, name }: Props) {
  const { conflicts } = useDirectory().directory;
  const conflict = conflicts.find((one) => one.kind === kind && one.id === id);
  return conflict === undefined ? null : <Compared conflict={conflict} name={name} />;
}

function Compared({ conflict, name }: { conflict: DirectoryConflict; name: string }) {
  const t = useText(providers).conflict;
  const facts = useThingFacts();
  const { saveAll, retire } = useSaving();
  const { kind, id, versions } = conflict;
  const said = versions.map(({ thing }) => new Map(thing === null ? [] : facts(thing)));
  const terms = [...new Set(said.flatMap((one) => [...one.keys()]))].filter(
    (term) => new Set(said.map((one) => one.get(term) ?? '')).size > 1,
  );
  const keep = ({ thing }: Rival): void => {
    void (thing === null ? retire(kind, id, t.taken(name)) : saveAll([thing], t.taken(name)));
  };
  return (
    <section class="prov-conflict" aria-label={t.heading(name)}>
      <h3>{t.heading(name)}</h3>
      <p class="quiet">{t.text}</p>
      <table class="prov-table">
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            {versions.map(({ entry, holds }, at) => (
              <th scope="col" key={`${entry.ledger} ${entry.n}`}>
                {t.version(at + 1)}
                <span class="prov-under">
                  {ledgerCode(entry.ledger)} · <Time at={entry.recordedAt} />
                  {holds && ` · ${t.holds}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              {said.map((one, at) => (
                <td key={at}>
                  <PageText text={one.get(term) ?? '–'} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            {versions.map((version, at) => (
              <td key={at}>
                {version.thing === null && <span class="prov-under">{t.retired}</span>}
                <Button size="s" onClick={() => keep(version)}>
                  {t.take} <span class="hidden-text">({t.version(at + 1)})</span>
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
