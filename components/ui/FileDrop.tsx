import { useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { useDrop } from './use-drop.ts';
import './file-drop.css';

type Props = Readonly<{
  /** On the button, with dots behind it. */
  choose: string;
  /** Beside it: that a file may be dropped. */
  hint: string;
  /** As the file field takes it: `.ics,text/calendar`. */
  accept: string;
  onFile: (file: File) => void;
}>;

/** One file, chosen by its button or dropped anywhere on the page; the frame shows where it goes. */
export function FileDrop({ choose, hint, accept, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const over = useDrop(([file]) => file && onFile(file));
  return (
    <div class={over ? 'file-drop file-drop-over' : 'file-drop'}>
      <input
        ref={input}
        class="hidden-text"
        type="file"
        accept={accept}
        aria-label={choose}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          event.currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
      <Button onClick={() => input.current?.click()}>{choose}</Button>
      <span class="quiet">{hint}</span>
    </div>
  );
}
