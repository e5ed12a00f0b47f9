import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { composeBackground } from '../lib/app/compose-background.ts';
import { offerRest } from '../lib/app/first/load-rest.ts';

// All of the background that is not needed in its first turn; loaded by its first part.
export default defineUnlistedScript(() => {
  offerRest(composeBackground);
});
