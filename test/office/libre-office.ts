import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../scripts/lib/process.ts';

const MISSING =
  'LibreOffice is needed for this check and was not found: install it (on Debian “apt-get install libreoffice-calc libreoffice-writer”) so that “soffice” can be started.';

/** Comma or semicolon, quotes, UTF-8, from line 1: how LibreOffice is told to open a CSV. */
const csvFilter = (separator: ',' | ';') => `CSV:${separator.charCodeAt(0)},34,76,1`;

type Given = Readonly<{
  name: string;
  data: Uint8Array | string;
  /** What it becomes: one flat XML file with every formula, or plain text. */
  to: 'fods' | 'txt:Text';
  separator?: ',' | ';';
}>;

/** Opens the file in LibreOffice without a window and gives what it makes of it. */
export async function throughLibreOffice({ name, data, to, separator }: Given): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-office-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, data);
    const done = await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      ...(separator === undefined ? [] : [`--infilter=${csvFilter(separator)}`]),
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'out'),
      file,
    ]);
    if (done.code === 127) throw new Error(MISSING);
    const [made] = readdirSync(join(folder, 'out'));
    if (made === undefined) throw new Error(`LibreOffice made nothing of ${name}: ${done.output}`);
    return readFileSync(join(folder, 'out', made), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every formula in a flat spreadsheet, with its place in the text for whoever looks for it. */
export const formulasIn = (fods: string): readonly string[] =>
  [...fods.matchAll(/table:formula="([^"]*)"/g)].map(([, formula = '']) => formula);
