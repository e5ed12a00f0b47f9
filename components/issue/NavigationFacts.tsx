import type { Evidence } from '../../lib/domain/evidence/page-evidence.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Facts } from './Facts.tsx';

/** How the page itself loaded: status, times, server timing. */
export function NavigationFacts({
  evidence,
}: Readonly<{ evidence: Extract<Evidence, { state: 'present' }> }>) {
  const t = useText(words).evidence;
  const format = useFormat();
  const n = evidence.navigation ?? {};
  const time = (ms: number | undefined): string => (ms === undefined ? '' : format.duration(ms));
  const count = (value: number | undefined): string => (value === undefined ? '' : format.number(value));
  const facts = [
    { name: t.navigation.status, value: n.status === undefined || n.status === 0 ? '' : String(n.status) },
    { name: t.navigation.ttfbMs, value: time(n.ttfbMs) },
    { name: t.navigation.domContentLoadedMs, value: time(n.domContentLoadedMs) },
    { name: t.navigation.loadMs, value: time(n.loadMs) },
    { name: t.navigation.lcpMs, value: time(n.lcpMs) },
    { name: t.navigation.longTasks, value: count(n.longTasks) },
    { name: t.navigation.longestTaskMs, value: time(n.longestTaskMs) },
    { name: t.navigation.pageAgeMs, value: time(evidence.pageAgeMs) },
    { name: t.navigation.type, value: visibleText(n.type ?? '') },
    { name: t.navigation.protocol, value: visibleText(n.protocol ?? '') },
    { name: t.navigation.frames, value: count(evidence.frames) },
    { name: t.navigation.serverTiming, value: visibleText(n.serverTiming?.join(', ') ?? '') },
  ];
  if (facts.every(({ value }) => value === '')) return null;
  return (
    <details class="issue-details">
      <summary>{t.page}</summary>
      <Facts facts={facts} />
    </details>
  );
}
