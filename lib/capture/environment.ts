import { z } from '../domain/z.ts';
import type { BrowserApi } from './browser.ts';
import { withTimeLimit } from './time-limit.ts';

const brands = z.array(z.object({ brand: z.string(), version: z.string() }));
const highEntropy = z.object({
  fullVersionList: z.optional(brands),
  platform: z.optional(z.string()),
  platformVersion: z.optional(z.string()),
  architecture: z.optional(z.string()),
});
const browserInfo = z.object({ name: z.string(), version: z.string() });
const platformInfo = z.object({ os: z.string(), arch: z.string() });

/** What does not change while the browser runs. */
export type Machine = Readonly<{
  browser: string;
  browserVersion: string;
  os: string;
  osVersion?: string;
  arch?: string;
  extensionVersion: string;
  uiLanguage: string;
  languages: readonly string[];
}>;

type Runtime = Pick<BrowserApi['runtime'], 'getPlatformInfo' | 'getManifest'> & {
  getBrowserInfo?: () => Promise<unknown>;
};
type Deps = Readonly<{
  runtime: Runtime;
  i18n: Pick<BrowserApi['i18n'], 'getUILanguage'>;
  /** The global `navigator`; userAgentData exists in Chromium only. */
  navigator: Pick<Navigator, 'userAgent' | 'languages'> & { userAgentData?: UserAgentData };
}>;
export type UserAgentData = { getHighEntropyValues(hints: string[]): Promise<unknown> };

const OS_NAMES: Readonly<Record<string, string>> = {
  win: 'Windows',
  mac: 'macOS',
  linux: 'Linux',
  cros: 'ChromeOS',
  android: 'Android',
  openbsd: 'OpenBSD',
  fuchsia: 'Fuchsia',
};

async function asked<T>(work: () => Promise<unknown>, schema: z.ZodMiniType<T>): Promise<T | null> {
  const got = await withTimeLimit(work, 400);
  const parsed = got.ok ? schema.safeParse(got.value) : null;
  return parsed?.success ? parsed.data : null;
}

/** Brands are shuffled and padded with nonsense on purpose; "Chromium" only counts where nothing more telling is there. */
function brandOf(list: z.infer<typeof brands>): { brand: string; version: string } | null {
  const real = list.filter((b) => !/not.?a.?brand|\bnot\b/i.test(b.brand));
  return real.find((b) => b.brand !== 'Chromium') ?? real[0] ?? null;
}

function fromUserAgent(userAgent: string): { brand: string; version: string } {
  const found = /\b(Firefox|Edg|OPR|Vivaldi|Chrome)\/([\d.]{1,40})/.exec(userAgent);
  return { brand: found?.[1] ?? 'unknown', version: found?.[2] ?? '' };
}

/** Browser, system and languages; values the browser does not tell are absent. Never throws. */
export async function readMachine({ runtime, i18n, navigator }: Deps): Promise<Machine> {
  const data = navigator.userAgentData;
  const [platform, info, hints] = await Promise.all([
    asked(() => runtime.getPlatformInfo(), platformInfo),
    runtime.getBrowserInfo
      ? asked(() => runtime.getBrowserInfo?.() ?? Promise.resolve(null), browserInfo)
      : null,
    data
      ? asked(
          () => data.getHighEntropyValues(['fullVersionList', 'platformVersion', 'architecture']),
          highEntropy,
        )
      : null,
  ]);
  const brand = info
    ? { brand: info.name, version: info.version }
    : (brandOf(hints?.fullVersionList ?? []) ?? fromUserAgent(navigator.userAgent));
  const osVersion =
    hints?.platformVersion ||
    /Windows NT ([\d.]{1,10})|Mac OS X ([\d._]{1,12})/.exec(navigator.userAgent)?.slice(1).find(Boolean) ||
    '';
  const arch = platform?.arch ?? hints?.architecture ?? '';
  return {
    browser: brand.brand.slice(0, 80),
    browserVersion: brand.version.slice(0, 80),
    os: (OS_NAMES[platform?.os ?? ''] ?? platform?.os ?? 'unknown').slice(0, 80),
    ...(osVersion ? { osVersion: osVersion.slice(0, 80) } : {}),
    ...(arch ? { arch: arch.slice(0, 40) } : {}),
    extensionVersion: runtime.getManifest().version.slice(0, 40),
    uiLanguage: i18n.getUILanguage().slice(0, 40),
    languages: navigator.languages.slice(0, 20).map((l) => l.slice(0, 40)),
  };
}

/** Browser zoom × 100 of a tab; null where it is not told. */
export async function readZoom(
  tabs: Pick<BrowserApi['tabs'], 'getZoom'>,
  tabId: number,
): Promise<number | null> {
  const got = await withTimeLimit(() => tabs.getZoom(tabId), 300);
  return got.ok && Number.isFinite(got.value) ? Math.round(got.value * 100) : null;
}
