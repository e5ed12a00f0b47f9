import { visibleText } from '../../../domain/privacy/display.ts';
import { zonedTime } from '../../../export/model/local-time.ts';
import type { Line } from '../../../export/packs/doc.ts';
import type { Described, PackContext, Section } from '../context.ts';
import { chosenPictures, pictureAnchor } from './pictures.ts';

function evidenceOf(one: Described, context: PackContext): Line[][] {
  const { shared, anchor, reduced } = one;
  const { t, r } = context;
  const key: Line = { text: shared.key, to: anchor };
  const shown = new Map(chosenPictures(one, context).map((picture) => [picture.id, picture]));
  const clicks = shared.occurrences.map((of) => ({ ...of, id: of.captureId, of: of.picture }));
  const added = shared.pictures.map((of) => ({ ...of, id: of.evidenceId, of: of.picture }));
  const pictures = [...clicks, ...added].flatMap(({ id, of, at, offsetMin }): Line[][] => {
    const when = { text: zonedTime(at, offsetMin) };
    if (of.state === 'lost')
      return [[key, { text: r.pictureLost }, { text: of.sha256 }, when, { text: '–' }]];
    if (of.state !== 'present') return [];
    const copy = shown.get(id);
    const to = copy !== undefined && copy.content !== null ? pictureAnchor(copy) : undefined;
    return [
      [
        key,
        { text: copy?.file ?? of.file, to },
        { text: copy?.sha256 ?? (reduced.get(id) === 'made' ? '–' : of.sha256) },
        when,
        { text: reduced.has(id) ? t.annex.yes : t.annex.no },
      ],
    ];
  });
  const files = shared.files.flatMap(({ file, at, offsetMin }): Line[][] =>
    file.state === 'present'
      ? [
          [
            key,
            { text: visibleText(file.name) },
            { text: file.sha256 },
            { text: zonedTime(at, offsetMin) },
            { text: '–' },
          ],
        ]
      : [],
  );
  return [...pictures, ...files];
}

/** Pictures and files by their checksums. */
export const annexEvidence: Section = (context) => {
  const { t, described } = context;
  const rows = described.flatMap((one) => evidenceOf(one, context));
  return [
    { kind: 'heading', level: 2, text: t.annex.evidence, id: 'annex-c' },
    {
      kind: 'text',
      quiet: true,
      line: { text: rows.length === 0 ? t.annex.noEvidence : t.annex.evidenceText },
    },
    {
      kind: 'table',
      caption: t.annex.evidence,
      columns: [
        { label: t.annex.issue, kind: 'whole' },
        { label: t.annex.file, kind: 'fixed' },
        { label: t.annex.sha, kind: 'fixed' },
        { label: t.annex.captured },
        { label: t.annex.redacted },
      ],
      rows,
    },
  ];
};
