import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs of others that check what we write. */
export type StockTool = 'sha256sum' | 'ssh-keygen' | 'openssl' | 'bash' | 'sh';

const PACKAGE: Readonly<Record<StockTool, string>> = {
  sha256sum: 'coreutils',
  'ssh-keygen': 'openssh-client',
  openssl: 'openssl',
  bash: 'bash',
  sh: 'dash',
};

const TOOLS = Object.keys(PACKAGE) as StockTool[]; // as: its own keys

function isHere(tool: StockTool): boolean {
  return spawnSync('which', [tool]).status === 0;
}

const howTo = (tool: StockTool): string =>
  `${tool} is missing (Debian and Ubuntu: apt-get install ${PACKAGE[tool]})`;

/** On Debian as root installs what is missing. One sentence about what is there. */
export function ensureTools(): string {
  const missing = () => TOOLS.filter((tool) => !isHere(tool));
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    spawnSync('apt-get', ['update', '-q'], options);
    const packages = missing().map((tool) => PACKAGE[tool]);
    spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options);
  }
  const lacking = missing();
  return lacking.length === 0
    ? `tools that check packs: ${TOOLS.join(', ')}`
    : `${lacking.map(howTo).join('; ')}.`;
}

/** Fails, never skips: what was not checked by somebody else's program is not shown. */
export function requireTools(tools: readonly StockTool[]): void {
  const missing = tools.filter((tool) => !isHere(tool));
  if (missing.length > 0) throw new Error(`${missing.map(howTo).join('; ')}.`);
}

/** Exit code and everything printed. */
export function runTool(
  folder: string,
  tool: StockTool,
  args: readonly string[],
): Readonly<{ code: number; said: string }> {
  try {
    return { code: 0, said: execFileSync(tool, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const failed = error as { status?: number | null; stdout?: string; stderr?: string }; // as: what execFileSync throws
    return { code: failed.status ?? -1, said: `${failed.stdout ?? ''}${failed.stderr ?? ''}` };
  }
}
