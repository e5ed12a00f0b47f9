import { useEffect, useMemo, useState } from 'preact/hooks';
import { LEFT_OUT_BY_DEFAULT } from '../../lib/app/export/export-service.ts';
import type {
  ExportOutcome,
  ExportPreview,
  ExportSelection,
  FieldGroup,
  FormatId,
  ReportRow,
  ShareOptions,
  Taken,
} from '../../lib/app/export/export-service.ts';
import { useApp } from '../state/app.tsx';
import { toggled } from '../state/toggled.ts';
import { useLocale } from '../state/locale.tsx';
import { useAhead } from './use-ahead.ts';
import { useWork } from './use-work.ts';

type Exported = Extract<ExportOutcome, { ok: true }> & Readonly<{ noted: boolean; locked: boolean }>;
type Failure = Readonly<{ code: string; detail?: string }>;

export type ExportModel = Readonly<{
  phase: 'looking' | 'ready' | 'running' | 'done';
  preview: ExportPreview | null;
  remaining: Readonly<{ rows: readonly ReportRow[]; bytes: number }> | null;
  options: ShareOptions;
  taken: Taken;
  format: FormatId;
  failure: Failure | null;
  result: Exported | null;
  work: ReturnType<typeof useWork>;
  setFormat(format: FormatId): void;
  setGroup(group: FieldGroup, leftOut: boolean): void;
  setMaskPersonal(mask: boolean): void;
  setStrip(strip: boolean): void;
  takeIssue(id: ReportRow['id'], out: boolean): void;
  /** A picture or a file. */
  takePicture(id: string, out: boolean): void;
  lookAgain(): void;
  /** `password`: null for a file that everybody can read. Whether it went out. */
  run(password: string | null): Promise<boolean>;
  /** Hands a further part of the result over. */
  savePart(part: number): void;
}>;

/** Somebody who is still choosing sets off nothing. */
const AHEAD_AFTER_MS = 150;
const NOTHING_TAKEN: Taken = { issues: new Set(), pictures: new Set() };

/** State of one export, from the first look to the finished file. */
export function useExport(selection: ExportSelection): ExportModel {
  const { services } = useApp();
  const { language } = useLocale();
  const work = useWork();
  const [options, setOptions] = useState<ShareOptions | null>(null);
  const [preview, setPreview] = useState<ExportPreview | null>(null);
  const [taken, setTaken] = useState<Taken>(NOTHING_TAKEN);
  const [format, setFormat] = useState<FormatId>('html');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState<Exported | null>(null);
  const [phase, setPhase] = useState<ExportModel['phase']>('looking');
  const [round, setRound] = useState(0);

  useEffect(() => {
    let wanted = true;
    void services.settings.get().then(({ maskPersonal }) => {
      if (wanted) setOptions({ groups: new Set(LEFT_OUT_BY_DEFAULT), maskPersonal, strip: false });
    });
    return () => {
      wanted = false;
    };
  }, [services.settings]);

  useEffect(() => {
    if (options === null) return;
    let wanted = true;
    setPhase('looking');
    setFailure(null);
    void work
      .start((watched) => services.exports.preview(selection, options, watched))
      .then((seen) => {
        if (!wanted) return;
        if (seen.ok) setPreview(seen.preview);
        else setFailure({ code: seen.code });
        setPhase(seen.ok ? 'ready' : 'looking');
      });
    return () => {
      wanted = false;
    };
    // `work` is made anew on every draw; the task is stopped by the next start or by leaving.
  }, [services.exports, selection, options, round]);

  const formats = useMemo(() => [format], [format]);
  const remaining = useMemo(
    () => (preview === null ? null : services.exports.remaining(preview, taken, formats)),
    [services.exports, preview, taken, formats],
  );
  // While the preview is read, what it shows is written and verified already; it leaves with the last button only.
  useAhead(
    phase === 'ready' && preview !== null && failure === null
      ? () => services.exports.ahead({ preview, taken, formats, language })
      : null,
    AHEAD_AFTER_MS,
    [services.exports, preview, taken, formats, language],
  );

  const shown: ShareOptions = options ?? {
    groups: new Set(LEFT_OUT_BY_DEFAULT),
    maskPersonal: false,
    strip: false,
  };

  return {
    phase,
    preview,
    remaining,
    options: shown,
    taken,
    format,
    failure,
    result,
    work,
    setFormat,
    setGroup: (group, leftOut) => setOptions({ ...shown, groups: toggled(shown.groups, group, leftOut) }),
    setMaskPersonal(maskPersonal) {
      setOptions({ ...shown, maskPersonal });
      // Kept for the next export; where that fails, it still holds for this one.
      void services.settings.set({ maskPersonal }).catch(() => undefined);
    },
    setStrip: (strip) => setOptions({ ...shown, strip }),
    takeIssue: (id, out) => setTaken({ ...taken, issues: toggled(taken.issues, id, out) }),
    takePicture: (id, out) => setTaken({ ...taken, pictures: toggled(taken.pictures, id, out) }),
    lookAgain: () => setRound(round + 1),
    savePart(part) {
      const next = result?.more?.[part - 1];
      if (next) services.exports.handOver(next);
    },
    async run(password) {
      if (preview === null) return false;
      setPhase('running');
      setFailure(null);
      const made = await work.start(async (watched) => {
        const plain = await services.exports.run({ preview, taken, formats, language }, watched);
        return password === null || !plain.ok ? plain : services.exports.lock(plain, password, watched);
      });
      if (!made.ok) {
        setFailure(
          'detail' in made && made.detail !== undefined
            ? { code: made.code, detail: made.detail }
            : { code: made.code },
        );
        setPhase('ready');
        return false;
      }
      const noted = await services.exports.deliver(made, formats);
      setResult({ ...made, noted, locked: password !== null });
      setPhase('done');
      return true;
    },
  };
}
