import { MINUTE } from '../../../domain/time/instant.ts';
import type { Line } from '../../../export/packs/doc.ts';
import type { Section } from '../context.ts';

/** Who waited for whom: a sentence, a bar, and the same figures for both sides, ours first. */
export const ball: Section = ({ facts, t, b, say, name, refs }) => {
  const { sides, totalMs, answers, disputedHoldMs, handOffs } = facts.board;
  if (totalMs === 0) return [];
  const time = (ms: number) => say.minutes(ms / MINUTE);
  const share = (ms: number) => say.percent((ms / totalMs) * 100);
  const [us, them, nobody] = [sides.us.rawMs, sides.provider.rawMs, sides.nobody.rawMs];
  const sentence = [
    b.ball.sentence(time(totalMs), time(us), share(us), time(them), name, share(them)),
    ...(nobody > 0 ? [b.ball.nobody(time(nobody))] : []),
    ...(disputedHoldMs > 0 ? [b.ball.disputed(time(disputedHoldMs))] : []),
    ...(handOffs > 0 ? [b.ball.handOffs(handOffs)] : []),
  ].join(' ');
  const row = (label: string, ref: Line['ref'], ours: string, theirs: string): Line[] => [
    { text: label, ref },
    { text: ours },
    { text: theirs },
  ];
  return [
    { kind: 'heading', level: 2, text: b.ball.heading },
    { kind: 'text', line: { text: sentence } },
    {
      kind: 'shares',
      alt: t.ball.alt(time(us), name, time(them), time(nobody)),
      parts: [
        { side: 'us', label: t.us, ms: us },
        { side: 'provider', label: name, ms: them },
        { side: 'nobody', label: b.nobody, ms: nobody },
      ],
    },
    {
      kind: 'table',
      caption: b.ball.caption,
      columns: [{ label: b.ball.what }, { label: t.us, kind: 'us' }, { label: name, kind: 'them' }],
      rows: [
        row(
          b.ball.elapsed,
          refs.of(b.ball.elapsed, (f) => f.sides.us.rawMs + f.sides.provider.rawMs > 0),
          time(us),
          time(them),
        ),
        row(
          b.ball.working,
          refs.of(b.ball.working, (f) => f.sides.us.businessMs + f.sides.provider.businessMs > 0),
          time(sides.us.businessMs),
          time(sides.provider.businessMs),
        ),
        row(
          b.ball.answers,
          refs.of(b.ball.answers, (f) => f.answers.us.givenMs.length + f.answers.provider.givenMs.length > 0),
          say.median(answers.us),
          say.median(answers.provider),
        ),
      ],
    },
  ];
};
