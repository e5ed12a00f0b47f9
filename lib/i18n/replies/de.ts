import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  heading: (key) => `Eine E-Mail zu ${key}`,
  reading: 'Die E-Mail wird gelesen …',
  written:
    'Das wird eingetragen, mit der Zeit der E-Mail und ihrem Kanal. Die E-Mail wird daneben aufbewahrt.',
  from: 'Von',
  sent: 'Gesendet',
  text: 'Text',
  direction: 'Wer sie geschrieben hat',
  side: { provider: 'Der Anbieter', us: 'Wir' },
  stranger: 'Diese Adresse gehört niemandem, der hier bekannt ist.',
  event: 'Was sie sagt',
  ticket: 'Ticketnummer im Betreff',
  noTicket: 'Keine',
  masked: (count) =>
    n(count, {
      one: '# Geheimnis wurde unkenntlich gemacht.',
      other: '# Geheimnisse wurden unkenntlich gemacht.',
    }),
  confirm: 'In die Chronik eintragen',
  fileOnly: 'Nur als Datei aufbewahren',
  cancel: 'Abbrechen',
  done: 'Die E-Mail steht in der Chronik',
  refused: {
    'not-a-mail': 'Das ist keine E-Mail. Es wurde nichts eingetragen. Sie können sie als Datei aufbewahren.',
    unreadable:
      'Diese E-Mail ist beschädigt und nicht lesbar. Es wurde nichts eingetragen. Sie können sie als Datei aufbewahren.',
    'no-time':
      'Diese E-Mail sagt nicht, wann sie gesendet wurde, und hat deshalb keinen Platz in der Chronik. Es wurde nichts eingetragen. Sie können sie als Datei aufbewahren.',
    future:
      'Diese E-Mail gibt an, in der Zukunft gesendet worden zu sein; ihre Zeit kann nicht stimmen. Es wurde nichts eingetragen. Sie können sie als Datei aufbewahren.',
    known: 'Diese E-Mail ist schon hier. Es gibt nichts Neues einzutragen.',
  },
};
