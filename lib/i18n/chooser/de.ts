import type { Words } from '../area.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Welches System ist es?',
  titleNew: 'Ein neues System',
  close: 'Schließen',
  loading: 'Ihre Systeme werden geholt …',
  unreachable:
    'Casebook hat nicht geantwortet. Was festgehalten ist, ist sicher. Schließen Sie dies und versuchen Sie es erneut.',
  search: 'System suchen oder ein neues benennen',
  systems: 'Systeme',
  none: 'So heißt noch kein System.',
  fits: 'passt hier',
  noProvider: 'Anbieter noch nicht bekannt',
  create: 'Neues System …',
  createNamed: (name) => `Neues System „${name}“`,
  name: 'Wie nennen Sie es?',
  nameMissing: 'Es braucht einen Namen.',
  provider: 'Wer ist dafür zuständig?',
  providerPlaceholder: 'Weiß ich noch nicht',
  providers: 'Anbieter',
  providerNew: (name) => `„${name}“ wird als Anbieter angelegt.`,
  providerKnown: 'Einer Ihrer Anbieter.',
  providerOpen: 'Kann offen bleiben und später gesagt werden.',
  always: 'Ab jetzt',
  allOf: (address) => `Für alles unter ${address}`,
  onlyThis: 'Nur für dieses Problem',
  onlyThisSaid: 'Nur für dieses Problem.',
  save: 'Speichern',
  back: 'Zurück',
};
