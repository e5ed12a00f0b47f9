import { useState } from 'preact/hooks';
import type { Notice } from '../../lib/app/health/notices.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { settings as words } from '../../lib/i18n/settings/settings.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { useLive } from '../state/use-live.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

const NONE: readonly Notice[] = [];

/** Above every screen: what is wrong with the log, what is safe, what helps. Nothing while all is well. */
export function HealthBanner() {
  const { services } = useApp();
  const notices = useLive(services.health.subscribe, NONE, [services.health]);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      {notices
        .filter(({ code }) => !dismissed.has(code))
        .map((notice) => (
          <NoticeBanner
            key={notice.code}
            notice={notice}
            onDismiss={() => {
              setDismissed(new Set([...dismissed, notice.code]));
              if (notice.code === 'wiped') void services.health.acknowledgeLoss();
            }}
          />
        ))}
    </>
  );
}

function NoticeBanner({ notice, onDismiss }: Readonly<{ notice: Notice; onDismiss: () => void }>) {
  const t = useText(words).banner;
  const c = useText(common);
  const own = { quarantined: t.quarantined, journal: t.journal };
  const say =
    notice.code === 'quarantined' || notice.code === 'journal'
      ? own[notice.code](notice.count)
      : failureText(c, notice.code);
  const target = { restore: '#/data', export: '#/data', settings: '#/settings' } as const;
  return (
    <Banner
      tone={notice.tone}
      live
      onDismiss={notice.dismissable ? onDismiss : undefined}
      actions={
        notice.action === null ? undefined : notice.action === 'reload' ? (
          <>
            <Button size="s" onClick={() => location.reload()}>
              {t.reload}
            </Button>
            {notice.tone === 'problem' && (
              <a class="button button-plain button-s" href="#/data">
                {t.rescue}
              </a>
            )}
          </>
        ) : (
          <a class="button button-plain button-s" href={target[notice.action]}>
            {t[notice.action]}
          </a>
        )
      }
    >
      {say}
    </Banner>
  );
}
