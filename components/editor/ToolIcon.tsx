import { Crop, Highlighter, MousePointer2, MoveUpRight, Slash, Square, Type } from 'lucide-preact';
import type { Tool } from './tools.ts';

const DRAWN = {
  select: MousePointer2,
  box: Square,
  arrow: MoveUpRight,
  line: Slash,
  text: Type,
  highlight: Highlighter,
  crop: Crop,
} as const;

/** Decorative: the name stands beside it or in the label of the button around it. */
export function ToolIcon({ tool, size = 18 }: Readonly<{ tool: Tool; size?: number }>) {
  if (tool === 'marker' || tool === 'redaction') {
    return (
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {tool === 'redaction' ? (
          <rect x="3" y="7" width="18" height="10" rx="1" fill="currentColor" />
        ) : (
          <>
            <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2" />
            <path
              d="M10 9.5 12.5 8v8"
              fill="none"
              stroke="currentColor"
              stroke-width="2"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </>
        )}
      </svg>
    );
  }
  const Symbol = DRAWN[tool];
  return <Symbol size={size} aria-hidden="true" />;
}
