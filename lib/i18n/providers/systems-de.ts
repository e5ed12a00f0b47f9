import type { Words } from '../area.ts';
import type * as en from './systems-en.ts';

export const systems: Words<typeof en.systems> = {
  heading: 'Systeme',
  intro:
    'Ein Problem gehört zu dem System, dessen Adresse am besten passt. Passen zwei gleich gut, fragt Casebook.',
  add: 'System hinzufügen',
  name: 'Name',
  address: 'Adresse',
  addAddress: 'Adresse hinzufügen',
  addAddressTo: (system) => `Adresse zu ${system} hinzufügen`,
  removeAddress: (pattern, system) => `„${pattern}“ aus ${system} entfernen`,
  none: 'Noch keine Adresse: Probleme damit werden nicht von selbst erkannt.',
  also: (system) => `Auch eine Adresse von ${system}: Casebook fragt dann, welches gemeint ist.`,
  meant: 'Was ist gemeint?',
  edit: 'Bearbeiten',
  editNamed: (name) => `${name} bearbeiten`,
  retire: 'Stilllegen',
  retireNamed: (name) => `${name} stilllegen`,
  environment: 'Wofür wird es benutzt?',
  environments: { prod: 'Tägliche Arbeit', test: 'Tests', training: 'Schulung' },
  criticality: 'Wie wichtig ist es?',
  criticalities: { 1: 'Ohne es können wir nicht arbeiten', 2: 'Wichtig', 3: 'Weniger wichtig' },
  aliases: 'Andere Namen dafür',
  aliasesHint: 'Durch Kommas getrennt.',
  provider: 'Anbieter',
  agreement: 'Vereinbarung',
  agreementNone: 'Die erste des Anbieters',
  try: 'Zu welchem System gehört diese Adresse?',
  tryHint: 'Fügen Sie eine Adresse ein, um zu sehen, was Casebook sagen würde.',
  tryOne: (system) => `Sie gehört zu ${system}.`,
  tryOther: (system, provider) => `Sie gehört zu ${system} von ${provider}.`,
  tryAsk: (systems) => `Casebook würde fragen: ${systems}.`,
  tryNone: 'Daran ist kein System zu erkennen.',
};

export const pattern: Words<typeof en.pattern> = {
  host: (host) => `Alles auf ${host}`,
  hostSuffix: (host) => `Alles auf ${host} und darunter`,
  hostSuffixHint: (host) => `zum Beispiel eu.${host}`,
  urlPrefix: (start) => `Adressen, die mit ${start} beginnen`,
  glob: (glob) => `Adressen, die aussehen wie ${glob}`,
  globHint: '* steht für Beliebiges',
  problem: {
    empty: 'Tippen Sie eine Adresse oder fügen Sie sie ein, zum Beispiel portal.acme.example.',
    spaces: 'In einer Adresse stehen keine Leerzeichen.',
    not_an_address: 'Das ist keine Adresse einer Webseite. Schreiben Sie sie wie portal.acme.example.',
    one_word:
      'Ein einzelnes Wort ist selten eine Adresse. Schreiben Sie sie wie portal.acme.example oder http://intranet.',
    not_web: 'Nur Adressen von Webseiten werden erkannt: http oder https.',
    too_broad: 'Das würde auch auf Seiten von Fremden passen. Nennen Sie mindestens etwas wie acme.example.',
    too_long: 'Eine Adresse darf höchstens 500 Zeichen haben.',
  },
  problemAt: (part, problem) => `„${part}“: ${problem}`,
  duplicate: 'Diese Adresse ist schon da.',
};
