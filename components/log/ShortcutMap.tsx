import { common } from '../../lib/i18n/common/common.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { useText } from '../state/locale.tsx';
import { KeyboardMap } from '../ui/KeyboardMap.tsx';
import { EVENT_KEYS } from './keymap.ts';

/** What `?` shows. Kept next to keymap.ts in the tests: every command is in it. */
export function ShortcutMap({ open, onClose }: Readonly<{ open: boolean; onClose: () => void }>) {
  const t = useText(log).shortcuts;
  const { keys } = useText(common);
  const said = useText(timeline);
  return (
    <KeyboardMap
      open={open}
      onClose={onClose}
      groups={[
        {
          title: t.groups.move,
          keys: [
            { keys: ['j', '↓'], does: t.next },
            { keys: ['k', '↑'], does: t.previous },
            { keys: ['Home', 'End'], does: t.firstLast },
            { keys: [keys.enter], does: t.open_ },
            { keys: [keys.escape], does: t.back },
            { keys: ['/'], does: t.search },
          ],
        },
        {
          title: t.groups.act,
          keys: [
            { keys: ['e'], does: t.edit },
            { keys: ['#', 'Del'], does: t.trash },
            { keys: ['m'], does: t.join },
            { keys: ['z'], does: t.undo },
            { keys: ['?'], does: t.map },
          ],
        },
        {
          title: said.keys.group,
          keys: [
            ...Object.entries(EVENT_KEYS).map(([key, event]) => ({ keys: [key], does: said.event[event] })),
            { keys: ['n'], does: said.keys.entry },
            { keys: ['p'], does: said.keys.promise },
            { keys: ['s'], does: said.keys.system },
          ],
        },
        {
          title: t.groups.select,
          keys: [
            { keys: ['x', keys.space], does: t.select },
            { keys: [`${keys.shift} x`, `${keys.shift} ↑ ↓`], does: t.range },
            { keys: [`${keys.ctrl} a`], does: t.all },
          ],
        },
      ]}
    />
  );
}
