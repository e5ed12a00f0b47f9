import { inBrowser } from '../shared/bench.ts';
import { heldConversation } from '../shared/hold.ts';
import { conversationPack } from '../shared/packs.ts';
import { providersWithoutBarrier } from '../shared/provider-barriers.ts';
import { providerArea } from '../shared/providers.ts';
import { ticketExport } from '../shared/reconcile.ts';
import { quickStart } from '../shared/quick-start.ts';

const bench = inBrowser('chromium');
quickStart(bench);
providerArea(bench);
conversationPack(bench);
ticketExport(bench);
providersWithoutBarrier(bench);
heldConversation(bench);
