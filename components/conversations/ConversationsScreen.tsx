import { useHashLocation } from 'wouter-preact/use-hash-location';
import { conversationPlaceOf } from './conversations-route.ts';
import { HeldScreen } from './HeldScreen.tsx';
import { MeetingScreen } from './MeetingScreen.tsx';
import { PrepareScreen } from './PrepareScreen.tsx';

/** Conversations with providers: prepared, held, followed up. */
export function ConversationsScreen() {
  const [path] = useHashLocation();
  const place = conversationPlaceOf(path);
  if (place.at === 'meeting') return <MeetingScreen key={place.id} id={place.id} />;
  if (place.at === 'held') return <HeldScreen provider={place.provider} />;
  return <PrepareScreen />;
}
