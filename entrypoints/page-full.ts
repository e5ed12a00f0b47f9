import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerFullPage } from '../lib/capture/page/offer-full-page.ts';

// Brought into a page by the background when somebody asks for a picture of all of it; never part of the manifest.
export default defineUnlistedScript(() => offerFullPage());
