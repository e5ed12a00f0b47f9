import { counter } from '../plural.ts';
import type { Words } from '../area.ts';
import type { en } from './en.ts';

const n = counter('de');
const entries = (count: number) => n(count, { one: '# Eintrag', other: '# Einträge' });

export const de: Words<typeof en> = {
  withheld: 'Vom Absender zurückgehalten (nur ihr Platz ist bekannt)',
  reduced: 'Nur als gekürzte Kopie im Paket (wird nicht aufgenommen)',
  signature: 'Unterschrift',
  signed: (key) =>
    `Gültig, Schlüssel ${key}. Vergleichen Sie ihn mit dem, den man Ihnen genannt hat: Wem er gehört, kann keine Datei sagen.`,
  unsigned: 'Nicht unterschrieben. Die Prüfsummen stimmen, aber jeder könnte sie geschrieben haben.',
  unchecked: (key) =>
    `Schlüssel ${key}. Dieser Browser kann solche Unterschriften nicht prüfen; die Prüfsummen stimmen.`,
  ledger: (code, mine) => (mine ? `Protokoll ${code} (dieses)` : `Protokoll ${code}`),
  ledgerLine: (all, added) => `${all} Einträge, ${added} neu`,
  takeIn: (count) => n(count, { one: '# Eintrag aufnehmen', other: '# Einträge aufnehmen' }),
  takenIn: (count) => `${entries(count)} aufgenommen.`,
  conflicts: (count) =>
    n(count, {
      one: '# Eintrag widerspricht diesem Protokoll.',
      other: '# Einträge widersprechen diesem Protokoll.',
    }),
  list: {
    heading: 'Aufgenommen',
    line: (count, logs) =>
      logs.length === 0 ? entries(count) : `${entries(count)} aus Protokoll ${logs.join(', ')}`,
    back: 'Zurücknehmen…',
    backLong: (when) => `Zurücknehmen, was ${when} kam`,
    bar: {
      'own-log': 'Lässt sich nicht zurücknehmen: Es brachte Einträge dieses Protokolls selbst.',
      'later-import': 'Lässt sich zurücknehmen nach dem, was später aus demselben Protokoll kam.',
    },
  },
  ask: {
    heading: 'Das zurücknehmen?',
    sentence: (count, logs) =>
      `${n(count, { one: '# Eintrag', other: '# Einträge' })} aus Protokoll ${logs.join(', ')} samt Bildern ${count === 1 ? 'verlässt' : 'verlassen'} dieses Protokoll. Es wird so, wie es vorher war.`,
    kept: 'Was Sie dazu geschrieben haben, bleibt und ist wieder da, wenn Sie die Datei noch einmal aufnehmen. Was andere gelöscht haben, bleibt gelöscht.',
    working: 'Wird zurückgenommen',
    confirm: 'Zurücknehmen',
    cancel: 'Behalten',
    done: (count) => `${entries(count)} zurückgenommen.`,
  },
  seen: {
    heading: 'Wer es gesehen hat',
    here: 'Dieses Protokoll',
    log: (code) => `Protokoll ${code}`,
    times: (count) => n(count, { one: 'einmal', other: '#-mal' }),
    last: (when) => `zuletzt ${when}`,
    other: (code) => `von anderen gesehen (Protokoll ${code})`,
  },
};
