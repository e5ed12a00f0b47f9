/** A message of Firefox's console, as far as it tells what is wrong with the extension. */
export interface ConsoleMessage {
  readonly text: string;
  /** Address of the page or script it is about; '' where Firefox names none. */
  readonly source: string;
}

/** What Firefox remarks without anything being wrong: whole beginnings of messages, so that nothing else hides behind them. */
const REMARKS: readonly string[] = [
  // Advice on smooth scrolling. A list that draws only the lines in sight must place new ones while it is scrolled;
  // the library does it within the scroll event, so that no gap is seen. Neither an error nor a violation.
  'This site appears to use a scroll-linked positioning effect.',
  // A page that was closed while it looked something up. What it wrote is whole or not there: see the durability tests.
  'An IndexedDB transaction that was not yet complete has been aborted due to page navigation.',
];
/** Firefox's own remark about a page that was closed while it waited for an answer. */
const CLOSED = 'after context unloaded';

/** Everything the console says about the extension, and every violation of a content security policy. */
export function complaintsAmong(messages: readonly ConsoleMessage[], origin: string): readonly string[] {
  return messages
    .filter(({ text, source }) => {
      if (text.includes(CLOSED) || REMARKS.some((remark) => plain(text).startsWith(remark))) return false;
      return source.startsWith(origin) || text.includes(origin);
    })
    .map(({ text, source }) => `${source}: ${text}`);
}

/** Without the frame that Firefox puts around a message when it is asked for the whole of it. */
function plain(text: string): string {
  return text.replace(/^\[JavaScript (?:Error|Warning): "/, '');
}
