import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ownRuntime, sayOpened } from '../lib/app/client/first-message.ts';

// The popup's first script, small and of one piece: a popup may be closed before its modules have arrived.
export default defineUnlistedScript(() => {
  sayOpened(ownRuntime());
});
