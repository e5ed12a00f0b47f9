import { FileText } from 'lucide-preact';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { elsewhere } from '../../lib/i18n/else/else.ts';
import { evidence } from '../../lib/i18n/evidence/evidence.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { useObjectUrl } from '../state/use-object-url.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { Held } from './else-model.ts';

/** How a picture or file is called on the screen: pasted ones all come as "image.png". */
export function useItemName(): (one: Held) => string {
  const e = useText(evidence);
  return ({ via, name }) =>
    via === 'paste' || via === 'screen' || name === '' ? e.via[via] : visibleText(name);
}

/** One picture or file of the form, with a way to take it out again. */
export function AttachedCard({ one, onRemove }: Readonly<{ one: Held; onRemove: () => void }>) {
  const t = useText(elsewhere);
  const e = useText(evidence);
  const format = useFormat();
  const picture = one.item.type === 'picture' ? one.item.picture : null;
  const url = useObjectUrl(picture === null ? null : one.blob.blob);
  const name = useItemName()(one);
  const kind = e.kind[one.item.type === 'file' ? one.item.file.kind : 'image'];
  const facts = [
    kind,
    picture === null ? '' : t.size(picture.width, picture.height),
    format.bytes(one.blob.bytes),
    one.masked > 0 ? e.file.masked(one.masked) : '',
    one.leftOut > 0 ? e.add.leftOut(one.leftOut) : '',
  ].filter((fact) => fact !== '');
  return (
    <li class="else-card">
      <div class="else-thumb">
        {url !== null && <img src={url} alt="" />}
        {picture === null && <FileText size={28} aria-hidden="true" />}
      </div>
      <div class="else-card-text">
        <bdi class="else-card-name" title={name}>
          {name}
        </bdi>
        <span class="quiet small">{facts.join(' · ')}</span>
      </div>
      <IconButton label={t.removeItem(name)} icon="close" onClick={onRemove} />
    </li>
  );
}
