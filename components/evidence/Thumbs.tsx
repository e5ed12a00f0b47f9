import { useEffect, useState } from 'preact/hooks';
import type { IssuePicture } from '../../lib/domain/issue/issue-evidence.ts';
import { again } from '../../lib/i18n/again/again.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useShown } from '../issue/use-shown.ts';
import { useText } from '../state/locale.tsx';
import { useObjectUrl } from '../state/use-object-url.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

type Props = Readonly<{
  pictures: readonly IssuePicture[];
  chosen: number;
  onChoose: (pictureId: string) => void;
}>;

/** So many on both sides of the chosen one: what happened a thousand times has a thousand pictures. */
const AROUND = 12;
const STEP = 48;

type Range = Readonly<{ from: number; to: number }>;

const around = (chosen: number): Range => ({ from: chosen - AROUND, to: chosen + AROUND + 1 });

/** The pictures of an issue, small; the chosen one is shown large below. */
export function Thumbs({ pictures, chosen, onChoose }: Props) {
  const t = useText(evidence);
  const { more } = useText(again);
  const [wanted, setWanted] = useState(() => around(chosen));
  // They stay where they are while one of them is chosen, and begin anew around one that was not among them.
  const { from, to } = chosen >= wanted.from && chosen < wanted.to ? wanted : around(chosen);
  useEffect(() => setWanted({ from, to }), [from, to]);
  const [first, end] = [Math.max(0, from), Math.min(pictures.length, to)];
  const left = pictures.length - end;
  return (
    <>
      {first > 0 && (
        <Button size="s" onClick={() => setWanted({ from: first - STEP, to: end })}>
          {more(Math.min(STEP, first), first)}
        </Button>
      )}
      <ul class="thumbs" aria-label={t.pictures}>
        {pictures.slice(first, end).map((picture, at) => (
          <li key={picture.pictureId}>
            <button
              type="button"
              class="thumb"
              aria-current={first + at === chosen}
              aria-label={[t.picture(first + at + 1, pictures.length), picture.caption]
                .filter((part) => part !== '')
                .join(': ')}
              title={picture.caption === '' ? undefined : picture.caption}
              onClick={() => onChoose(picture.pictureId)}
            >
              <Thumb picture={picture} />
            </button>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="s" onClick={() => setWanted({ from: first, to: end + STEP })}>
          {more(Math.min(STEP, left), left)}
        </Button>
      )}
    </>
  );
}

function Thumb({ picture }: Readonly<{ picture: IssuePicture }>) {
  const blob = useShown(picture);
  const url = useObjectUrl(blob === 'lost' ? null : blob);
  if (blob === 'lost') return <Icon name="warning" />;
  return url === null ? null : <img src={url} alt="" decoding="async" draggable={false} />;
}
