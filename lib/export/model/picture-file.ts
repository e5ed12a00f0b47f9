import type { PresentPicture } from '../../domain/issue/picture.ts';

const EXTENSION = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

export function pictureExtension(mime: PresentPicture['mime']): string {
  return EXTENSION[mime];
}

/** `pictures/K7-0042-1.jpg`: named by issue key and occurrence, so that it says where it belongs. */
export function pictureFile(key: string, number: number, mime: PresentPicture['mime']): string {
  return `pictures/${key.replace(/[^A-Za-z0-9-]/g, '_')}-${number}.${EXTENSION[mime]}`;
}
