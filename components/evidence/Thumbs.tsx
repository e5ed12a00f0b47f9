import type { IssuePicture } from '../../lib/domain/issue/issue-evidence.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useShown } from '../issue/use-shown.ts';
import { useText } from '../state/locale.tsx';
import { useObjectUrl } from '../state/use-object-url.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = Readonly<{
  pictures: readonly IssuePicture[];
  chosen: number;
  onChoose: (pictureId: string) => void;
}>;

/** All pictures of an issue, small; the chosen one is shown large below. */
export function Thumbs({ pictures, chosen, onChoose }: Props) {
  const t = useText(evidence);
  return (
    <ul class="thumbs" aria-label={t.pictures}>
      {pictures.map((picture, index) => (
        <li key={picture.pictureId}>
          <button
            type="button"
            class="thumb"
            aria-current={index === chosen}
            aria-label={[t.picture(index + 1, pictures.length), picture.caption]
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
  );
}

function Thumb({ picture }: Readonly<{ picture: IssuePicture }>) {
  const blob = useShown(picture);
  const url = useObjectUrl(blob === 'lost' ? null : blob);
  if (blob === 'lost') return <Icon name="warning" />;
  return url === null ? null : <img src={url} alt="" decoding="async" draggable={false} />;
}
