import { z } from '../../domain/z.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import { cutAt } from '../../domain/text/cut.ts';
import { parseGuarded } from '../../export/importers/json-guard.ts';

export type HarRequest = Readonly<{
  method: string;
  url: string;
  /** 0: the browser got no answer. */
  status: number;
  ms: number | null;
  failed: boolean;
}>;

/** Of a file from outside only what is shown; unknown things are ignored, a bad line costs itself only. */
const har = z.object({ log: z.object({ entries: z.array(z.unknown()) }) });
const line = z.object({
  time: z.catch(z.number(), -1),
  request: z.object({ method: z.string(), url: z.string() }),
  response: z.object({ status: z.catch(z.number(), 0) }),
});

/** null: it cannot be read as a HAR file. */
export function harRequests(text: string): HarRequest[] | null {
  const guarded = parseGuarded(text, 64);
  const parsed = guarded.ok ? har.safeParse(guarded.value) : null;
  if (parsed?.success !== true) return null;
  return parsed.data.log.entries.flatMap((one) => {
    const read = line.safeParse(one);
    if (!read.success) return [];
    const { time, request, response } = read.data;
    const status = Number.isInteger(response.status) && response.status > 0 ? response.status : 0;
    return [
      {
        method: visibleText(cutAt(request.method, 20)),
        url: visibleText(cutAt(request.url, 500)),
        status,
        ms: Number.isFinite(time) && time >= 0 ? Math.round(time) : null,
        failed: status === 0 || status >= 400,
      },
    ];
  });
}
