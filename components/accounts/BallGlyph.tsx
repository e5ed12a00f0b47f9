import './marks.css';

/** Whose turn it is, as in the bar: ours above, theirs below, nobody's on the line. Words stand beside it. */
export function BallGlyph({ turn }: Readonly<{ turn: 'us' | 'provider' | 'third' | 'nobody' | 'closed' }>) {
  return (
    <svg class="ball-glyph" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {turn === 'closed' ? (
        <path class="glyph-closed" d="M2.5 7.5 5.5 10.5 11.5 3.5" />
      ) : (
        <>
          <line class="glyph-line" x1="0" x2="14" y1="7" y2="7" />
          {turn === 'us' && <rect class="glyph-us" x="1" y="1" width="12" height="5" />}
          {turn === 'provider' && <rect class="glyph-provider" x="1" y="8" width="12" height="5" />}
          {turn === 'third' && (
            <line
              class="glyph-third"
              x1="1"
              x2="13"
              y1="10.5"
              y2="10.5"
              stroke-width="5"
              stroke-dasharray="2 2"
            />
          )}
          {turn === 'nobody' && <rect class="glyph-nobody" x="1" y="5.5" width="12" height="3" />}
        </>
      )}
    </svg>
  );
}
