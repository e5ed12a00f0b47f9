import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';
import type { EditorStore } from './editor-store.ts';
import { ToolIcon } from './ToolIcon.tsx';
import { TOOL_KEYS, TOOLS } from './tools.ts';
import type { Tool } from './tools.ts';

type Props = Readonly<{ store: EditorStore; onTool: (tool: Tool) => void }>;

/** One tool is always chosen; each can be chosen by its letter too. */
export function ToolBar({ store, onTool }: Props) {
  const t = useText(editor).tools;
  const chosen = store.tool.value;
  return (
    <div class="editor-tools" role="toolbar" aria-label={t.label} aria-orientation="vertical">
      {TOOLS.map((tool) => (
        <button
          key={tool}
          type="button"
          class="editor-tool"
          aria-pressed={tool === chosen}
          aria-keyshortcuts={TOOL_KEYS[tool]}
          title={t.withKey(t[tool], TOOL_KEYS[tool].toUpperCase())}
          onClick={() => onTool(tool)}
        >
          <ToolIcon tool={tool} />
          <span class="editor-tool-name">{t[tool]}</span>
          <kbd class="editor-tool-key" aria-hidden="true">
            {TOOL_KEYS[tool].toUpperCase()}
          </kbd>
        </button>
      ))}
    </div>
  );
}
