import { CalendarCheck, Database, Handshake, MessagesSquare, NotebookText } from 'lucide-preact';
import { common } from '../../lib/i18n/common/common.ts';
import { shell } from '../../lib/i18n/shell/shell.ts';
import { useText } from '../state/locale.tsx';
import { AREAS } from './areas.ts';
import type { Area } from './areas.ts';
import { LastBackup } from './LastBackup.tsx';

const ICONS = {
  log: NotebookText,
  providers: Handshake,
  promises: CalendarCheck,
  conversations: MessagesSquare,
  data: Database,
} as const;

/** Links are real addresses (`#/data`), so that a middle click opens another tab. */
export function Navigation({ area }: { area: Area }) {
  const t = useText(shell);
  const c = useText(common);
  return (
    <header class="shell-side">
      <p class="shell-brand">{c.appName}</p>
      <nav class="shell-nav" aria-label={t.navigation}>
        <ul class="shell-links">
          {AREAS.map(({ path, word, holds }) => {
            const Symbol = ICONS[word];
            return (
              <li key={path}>
                <a
                  class="shell-link"
                  href={`#${path}`}
                  aria-current={holds.some((held) => held === area) ? 'page' : undefined}
                >
                  <Symbol size={18} aria-hidden="true" />
                  <span>{t[word]}</span>
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <div class="shell-foot">
        <LastBackup />
        <a class="shell-quiet-link" href="#/welcome" aria-current={area === 'welcome' ? 'page' : undefined}>
          {t.welcome}
        </a>
      </div>
    </header>
  );
}
