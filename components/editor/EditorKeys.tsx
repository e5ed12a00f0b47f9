import { common } from '../../lib/i18n/common/common.ts';
import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';
import { KeyboardMap } from '../ui/KeyboardMap.tsx';
import { TOOL_KEYS, TOOLS } from './tools.ts';

/** What `?` shows while a picture is marked up. */
export function EditorKeys({ onClose }: Readonly<{ onClose: () => void }>) {
  const t = useText(editor);
  const { keys } = useText(common);
  const { map } = t;
  return (
    <KeyboardMap
      open
      onClose={onClose}
      groups={[
        {
          title: map.tools,
          keys: [
            ...TOOLS.map((tool) => ({ keys: [TOOL_KEYS[tool]], does: t.tools[tool] })),
            { keys: [keys.enter], does: map.place },
          ],
        },
        {
          title: map.marks,
          keys: [
            { keys: ['j'], does: map.next },
            { keys: ['k'], does: map.previous },
            { keys: ['← ↑ → ↓'], does: map.move },
            { keys: [`${keys.shift} ← ↑ → ↓`], does: map.moveFar },
            { keys: [']'], does: map.higher },
            { keys: ['['], does: map.lower },
            { keys: ['Del'], does: map.remove },
            { keys: [`${keys.ctrl} z`], does: map.undo },
            { keys: [`${keys.ctrl} y`], does: map.redo },
          ],
        },
        {
          title: map.window,
          keys: [
            { keys: ['+', '−'], does: map.zoom },
            { keys: ['0'], does: map.fit },
            { keys: ['1'], does: map.full },
            { keys: [`${keys.ctrl} ${keys.enter}`], does: map.save },
            { keys: [keys.escape], does: map.back },
            { keys: ['?'], does: map.map },
          ],
        },
      ]}
    />
  );
}
