import { savedFileName } from '../../domain/evidence/file-name.ts';
import type { StoredFile } from '../../domain/issue/evidence-bodies.ts';
import type { PresentPicture } from '../../domain/issue/picture.ts';

const EXTENSION = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** null for what is no picture. */
export function pictureExtension(mime: string): string | null {
  return mime in EXTENSION ? EXTENSION[mime as PresentPicture['mime']] : null; // as: one of its keys
}

/** `files/K7-0042-1-server.log` */
export function filePath(
  key: string,
  number: number,
  { name, kind }: Pick<StoredFile, 'name' | 'kind'>,
): string {
  return `files/${safeKey(key)}-${number}-${savedFileName(name, kind)}`;
}

const safeKey = (key: string): string => key.replace(/[^A-Za-z0-9-]/g, '_');

/** `pictures/K7-0042-1.jpg`: named by issue key and occurrence, so that it says where it belongs. */
export function pictureFile(key: string, number: number, mime: PresentPicture['mime']): string {
  return `pictures/${safeKey(key)}-${number}.${EXTENSION[mime]}`;
}
