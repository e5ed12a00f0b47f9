import { common } from '../../../lib/i18n/common/common.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { useText } from '../../state/locale.tsx';
import { KeyboardMap } from '../../ui/KeyboardMap.tsx';
import { FIELD_KEYS, type MeetingKeys } from './use-meeting-keys.ts';

/** What `?` shows in a conversation. */
export function MeetingKeysMap({ keys }: Readonly<{ keys: MeetingKeys }>) {
  const { keyDoes, keysOf } = useText(meeting);
  const { keys: names } = useText(common);
  return (
    <KeyboardMap
      open={keys.mapOpen}
      onClose={() => keys.showMap(false)}
      groups={[
        {
          title: keysOf,
          keys: [
            ...FIELD_KEYS.map((key) => ({ keys: [key], does: keyDoes[key] })),
            { keys: [names.enter], does: keyDoes.enter },
            { keys: [`${names.ctrl} ${names.enter}`], does: keyDoes.promise },
            { keys: [names.escape], does: keyDoes.escape },
            { keys: ['?'], does: keyDoes.map },
          ],
        },
      ]}
    />
  );
}
