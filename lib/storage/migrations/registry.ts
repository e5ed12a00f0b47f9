import type { Dexie } from 'dexie';
import { defineFirst } from './0001-first.ts';
import { defineAccounts } from './0003-accounts.ts';
import { defineAgain } from './0002-again.ts';

/** One released schema. `define` declares its stores and, from 2 on, its upgrade. */
export type Migration = Readonly<{ version: number; define: (db: Dexie) => void }>;

/** In order, gapless from 1. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, define: defineFirst },
  { version: 2, define: defineAgain },
  { version: 3, define: defineAccounts },
];

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.reduce((highest, { version }) => Math.max(highest, version), 0);
}
