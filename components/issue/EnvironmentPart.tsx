import type { EntryOf } from '../../lib/domain/ledger/entry.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Facts } from './Facts.tsx';

export function EnvironmentPart({ occurrence }: Readonly<{ occurrence: EntryOf<'occurrence.captured'> }>) {
  const t = useText(words).environment;
  const format = useFormat();
  const { environment: e, tookMs } = occurrence.body;
  const size = (box: Readonly<{ width: number; height: number }> | undefined): string =>
    box === undefined ? '' : `${box.width} × ${box.height}`;
  const percent = (value: number | undefined): string =>
    value === undefined ? '' : format.percent(value / 100);
  const yesNo = (value: boolean | undefined, yes: string, no: string): string =>
    value === undefined ? '' : value ? yes : no;
  return (
    <details class="issue-details" open>
      <summary>
        <h3>{t.heading}</h3>
      </summary>
      <Facts
        facts={[
          { name: t.browser, value: visibleText(`${e.browser} ${e.browserVersion}`) },
          {
            name: t.os,
            value: visibleText([e.os, e.osVersion, e.arch].filter((part) => part !== undefined).join(' ')),
          },
          { name: t.viewport, value: size(e.viewport) },
          { name: t.screen, value: size(e.screen) },
          { name: t.zoom, value: percent(e.zoomPercent) },
          { name: t.dpr, value: percent(e.dprPercent) },
          { name: t.scroll, value: e.scroll === undefined ? '' : `${e.scroll.x}, ${e.scroll.y}` },
          { name: t.online, value: yesNo(e.online, t.onlineYes, t.onlineNo) },
          {
            name: t.connection,
            value: [visibleText(e.connection ?? ''), e.rttMs === undefined ? '' : format.duration(e.rttMs)]
              .filter((p) => p !== '')
              .join(', '),
          },
          { name: t.languages, value: visibleText(e.languages.join(', ')) },
          { name: t.pageLanguage, value: visibleText(e.pageLanguage ?? '') },
          { name: t.colourScheme, value: e.colourScheme === undefined ? '' : t[e.colourScheme] },
          { name: t.cookies, value: yesNo(e.cookiesEnabled, t.cookiesOn, t.cookiesOff) },
          { name: t.extension, value: visibleText(e.extensionVersion) },
          { name: t.took, value: tookMs === undefined ? '' : format.duration(tookMs) },
          {
            name: t.userAgent,
            value: e.userAgent === undefined ? '' : <span class="fact-long">{visibleText(e.userAgent)}</span>,
          },
        ]}
      />
    </details>
  );
}
