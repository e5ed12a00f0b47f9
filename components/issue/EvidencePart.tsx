import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { EntryOf } from '../../lib/domain/ledger/entry.ts';
import type { Chip as ChipFact } from '../../lib/domain/evidence/page-evidence.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { common } from '../../lib/i18n/common/common.ts';
import type { CommonWords } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Chip } from '../ui/Chip.tsx';
import { chipsLeft } from './chips-left.ts';
import { NavigationFacts } from './NavigationFacts.tsx';
import { RequestTable } from './RequestTable.tsx';
import { StackList } from './StackList.tsx';

type Props = Readonly<{ issue: Issue; occurrence: EntryOf<'occurrence.captured'>; actions: Actions }>;

/** What the page itself said: findings that can be taken off, requests, how it loaded. */
export function EvidencePart({ issue, occurrence, actions }: Props) {
  const t = useText(words).evidence;
  const c = useText(common);
  const { services } = useApp();
  const { evidence, captureId } = occurrence.body;
  const chips = chipsLeft(issue, occurrence);
  if (evidence.state === 'missing' && evidence.reason === 'not-in-browser') return null;
  return (
    <section class="issue-part" aria-labelledby="issue-evidence">
      <h3 id="issue-evidence">{t.heading}</h3>
      {evidence.state === 'missing' && <p>{t.missing(c.reason[evidence.reason])}</p>}
      {evidence.state === 'present' && chips.length === 0 && evidence.requests.length === 0 && (
        <p class="quiet">{t.none}</p>
      )}
      {chips.length > 0 && (
        <ul class="chip-list">
          {chips.map((chip) => {
            const text = chipText(chip, c);
            return (
              <li key={chip.id}>
                <Chip
                  title={text}
                  removeLabel={t.remove(text)}
                  onRemove={() =>
                    void actions.edited(
                      services.log.edit.removeChip(occurrence.issueId, captureId, chip.id),
                      t.removed,
                    )
                  }
                >
                  <bdi>{text}</bdi>
                </Chip>
              </li>
            );
          })}
        </ul>
      )}
      {evidence.state === 'present' && (
        <>
          <RequestTable evidence={evidence} />
          <StackList stacks={evidence.stacks ?? []} />
          <NavigationFacts evidence={evidence} />
        </>
      )}
    </section>
  );
}

/** A finding in one line. Its texts come from the page. */
function chipText(chip: ChipFact, c: CommonWords): string {
  const name = chip.label === '' ? c.chipKind[chip.kind] : visibleText(chip.label);
  const value = chip.kind === 'request-list-full' ? c.chipText.requestListFull : visibleText(chip.value);
  const said = value === '' ? name : `${name}: ${value}`;
  return chip.count !== undefined && chip.count > 1 ? c.chipText.timesCount(said, chip.count) : said;
}
