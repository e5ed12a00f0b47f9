import { useEffect, useRef, useState } from 'preact/hooks';

const modal = (): boolean => document.querySelector('dialog[open]') !== null;
const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Files dropped anywhere on the page; true while some are held over it. Also keeps the browser from opening a file that
 * was dropped beside the mark.
 */
export function useDrop(onFiles: (files: readonly File[]) => void): boolean {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  const [over, setOver] = useState(false);
  useEffect(() => {
    const held = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (!modal()) setOver(true);
    };
    // Towards nothing: out of the window.
    const left = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && !modal()) latest.current(files);
    };
    document.addEventListener('dragover', held);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    return () => {
      document.removeEventListener('dragover', held);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
    };
  }, []);
  return over;
}
