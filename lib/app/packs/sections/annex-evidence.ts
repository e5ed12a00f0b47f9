import { visibleText } from '../../../domain/privacy/display.ts';
import { zonedTime } from '../../../export/model/local-time.ts';
import type { Line } from '../../../export/packs/doc.ts';
import type { Described, PackContext, Section } from '../context.ts';

function evidenceOf({ shared, anchor }: Described, { t, r }: PackContext): Line[][] {
  const key: Line = { text: shared.key, to: anchor };
  const clicks = shared.occurrences.map((one) => ({ ...one, of: one.picture }));
  const added = shared.pictures.map((one) => ({ ...one, of: one.picture }));
  const pictures = [...clicks, ...added].flatMap(({ of, at, offsetMin }): Line[][] =>
    of.state === 'present'
      ? [
          [
            key,
            { text: of.file },
            { text: of.sha256 },
            { text: zonedTime(at, offsetMin) },
            { text: of.original === undefined ? t.annex.no : t.annex.yes },
          ],
        ]
      : of.state === 'lost'
        ? [
            [
              key,
              { text: r.pictureLost },
              { text: of.sha256 },
              { text: zonedTime(at, offsetMin) },
              { text: '–' },
            ],
          ]
        : [],
  );
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
