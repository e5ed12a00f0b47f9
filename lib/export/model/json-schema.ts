import { z } from '../../domain/z.ts';
import { conversationPart } from '../../domain/conversations/parts.ts';
import { entry, erasedEntry } from '../../domain/ledger/entry.ts';
import { backupLine, backupManifest } from '../backup/backup-format.ts';
import { directoryFile } from '../directory/directory-format.ts';
import { exportFile } from './export-file.ts';
import { lineSchemaText } from './line-schema.ts';

const BASE = 'https://casebook.invalid/schema/';

function published(name: string, title: string, schema: z.ZodMiniType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  });
  return `${JSON.stringify({ $schema, $id: `${BASE}${name}`, title, ...rest }, null, 2)}\n`;
}

/** The shape of `issues.json`, made from the very schemas that the program checks with. */
export function exportSchemaText(): string {
  return published('casebook-export-1.schema.json', 'Casebook export, version 1', exportFile);
}

/** Everything published in docs/schema, by file name. */
export function allSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['casebook-export-1.schema.json', exportSchemaText()],
    ['casebook-export-line-1.schema.json', lineSchemaText()],
    [
      'casebook-entry-1.schema.json',
      published('casebook-entry-1.schema.json', 'Casebook ledger entry, version 1', entry),
    ],
    [
      'casebook-conversation-part-1.schema.json',
      published(
        'casebook-conversation-part-1.schema.json',
        'What an entry conversation.held says, version 1',
        conversationPart,
      ),
    ],
    [
      'casebook-erased-entry-1.schema.json',
      published('casebook-erased-entry-1.schema.json', 'What stays of an erased entry', erasedEntry),
    ],
    [
      'casebook-backup-1.schema.json',
      published('casebook-backup-1.schema.json', 'Casebook backup manifest, version 1', backupManifest),
    ],
    [
      'casebook-directory-1.schema.json',
      published('casebook-directory-1.schema.json', 'Casebook directory, version 1', directoryFile),
    ],
    [
      'casebook-backup-line-1.schema.json',
      published('casebook-backup-line-1.schema.json', 'A line of a ledger in a Casebook backup', backupLine),
    ],
  ]);
}
