/**
 * Runs inside the failing page (isolated world), injected by `scripting.executeScript`: it is sent as text and can use nothing
 * from outside itself. Reads only; never form values, never HTML. Bounded in entries, characters and time.
 */
export function probePage() {
  const MAX_REQUESTS = 50;
  const MAX_LINES = 80;
  const MAX_NODES = 6000;
  const TEXT_BUDGET_MS = 150;
  const SLOW_MS = 3000;
  let reading = performance.now();
  const whole = (n: unknown) =>
    typeof n === 'number' && Number.isFinite(n) ? Math.max(0, Math.round(n)) : 0;
  const cut = (s: unknown, max: number) => (typeof s === 'string' ? s.slice(0, max) : '');
  function tryTo<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      return undefined;
    }
  }

  /** This document and those of frames the page itself could reach. */
  function reachable(win: Window, depth: number): Window[] {
    const found = [win];
    if (depth > 2) return found;
    const frames = tryTo(() => win.document.querySelectorAll('iframe, frame')) ?? [];
    for (const frame of frames) {
      if (found.length >= 10) break;
      const iframe = frame as HTMLIFrameElement; // as: the selector names frames only
      const inner = tryTo(() => (iframe.contentDocument ? iframe.contentWindow : null));
      if (inner) found.push(...reachable(inner, depth + 1));
    }
    return found;
  }

  const serverTimings = (entry: PerformanceResourceTiming, max: number) =>
    Array.from(entry.serverTiming ?? [])
      .slice(0, max)
      .map((t) =>
        cut(
          [t.name, t.description, t.duration ? `${whole(t.duration)} ms` : ''].filter(Boolean).join(' '),
          200,
        ),
      );

  function requestsOf(win: Window) {
    const timeline = tryTo(() => win.performance.getEntriesByType('resource')) ?? [];
    const entries = timeline as PerformanceResourceTiming[]; // as: entries by type are of that type
    const origin = tryTo(() => win.location.origin) ?? '';
    const list = [];
    for (const entry of entries) {
      // The browser asks every site for its icon by itself; that a site has none is no fault of the page.
      if (entry.initiatorType === 'other' && /\/favicon\.ico(?:$|\?)/.test(entry.name)) continue;
      const status = whole(entry.responseStatus);
      const byScript = entry.initiatorType === 'fetch' || entry.initiatorType === 'xmlhttprequest';
      const own = origin !== 'null' && entry.name.startsWith(`${origin}/`);
      // Status 0 is usual for pictures and scripts of other sites. It means trouble where the browser would tell the status.
      const nothingCame =
        status === 0 &&
        entry.transferSize === 0 &&
        entry.decodedBodySize === 0 &&
        entry.nextHopProtocol === '';
      const problem: 'failed' | 'unknown' | 'slow' | null =
        status >= 400
          ? 'failed'
          : nothingCame && own && byScript
            ? 'failed'
            : nothingCame && byScript
              ? 'unknown'
              : entry.duration >= SLOW_MS
                ? 'slow'
                : null;
      if (problem === null) continue;
      list.push({
        url: cut(entry.name, 16_384),
        status,
        initiator: cut(entry.initiatorType, 40),
        startMs: whole(entry.startTime),
        durationMs: whole(entry.duration),
        problem,
        serverTiming: serverTimings(entry, 5),
      });
    }
    return { seen: entries.length, list };
  }

  /** Entries that were buffered before us; takeRecords answers at once, no need to wait for the callback. */
  function buffered(type: string): PerformanceEntry[] {
    return (
      tryTo(() => {
        const observer = new PerformanceObserver(() => undefined);
        observer.observe({ type, buffered: true });
        const records = observer.takeRecords();
        observer.disconnect();
        return Array.from(records);
      }) ?? []
    );
  }

  function navigationOf() {
    const first = tryTo(() => performance.getEntriesByType('navigation')[0]);
    const entry = first as PerformanceNavigationTiming | undefined; // as: entries by type are of that type
    const largest = buffered('largest-contentful-paint').at(-1);
    const frames = buffered('long-animation-frame');
    const tasks = frames.length > 0 ? frames : buffered('longtask');
    return {
      status: entry ? whole(entry.responseStatus) : 0,
      type: cut(entry?.type, 40),
      ttfbMs: whole(entry?.responseStart),
      domContentLoadedMs: whole(entry?.domContentLoadedEventEnd),
      loadMs: whole(entry?.loadEventEnd),
      lcpMs: whole(largest?.startTime),
      longTasks: tasks.length,
      longestTaskMs: whole(Math.max(0, ...tasks.slice(-1000).map((t) => t.duration))),
      serverTiming: entry ? serverTimings(entry, 10) : [],
      protocol: cut(entry?.nextHopProtocol, 20),
    };
  }

  /** Where fields that ask for a secret stand on the picture, in CSS pixels of the top window. Never what is in them. */
  function sensitiveOf(win: Window, roots: readonly ParentNode[]) {
    const FIELDS = 'input:not([type=hidden], [type=checkbox], [type=radio], [type=button], [type=submit])';
    const CARD =
      /(?:^|\s)cc-|\b(?:credit|debit|card|kredit|karten)[\s-]?(?:card|karte)?[\s-]?(?:number|num|no|nr|nummer)\b|\b(?:cvv|cvc|csc)2?\b|pr\u00fcfziffer|\biban\b/i;
    const CODE =
      /one[\s-]?time|\b(?:otp|totp|2fa|mfa|tan)\b|(?:verification|security|auth\w*)[\s-]?code|einmal[\s-]?(?:code|passwort|kennwort)/i;
    const PASSWORD = /pass(?:word|wort|phrase|code)|kennwort|\bp(?:wd|in)\b/i;
    const NAMES = ['type', 'autocomplete', 'name', 'id', 'aria-label', 'placeholder'];
    let [left, top] = [0, 0];
    for (let at = win; at !== window; at = at.parent) {
      const box = at.frameElement?.getBoundingClientRect();
      left += (box?.left ?? 0) + (at.frameElement?.clientLeft ?? 0);
      top += (box?.top ?? 0) + (at.frameElement?.clientTop ?? 0);
    }
    const fieldOf = (input: Element) => {
      // "cardNumber", "card_number" and "card-number" read the same.
      const told = NAMES.map((name) => cut(input.getAttribute(name), 100));
      const says = told
        .join(' | ')
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .replace(/_/g, '-');
      const field = CARD.test(says)
        ? ('card' as const)
        : CODE.test(says)
          ? ('one-time-code' as const)
          : ('password' as const);
      if (field === 'password' && !PASSWORD.test(says)) return [];
      if (!input.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      const box = input.getBoundingClientRect();
      const [x, y] = [Math.floor(left + box.left), Math.floor(top + box.top)];
      const [right, bottom] = [Math.ceil(left + box.right), Math.ceil(top + box.bottom)];
      if (right - x < 3 || bottom - y < 3) return [];
      if (x >= innerWidth || y >= innerHeight || right <= 0 || bottom <= 0) return [];
      return [{ field, x, y, width: right - x, height: bottom - y }];
    };
    return roots.flatMap((root) => Array.from(root.querySelectorAll(FIELDS)).flatMap(fieldOf));
  }

  /** Visible lines that look like an error or name an id. Text nodes only; fields and editors are never entered. */
  function linesOf(doc: Document, roots: ParentNode[], traces: string[]): string[] {
    const SKIP =
      /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|INPUT|SELECT|OPTION|DATALIST|OBJECT|EMBED|IFRAME|VIDEO|AUDIO|CANVAS|HEAD)$/;
    const INLINE =
      /^(?:A|ABBR|B|BDI|BDO|CITE|CODE|DFN|EM|FONT|I|KBD|LABEL|MARK|Q|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR)$/;
    const ERRORISH = /error|fehler|alert|fail|exception|warning|danger|toast|snackbar|notification|incident/i;
    const SAYS =
      /\b(?:request|correlation|trace|ray|session|activity|event|incident|support|error|reference|transaction|operation|anfrage|vorgangs?|fehler|referenz|korrelations?|sitzungs?|ticket)[\s_-]{0,3}(?:id|code|no|nr|number|nummer|kennung)?\b|\b(?:failed|failure|exception|unavailable|timed? ?out|not found|forbidden|denied|unauthori[sz]ed|something went wrong|try again|fehlgeschlagen|nicht gefunden|nicht erreichbar|nicht verf\u00fcgbar|verweigert|schiefgelaufen|zeit\u00fcberschreitung|[45]\d\d)\b/i;
    const LABEL_ONLY = /^[^\d]{2,40}$/;
    const lines: { text: string; pick: boolean }[] = [];
    let nodes = 0;
    let current = '';
    let currentPick = false;
    const flush = () => {
      const text = current.replace(/\s+/g, ' ').trim();
      if (text !== '')
        lines.push({ text: text.slice(0, 400), pick: currentPick || SAYS.test(text.slice(0, 400)) });
      current = '';
      currentPick = false;
    };
    const late = () => nodes > MAX_NODES || performance.now() - reading > TEXT_BUDGET_MS;
    function walk(node: Node, pick: boolean, depth: number): void {
      nodes += 1;
      if (depth > 60 || late()) return;
      if (node.nodeType === 3) {
        if (current.length < 400) current += node.nodeValue?.slice(0, 400) ?? '';
        currentPick ||= pick;
        return;
      }
      const element = node.nodeType === 1 ? (node as Element) : null; // as: nodeType says which kind it is
      let inside = pick;
      const block = element === null || !INLINE.test(element.tagName);
      if (element) {
        if (SKIP.test(element.tagName.toUpperCase()) || element.getAttribute('contenteditable') === 'true')
          return;
        if (
          tryTo(() => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) === false
        )
          return;
        if (/^H[1-3]$/.test(element.tagName)) inside = true;
        const role = element.getAttribute('role') ?? '';
        const live = element.getAttribute('aria-live') ?? '';
        const hint =
          `${element.id} ${element.getAttribute('class') ?? ''} ${element.getAttribute('data-testid') ?? ''}`.slice(
            0,
            300,
          );
        const root = element === doc.body || element === doc.documentElement;
        if (
          role === 'alert' ||
          role === 'alertdialog' ||
          role === 'status' ||
          (live !== '' && live !== 'off')
        )
          inside = true;
        // Error stacks are many lines of one text: they are read whole.
        if (traces.length < 3 && (element.tagName === 'PRE' || /stack-?trace|traceback/i.test(hint))) {
          const text = cut('innerText' in element ? element.innerText : '', 6000);
          const stack = /^[ \t]*(?:at[ \t]|bei[ \t]|#\d|File[ \t]")|@\S{1,300}:\d/m.test(text);
          if (stack && !traces.some((one) => one.includes(text))) traces.push(text);
        }
        // A whole page marked "error" says nothing about the single line.
        if (!root && ERRORISH.test(hint)) inside = true;
        if (block || element.tagName === 'BR') flush();
        // Open shadow roots only; closed ones are null here.
        if (element.shadowRoot) {
          roots.push(element.shadowRoot);
          for (const child of Array.from(element.shadowRoot.childNodes)) walk(child, inside, depth + 1);
        }
      }
      for (let child = node.firstChild; child; child = child.nextSibling) walk(child, inside, depth + 1);
      if (element && block) flush();
      else if (element && current !== '') current += ' ';
    }
    if (doc.body) walk(doc.body, false, 0);
    flush();
    const picked: string[] = [];
    for (let i = 0; i < lines.length; i += 1) {
      const line = lines[i];
      if (!line?.pick || picked.length >= MAX_LINES) continue;
      const next = lines[i + 1];
      // A name in one cell, its value in the next: "Request ID" | "8f2c-…".
      const apart =
        LABEL_ONLY.test(line.text) && /\b(?:id|code|no|nr|number|nummer|kennung)\b[\s.:]*$/i.test(line.text);
      picked.push(
        apart && next && !/\s.*\s/.test(next.text)
          ? `${line.text.replace(/:$/, '')}: ${next.text}`
          : line.text,
      );
    }
    return picked;
  }

  reading = performance.now();
  const windows = reachable(window, 0);
  const perFrame = windows.map((win) => requestsOf(win));
  // Lines first: looking for them finds the open shadow roots.
  const traces: string[] = [];
  const seenIn = windows.map((win) => {
    const roots: ParentNode[] = tryTo(() => [win.document]) ?? [];
    const lines = tryTo(() => linesOf(win.document, roots, traces)) ?? [];
    return { lines, sensitive: tryTo(() => sensitiveOf(win, roots)) ?? [] };
  });
  const weight = { failed: 0, unknown: 1, slow: 2 } as const;
  const requests = perFrame
    .flatMap((f) => f.list)
    .toSorted((a, b) => weight[a.problem] - weight[b.problem] || b.startMs - a.startMs)
    .slice(0, MAX_REQUESTS)
    .toSorted((a, b) => a.startMs - b.startMs);
  const withConnection = navigator as { connection?: { effectiveType?: unknown; rtt?: unknown } }; // as: Chromium only
  const connection = withConnection.connection;
  return {
    navigation: navigationOf(),
    requests,
    requestsSeen: perFrame.reduce((sum, f) => sum + f.seen, 0),
    requestListFull: perFrame.some((f) => f.seen >= 250),
    lines: seenIn.flatMap(({ lines }) => lines).slice(0, MAX_LINES),
    traces,
    sensitive: seenIn.flatMap(({ sensitive }) => sensitive).slice(0, 20),
    pageAgeMs: whole(performance.now()),
    frames: windows.length - 1,
    contentType: cut(document.contentType, 100),
    environment: {
      dpr: whole(devicePixelRatio * 100),
      viewport: { width: whole(innerWidth), height: whole(innerHeight) },
      screen: { width: whole(screen.width), height: whole(screen.height) },
      scroll: { x: Math.round(scrollX), y: Math.round(scrollY) },
      online: navigator.onLine,
      connection: cut(connection?.effectiveType, 20),
      rttMs: connection ? whole(connection.rtt) : -1,
      dark: tryTo(() => matchMedia('(prefers-color-scheme: dark)').matches) ?? false,
      userAgent: cut(navigator.userAgent, 400),
      cookiesEnabled: tryTo(() => navigator.cookieEnabled) ?? false,
      pageLanguage: cut(document.documentElement?.lang, 40),
    },
  };
}
