import { useEffect, useRef } from 'preact/hooks';

/** Pictures and files pasted anywhere on the page. Pasted text stays what it is: text for the field it goes into. */
export function usePaste(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const pasted = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      // A spreadsheet or a text program puts a picture beside its text: then the text is meant.
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const typing = event.target instanceof Element && event.target.matches('input, textarea');
      if (files.length === 0 || (typing && text !== '')) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, []);
}
