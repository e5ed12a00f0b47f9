import { ATTACHED_BYTES, INSIDE_BYTES } from '../../export/packs/limits.ts';
import { PackView } from '../../export/packs/PackView.tsx';
import { PACK_STYLE } from '../../export/packs/style.ts';

/** The very drawing that goes into the file, for the preview. */
export const packView = PackView;
export const packStyle: string = PACK_STYLE;

/** In bytes: more pictures than these lie beside the report, in a zip. */
export const insideBytes: number = INSIDE_BYTES;
/** In bytes: a larger report is not attached to a mail. */
export const attachedBytes: number = ATTACHED_BYTES;
