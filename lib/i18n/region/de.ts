import type { Words } from '../area.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Ausschnitt der Seite für das Bild',
  hint: 'Ziehen Sie ein Rechteck um das Wichtige. Mit der Tastatur: Pfeiltasten verschieben, Umschalt + Pfeiltasten ändern die Größe, Eingabe nimmt das Bild auf, Esc bricht ab.',
  cancel: 'Abbrechen',
  size: (width, height) => `${width} × ${height}`,
};
