import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');
const issues = (count: number) => n(count, { one: '# Problem', other: '# Probleme', zero: 'keine Probleme' });

export const de: Words<typeof en> = {
  heading: 'Wie lange aufbewahren',
  sentence: 'Abgeschlossene Probleme können das Protokoll nach einer Regel verlassen.',
  untilOn: 'Sie ist aus, bis Sie sie einschalten.',
  months: 'Abgeschlossene Probleme in den Papierkorb legen, wenn so lange nichts mit ihnen geschah',
  days: 'Endgültig löschen, was so lange im Papierkorb liegt',
  never: 'Nie',
  monthCount: (count: number) =>
    count % 12 === 0 ? n(count / 12, { one: '# Jahr', other: '# Jahre' }) : `${count} Monate`,
  dayCount: (count: number) => `${count} Tage`,
  withoutBackup: 'Auch löschen, was in keiner neueren Sicherung ist',
  alone:
    'Verschont bleiben: offene Probleme, offene Zusagen, Ansprüche, die sich noch anmelden lassen, und was das Stichwort „behalten“ hat.',
  when: 'Sie wirkt, solange diese Seite offen ist: eine Minute nach dem Öffnen, dann einmal am Tag. Ist sie zu, geschieht nichts.',
  looking: 'Es wird nachgesehen, was darunter fällt',
  would: (trash: number, purge: number) =>
    trash + purge === 0
      ? 'Jetzt gäbe es nichts zu tun.'
      : `Jetzt kämen in den Papierkorb: ${issues(trash)}; endgültig gelöscht würden: ${issues(purge)}.`,
  kept: (count: number) => `Alt genug, aber verschont: ${issues(count)}.`,
  noBackup: (count: number) => `Im Papierkorb auf eine neuere Sicherung warten würde: ${issues(count)}.`,
  on: 'Einschalten',
  change: 'Diese Regel anwenden',
  off: 'Ausschalten',
  isOn: 'Diese Regel ist an.',
  isOff: 'Keine Regel ist an.',
  last: (when: string, trash: number, purge: number) =>
    `Letzter Lauf: ${when} – ${issues(trash)} in den Papierkorb, ${issues(purge)} endgültig gelöscht.`,
  ran: (trash: number, purge: number) =>
    'Nach Ihrer Regel: ' +
    [
      ...(trash > 0 ? [`${issues(trash)} in den Papierkorb gelegt`] : []),
      ...(purge > 0 ? [`${issues(purge)} endgültig gelöscht`] : []),
    ].join(', ') +
    '.',
  failed: (why: string) => `Ihre Regel ließ sich nicht ausführen. ${why}`,
  undo: 'Rückgängig',
};
