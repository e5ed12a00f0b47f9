import type { Issue } from '../../lib/domain/issue/issue.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { again } from '../../lib/i18n/again/again.ts';
import { common } from '../../lib/i18n/common/common.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { PageText } from '../ui/PageText.tsx';
import type { OccurrenceItem } from './occurrence-list.ts';

type Props = Readonly<{
  issue: Issue;
  item: OccurrenceItem;
  chosen: boolean;
  onChoose: () => void;
  actions: Actions;
}>;

/** `portal.example/orders/list`: the rest of the address is in the part above. */
function placeOf(url: string | null): string {
  return url?.replace(/^https?:\/\//u, '').replace(/\/?(?:[?#].*)?$/u, '') ?? '';
}

/** One time it happened: when, where, what was typed, what there is of it. */
export function OccurrenceLine({ issue, item, chosen, onChoose, actions }: Props) {
  const t = useText(again);
  const c = useText(common);
  const format = useFormat();
  const { services } = useApp();
  const { occurrence, absorbed } = item;
  const { key, captureId, page, systemName, via } = occurrence.body;
  const when = format.weekdayTime(occurrence.at, occurrence.zone);
  const place = visibleText(placeOf(page.url) || (systemName ?? ''));
  const facts = [
    ...(absorbed === null ? [] : [absorbed.how === 'again' ? t.recordedAs(key) : t.joined(key)]),
    ...(page.httpStatus === undefined ? [] : [`HTTP ${page.httpStatus}`]),
    ...(item.findings === 0 ? [] : [t.findings(item.findings)]),
    item.pictures === 0 ? c.noPicture.replace(/\.$/u, '') : t.pictures(item.pictures),
    ...(via === 'popup' ? [] : [c.via[via]]),
  ];
  return (
    <li class={chosen ? 'occurrence occurrence-chosen' : 'occurrence'} role="none">
      <label class="occurrence-label">
        <input type="radio" name="occurrence" checked={chosen} onChange={onChoose} />
        <span class="occurrence-text">
          <time
            class="occurrence-when num"
            datetime={occurrence.at}
            title={format.full(occurrence.at, occurrence.zone)}
          >
            {when}
          </time>
          {place !== '' && (
            <bdi class="occurrence-place mono quiet" dir="ltr" title={place}>
              {place}
            </bdi>
          )}
          {item.typed !== '' && (
            <span class="occurrence-typed">
              <PageText text={item.typed} />
            </span>
          )}
          <span class="quiet small num">{facts.join(' · ')}</span>
        </span>
      </label>
      {absorbed !== null && !issue.trashed && (
        <Button
          size="s"
          variant="quiet"
          aria-label={t.splitLong(key, when)}
          onClick={() =>
            void actions.offering(
              () =>
                services.log.join.split(
                  { issueId: absorbed.issueId, how: absorbed.how, captureId },
                  issue.id,
                ),
              t.splitDone(key),
            )
          }
        >
          {t.split}
        </Button>
      )}
    </li>
  );
}
