import { PackView } from '../../export/packs/PackView.tsx';
import { PACK_STYLE } from '../../export/packs/style.ts';

/** The very drawing that goes into the file, for the preview. */
export const packView = PackView;
export const packStyle: string = PACK_STYLE;
