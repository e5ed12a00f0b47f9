import type { BrowserApi } from '../../capture/browser.ts';
import { wordsOf } from '../../i18n/area.ts';
import { badge } from '../../i18n/badge/badge.ts';
import { resolveLocale } from '../../i18n/locale.ts';
import type { AccountsService } from '../accounts/account-service.ts';
import type { Request } from '../client/protocol.ts';
import { DIGEST_LOCK } from '../directory/digest.ts';
import type { DirectoryService } from '../directory/directory-service.ts';
import { keepDigest } from '../directory/keep-digest.ts';
import type { LocalArea } from '../local-area.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { keepOwed } from './keep-owed.ts';

type Deps = Readonly<{
  directory: DirectoryService;
  accounts: AccountsService;
  settings: Pick<SettingsService, 'get'>;
  browser: Pick<BrowserApi, 'runtime'>;
  local: LocalArea;
  now: () => Date;
}>;

/** While a page is open, it keeps what the background needs and cannot work out: the directory, and what we owe. */
export function informBackground({ directory, accounts, settings, browser, local, now }: Deps): void {
  keepDigest({ directory, local, exclusive: (work) => navigator.locks.request(DIGEST_LOCK, work), now });
  keepOwed({
    accounts,
    local,
    async words() {
      const { language } = await settings.get();
      return wordsOf(badge, resolveLocale(language, navigator.languages).language);
    },
    tell() {
      const changed = { verb: 'owed.changed' } satisfies Request;
      void browser.runtime.sendMessage(changed).catch(() => undefined);
    },
    now,
  });
}
