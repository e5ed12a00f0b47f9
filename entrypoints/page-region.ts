import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerRegion } from '../lib/capture/page/offer-region.ts';
import { wordsOf } from '../lib/i18n/area.ts';
import { languageSetting, resolveLocale } from '../lib/i18n/locale.ts';
import { region } from '../lib/i18n/region/region.ts';

// Brought into a page by the background when somebody asks for a part of it; never part of the manifest.
export default defineUnlistedScript(() => {
  void offerRegion((chosen) =>
    wordsOf(region, resolveLocale(languageSetting(chosen), navigator.languages).language),
  );
});
