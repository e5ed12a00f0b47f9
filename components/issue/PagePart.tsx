import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { EntryOf } from '../../lib/domain/ledger/entry.ts';
import { safeHref, visibleText } from '../../lib/domain/privacy/display.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { useText } from '../state/locale.tsx';
import { Address } from '../ui/Address.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PageText } from '../ui/PageText.tsx';
import { Time } from '../ui/Time.tsx';
import { OtherFacts } from './OtherFacts.tsx';

type Props = Readonly<{ issue: Issue; occurrence: EntryOf<'occurrence.captured'> }>;

/** Where it happened: page title, address as a link that can only be http(s), state of the page. */
export function PagePart({ issue, occurrence }: Props) {
  const t = useText(words);
  const c = useText(common);
  const { page, masked, via } = occurrence.body;
  // Written down by hand: there was no page, and nothing to say about it.
  const byHand = via === 'app';
  const href = page.url === null ? null : safeHref(page.url);
  const notes = [
    page.state === 'http-error' ? t.pageState['http-error'](page.httpStatus ?? 0) : '',
    !byHand && (page.state === 'error-page' || page.state === 'restricted' || page.state === 'unknown')
      ? t.pageState[page.state]
      : '',
    page.truncated === true ? t.pageFlags.truncated : '',
    page.changedDuringCapture === true ? t.pageFlags.changed : '',
    masked.total > 0 ? t.pageFlags.masked(masked.total) : '',
  ].filter((note) => note !== '');
  return (
    <section class="issue-page" aria-label={t.address.heading}>
      {page.title !== '' && page.title !== issue.title && (
        <p>
          <PageText text={page.title} />
        </p>
      )}
      <p class="issue-address">
        {page.url === null && !byHand && <span class="quiet">{t.address.none}</span>}
        {page.url !== null && href === null && <Address text={page.url} />}
        {page.url !== null && href !== null && (
          <a href={href} target="_blank" rel="noopener noreferrer" title={t.address.open}>
            <bdi dir="ltr" class="address">
              {visibleText(page.url)}
            </bdi>
            <Icon name="external" size={12} />
            <span class="hidden-text">{c.opensInNewTab}</span>
          </a>
        )}
      </p>
      <p class="quiet small">
        <Time at={occurrence.at} zone={occurrence.zone} show="full" /> · {c.via[via]}
        {issue.occurrences.length > 1 && ` · ${t.occurrences.many(issue.occurrences.length)}`}
      </p>
      <OtherFacts occurrence={occurrence} />
      {notes.map((note) => (
        <p class="small" key={note}>
          {note}
        </p>
      ))}
    </section>
  );
}
